"""The incident table, for the page: columns, each document once, each area once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError, InputWarning
from geoiraq.incidents.incident import LAYERS
from geoiraq.maps import cells
from geoiraq.maps.block import Polygons, column, polygons

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries

CRS = "EPSG:4326"

#: what the page calls a column -> the incident table's name for it
TEXTS = {
    "id": "incident_id",
    "type": "event_type",
    "subtype": "sub_event_type",
    "actor": "actor",
    "target": "target",
    "attribution": "attribution",
    "toponym": "toponym",
    "place": "place_name",
    "governorate": "governorate",
    "district": "district",
    "basis": "basis",
}
COUNTS = {
    "precision": "date_precision",
    "low": "fatalities_low",
    "best": "fatalities_best",
    "high": "fatalities_high",
    "injured": "injured",
    "where_precision": "where_precision",
}
NUMBERS = {"radius": "radius_km", "confidence": "confidence"}

NEEDED = ("layer", "date_start")
DOCUMENT = ("title", "publisher", "published", "url")


def incidents_data(table: GeoDataFrame) -> dict[str, Any]:
    """Lay the incident table out for the page.

    Parameters
    ----------
    table
        The incident table; it needs geometry, layer and date_start.

    Returns
    -------
    dict
        incidents (count, columns, reports), documents, shapes.

    Raises
    ------
    InputError
        Where a needed column is missing, naming it.
    """
    check(table)
    rows = _rows(table)
    documents: dict[tuple[str, ...], int] = {}
    shapes: dict[str, tuple[int, Polygons]] = {}
    spans = [_span(row, number) for number, row in enumerate(rows, start=1)]
    located = [
        None if cells.text(row.get("basis")) == "country" else point
        for row, point in zip(rows, points(table), strict=True)
    ]
    columns: dict[str, list[Any]] = {
        **{name: [cells.text(row.get(source)) for row in rows] for name, source in TEXTS.items()},
        **{name: [cells.count(row.get(source)) for row in rows] for name, source in COUNTS.items()},
        **{name: [cells.number(row.get(source)) for row in rows] for name, source in NUMBERS.items()},
        "layer": [_layer(row["layer"], number) for number, row in enumerate(rows, start=1)],
        "start": [start.isoformat() if start else None for start, _ in spans],
        "end": [end.isoformat() if end else None for _, end in spans],
        "lat": [point and point[0] for point in located],
        "lon": [point and point[1] for point in located],
        "shape": [_shared(area, shapes) for area in areas(table)],
    }
    reports = [[_report(report, documents) for report in _reports(row)] for row in rows]
    written = {
        name: column(values) for name, values in columns.items() if any(v not in (None, "") for v in values)
    }
    return {
        "incidents": {"count": len(rows), "columns": written, "reports": reports},
        "documents": [dict(zip(("id", *DOCUMENT), document, strict=True)) for document in documents],
        "shapes": [shape for _, shape in shapes.values()],
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


def points(table: GeoDataFrame) -> list[list[float] | None]:
    """Give the point to stand on for every row: latitude and longitude, or None.

    Parameters
    ----------
    table
        Any geometries in any CRS; those without a CRS are taken as longitude and latitude.

    Returns
    -------
    list
        A point of a line or an area is one on it; one outside the world is none, and said so.
    """
    import shapely

    found: list[list[float] | None] = []
    for number, geometry in enumerate(_on_the_globe(table.geometry), start=1):
        if geometry is None or geometry.is_empty:
            found.append(None)
            continue
        point = geometry if geometry.geom_type == "Point" else shapely.point_on_surface(geometry)
        inside = abs(point.x) <= 180 and abs(point.y) <= 90
        if not inside:
            _warn(f"row {number}: the point ({point.x:g}, {point.y:g}) lies outside the world")
        found.append([round(point.y, 5), round(point.x, 5)] if inside else None)
    return found


def areas(table: GeoDataFrame) -> list[Any]:
    """Give the area of every row: its footprint, else its geometry where that is an area, else None."""
    own = [g if g is not None and g.area > 0 else None for g in _on_the_globe(table.geometry)]
    if "footprint" not in table.columns:
        return own
    column = table["footprint"]
    if hasattr(column, "crs"):
        column = _on_the_globe(column)
    given: list[Any] = []
    for number, cell in enumerate(column, start=1):
        try:
            given.append(cells.shape(cell))
        except ValueError as error:
            _warn(f"row {number}: the footprint is {error}")
            given.append(None)
    return [area if area is not None else fallback for area, fallback in zip(given, own, strict=True)]


def _rows(table: GeoDataFrame) -> list[Mapping[str, Any]]:
    wanted = {*NEEDED, *TEXTS.values(), *COUNTS.values(), *NUMBERS.values()}
    wanted |= {"date_end", "evidence", "documents", "quote"}
    names = [name for name in table.columns if name in wanted]
    return [dict(zip(names, row, strict=True)) for row in zip(*(table[name] for name in names), strict=True)]


def _on_the_globe(series: GeoSeries) -> GeoSeries:
    return series if series.crs is None else series.to_crs(CRS)


def _span(row: Mapping[str, Any], number: int) -> tuple[date | None, date | None]:
    start, end = _day(row, "date_start", number), _day(row, "date_end", number)
    if start and end and end < start:
        _warn(f"row {number}: date_end {end} is before date_start {start}; it is left out")
        end = None
    if start and end is None and cells.count(row.get("date_precision")) in (None, 1):
        end = start  # a date alone is a day
    return start, end


def _day(row: Mapping[str, Any], name: str, number: int) -> date | None:
    try:
        return cells.day(row.get(name))
    except ValueError:
        _warn(f"row {number}: {name} {cells.text(row[name])!r} is not a date; it is left out")
        return None


def _layer(value: Any, number: int) -> str:
    layer = cells.text(value).casefold()
    if layer not in LAYERS:
        _warn(f"row {number}: unknown layer {cells.text(value)!r}, drawn as 'other'")
        return "other"
    return layer


def _shared(area: Any, shapes: dict[str, tuple[int, Polygons]]) -> int | None:
    written = polygons(area) if area is not None else []
    if not written:
        return None
    return shapes.setdefault(repr(written), (len(shapes), written))[0]


def _reports(row: Mapping[str, Any]) -> Iterable[Mapping[str, str]]:
    told = cells.evidence(row.get("evidence"))
    if told:
        return told
    named = cells.documents(row.get("documents"))
    quote = cells.text(row.get("quote"))
    if named:
        return [{"document": document, "quote": quote if i == 0 else ""} for i, document in enumerate(named)]
    return [{"document": "", "quote": quote}] if quote else []


def _report(report: Mapping[str, str], documents: dict[tuple[str, ...], int]) -> list[Any]:
    document = (report.get("document", ""), *(report.get(name, "") for name in DOCUMENT))
    return [documents.setdefault(document, len(documents)), report.get("quote", "")]


def _warn(message: str) -> None:
    warnings.warn(message, InputWarning, stacklevel=2)
