"""A review table, as a person left it: its rows, and in each what the person wants."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from geoiraq.documents.delimited import Row as TableRow
from geoiraq.documents.delimited import open_table
from geoiraq.documents.published import Order, order_of_days
from geoiraq.errors import InputError, ReviewError
from geoiraq.formulas import unguarded
from geoiraq.incidents.review.fields import EMPTY, FIELDS

VERDICTS = ("", "accept", "reject")
#: The columns of a review table besides the fields, those that a person writes in first.
VERDICT, MERGE, PASSAGES, ID, EVIDENCE, AS_READ = (
    *("verdict", "merge_with", "passages"),
    *("incident_id", "evidence", "as_read"),
)
#: What stands in `reviewed` of an incident that a person rejected.
REJECTED = "rejected"
_NUMBERS = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
_IDS = re.compile(r"[^\s;,]+")
_LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the incident that it speaks of, and what a person wants done with it.

    Attributes
    ----------
    number
        Counted from 1 after the header.
    incident_id
        The incident.
    verdict
        "accept", "reject" or nothing.
    merge_with
        Ids of incidents that are one with this one.
    passages
        Numbers of the passages that belong to this row, from 1; empty where the table does not say.
    evidence
        The passages, as the incident table has them; empty in a table written by hand.
    values
        By the names of `FIELDS`: what the person changed, or all where the row is accepted.
    touched
        Names of the fields that the person changed.
    as_read
        The fields as they were read, with what is remembered of the place; empty in a table written by hand.
    """

    number: int
    incident_id: str
    verdict: str
    merge_with: tuple[str, ...]
    passages: tuple[int, ...]
    evidence: tuple[Mapping[str, Any], ...]
    values: Mapping[str, Any]
    touched: tuple[str, ...]
    as_read: Mapping[str, Any]

    @property
    def stem(self) -> str:
        """The id of the incident that was read; those that a person split off it have a number behind it."""
        return self.incident_id.partition("-")[0]

    @property
    def is_part(self) -> bool:
        """Whether it has only some of the passages that its incident had."""
        return 0 < len(self.passages) < len(self.evidence)

    @property
    def speaks(self) -> bool:
        """Whether the person wrote anything in it."""
        return bool(self.verdict or self.touched or self.merge_with or self.is_part)


def read_rows(file: Path) -> tuple[list[Row], list[tuple[int | None, str]]]:
    """Read a review table.

    Parameters
    ----------
    file
        A CSV or GPKG file.

    Returns
    -------
    tuple
        The rows, and what is wrong: the number of a row, or None for the whole table, and why it is not used.

    Raises
    ------
    ReviewError
        Where it cannot be read, or has no column incident_id.
    """
    try:
        columns, records = _geopackage(file) if file.suffix.lower() == ".gpkg" else _csv(file)
    except (InputError, OSError) as error:
        raise ReviewError(f"{file}: cannot be read as a review ({error})") from error
    if ID not in columns:
        raise ReviewError(f"{file}: lacks the column {ID}")
    wrong: list[tuple[int | None, str]] = [(None, reason) for reason in _misspelt(columns)]
    wrong += [(record.number, record.flaw) for record in records if record.flaw]
    days = ("date_start", "date_end")
    order = order_of_days(record.cells.get(name, "") for record in records for name in days)
    rows = []
    for record in records:
        if not any(record.cells.values()):
            continue
        try:
            rows.append(_row(record.number, record.cells, order))
        except ValueError as error:
            wrong.append((record.number, str(error)))
    return rows, wrong


def _csv(file: Path) -> tuple[list[str], list[TableRow]]:
    with open_table(file) as table:
        columns = [unguarded(name).strip().lower() for name in table.columns]
        return columns, [
            replace(
                row, cells={unguarded(n).strip().lower(): unguarded(c).strip() for n, c in row.cells.items()}
            )
            for row in table.rows
        ]


def _geopackage(file: Path) -> tuple[list[str], list[TableRow]]:
    import pyogrio

    try:
        table = pyogrio.read_dataframe(file)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise InputError(f"is damaged, or no GPKG file: {str(error)[:80]}") from error
    names = [name for name in table.columns if name != "geometry"]
    points = table.geometry if hasattr(table, "geometry") else [None] * len(table)
    rows = []
    for number, ((_, row), point) in enumerate(zip(table.iterrows(), points, strict=True), start=1):
        cells = {name.lower(): "" if _is_missing(row[name]) else str(row[name]).strip() for name in names}
        is_placed = point is not None and not point.is_empty
        place = (f"{point.y:.5f}", f"{point.x:.5f}") if is_placed else ("", "")
        rows.append(TableRow(number, cells | dict(zip(("latitude", "longitude"), place, strict=True))))
    return [*(name.lower() for name in names), "latitude", "longitude"], rows


def _is_missing(value: Any) -> bool:
    return value is None or value != value


def _misspelt(columns: Sequence[str]) -> Iterator[str]:
    known = (*FIELDS, VERDICT, MERGE, PASSAGES)
    for column in columns:
        if column not in known and column not in ("incident_id", "reports"):
            for meant in get_close_matches(column, known, 1, _LIKE):
                if meant not in columns:
                    yield f"has a column {column}, which is not read (is it {meant}?)"


def _row(number: int, cells: Mapping[str, str], order: Order | None) -> Row:
    verdict = cells.get(VERDICT, "").lower()
    if verdict not in VERDICTS:
        raise ValueError(f"verdict is {verdict[:40]!r}, not one of accept, reject")
    as_read = _object(cells.get(AS_READ, ""))
    given = {name: FIELDS[name](name, cell, order) for name, cell in _given(cells, as_read).items()}
    read = {name: FIELDS[name](name, str(as_read.get(name, "")), None) for name in FIELDS} if as_read else {}
    touched = tuple(name for name, value in given.items() if not as_read or value != read[name])
    return Row(
        number=number,
        incident_id=cells.get(ID, ""),
        verdict=verdict,
        merge_with=tuple(_IDS.findall(cells.get(MERGE, ""))),
        passages=_passages(cells.get(PASSAGES, "")),
        evidence=_evidence(cells.get(EVIDENCE, "")),
        values={name: value for name, value in given.items() if verdict or name in touched},
        touched=touched,
        as_read=as_read,
    )


def _given(cells: Mapping[str, str], as_read: Mapping[str, Any]) -> dict[str, str]:
    """Give the cells that say something: all where they can be compared, else those that are not empty."""
    fields = {name: cells[name] for name in FIELDS if name in cells}
    if as_read:
        return fields
    return {name: "" if cell == EMPTY else cell for name, cell in fields.items() if cell}


def _object(cell: str) -> Mapping[str, Any]:
    try:
        value = json.loads(cell) if cell else {}
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ValueError("has something else in as_read than was written there: not used")
    return {name: "" if fact is None else fact for name, fact in value.items()}


def _evidence(cell: str) -> tuple[Mapping[str, Any], ...]:
    try:
        listed = json.loads(cell) if cell else []
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list) or not all(isinstance(passage, dict) for passage in listed):
        raise ValueError("has something else in evidence than was written there: not used")
    return tuple(listed)


def _passages(cell: str) -> tuple[int, ...]:
    numbers: dict[int, None] = {}
    for first, last in _NUMBERS.findall(cell):
        numbers.update(dict.fromkeys(range(int(first), min(int(last or first), int(first) + 999) + 1)))
    return tuple(numbers)
