"""A cell's value for the incident table, and what is wrong with it, if anything; nothing is guessed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Any, get_args

from shapely import force_2d, from_wkt
from shapely.errors import ShapelyError
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geoiraq.documents.published import Order, read_day
from geoiraq.exchange.cells import split_ids
from geoiraq.exchange.geojson import geometry_of
from geoiraq.incidents.incident import LAYERS, Basis
from geoiraq.incidents.table import COLUMNS

#: A value, and the reasons for which it is not the one that stands in the file.
Parsed = tuple[Any, tuple[str, ...]]

_BOUNDS = {
    "date_precision": (1, 5),
    "where_precision": (1, 7),
    "acled_geo_precision": (1, 3),
    "confidence": (0, 1),
}
_EVIDENCE_TEXTS = ("document", "title", "publisher", "published", "url", "quote")


def point_of(
    geometry: BaseGeometry | None, latitude: Any, longitude: Any
) -> tuple[Any, Any, tuple[str, ...]]:
    """Return the point to stand on, the area if the geometry is one, and what is wrong with them.

    Parameters
    ----------
    geometry
        The row's geometry, where its format has geometries.
    latitude, longitude
        The row's cells of these names, which count where there is no geometry.

    Returns
    -------
    tuple
        A point or None, a geometry or None, reasons.
    """
    if geometry is None:
        return _from_cells(latitude, longitude)
    try:
        flat = force_2d(geometry)
        point = flat if isinstance(flat, Point) else flat.representative_point()
    except ShapelyError:
        return None, None, ("has a geometry that does not hold together: unplaced",)
    if point.is_empty:
        return None, None, ()
    if not _on_earth(flat):
        return (
            None,
            None,
            (f"lies at latitude {point.y:g}, longitude {point.x:g}, which is nowhere: unplaced",),
        )
    return point, None if flat is point else flat, ()


def _from_cells(latitude: Any, longitude: Any) -> tuple[Any, Any, tuple[str, ...]]:
    if _is_missing(latitude) and _is_missing(longitude):
        return None, None, ()
    x, y = _float(longitude), _float(latitude)
    if x is None or y is None:
        return (
            None,
            None,
            (f"latitude {_shown(latitude)}, longitude {_shown(longitude)} is no place: unplaced",),
        )
    return point_of(Point(x, y), None, None)


def _on_earth(geometry: BaseGeometry) -> bool:
    west, south, east, north = geometry.bounds
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def _text(value: Any) -> Parsed:
    return (value if isinstance(value, str) else "" if _is_missing(value) else str(value)), ()


def _layer(value: Any) -> Parsed:
    layer = str(value or "").strip().lower()
    if layer in LAYERS:
        return layer, ()
    return "other", (f"{_shown(value)} is none of {', '.join(LAYERS)}: taken as other",)


def _basis(value: Any) -> Parsed:
    basis = "" if _is_missing(value) else str(value).strip().lower()
    if not basis or basis in get_args(Basis):
        return basis, ()
    return "unknown", (f"{_shown(value)} is none of {', '.join(get_args(Basis))}: taken as unknown",)


def day_of(value: Any, order: Order | None = None) -> Parsed:
    """Return a day in ISO's form, read in the order of day and month that the file's other dates have."""
    if _is_missing(value):
        return None, ()
    try:
        return (value if isinstance(value, date) else read_day(str(value), order)).isoformat()[:10], ()
    except ValueError as error:
        return None, (f"is not used: {error}",)


def _number(name: str, dtype: str) -> Callable[[Any], Parsed]:
    low, high = _BOUNDS.get(name, (0, math.inf))

    def parse(value: Any) -> Parsed:
        if _is_missing(value):
            return None, ()
        number = _float(value)
        if number is None or (dtype == "Int64" and not number.is_integer()):
            return None, (f"{_shown(value)} is no {'whole ' if dtype == 'Int64' else ''}number: not used",)
        if not low <= number <= high or number >= 2**53:
            return None, (f"{_shown(value)} is out of its range: not used",)
        return (int(number) if dtype == "Int64" else number), ()

    return parse


def _documents(value: Any) -> Parsed:
    if _is_missing(value):
        return [], ()
    return ([str(id_) for id_ in value] if isinstance(value, list) else split_ids(str(value))), ()


def _evidence(value: Any) -> Parsed:
    listed = _from_json(value)
    if _is_missing(listed):
        return [], ()
    if not isinstance(listed, list):
        return [], ("is no list of reports: not used",)
    reports = [_report(item) for item in listed if isinstance(item, dict)]
    return reports, () if len(reports) == len(listed) else ("has reports that are no objects: left out",)


def _report(item: dict[str, Any]) -> dict[str, Any]:
    """Give a report all the facts that one has, in their order."""
    texts = {name: "" if item.get(name) is None else str(item[name]) for name in _EVIDENCE_TEXTS}
    offsets = {name: _number(name, "Int64")(item.get(name))[0] for name in ("start", "end")}
    return {**texts, "published": texts["published"] or None, **offsets}


def _footprint(value: Any) -> Parsed:
    if _is_missing(value):
        return None, ()
    try:
        area = force_2d(_geometry(value))
    except (ValueError, TypeError, ShapelyError):
        return None, ("is no geometry: not used",)
    if area is None or area.is_empty:
        return None, ()
    return (area, ()) if _on_earth(area) else (None, ("lies outside the world: not used",))


def _geometry(value: Any) -> Any:
    if isinstance(value, BaseGeometry):
        return value
    described = _from_json(value)
    return geometry_of(described) if isinstance(described, dict) else from_wkt(described)


def _from_json(value: Any) -> Any:
    """Flat formats have JSON text where others have lists and objects."""
    if not isinstance(value, str) or not value.lstrip().startswith(("[", "{")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _float(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value != value


def _shown(value: Any) -> str:
    text = "(empty)" if _is_missing(value) else str(value)
    return f"'{text[:40]}'"


_SPECIAL: dict[str, Callable[[Any], Parsed]] = {
    "layer": _layer,
    "basis": _basis,
    "date_start": day_of,
    "date_end": day_of,
    "documents": _documents,
    "evidence": _evidence,
    "footprint": _footprint,
}


def _reader(name: str, dtype: str) -> Callable[[Any], Parsed]:
    if name in _SPECIAL:
        return _SPECIAL[name]
    return _number(name, dtype) if dtype in ("Int64", "Float64") else _text


#: How each column of the incident table is read, but for the geometry.
READERS = MappingProxyType(
    {name: _reader(name, dtype) for name, (dtype, _) in COLUMNS.items() if name != "geometry"}
)
