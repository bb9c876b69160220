"""A table within a text: its rows, and which of their cells say when, where, what happened and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geoiraq.vocabulary import read_words

Span = tuple[int, int]

#: "--- | :--: | ---": what parts the names of the columns from the rows.
_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*\Z")
_CELL = re.compile(r"[^|]*")
#: A table of events has this many columns at least, and names so many of them in words that are known.
FEWEST_COLUMNS, FEWEST_KNOWN = 3, 2


class Row(NamedTuple):
    """A row of a table of events: `text[start:end]`, and the spans of its cells.

    Attributes
    ----------
    start, end
        The line.
    told
        What says what happened.
    day, place, killed, injured, actor
        When, where, how many, who did it; None where the table has no such column, or the cell is empty.
    """

    start: int
    end: int
    told: Span
    day: Span | None = None
    place: Span | None = None
    killed: Span | None = None
    injured: Span | None = None
    actor: Span | None = None


def find_rows(text: str, lines: Sequence[Span]) -> dict[int, Row | None]:
    """Find the lines that are parts of tables of events.

    Parameters
    ----------
    text
        The text.
    lines
        The spans of its lines.

    Returns
    -------
    dict of int to Row or None
        By where the line starts: its row, None for a line that tells no event, such as the names of the columns.
    """
    found: dict[int, Row | None] = {}
    columns: list[str] = []
    for start, end in lines:
        if "|" not in text[start:end]:
            columns = columns if not text[start:end].strip() else []
            continue
        cells = _cells(text, start, end)
        if not columns:
            columns = _columns(text, cells)
            if columns:
                found[start] = None
        elif _RULE.match(text, start, end):
            found[start] = None
        elif len(cells) == len(columns):
            found[start] = _row(text, start, end, dict(zip(columns, cells, strict=True)))
    return found


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Give the spans of the cells of a line, without the lines that some draw around it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip()) + words.lstrip().startswith("|")
    end = start + len(text[start:end].rstrip())
    end -= text.endswith("|", start, end)
    cells, at = [], start
    while at <= end:
        cell = _CELL.match(text, at, end)
        stop = cell.end() if cell else end
        cells.append(_trimmed(text, at, stop))
        at = stop + 1
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _columns(text: str, cells: Sequence[Span]) -> list[str]:
    """Name the columns by what stands over them; none where the line is not the head of a table of events."""
    roles = [_roles().get(text[start:end].strip("*_ ").lower(), "") for start, end in cells]
    # Of two columns of one kind ("City", "Governorate"), the first.
    roles = [role if role not in roles[:n] else "" for n, role in enumerate(roles)]
    known = sum(bool(role) for role in roles)
    if len(cells) < FEWEST_COLUMNS or known < FEWEST_KNOWN or "told" not in roles:
        return []
    return [role or str(number) for number, role in enumerate(roles)]


def _row(text: str, start: int, end: int, cells: dict[str, Span]) -> Row | None:
    filled = {role: span for role, span in cells.items() if span[0] < span[1]}
    first = next(iter(filled.values()), None)
    if (
        first is None
        or "told" not in filled
        or text[slice(*first)].strip("*_ ").split()[0].lower() in _sums()
    ):
        return None
    return Row(start, end, **{role: span for role, span in filled.items() if role in Row._fields})


@cache
def _roles() -> dict[str, str]:
    words = read_words("geoiraq.reports", "tables")
    return {name: role for role in Row._fields[2:] for name in words[role]}


@cache
def _sums() -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "tables")["sums"])
