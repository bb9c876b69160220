"""Comparing points with a list from elsewhere."""

from __future__ import annotations

import pytest

from geoiraq.errors import InputError
from geoiraq.places.compare import compare


def test_places_are_compared_with_their_nearest_namesake(country, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text(
        "name,latitude,longitude,kind\nNortham,34.51,44.0,town\nSoutham,33.7,44.0,town\nElsewhere,34,44,town\n",
        "utf-8",
    )
    found = {each.place_id: each for each in compare(country, table)}
    assert set(found) == {"northam", "southam"}
    assert found["northam"].agrees
    assert not found["southam"].agrees
    assert found["southam"].apart_km == pytest.approx(22.2, abs=0.1)


def test_the_furthest_come_first(country, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("name,latitude,longitude\nNortham,34.51,44.0\nSoutham,33.7,44.0\n", "utf-8")
    assert [each.place_id for each in compare(country, table)] == ["southam", "northam"]


def test_a_dam_is_not_compared_with_a_town(country, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("name,latitude,longitude,kind\nNortham,34.6,44.0,dam\n", "utf-8")
    assert compare(country, table) == []


def test_a_file_that_is_no_list_is_refused_by_name(country, tmp_path):
    (tmp_path / "list.csv").write_text("<html>", "utf-8")
    with pytest.raises(InputError, match=r"list\.csv"):
        compare(country, tmp_path / "list.csv")
