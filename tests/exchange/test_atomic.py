"""A file is whole or as it was, and a failure names path and reason."""

from __future__ import annotations

import os

import pytest

from geoiraq.atomic import write_beside
from geoiraq.errors import OutputError
from geoiraq.exchange import write_incidents


def test_the_file_is_there_when_all_is_written(tmp_path):
    place = tmp_path / "page.html"
    with write_beside(place) as beside:
        beside.write_text("whole")
        assert not place.exists()
        assert beside.suffix == ".html"
    assert place.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [place]


def test_a_failure_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path):
    place = tmp_path / "page.html"
    place.write_text("before")

    def write() -> None:
        with write_beside(place) as beside:
            beside.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    assert place.read_text() == "before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_full_disk_is_an_output_error(tmp_path):
    def write() -> None:
        with write_beside(tmp_path / "page.html"):
            raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match=r"page\.html: cannot be written: No space left"):
        write()
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    link.symlink_to(real)
    with write_beside(link) as beside:
        beside.write_text("x")
    assert link.is_symlink()
    assert real.read_text() == "x"


def test_others_may_read_the_file_as_any_other(tmp_path):
    (tmp_path / "plain").touch()
    with write_beside(tmp_path / "page.html") as beside:
        beside.write_text("x")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_unknown_ending_lists_the_known_ones(table, tmp_path):
    with pytest.raises(OutputError, match=r"a\.shp: cannot be written: its ending \.shp .*\.geojson.*\.kml"):
        write_incidents(table, tmp_path / "a.shp")


def test_a_missing_folder_is_named(table, tmp_path):
    with pytest.raises(OutputError, match=r"there is no folder .*nowhere"):
        write_incidents(table, tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("ending", [".geojson", ".parquet", ".gpkg", ".csv", ".kml"])
def test_a_folder_in_its_place_is_named(ending, table, tmp_path):
    (tmp_path / f"a{ending}").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        write_incidents(table, tmp_path / f"a{ending}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("ending", [".geojson", ".parquet", ".gpkg", ".csv", ".kml"])
def test_a_locked_folder_is_named(ending, table, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        write_incidents(table, tmp_path / f"a{ending}")


def test_a_column_that_a_format_cannot_hold_is_an_output_error(table, tmp_path):
    table["mixed"] = [1, "two", [3]]
    with pytest.raises(OutputError, match=r"a\.parquet: cannot be written"):
        write_incidents(table, tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []
