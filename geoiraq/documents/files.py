"""Which files the user means: those named, those in the folders named, and what manifests say of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geoiraq.documents.details import Details
from geoiraq.documents.manifest import NAME, read_manifest
from geoiraq.errors import InputError, Problem

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".csv", ".jsonl", ".ndjson", ".parquet")
TABLES = frozenset({".csv", ".jsonl", ".ndjson", ".parquet"})

OnProblem = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how the user named it, and what a manifest says of it."""

    path: Path
    source: str
    details: Details = field(default_factory=Details)

    @property
    def is_table(self) -> bool:
        """Whether it holds a document a row."""
        return self.path.suffix.lower() in TABLES


def find_files(paths: Iterable[str | Path], on_problem: OnProblem) -> list[File]:
    """List the files to read, in the order given; a folder's in the order of their names.

    Parameters
    ----------
    paths
        Files and folders. A file that is named twice, or lies in a folder also named, is read once.
    on_problem
        Called for each file that cannot be read, and each line of a manifest that cannot be used.

    Returns
    -------
    list of File
        Each with an ending that is read.
    """
    found: dict[Path, File] = {}
    for path in map(Path, paths):
        for file in _in_folder(path, on_problem) if path.is_dir() else _alone(path, on_problem):
            found.setdefault(file.path.resolve(), file)
    return list(found.values())


def _alone(path: Path, on_problem: OnProblem) -> Iterator[File]:
    if not path.exists():
        on_problem(Problem(str(path), "is not there"))
    elif _is_read(path, on_problem):
        others: OnProblem = lambda problem: None  # noqa: E731 - of a manifest, only this file's line matters
        described = _manifest(path.parent, others) if path.name != NAME else {}
        yield File(path, str(path), described.get(path, Details()))


def _in_folder(folder: Path, on_problem: OnProblem) -> Iterator[File]:
    """Walk a folder; a manifest describes the files of its folder and of those within, the nearest first."""
    described: dict[Path, Details] = {}
    empty = True

    def refused(error: OSError) -> None:
        on_problem(Problem(str(error.filename), f"cannot be opened ({error.strerror})"))

    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        described |= _manifest(Path(place), on_problem)
        for name in sorted(names):
            path = Path(place, name)
            if name == NAME or name.startswith("."):
                continue
            empty = False
            if _is_read(path, on_problem):
                yield File(path, str(path), described.get(path, Details()))
    if empty:
        on_problem(Problem(str(folder), "is a folder without any document"))


def _manifest(folder: Path, on_problem: OnProblem) -> dict[Path, Details]:
    source = str(folder / NAME)
    described: dict[Path, Details] = {}
    if not (folder / NAME).is_file():
        return described
    try:
        for line in read_manifest(folder, source):
            if isinstance(line, Problem):
                on_problem(line)
            else:
                described[line[0]] = line[1]
    except InputError as error:
        on_problem(Problem(source, str(error)))
    except OSError as error:
        on_problem(Problem(source, f"cannot be read ({error.strerror or error})"))
    return described


def _is_read(path: Path, on_problem: OnProblem) -> bool:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        has = f"its ending {ending}" if ending else "a name without an ending"
        on_problem(Problem(str(path), f"is not read: it has {has}; files in {', '.join(ENDINGS)} are"))
        return False
    if not path.is_file():
        on_problem(Problem(str(path), "is not a file"))
        return False
    return True
