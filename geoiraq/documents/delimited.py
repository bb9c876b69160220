"""Tables of comma-separated values, as programs and spreadsheets write them, one row after the other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from geoiraq.documents.encoding import encoding_of
from geoiraq.errors import InputError

_DELIMITERS = ",;\t|"
_MAX_CELL = 16 * 1024 * 1024
#: A row has no more lines than this, and so many rows that went wrong are read again from their second line on.
_MAX_LINES, _MAX_TIMES = 2000, 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, counted from 1 after the header, and its cells by the column's name.

    Attributes
    ----------
    number
        Counted from 1 after the header.
    cells
        By the column's name as the header has it.
    flaw
        What is wrong with the row, if anything; its cells are empty where they cannot be told apart.
    """

    number: int
    cells: dict[str, str]
    flaw: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An open table: the header's names, what parts its cells, and the rows to come."""

    columns: tuple[str, ...]
    delimiter: str
    rows: Iterator[Row]


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a table of which only one row at a time is held.

    The encoding is recognised, and the delimiter from the header: comma, semicolon, tab or bar, or what a
    first line `sep=;` says.

    Parameters
    ----------
    path
        The file.

    Yields
    ------
    Table
        Its header and its rows.

    Raises
    ------
    InputError
        Where the file is empty or text in no encoding.
    OSError
        Where it cannot be read.
    """
    # The module's limit is one for all; it only ever rises, so that a long report fits into a cell.
    csv.field_size_limit(max(csv.field_size_limit(), _MAX_CELL))
    name = encoding_of(path)
    with path.open(encoding=name, errors="surrogateescape", newline="") as file:
        try:
            header = file.readline(_MAX_CELL)
        except UnicodeDecodeError as error:
            raise InputError(f"is not in the encoding that it begins in ({error.encoding})") from None
        if header.lower().startswith("sep=") and len(header.strip()) == 5:
            delimiter = header.strip()[4]
        else:
            delimiter = max(_DELIMITERS, key=header.count)
            file.seek(0)
        lines = _Lines(file)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            columns = tuple(cell.lstrip("\ufeff").strip() for cell in next(reader))
        except StopIteration:
            raise InputError("is empty") from None
        except (csv.Error, UnicodeDecodeError) as error:
            raise InputError(f"has a header that cannot be read ({error})") from None
        yield Table(columns, delimiter, _rows(reader, lines, columns))


class _Lines:
    """The lines of a table, which can be taken up again after the first of a row that went wrong.

    A quote that is opened and not closed makes one row of all that follow; only the row that it stands in is lost.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._times = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._row.append(line)
        if len(self._row) > _MAX_LINES:
            raise csv.Error(f"it would go on for more than {_MAX_LINES} lines")
        return line

    def begin_row(self) -> None:
        self._row.clear()

    def take_up_again(self) -> None:
        if self._times < _MAX_TIMES:
            self._times += 1
            self._again.extendleft(reversed(self._row[1:]))


def _rows(reader: Iterator[list[str]], lines: _Lines, columns: tuple[str, ...]) -> Iterator[Row]:
    number = 0
    while True:
        number += 1
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, {}, f"cannot be told apart into cells ({error})")
            lines.take_up_again()
            continue
        except UnicodeDecodeError as error:
            yield Row(
                number,
                {},
                f"is not in the encoding that the table begins in ({error.encoding}); stopped here",
            )
            return
        if not any(cell.strip() for cell in cells):
            continue
        yield _row(number, cells, columns)


def _row(number: int, cells: list[str], columns: tuple[str, ...]) -> Row:
    if any("\ud800" <= character <= "\udfff" for cell in cells for character in cell):
        whole = [cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for cell in cells]
        return replace(_row(number, whole, columns), flaw="has bytes that are no text; each is now U+FFFD")
    unequal = f"has {len(cells)} cells where the header has {len(columns)}"
    if any(cell.strip() for cell in cells[len(columns) :]):
        return Row(number, {}, f"{unequal} (a comma that is not within quotes?)")
    named = dict(zip(columns, cells, strict=False))
    return Row(number, named, unequal if len(cells) < len(columns) else "")
