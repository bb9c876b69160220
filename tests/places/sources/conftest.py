"""Files of gazetteers to add, in a home that is not the real one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from geoiraq.errors import Problem
from geoiraq.places.gazetteer import Gazetteer, data_folder, read_gazetteer
from geoiraq.places.own import Added, add, with_own


@cache
def shipped() -> Gazetteer:
    """The gazetteer as it comes, whatever anyone has added."""
    return read_gazetteer(data_folder())


class Adding:
    """Adds files and remembers what was said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def __call__(self, name: str, content: str | bytes, **options) -> Added:
        file = self.folder / name
        file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return self.file(file, **options)

    def file(self, file: Path, **options) -> Added:
        return add(file, on_problem=self.problems.append, **options)

    @property
    def said(self) -> list[str]:
        return [f"{problem.row}: {problem.reason}" for problem in self.problems]

    def book(self) -> Gazetteer:
        return with_own(shipped())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEOIRAQ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def adding(tmp_path: Path, home: Path) -> Callable[..., Added]:
    folder = tmp_path / "files"
    folder.mkdir()
    return Adding(folder)
