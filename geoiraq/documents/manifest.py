"""A folder's manifest: the table that describes the documents in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from geoiraq.documents.delimited import Row, open_table
from geoiraq.documents.details import Details
from geoiraq.errors import InputError, Problem

NAME = "manifest.csv"


def read_manifest(folder: Path, source: str) -> Iterator[tuple[Path, Details] | Problem]:
    """Read what a folder's manifest says of its files.

    Parameters
    ----------
    folder
        The folder that holds `manifest.csv`.
    source
        The manifest as the user would name it.

    Yields
    ------
    tuple of Path and Details, or Problem
        A file and what is said of it, in the manifest's order; or what is wrong with a line.

    Raises
    ------
    InputError
        Where it is no table, or has no column named file.
    OSError
        Where it cannot be read.
    """
    seen: set[Path] = set()
    with open_table(folder / NAME) as table:
        if "file" not in (column.lower() for column in table.columns):
            raise InputError("has no column named file")
        for row in table.rows:
            if row.flaw:
                yield Problem(source, row.flaw, row.number)
            if row.cells:
                yield _line(row, folder, source, seen)


def _line(row: Row, folder: Path, source: str, seen: set[Path]) -> tuple[Path, Details] | Problem:
    cells = {column.lower(): cell for column, cell in row.cells.items()}
    name = cells.get("file", "").strip()
    inside = PurePosixPath(name.replace("\\", "/"))
    if not inside.parts:
        return Problem(source, "names no file", row.number)
    if inside.is_absolute() or ".." in inside.parts or PureWindowsPath(name).drive or "\0" in name:
        return Problem(source, f"names {name}, which is outside the folder", row.number)
    file = folder / inside
    if file in seen:
        return Problem(source, f"names {name} a second time; the first line holds", row.number)
    if not file.is_file():
        return Problem(source, f"names {name}, which is not there", row.number)
    seen.add(file)
    return file, Details.of(cells, source, row.number)
