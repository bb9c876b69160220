"""Adding a file's places to those that are known: each is joined to one of them, or new, or refused."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from geoiraq.errors import InputError, Problem
from geoiraq.formulas import guarded
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.names import plain
from geoiraq.places.sources.feature import Feature, Item, Refused, UnusableRowError
from geoiraq.places.sources.kinds import is_area
from geoiraq.places.sources.known import Known, name_keys
from geoiraq.places.sources.placing import Home, Placing
from geoiraq.places.sources.row import KEPT_COLUMNS, Names, names_of, row_of

#: More than any country has.
MOST_ROWS = 1_000_000
_BATCH = 2048
#: Of each reason so many rows are told one by one.
_TOLD = 10
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Terms:
    """What rows have that do not say: the user's word first, then the row's own, then the format's."""

    kind: str
    source: str
    licence: str
    usual_source: str
    usual_licence: str


def write_rows(
    items: Iterable[Item],
    book: Gazetteer,
    terms: Terms,
    folder: Path,
    file: str,
    on_problem: Callable[[Problem], None],
) -> dict[str, Any]:
    """Write the places of a file as kept rows and shapes.

    Parameters
    ----------
    items
        What the file holds.
    book
        The places that are known.
    terms
        What rows have that do not say.
    folder
        An empty folder for `places.csv` and `shapes.geojson`.
    file
        As the user named it.
    on_problem
        Told of rows that are refused.

    Returns
    -------
    dict
        The counts of `geoiraq.places.own.Added`.

    Raises
    ------
    InputError
        Where the file has more rows than any country has places, or breaks off.
    """
    refusals = _Refusals(file, on_problem)
    placing, sorting = Placing(book), _Sorting(book, terms)
    with (
        (folder / "places.csv").open("w", encoding="utf-8", newline="") as table,
        _Shapes(folder / "shapes.geojson") as shapes,
    ):
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(KEPT_COLUMNS)
        for features in _batches(refusals.passed(items)):
            for feature, home in zip(features, placing.homes(features), strict=True):
                try:
                    row = sorting.row(feature, home)
                except UnusableRowError as error:
                    refusals(error.of(feature.row))
                    continue
                writer.writerow(map(_guarded, row))
                if feature.shape is not None and is_area(feature.kind or terms.kind):
                    shapes.write(sorting.stands_for, feature.shape)
    refusals.tell_the_rest()
    counts = {"added": sorting.added, "joined": sorting.joined, "names": sorting.names}
    return {"rows": refusals.rows, "shapes": shapes.count, "refused": dict(refusals.counts), **counts}


def _batches(features: Iterator[Feature]) -> Iterator[list[Feature]]:
    while batch := list(islice(features, _BATCH)):
        yield batch


def slug(text: str) -> str:
    """Give an id in lower-case ASCII letters, digits and hyphens; empty where nothing is left.

    Examples
    --------
    >>> slug("Tall al-Laḩm (2)")
    'tall-al-lahm-2'
    """
    if text.isascii() and text.isalnum() and len(text) <= _LONGEST_ID:
        return text.lower()
    kept = (c if c.isascii() and c.isalnum() else " " for c in plain(text[: 4 * _LONGEST_ID]))
    return "-".join("".join(kept).split())[:_LONGEST_ID].strip("-")


class _Sorting:
    """Sorts features into those that are known and those that are new; counts both."""

    def __init__(self, book: Gazetteer, terms: Terms) -> None:
        self._book, self._terms, self._known = book, terms, Known(book)
        self._used: set[str] = set(book.places)
        self.added = self.joined = self.names = 0
        self.stands_for = ""

    def row(self, feature: Feature, home: Home) -> list[str]:
        """Give the row of a feature; `stands_for` is then the place that it is."""
        names = names_of(feature)
        kind = feature.kind or self._terms.kind
        keys = dict.fromkeys(key for name, _ in names.all for key in name_keys(name, kind))
        if not keys:
            raise UnusableRowError("has a name without letters", names.first)
        point = feature.latitude, feature.longitude
        found = self._known.find(keys, kind, point, feature.same_as)
        source = self._terms.source or feature.source or self._terms.usual_source
        licence = self._terms.licence or feature.licence or self._terms.usual_licence
        place_id = self._id(feature, names)
        facts = {"place_id": place_id, "kind": kind, "source": source, "licence": licence}
        if found is None:
            self.added += 1
            self.stands_for = place_id
            row = row_of(feature, home, names, **facts)
            self._known.add(place_id, kind, point, float(row[KEPT_COLUMNS.index("radius_km")]), keys)
            return row
        self.joined += 1
        self.stands_for, km = found
        new = self._new(names, self.stands_for)
        note = f"Its point lies {km:.1f} km from that of {self.stands_for}."
        return row_of(feature, home, new, joined_to=self.stands_for, note=note, **facts)

    def _new(self, names: Names, place_id: str) -> Names:
        """Leave out the names that a known place has, count the others; the first stays, to show what the row is."""
        place = self._book.places.get(place_id)
        if place is None:  # of this very file
            return names
        has = set(place.names)
        new = Names(names.first, tuple(name for name in names.all if name[0] not in has))
        self.names += len(new.all)
        return new

    def _id(self, feature: Feature, names: Names) -> str:
        own = slug(
            feature.source_id.rpartition(":")[2] if "://" not in feature.source_id else feature.source_id
        )
        prefix = slug(self._terms.usual_source)
        stem = f"{prefix}-{own or slug(names.first) or feature.row}"
        place_id, number = stem, 1
        while place_id in self._used:
            number += 1
            place_id = f"{stem}-{number}"
        self._used.add(place_id)
        return place_id


class _Refusals:
    """Counts rows and what is refused of them; tells the first of each reason."""

    def __init__(self, file: str, on_problem: Callable[[Problem], None]) -> None:
        self._file, self._on_problem = file, on_problem
        self.rows = 0
        self.counts: Counter[str] = Counter()

    def __call__(self, refused: Refused) -> None:
        """Count a refused row, and tell it if it is among the first."""
        self.counts[refused.reason] += 1
        if self.counts[refused.reason] <= _TOLD:
            self._on_problem(Problem(self._file, f"{refused}: refused", refused.row))

    def passed(self, items: Iterable[Item]) -> Iterator[Feature]:
        """Give the features; keep the rest."""
        for item in items:
            self.rows += 1
            if self.rows > MOST_ROWS:
                raise InputError(f"has more than {MOST_ROWS:,} rows: give the file of one country")
            if isinstance(item, Refused):
                self(item)
            else:
                yield item

    def tell_the_rest(self) -> None:
        """Tell how many more rows there were of each reason."""
        for reason, count in self.counts.items():
            if count > _TOLD:
                self._on_problem(Problem(self._file, f"{count - _TOLD} more rows: {reason}: refused"))


class _Shapes:
    """Writes shapes as they come, one a line; leaves no file where none came."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self.count = 0

    def __enter__(self) -> _Shapes:
        return self

    def write(self, place_id: str, shape: Any) -> None:
        """Write a shape."""
        from shapely.geometry import mapping

        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8", newline="\n")
            self._file.write('{"type": "FeatureCollection", "features": [\n')
        feature = {"type": "Feature", "properties": {"place_id": place_id}, "geometry": mapping(shape)}
        self._file.write((",\n" if self.count else "") + json.dumps(feature, ensure_ascii=False))
        self.count += 1

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.write("\n]}\n")
            self._file.close()


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a name for a formula."""
    if not cell or cell[0].isalnum():
        return cell

    return guarded(cell)
