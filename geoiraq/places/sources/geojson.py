"""GeoJSON of any size: one feature after the other is parsed, never the whole file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoiraq.errors import InputError

#: No place's description, outline included, is longer.
LONGEST_FEATURE = 64 << 20
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class RawFeature:
    """A feature as a file has it: a number counted from 1, the object, and whatever stands beside `features`."""

    number: int
    value: dict[str, Any]


def features(path: Path) -> Iterator[RawFeature]:
    """Read the features of a feature collection, or a single feature.

    Parameters
    ----------
    path
        A file in UTF-8.

    Yields
    ------
    RawFeature
        Objects only; what else the list holds comes as an empty object.

    Raises
    ------
    InputError
        Where it is no GeoJSON feature collection.
    """
    for number, value in enumerate(_features(_Text(path)), start=1):
        yield RawFeature(number, value if isinstance(value, dict) else {})


def properties_of(value: dict[str, Any]) -> dict[str, Any]:
    """Give a feature's properties; none where they are no object."""
    properties = value.get("properties")
    return properties if isinstance(properties, dict) else {}


def _features(text: _Text) -> Iterator[Any]:
    text.expect("{")
    single: dict[str, Any] = {}
    if text.peek() == "}":
        raise InputError("is no GeoJSON feature collection")
    while True:
        key = text.value()
        text.expect(":")
        if key == "features":
            yield from _items(text)
            return
        single[str(key)] = text.value()
        if text.peek() != ",":
            text.expect("}")
            break
        text.expect(",")
    if single.get("type") != "Feature":
        raise InputError("is no GeoJSON feature collection")
    yield single


def _items(text: _Text) -> Iterator[Any]:
    text.expect("[")
    if text.peek() == "]":
        return
    while True:
        yield text.value()
        if text.peek() != ",":
            text.expect("]")
            return
        text.expect(",")


class _Text:
    """JSON text of which only the part that is being parsed is held."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pieces = self._read()
        self._held, self._at, self._ended = "", 0, False

    def peek(self) -> str:
        """Give the next character that is no space."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in " \t\r\n\ufeff":
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                raise InputError("is no GeoJSON: it ends before it is complete")

    def expect(self, character: str) -> None:
        """Go past a character that must come next."""
        found = self.peek()
        if found != character:
            raise InputError(f"is no GeoJSON: {found!r} stands where {character!r} is needed")
        self._at += 1

    def value(self) -> Any:
        """Parse the next value; as much is read as it needs, twice as much each time."""
        self.peek()
        wanted = _CHUNK
        while True:
            try:
                value, end = _DECODER.raw_decode(self._held, self._at)
                # A number may go on in what was not read yet.
                if end < len(self._held) or self._ended or isinstance(value, dict | list | str):
                    self._at = end
                    return value
            except json.JSONDecodeError as error:
                if self._ended:
                    raise InputError(f"is no GeoJSON ({error.msg})") from None
            except (RecursionError, ValueError):
                raise InputError("is no GeoJSON that can be read: it is nested too deep") from None
            if len(self._held) - self._at > LONGEST_FEATURE:
                raise InputError("is no GeoJSON that can be read: a feature is longer than 64 MB, or broken")
            wanted = max(wanted * 2, len(self._held) - self._at)
            self._more(wanted)

    def _more(self, wanted: int = 1) -> bool:
        parts, length = [self._held[self._at :]], 0
        for piece in self._pieces:
            parts.append(piece)
            length += len(piece)
            if length >= wanted:
                break
        else:
            self._ended = True
        self._held, self._at = "".join(parts), 0
        return length > 0

    def _read(self) -> Iterator[str]:
        try:
            with self._path.open(encoding="utf-8-sig") as file:
                while piece := file.read(_CHUNK):
                    yield piece
        except UnicodeDecodeError:
            raise InputError("is no GeoJSON: it is not in UTF-8") from None


_DECODER = json.JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) < 300 else float("nan"))
