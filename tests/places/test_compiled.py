"""The gazetteer made ready when the package is built."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from geoiraq.places.compiled import compile_tables, fingerprint, unpack
from geoiraq.places.gazetteer import Gazetteer, read_gazetteer
from geoiraq.places.index import NameIndex

PACKAGE = Path(str(files("geoiraq.places")))


@pytest.fixture(scope="module")
def data(repository, tmp_path_factory) -> Path:
    """A copy of the tables, which a test may change."""
    folder = tmp_path_factory.mktemp("compiled") / "data"
    shutil.copytree(repository / "gazetteer", folder, ignore=shutil.ignore_patterns("build", "basemap"))
    return folder


@pytest.fixture(scope="module")
def made(data, tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("built") / "gazetteer"
    file.write_bytes(compile_tables(data, PACKAGE))
    return file


def test_what_is_read_is_what_the_tables_say(data, made):
    parts = unpack(made, fingerprint(data, PACKAGE))
    assert parts is not None
    ready, read = Gazetteer(*parts), read_gazetteer(data)
    assert ready == read
    assert _plain(ready.index) == _plain(read.index)


def test_tables_that_changed_since_are_not_read_from_it(data, made):
    table = data / "places" / "governorates.csv"
    before = table.read_bytes()
    table.write_bytes(before.replace(b"Anbar", b"Ambar"))
    try:
        assert unpack(made, fingerprint(data, PACKAGE)) is None
    finally:
        table.write_bytes(before)


def test_line_endings_are_no_change(data, made):
    table = data / "places" / "governorates.csv"
    before = table.read_bytes()
    table.write_bytes(before.replace(b"\n", b"\r\n"))
    try:
        assert unpack(made, fingerprint(data, PACKAGE)) is not None
    finally:
        table.write_bytes(before)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"(\x05", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_not_read(data, tmp_path, content):
    (tmp_path / "gazetteer").write_bytes(content)
    assert unpack(tmp_path / "gazetteer", fingerprint(data, PACKAGE)) is None


def test_a_cut_file_is_not_read(data, made, tmp_path):
    (tmp_path / "gazetteer").write_bytes(made.read_bytes()[:5000])
    assert unpack(tmp_path / "gazetteer", fingerprint(data, PACKAGE)) is None


def test_without_the_file_nothing_is_read(data, tmp_path):
    assert unpack(tmp_path / "gazetteer", fingerprint(data, PACKAGE)) is None


def _plain(index: NameIndex) -> dict[str, object]:
    return {name: value for name, value in vars(index).items() if not name.startswith("_")}
