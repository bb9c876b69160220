"""Cells of the incident table as values that formats can hold, and as the text that flat formats hold."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_UNKNOWN_CHARACTER = "\ufffd"


def rows(incidents: GeoDataFrame) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield each row's cells as plain values, by column and in the table's order, and its geometry.

    Parameters
    ----------
    incidents
        The table, in any reference system.

    Yields
    ------
    tuple of dict and geometry
        Strings, numbers, lists, mappings, geometries, and None for whatever is missing.
    """
    located = incidents if incidents.crs is None else incidents.to_crs("EPSG:4326")
    geometry = located.active_geometry_name
    names = [name for name in located.columns if name != geometry]
    columns = [_in_degrees(located[name]).tolist() for name in names]
    points = located.geometry.tolist()
    for index, point in enumerate(points):
        cells = {str(name): plain(column[index]) for name, column in zip(names, columns, strict=True)}
        yield cells, point if point is not None and not point.is_empty else None


def _in_degrees(column: Any) -> Any:
    """Only the first column of geometries moves with its table; the footprints need to be told."""
    return column.to_crs("EPSG:4326") if getattr(column, "crs", None) is not None else column


def plain(value: Any) -> Any:
    """Return a value that any format can hold; None for what is missing, and for infinity and NaN."""
    if isinstance(value, str):
        return _HALF_CHARACTER.sub(_UNKNOWN_CHARACTER, value)
    if isinstance(value, dict):
        return {plain(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, BaseGeometry) or value is None or isinstance(value, bool | int):
        return value
    if hasattr(value, "tolist"):  # numpy's scalars and arrays
        return plain(value.tolist())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, date):
        return _iso(value)
    return None if str(value) in ("<NA>", "NaT") else plain(str(value))


def geojson(value: Any) -> Any:
    """Return a geometry as a GeoJSON object; any other value as it is."""
    return _listed(mapping(value)) if isinstance(value, BaseGeometry) else value


def flat(name: str, value: Any, text: Callable[[str], str] = str) -> str | int | float | None:
    """Return a cell for a format that has only text and numbers.

    Parameters
    ----------
    name
        The column.
    value
        As `plain` returns it.
    text
        What the format needs done to a text.

    Returns
    -------
    str, int, float or None
        Areas as WKT, documents joined with semicolons, other lists and mappings as JSON text.
    """
    if isinstance(value, BaseGeometry):
        return value.wkt
    if name == "documents" and isinstance(value, list):
        return text(_joined(value))
    if isinstance(value, list | dict):
        return text(json_text(value))
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else value + 0


def json_text(value: Any) -> str:
    """Return JSON of one line, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "), default=geojson)


def _joined(ids: list[Any]) -> str:
    """Join ids with semicolons; write a JSON list where one has a semicolon, or could be taken for a list."""
    parts = [str(id_) for id_ in ids]
    joined = ";".join(parts)
    return joined if split_ids(joined) == parts else json_text(parts)


def split_ids(text: str) -> list[str]:
    """Part ids that were joined with semicolons, or written as a JSON list."""
    if text.lstrip().startswith("["):
        try:
            listed = json.loads(text)
        except ValueError:
            listed = None
        if isinstance(listed, list):
            return [str(id_) for id_ in listed]
    return [id_ for part in text.split(";") if (id_ := part.strip())]


def _iso(value: date) -> str | None:
    """Write a day as a day; pandas has its days as midnights, and NaT where one is missing."""
    if value != value:
        return None
    return value.isoformat().removesuffix("T00:00:00")


def _listed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return value
