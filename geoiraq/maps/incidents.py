"""The incident table, for the page: columns, each word once, each area once."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

from geoiraq.errors import InputError, InputWarning
from geoiraq.incidents.incident import LAYERS
from geoiraq.maps import cells, columns
from geoiraq.maps.block import Integers, Polygons, Texts, polygons
from geoiraq.maps.reports import reports_data

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries
    from numpy.typing import NDArray

CRS = "EPSG:4326"

#: what the page calls a column -> the incident table's name for it
TEXTS = {
    "id": "incident_id",
    "type": "event_type",
    "subtype": "sub_event_type",
    "actor": "actor",
    "target": "target",
    "attribution": "attribution",
    "destination": "destination",
    "toponym": "toponym",
    "placeId": "place_id",
    "place": "place_name",
    "governorate": "governorate",
    "district": "district",
    "basis": "basis",
}
COUNTS = {
    "datePrecision": "date_precision",
    "low": "fatalities_low",
    "best": "fatalities_best",
    "high": "fatalities_high",
    "injured": "injured",
    "wherePrecision": "where_precision",
    "acledPrecision": "acled_geo_precision",
}
#: Kept to the third place: metres, and tenths of a per cent.
FRACTIONS = {"radius": "radius_km", "confidence": "confidence"}
THOUSANDTH = 0.001

#: Points are whole steps of this many a degree: about a metre.
POINT_SCALE = 100_000

#: What is so near to a line, in degrees, is on it: a road or a river is drawn as an area as wide as can be seen.
ALONG = 0.02

#: So many of the cells that could not be read are quoted.
MOST_QUOTED = 3

NEEDED = ("layer", "date_start")


def incidents_data(table: GeoDataFrame) -> dict[str, Any]:
    """Lay the incident table out for the page.

    Parameters
    ----------
    table
        The incident table; it needs geometry, layer and date_start.

    Returns
    -------
    dict
        incidents (count, layer, words and numbers, each by the page's name for the column), shapes, and, where
        there are any, reports and documents.

    Raises
    ------
    InputError
        Where a needed column is missing, naming it.
    """
    check(table)
    words = {name: columns.words(table[source]) for name, source in TEXTS.items() if source in table}
    start, end = span(table)
    basis = words.get("basis")
    x, y = points(table)
    if basis is not None and "country" in basis.words:
        placed = x.said & (basis.codes != basis.words.index("country"))
        x, y = Integers(x.values, placed), Integers(y.values, placed)
    shape, shapes = _shared(areas(table))
    numbers = {
        "start": start,
        # Days after the first, which are few: nearly all are none at all.
        "end": Integers(end.values - np.where(start.said, start.values, 0), end.said),
        "x": x,
        "y": y,
        "shape": shape,
        **{name: columns.whole(table[source]) for name, source in COUNTS.items() if source in table},
        **{
            name: columns.whole(table[source], THOUSANDTH)
            for name, source in FRACTIONS.items()
            if source in table
        },
    }
    return {
        "incidents": {
            "count": len(table),
            "scale": POINT_SCALE,
            "layer": _layers(table),
            "words": {
                name: {"codes": Integers.of(column.codes), "words": Texts(column.words)}
                for name, column in words.items()
                if len(column.words) > 1
            },
            "numbers": {name: column for name, column in numbers.items() if column.said.any()},
        },
        "shapes": shapes,
        **reports_data(table),
    }


def check(table: Any) -> None:
    """Say in one sentence what a table lacks to be drawn.

    Parameters
    ----------
    table
        What the user gave.

    Raises
    ------
    InputError
        Naming the column.
    """
    from geopandas import GeoDataFrame

    if not isinstance(table, GeoDataFrame):
        raise InputError(
            f"the incidents are a {type(table).__name__}, not a GeoDataFrame: they have no geometry"
        )
    if table.active_geometry_name is None:
        raise InputError("the incidents have no column 'geometry'")
    for name in NEEDED:
        if name not in table.columns:
            raise InputError(f"the incidents have no column {name!r}")
    if not table.columns.is_unique:
        twice = table.columns[table.columns.duplicated()][0]
        raise InputError(f"the incidents have two columns {twice!r}")


def points(table: GeoDataFrame) -> tuple[Integers, Integers]:
    """Give the point to stand on for every row: longitude and latitude in steps of `POINT_SCALE`, or none.

    Parameters
    ----------
    table
        Any geometries in any CRS; those without a CRS are taken as longitude and latitude.

    Returns
    -------
    x, y
        A point of a line or an area is one on it; one outside the world is none, and said so.
    """
    import shapely

    shapes = np.asarray(_on_the_globe(table.geometry).array).copy()
    shapes[shapely.is_empty(shapes)] = None
    others = ~np.isin(shapely.get_type_id(shapes), (-1, 0))
    shapes[others] = shapely.point_on_surface(shapes[others])
    x, y = shapely.get_x(shapes), shapely.get_y(shapes)
    there = np.isfinite(x) & np.isfinite(y)
    inside = there & (np.abs(x) <= 180) & (np.abs(y) <= 90)
    outside = np.flatnonzero(there & ~inside)
    if outside.size:
        first = outside[0]
        _warn(outside, f"the point ({x[first]:g}, {y[first]:g}) lies outside the world")
    return _steps(x, inside), _steps(y, inside)


def _steps(degrees: NDArray[np.float64], said: NDArray[np.bool_]) -> Integers:
    return Integers(np.rint(np.where(said, degrees, 0) * POINT_SCALE).astype(np.int64), said)


def areas(table: GeoDataFrame) -> NDArray[np.object_]:
    """Give the area of every row: its footprint, else its geometry where that is more than a point, else None."""
    import shapely

    found = np.asarray(_on_the_globe(table.geometry).array).copy()
    thin = (shapely.get_dimensions(found) == 1) | (shapely.get_num_geometries(found) > 1)
    thin &= shapely.area(found) == 0
    found[thin] = shapely.buffer(found[thin], ALONG, quad_segs=4)
    found[~(shapely.area(found) > 0)] = None
    if "footprint" not in table.columns:
        return found
    column = table["footprint"]
    if hasattr(column, "crs"):
        column = _on_the_globe(column)
    for row in np.flatnonzero(column.notna()):
        try:
            found[row] = cells.shape(column.iloc[row]) or found[row]
        except ValueError as error:
            _warn([row], f"the footprint is {error}")
    return found


def _on_the_globe(series: GeoSeries) -> GeoSeries:
    return series if series.crs is None else series.to_crs(CRS)


def span(table: GeoDataFrame) -> tuple[Integers, Integers]:
    """Give the first and the last day of every row, counted from 1970-01-01; a date alone is all that it names."""
    start, named = _days(table, "date_start")
    _, end = _days(table, "date_end")
    backwards = np.flatnonzero(start.said & end.said & (end.values < start.values))
    if backwards.size:
        _warn(backwards, "date_end is before date_start; it is left out")
    is_end = end.said & ~(start.said & (end.values < start.values))
    # A date alone is a day, or the month or the year that it names.
    alone = start.said & ~is_end & (~vague(table) | (named.values > start.values))
    return start, Integers(np.where(alone, named.values, end.values), is_end | alone)


def vague(table: GeoDataFrame) -> NDArray[np.bool_]:
    """Tell of which rows the span says how little is known, not how long it lasted."""
    if "date_precision" not in table:
        return np.zeros(len(table), dtype=bool)
    precision = columns.whole(table["date_precision"])
    return np.asarray(precision.said & (precision.values != 1))


def _days(table: GeoDataFrame, name: str) -> tuple[Integers, Integers]:
    def unread(found: list[Any], rows: NDArray[np.int64]) -> None:
        wrong = "is not a date; it is" if len(found) == 1 else "are not dates; they are"
        _warn(rows, f"{name} {_some(found)} {wrong} left out")

    if name not in table:
        none = Integers(np.zeros(len(table), dtype=np.int64), np.zeros(len(table), dtype=bool))
        return none, none
    return columns.days(table[name], unread)


def _layers(table: GeoDataFrame) -> Integers:
    written = columns.words(table["layer"], lambda cell: cells.text(cell).casefold())
    number: dict[str, int] = {layer: i for i, layer in enumerate(LAYERS)}
    unknown = [code for code, word in enumerate(written.words) if word and word not in number]
    if unknown:
        found = _some([written.words[code] for code in unknown])
        what = "unknown layer" if len(unknown) == 1 else "unknown layers"
        _warn(np.flatnonzero(np.isin(written.codes, unknown)), f"{what} {found}, drawn as 'other'")
    without = np.flatnonzero(written.codes == 0)
    if without.size:
        _warn(without, "no layer, drawn as 'other'")
    known = np.array([number.get(word, number["other"]) for word in written.words], dtype=np.int64)
    return Integers.of(known[written.codes])


def _some(found: list[Any]) -> str:
    """Quote the first few of what was found."""
    quoted = ", ".join(repr(cells.text(cell)) for cell in found[:MOST_QUOTED])
    return quoted if len(found) <= MOST_QUOTED else f"{quoted}, ..."


def _shared(found: NDArray[np.object_]) -> tuple[Integers, list[Polygons]]:
    """Write each area once; the rows name it by its number."""
    numbers: dict[str, int] = {}
    shapes: list[Polygons] = []
    which = np.full(len(found), -1, dtype=np.int64)
    for row in np.flatnonzero([area is not None for area in found]):
        written = polygons(found[row])
        if written:
            which[row] = numbers.setdefault(repr(written), len(numbers))
            if which[row] == len(shapes):
                shapes.append(written)
    return Integers(which, which >= 0), shapes


def _warn(rows: Any, message: str) -> None:
    """Say it once for all rows of which it is true."""
    others = f" and {len(rows) - 1:,} more" if len(rows) > 1 else ""
    warnings.warn(f"row {int(rows[0]) + 1}{others}: {message}", InputWarning, stacklevel=3)
