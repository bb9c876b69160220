"""What stands around the incidents: the basemap and the bases."""

from __future__ import annotations

import shutil
from datetime import date

import geopandas as gpd
import pytest
from shapely.geometry import Point

from geoiraq.errors import GazetteerError, InputError
from geoiraq.maps import incident_map
from geoiraq.maps.basemap import basemap, edition
from geoiraq.maps.bases import bases_data
from geoiraq.maps.draw import incident_page
from geoiraq.places.gazetteer import data_folder, read_gazetteer
from geoiraq.places.gazetteer import gazetteer as the_gazetteer
from tests.maps.reading import unsealed


def test_the_basemap_has_outlines_and_the_names_of_towns(data):
    drawn = basemap(data, read_gazetteer(data))
    assert [country["iso2"] for country in drawn["countries"]] == ["IQ", "SY"]
    assert [city["name"] for city in drawn["cities"]] == ["Capital", "Northtown"]
    assert all(drawn[name] for name in ("governorates", "lakes", "rivers"))


def test_an_outline_that_is_missing_is_named(data, tmp_path):
    shutil.copytree(data, tmp_path / "copy")
    (tmp_path / "copy" / "basemap" / "rivers.geojson").unlink()
    with pytest.raises(GazetteerError, match=r"rivers\.geojson"):
        basemap(tmp_path / "copy", read_gazetteer(data))


def test_the_edition_follows_the_content(data, tmp_path):
    shutil.copytree(data, tmp_path / "copy")
    assert edition(tmp_path / "copy") == edition(data)
    with (tmp_path / "copy" / "presence.csv").open("a") as file:
        file.write("fort-beta,Another,2017,,,,curated\n")
    assert edition(tmp_path / "copy") != edition(data)


def test_bases_bring_who_used_them(data):
    alpha, beta = bases_data(read_gazetteer(data).bases())
    assert (alpha["name"], alpha["checked"], alpha["point"]) == ("Fort Alpha", True, [34.2, 43.2])
    assert alpha["presence"][0]["handed_over"] == "2020-03-26"
    assert (beta["checked"], beta["presence"]) == (False, [])


def test_bases_of_a_day_are_those_in_use(table):
    def names(**asked):
        return [base["name"] for base in unsealed(incident_page(table, **asked).data)["bases"]]

    assert names() == ["Fort Alpha", "Fort Beta"]
    assert names(bases_on=date(2020, 1, 1)) == ["Fort Alpha"]
    assert names(bases_on=date(2021, 1, 1)) == []
    assert names(bases=False) == []


def test_bases_may_be_a_table_of_the_users_own(table):
    own = gpd.GeoDataFrame({"name": ["Mine"]}, geometry=[Point(44, 33)], crs="EPSG:4326")
    assert bases_data(own)[0] == {
        "name": "Mine",
        "arabic": "",
        "governorate": "",
        "point": [33.0, 44.0],
        "radius": None,
        "checked": None,
        "presence": [],
    }
    with pytest.raises(InputError, match="bases_on"):
        incident_map(table, bases=own, bases_on=date(2020, 1, 1))
    with pytest.raises(InputError, match="'name'"):
        incident_map(table, bases=own.drop(columns="name"))


def test_the_package_brings_a_basemap_of_iraq():
    drawn = basemap(data_folder(), the_gazetteer())
    assert "IQ" in [country["iso2"] for country in drawn["countries"]]
    assert len(drawn["governorates"]) >= 18
    assert {"Baghdad", "Mosul"} <= {city["name"] for city in drawn["cities"]}
    assert drawn["rivers"]
    assert drawn["lakes"]
