"""The incident table as a picture needs it: what, where on the plane, how many killed, how exactly known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from geoiraq.incidents.incident import LAYERS
from geoiraq.maps import columns
from geoiraq.maps.incidents import POINT_SCALE, areas, check, points, span, vague
from geoiraq.maps.still.view import kilometres, on_the_plane

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geoiraq.maps.block import Integers

EPOCH = date(1970, 1, 1).toordinal()
#: Where the place is known only to be somewhere within an area.
APPROXIMATE = frozenset({"relative", "between", "district", "governorate", "landform", "country", "unknown"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One incident.

    Attributes
    ----------
    layer
        What it is.
    point
        On the plane, in kilometres; None where there is none.
    area
        Where it may have been, on the plane; None where the point says it.
    killed
        By the best number there is.
    start, end
        When, inclusive; None where that is open.
    whole_days
        Whether start and end say how long it lasted, not how little is known.
    nationwide
        Whether it is known only to have been in the country.
    """

    layer: str
    point: tuple[float, float] | None
    area: BaseGeometry | None
    killed: int
    start: date | None
    end: date | None
    whole_days: bool
    nationwide: bool


def marks_of(table: GeoDataFrame) -> list[Mark]:
    """Read the incident table.

    Parameters
    ----------
    table
        The incident table; it needs geometry, layer and date_start.

    Returns
    -------
    list of Mark
        One a row.

    Raises
    ------
    InputError
        Where a needed column is missing, naming it.
    """
    check(table)
    x, y = points(table)
    plane = kilometres(np.column_stack([x.values, y.values]) / POINT_SCALE)
    place = [(float(x), float(y)) for x, y in plane]
    layer, basis = _words(table, "layer", str.casefold), _words(table, "basis")
    start, end = span(table)
    radius, killed = _numbers(table, "radius_km"), _killed(table)
    whole_days = ~vague(table)
    projected: dict[bytes, BaseGeometry] = {}  # many incidents share a governorate: it is projected once
    marks = []
    for row, area in enumerate(areas(table)):
        nationwide = basis[row] == "country"
        point = place[row] if x.said[row] and not nationwide else None
        marks.append(
            Mark(
                layer=layer[row] if layer[row] in LAYERS else "other",
                point=point,
                area=point and _area(basis[row], point, area, float(radius[row]), projected),
                killed=int(killed[row]),
                start=_day(start, row),
                end=_day(end, row),
                whole_days=bool(whole_days[row]),
                nationwide=nationwide,
            )
        )
    return marks


def _words(table: GeoDataFrame, name: str, fold: Callable[[str], str] = str) -> list[str]:
    if name not in table:
        return [""] * len(table)
    column = columns.words(table[name])
    folded = [fold(word) for word in column.words]
    return [folded[code] for code in column.codes]


def _numbers(table: GeoDataFrame, name: str) -> NDArray[np.float64]:
    """Give a column's numbers, kept to the third place; NaN where there is none."""
    if name not in table:
        return np.full(len(table), np.nan)
    column = columns.whole(table[name], 0.001)
    return np.where(column.said, column.values / 1000, np.nan)


def _killed(table: GeoDataFrame) -> NDArray[np.float64]:
    best, low, high = (_numbers(table, f"fatalities_{which}") for which in ("best", "low", "high"))
    known = np.where(np.isnan(best), np.where(np.isnan(low), high, low), best)
    return np.nan_to_num(known)


def _day(days: Integers, row: int) -> date | None:
    return date.fromordinal(EPOCH + int(days.values[row])) if days.said[row] else None


def _area(
    basis: str,
    point: tuple[float, float],
    area: BaseGeometry | None,
    radius: float,
    projected: dict[bytes, BaseGeometry],
) -> BaseGeometry | None:
    from shapely.geometry import Point

    if basis and basis not in APPROXIMATE:
        return None
    if area is not None:
        known = area.wkb
        if known not in projected:
            projected[known] = on_the_plane(area)
        return projected[known]
    return Point(point).buffer(radius, quad_segs=24) if basis and radius > 0 else None


def seen_within(marks: Sequence[Mark], bounds: tuple[float, float, float, float]) -> list[Mark]:
    """Give the marks whose point lies within a part of the plane."""
    west, south, east, north = bounds
    return [m for m in marks if m.point and west <= m.point[0] <= east and south <= m.point[1] <= north]
