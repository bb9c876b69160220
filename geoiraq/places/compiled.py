"""A gazetteer made ready: its places, shapes and index in one file.

Reading tables and making every key takes some ten times as long as reading what was made of them. The file that
comes with the package is written when that is built, the one with the user's own places when they are first read.
Each holds a stamp of what it was made from; where that has changed since, or the file cannot be read, the tables
are read instead.
"""

from __future__ import annotations

import gc
import marshal
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, fields
from importlib.resources.abc import Traversable
from typing import Any

from geoiraq.places.index import NameIndex, build_index
from geoiraq.places.place import FormerName, Place, Presence
from geoiraq.places.tables import SHAPES, read_places, read_shapes, tables

#: The oldest version of the format that every Python this runs on can read.
FORMAT = 4
#: What a name's keys depend on, beside the name.
KEY_MAKERS = (
    "names.py",
    "kinds.py",
    "index.py",
    "place.py",
    "compiled.py",
    "words/spelling.toml",
    "words/kinds.toml",
)

Parts = tuple[dict[str, Place], dict[str, Any], NameIndex]


def compile_tables(data: Traversable, places_package: Traversable) -> bytes:
    """Make the gazetteer's tables ready.

    Parameters
    ----------
    data
        The folder laid out as gazetteer/README.md says.
    places_package
        The folder of `geoiraq.places`.

    Returns
    -------
    bytes
        For `unpack`, with the fingerprint of both.
    """
    index = build_index(read_places(data).values())
    return pack(index, read_shapes(data), fingerprint(data, places_package))


def pack(index: NameIndex, shapes: dict[str, Any], stamp: str) -> bytes:
    """Write places, their shapes and their index as bytes.

    Parameters
    ----------
    index
        The index, which holds the places.
    shapes
        GeoJSON geometries by place id.
    stamp
        Of what they were made from.

    Returns
    -------
    bytes
        For `unpack`.
    """
    names = [getattr(index, name) for name in _INDEX_PARTS]
    return marshal.dumps((stamp, [_row(place) for place in index.places], shapes, names), FORMAT)


def unpack(file: Traversable, stamp: str) -> Parts | None:
    """Read what `pack` wrote.

    Parameters
    ----------
    file
        Where it was written.
    stamp
        Of what it must have been made from.

    Returns
    -------
    tuple or None
        Places, shapes and index; None where the file is not there, is damaged, or was made from something else.
    """
    if not file.is_file():
        return None
    try:
        with _not_collecting():
            made_from, *content = marshal.loads(file.read_bytes())
            return _parts(*content) if made_from == stamp else None
    except (EOFError, ValueError, TypeError):
        return None


def _parts(rows: Any, shapes: Any, names: Any) -> Parts:
    places = [_place(row) for row in rows]
    return {place.place_id: place for place in places}, shapes, NameIndex(places, *names)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Put off the collection of garbage: of what is read nothing is, and looking takes as long as reading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def fingerprint(data: Traversable, places_package: Traversable) -> str:
    """Sum up the tables and what the keys are made with: other content, other sums.

    Parameters
    ----------
    data, places_package
        As for `compile_tables`.

    Returns
    -------
    str
        Length and CRC-32 of every file; a change is told, not an attack, and hashlib takes longer to import.
    """
    contents = (
        (file.name, file.read_bytes().replace(b"\r\n", b"\n")) for file in _sources(data, places_package)
    )
    return " ".join(f"{name}:{len(content)}:{zlib.crc32(content):08x}" for name, content in contents)


def _sources(data: Traversable, places_package: Traversable) -> Iterator[Traversable]:
    yield from tables(data)
    for name in ("presence.csv", "former_names.csv", *SHAPES):
        if (data / name).is_file():
            yield data / name
    for name in KEY_MAKERS:
        yield places_package / name


_INDEX_PARTS = tuple(f.name for f in fields(NameIndex) if f.name != "places")


def _row(place: Place) -> tuple[Any, ...]:
    *plain, presence, former = place
    return (*plain, tuple(map(astuple, presence)), tuple(map(astuple, former)))


def _place(row: tuple[Any, ...]) -> Place:
    *plain, presence, former = row
    if not presence and not former:
        return Place._make(row)
    return Place._make((*plain, tuple(Presence(*p) for p in presence), tuple(FormerName(*f) for f in former)))
