"""A table of places: name, latitude, longitude and more, under any of the names that such columns go by."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geoiraq.documents.delimited import Table, open_table
from geoiraq.errors import InputError
from geoiraq.places.place import FormerName
from geoiraq.places.sources.feature import Feature, Item, Refused, UnusableRowError, number_of, point_of
from geoiraq.places.sources.kinds import PACKAGE, by_population, country_of, kind_named, prominence_of
from geoiraq.vocabulary import read_words

LONGEST_CELL = 1 << 16
_NAMES = (("names_en", ""), ("names_ar", "ar"), ("names_ku", "ckb"), ("names_kmr", "kmr"))
_LISTS = str.maketrans("؛|\n", ";;;")


def columns_of(header: Iterable[str]) -> dict[str, str]:
    """Say which columns of a table are which of ours.

    Parameters
    ----------
    header
        The table's names of its columns.

    Returns
    -------
    dict of str to str
        Our name to the table's.

    Examples
    --------
    >>> columns_of(["Location name in English", "LAT", "Long", "Families"])
    {'name': 'Location name in English', 'latitude': 'LAT', 'longitude': 'Long'}
    """
    written = {_folded(name): name for name in reversed(list(header))}
    found = {}
    for ours, spellings in read_words(PACKAGE, "columns")["columns"].items():
        theirs = next((written[spelling] for spelling in spellings if spelling in written), None)
        if theirs is not None:
            found[ours] = theirs
    return found


def is_places(columns: Mapping[str, str]) -> bool:
    """Tell whether a table has what a place needs."""
    return {"name", "latitude", "longitude"} <= columns.keys()


def is_dtm(header: Iterable[str]) -> bool:
    """Tell whether a table's columns are those of IOM's list."""
    folded = {_folded(name) for name in header}
    groups = read_words(PACKAGE, "columns")["dtm"].values()
    return all(any(spelling in folded for spelling in group) for group in groups)


def read(path: Path) -> Iterator[Item]:
    """Read the places of a table."""
    with _opened(path) as table:
        columns = columns_of(table.columns)
        if not is_places(columns):
            raise InputError(missing(columns))
        for row in table.rows:
            if row.flaw and not row.cells:
                yield Refused(row.number, row.flaw)
                continue
            try:
                yield feature(row.number, row.cells, columns)
            except UnusableRowError as error:
                yield error.of(row.number)


def missing(columns: Mapping[str, str]) -> str:
    """Say which column a table lacks."""
    lacks = next(name for name in ("name", "latitude", "longitude") if name not in columns)
    return f"has no column that is called {lacks}, or one of the other names for it"


@contextmanager
def _opened(path: Path) -> Iterator[Table]:
    try:
        with open_table(path) as table:
            yield table
    except csv.Error as error:
        raise InputError(f"is no table that can be read ({error})") from None


def feature(
    row: int,
    cells: Mapping[str, Any],
    columns: Mapping[str, str],
    point: tuple[float, float] | None = None,
) -> Feature:
    """Read a place from cells.

    Parameters
    ----------
    row
        The row's number.
    cells
        By the table's names of its columns.
    columns
        Our names of the columns to the table's.
    point
        Latitude and longitude, where they stand beside the cells.

    Returns
    -------
    Feature
        The place.

    Raises
    ------
    UnusableRowError
        Where it has no name or no point.
    """
    texts = {ours: _text(cells.get(theirs)) for ours, theirs in columns.items()}
    name = texts.get("name", "")
    if not name:
        raise UnusableRowError("has no name")
    latitude, longitude = point or point_of(texts.get("latitude"), texts.get("longitude"))
    names = [(name, "")]
    names += [(n, lang) for column, lang in _NAMES for n in _listed(texts.get(column, ""), column)]
    people = number_of(texts.get("population", "")) or 0
    kind = _kind(texts, people, is_ours=_folded(columns.get("kind", "")) == "kind")
    prominence = number_of(texts.get("prominence", ""))
    radius = number_of(texts.get("radius_km", ""))
    return Feature(
        row=row,
        latitude=latitude,
        longitude=longitude,
        names=tuple(names),
        kind=kind,
        source_id=texts.get("place_id") or texts.get("source_id", ""),
        same_as=texts.get("place_id", ""),
        country=country_of(texts.get("country", "")),
        governorate=texts.get("governorate", ""),
        district=texts.get("district", ""),
        radius_km=radius if radius and radius > 0 else None,
        prominence=prominence_of(kind, population=people) if prominence is None else int(prominence),
        former_names=_former_names(texts.get("former_names", "")),
        source=texts.get("source", "")[:100],
        licence=texts.get("licence", "")[:100],
        note=texts.get("note", "")[:300],
    )


def _kind(texts: Mapping[str, str], people: float, *, is_ours: bool) -> str:
    """Read the kind; a column that is merely called "type" may hold anything."""
    written = texts.get("kind", "")
    kind = kind_named(written)
    if written and not kind and is_ours:
        raise UnusableRowError("is of a kind that is not known", written)
    return by_population(kind, people) if kind == "village" else kind


def _text(value: Any) -> str:
    if value is None or value != value:
        return ""
    text = str(value).strip()
    if len(text) > LONGEST_CELL:
        raise UnusableRowError("has a cell that is longer than any description of a place")
    if "\0" in text:
        raise UnusableRowError("has zero bytes")
    # The apostrophe that keeps a spreadsheet from taking a text for a formula is not part of it.
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text


def _listed(text: str, column: str) -> list[str]:
    separated = text.translate(_LISTS)
    parts = separated.split(";") if ";" in separated or column != "names_en" else separated.split(",")
    return [name for part in parts if (name := part.strip())]


def _former_names(text: str) -> tuple[FormerName, ...]:
    """Read names as our own tables write them: "Saddam City|1982|2003-04;..."."""
    parts = [part.split("|") for part in text.split(";") if part]
    return tuple(FormerName(part[0], part[1][:10], part[2][:10]) for part in parts if len(part) == 3)


def _folded(name: str) -> str:
    return "".join(c for c in str(name).casefold() if c.isalnum())
