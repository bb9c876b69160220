"""Writes the page's block of data: compact, and unable to be anything but data.

The block is JSON in which every column of whole numbers and every list of texts is only a reference into what
follows it: bytes for the numbers, one long text for the texts. All of it is deflated and written as base64, so
that nothing in it can be taken for markup. `web/src/block.ts` reads it.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import deflate
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

#: Outlines are whole steps of this many a degree: about 100 m, less than any line on the map is wide.
SCALE = 1000

Ring = list[int]
Polygons = list[list[Ring]]

# What could end a script element or be taken for markup, and halves of characters, which no file can hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udfff]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, eq=False)
class Integers:
    """A column of whole numbers.

    Attributes
    ----------
    values
        One a row.
    said
        False for the rows that have none.
    """

    values: NDArray[np.int64]
    said: NDArray[np.bool_]

    @classmethod
    def of(cls, values: Iterable[int]) -> Integers:
        """Give a column in which every row has its number.

        Parameters
        ----------
        values
            One a row.

        Returns
        -------
        Integers
            Of these.
        """
        column = np.asarray(values if isinstance(values, np.ndarray) else list(values), dtype=np.int64)
        return cls(column, np.ones(len(column), dtype=bool))


@dataclass(frozen=True, eq=False)
class Texts:
    """A list of texts, which the page reads one by one when they are asked for."""

    texts: Sequence[str]


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
    return _UNSAFE.sub(_escape, _json(value))


def sealed(value: Any) -> str:
    """Write a value as a sealed block: same value, same text.

    Parameters
    ----------
    value
        As for `as_json`, with `Integers` and `Texts` anywhere in it.

    Returns
    -------
    str
        Base64 of what the module's description says.
    """
    prose: list[str] = []
    columns: list[bytes] = []
    length = 0

    def refer(part: Any) -> dict[str, Any]:
        nonlocal length
        if not isinstance(part, Texts):
            return _integers(part, columns)
        lengths = _lengths(part.texts)
        prose.extend(part.texts)
        length += int(lengths.values.sum())
        return {"at": length - int(lengths.values.sum()), "lengths": _integers(lengths, columns)}

    head = _json(value, refer)
    written = [_HALVES.sub(_escape, part).encode() for part in (head, _json("".join(prose)))]
    sizes = np.array([len(part) for part in written], dtype="<u4").tobytes()
    return base64.b64encode(deflate.zlib_compress(b"".join([sizes, *written, *columns]))).decode("ascii")


def _json(value: Any, default: Any = None) -> str:
    return json.dumps(value, default=default, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _lengths(texts: Sequence[str]) -> Integers:
    """Count as the browser does: a character beyond the basic plane is two."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    if _BEYOND.search("".join(texts)):
        lengths += np.fromiter(
            (len(_BEYOND.findall(text)) for text in texts), dtype=np.int64, count=len(texts)
        )
    return Integers.of(lengths)


def _integers(column: Integers, columns: list[bytes]) -> dict[str, Any]:
    """Write the least value apart and the rest byte by byte: all lowest bytes, then all second bytes, and so on."""
    values, said = column.values, column.said
    gaps = not said.all()
    known = values[said]
    least = int(known.min()) if known.size else 0
    steps = np.where(said, values - least + gaps, 0)
    most = int(steps.max()) if steps.size else 0
    width = (most.bit_length() + 7) // 8
    planes = np.ascontiguousarray(steps, dtype="<i8").view(np.uint8).reshape(-1, 8)[:, :width]
    at = sum(map(len, columns))
    columns.append(planes.T.tobytes())
    return {"at": at, "count": len(values), "width": width, "least": least, "gaps": gaps}


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


def steps(coordinates: Any) -> Ring:
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
    points = np.rint(np.asarray(coordinates, dtype=float)[:, :2] * SCALE).astype(np.int64)
    differences = np.diff(points, axis=0)
    kept = differences[differences.any(axis=1)]
    written: Ring = np.concatenate([points[:1], kept]).ravel().tolist()
    return written
