"""Ids that name one document each: the row's or the file's own, the folder's before it where two are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


class Ids:
    """Hands out each id once.

    Parameters
    ----------
    paths
        Files that are one document each; their ids are settled first, so that no row takes them.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._taken: set[str] = set()
        stems = Counter(path.stem for path in paths)
        self._files = {
            path: self._free(path.stem if stems[path.stem] == 1 else _within(path, path.stem), path)
            for path in paths
        }

    def of_file(self, path: Path) -> str:
        """Return the id of one of the files given at first."""
        return self._files[path]

    def of_row(self, own: str, path: Path, number: int) -> str:
        """Return a row's id: its own, or where it has none the table's name and the row's number."""
        return self._free(own or f"{path.stem}-{number}", path)

    def _free(self, wanted: str, path: Path) -> str:
        free, times = wanted, 1
        if free in self._taken:
            free = wanted = _within(path, wanted)
        while free in self._taken:
            times += 1
            free = f"{wanted}-{times}"
        self._taken.add(free)
        return free


def _within(path: Path, name: str) -> str:
    folder = path.absolute().parent.name
    return f"{folder}/{name}" if folder and not name.startswith(f"{folder}/") else name
