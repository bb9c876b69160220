"""What each format promises besides what comes back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from xml.etree import ElementTree

import pyogrio
import pytest

from geoiraq.errors import InputError
from geoiraq.exchange import read_incidents, write_incidents
from geoiraq.incidents.table import COLUMNS, to_geodataframe

FORMULA = '=HYPERLINK("http://example.org","Mosul")'
SCRIPT = "<script>alert(1)</script> & ${x} ]]> </value>"


def test_geojson_has_a_feature_a_line_and_the_columns_names(table, tmp_path):
    lines = write_incidents(table, tmp_path / "a.geojson").read_text(encoding="utf-8").splitlines()
    features = [json.loads(line.removesuffix(",")) for line in lines[1:-1]]
    assert len(features) == len(table)
    for feature in features:
        assert list(feature["properties"]) == [name for name in COLUMNS if name != "geometry"]
    first, second, third = features
    assert first["geometry"] == {"type": "Point", "coordinates": [44.25, 33.52]}
    assert first["properties"]["fatalities_best"] == 3
    assert isinstance(first["properties"]["fatalities_best"], int)
    assert first["properties"]["injured"] is None
    assert first["properties"]["documents"] == ["taji", "news/other"]
    assert first["properties"]["evidence"][0]["quote"] == table["quote"][0]
    assert second["properties"]["footprint"]["type"] == "Polygon"
    assert third["geometry"] is None
    assert third["properties"]["date_start"] is None


def test_geojson_is_geojson_to_others(table, tmp_path):
    assert len(pyogrio.read_dataframe(write_incidents(table, tmp_path / "a.geojson"))) == len(table)


def test_csv_text_is_never_a_formula(incident, tmp_path):
    path = write_incidents(
        to_geodataframe([replace(incident, actor=FORMULA, target="-")]), tmp_path / "a.csv"
    )
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["actor"] == "'" + FORMULA
    assert row["target"] == "'-"
    assert read_incidents(path)["actor"][0] == FORMULA


def test_csv_numbers_are_numbers(incident, tmp_path):
    west = replace(incident, geometry=type(incident.geometry)(-1.5, 33.5))
    with write_incidents(to_geodataframe([west]), tmp_path / "a.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        row = next(csv.DictReader(file))
    assert (row["latitude"], row["longitude"]) == ("33.5", "-1.5")
    assert row["fatalities_best"] == "3"
    assert row["injured"] == ""
    assert row["documents"] == "taji;news/other"
    assert json.loads(row["evidence"])[0]["document"] == "taji"


def test_csv_opens_as_utf8_in_a_spreadsheet(table, tmp_path):
    assert write_incidents(table, tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_documents_with_a_semicolon_stay_apart(incident, tmp_path):
    path = write_incidents(to_geodataframe([replace(incident, documents=("a;b", "c"))]), tmp_path / "a.csv")
    assert read_incidents(path)["documents"][0] == ["a;b", "c"]


def test_kml_text_is_markup_neither_in_xml_nor_in_the_balloon(incident, tmp_path):
    evidence = (replace(incident.evidence[0], quote=SCRIPT),)
    path = write_incidents(
        to_geodataframe([replace(incident, actor=SCRIPT, evidence=evidence)]), tmp_path / "a.kml"
    )
    root = ElementTree.parse(path).getroot()
    description = next(element.text for element in root.iter() if element.tag.endswith("description"))
    assert "<" not in description
    assert not [element for element in root.iter() if element.tag.endswith("}script")]
    assert read_incidents(path)["actor"][0] == SCRIPT


def test_kml_keeps_the_unplaced_without_a_point(table, tmp_path):
    root = ElementTree.parse(write_incidents(table, tmp_path / "a.kml")).getroot()
    placemarks = [element for element in root.iter() if element.tag.endswith("Placemark")]
    points = [element for element in root.iter() if element.tag.endswith("}Point")]
    assert (len(placemarks), len(points)) == (3, 2)


def test_kml_is_kml_to_others(table, tmp_path):
    path = write_incidents(table, tmp_path / "a.kml")
    assert pyogrio.read_info(path)["features"] == len(table)


def test_geopackage_names_its_layer_and_keeps_the_unplaced(table, tmp_path):
    path = write_incidents(table, tmp_path / "a.gpkg")
    assert [name for name, _ in pyogrio.list_layers(path)] == ["incidents"]
    layer = pyogrio.read_dataframe(path)
    assert len(layer) == 3
    assert layer.geometry.isna().tolist() == [False, False, True]


def test_geoparquet_has_two_geometries_and_lists(table, tmp_path):
    import geopandas as gpd

    read = gpd.read_parquet(write_incidents(table, tmp_path / "a.parquet"))
    assert read.active_geometry_name == "geometry"
    assert read["footprint"][1].equals(table["footprint"][1])
    assert list(read["documents"][0]) == ["taji", "news/other"]


@pytest.mark.parametrize("ending", [".geojson", ".parquet", ".gpkg", ".csv", ".kml"])
def test_half_a_character_does_not_stop_the_writing(ending, incident, tmp_path):
    table = to_geodataframe([replace(incident, actor="broken \ud83d emoji")])
    assert (
        read_incidents(write_incidents(table, tmp_path / f"a{ending}"))["actor"][0] == "broken \ufffd emoji"
    )


def test_a_geometry_that_is_no_point_is_refused(table, tmp_path):
    with pytest.raises(InputError, match="footprints"):
        write_incidents(table.set_geometry("footprint"), tmp_path / "a.geojson")
