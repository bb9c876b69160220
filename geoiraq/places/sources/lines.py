"""Lines of a table whose cells are parted by tabs and never quoted, one at a time and never an endless one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geoiraq.places.sources.feature import Refused

LONGEST_LINE = 1 << 20


def lines(path: Path) -> Iterator[tuple[int, list[str] | Refused]]:
    """Read a file line by line.

    Parameters
    ----------
    path
        A file in UTF-8, with or without a byte order mark.

    Yields
    ------
    tuple of int and list of str
        The line's number, counted from 1, and its cells; or why it cannot be read. Empty lines are passed over.
    """
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield number, Refused(number, "is longer than a line of places can be")
            elif b"\0" in line:
                yield number, Refused(number, "has zero bytes")
            elif line.strip():
                yield number, _cells(line, number)


def first_line(path: Path) -> list[str]:
    """Give the cells of a file's first line that is not empty; none where that cannot be read."""
    first = [] if path.is_dir() else next((cells for _, cells in lines(path)), [])
    return first if isinstance(first, list) else []


def _cells(line: bytes, number: int) -> list[str] | Refused:
    try:
        return line.removeprefix(b"\xef\xbb\xbf").decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        return Refused(number, "is not text in UTF-8")
