"""Writes the page's one block of data: compact, and unable to be anything but data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Coordinates are whole steps of this many a degree: about 100 m, less than any line on the map is wide.
SCALE = 1000

Ring = list[int]
Polygons = list[list[Ring]]

# What could end the block or be taken for markup, and halves of characters, which no file can hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def as_json(value: Any) -> str:
    r"""Write a value as JSON that is inert within a page.

    Parameters
    ----------
    value
        Lists, dictionaries with text keys, text, numbers, None.

    Returns
    -------
    str
        JSON without any of ``< > &`` and without line separators.

    Examples
    --------
    >>> as_json({"quote": "</script>"})
    '{"quote":"\\u003c/script\\u003e"}'
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def column(values: Sequence[Any]) -> Any:
    """Write a column: as it is, or its distinct values and which of them each row has, where that is shorter.

    Parameters
    ----------
    values
        The cells; None or empty text for nothing.

    Returns
    -------
    list or dict
        The cells, or ``{"values": [...], "index": [...]}`` with -1 for nothing.
    """
    cells = [None if value == "" else value for value in values]
    distinct = list(dict.fromkeys(cell for cell in cells if cell is not None))
    if not any(isinstance(cell, str) for cell in distinct) or len(distinct) > len(cells) / 2:
        return cells
    place = {value: i for i, value in enumerate(distinct)}
    return {"values": distinct, "index": [-1 if cell is None else place[cell] for cell in cells]}


def polygons(shape: BaseGeometry) -> Polygons:
    """Write the polygons of a shape, each as its rings."""
    import shapely

    parts = shapely.get_parts(shape)
    found = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    nested = [part for part in parts if part.geom_type in ("MultiPolygon", "GeometryCollection")]
    own = [[steps(ring.coords) for ring in (part.exterior, *part.interiors)] for part in found]
    kept = [[ring for ring in rings if len(ring) >= 6] for rings in own]
    return [rings for rings in kept if rings] + [polygon for part in nested for polygon in polygons(part)]


def lines(shape: BaseGeometry) -> list[Ring]:
    """Write the lines of a shape."""
    import shapely

    return [steps(part.coords) for part in shapely.get_parts(shape) if part.geom_type == "LineString"]


def steps(coordinates: Iterable[Sequence[float]]) -> Ring:
    """Write a line as whole steps: the first point, then each point's difference to the one before.

    Parameters
    ----------
    coordinates
        Longitude and latitude, whatever follows is left out.

    Returns
    -------
    list of int
        x, y, dx, dy, dx, dy, ...; steps that go nowhere are left out.

    Examples
    --------
    >>> steps([(44.0, 33.0), (44.5, 33.25)])
    [44000, 33000, 500, 250]
    """
    written: Ring = []
    x = y = 0
    for longitude, latitude, *_ in coordinates:
        to_x, to_y = round(longitude * SCALE), round(latitude * SCALE)
        if not written or (to_x, to_y) != (x, y):
            written += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return written
