"""Analysts change the table and then draw it: what they did is read, and what cannot be is said."""

from __future__ import annotations

import json

import pytest

from geoiraq.errors import InputError, InputWarning
from geoiraq.exchange import is_incident_file, read_incidents, write_incidents

HEADER = "layer,date_start,latitude,longitude,note\n"


@pytest.fixture
def read(tmp_path):
    """Write a file's bytes, read it back: the table, and the problems as text without the file's name."""

    def write_and_read(content: str | bytes, name: str = "edited.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        problems: list[str] = []
        table = read_incidents(
            path, on_problem=lambda problem: problems.append(str(problem).removeprefix(f"{path}"))
        )
        return table, problems

    return write_and_read


def test_place_layer_and_date_are_enough(read):
    table, problems = read(HEADER + "attack,2020-03-11,33.52,44.25,seen\n")
    assert problems == []
    assert list(table.columns) == ["layer", "date_start", "geometry", "note"]
    assert (table.geometry[0].x, table.geometry[0].y) == (44.25, 33.52)
    assert table["date_start"][0] == "2020-03-11"
    assert table["note"][0] == "seen"


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8-sig", "بغداد"), ("cp1256", "قالت الشرطة في بغداد"), ("cp1252", "café – “Erbil”")],
)
def test_what_excel_saves_elsewhere_is_read(read, encoding, note):
    text = f"layer;date_start;latitude;longitude;note\r\nattack;27/12/2019;33,52;44,25;{note}\r\n"
    table, problems = read(text.encode(encoding))
    assert problems == []
    assert table["date_start"][0] == "2019-12-27"
    assert table.geometry[0].y == 33.52
    assert table["note"][0] == note


def test_an_ambiguous_date_is_said_and_the_row_kept_undated(read):
    table, problems = read(HEADER + "attack,03/04/2020,33.5,44.2,\nprotest,2020-04-03,33.5,44.2,\n")
    assert table["date_start"].tolist() == [None, "2020-04-03"]
    assert len(problems) == 1
    assert problems[0].startswith(", row 1: date_start is not used: '03/04/2020' could be two dates")


def test_dates_that_a_spreadsheet_rewrote_are_read_in_the_order_of_the_others(read):
    rows = [
        "attack,03/04/2020,33.5,44.2,\n",
        "attack,27/04/2020,33.5,44.2,\n",
        "attack,05/05/2020,33.5,44.2,\n",
    ]
    table, problems = read(HEADER + "".join(rows))
    assert problems == []
    assert table["date_start"].tolist() == ["2020-04-03", "2020-04-27", "2020-05-05"]
    table, problems = read(HEADER + "".join(rows) + "attack,04/27/2020,33.5,44.2,\n")
    assert table["date_start"].tolist() == [None, "2020-04-27", "2020-05-05", "2020-04-27"]
    assert len(problems) == 1


@pytest.mark.parametrize("day", ["2020-02-30", "soon", "2020-02", "2020", "99/99/2020"])
def test_a_broken_date_is_said_and_the_row_kept_undated(read, day):
    table, problems = read(HEADER + f"attack,{day},33.5,44.2,\n")
    assert table["date_start"].tolist() == [None]
    assert len(problems) == 1
    assert day in problems[0]


@pytest.mark.parametrize("place", ["133.5,44.2", "33.5,244.2", "north,44.2", "33.5,", "nan,44.2", "inf,44.2"])
def test_a_broken_coordinate_is_said_and_the_row_kept_unplaced(read, place):
    table, problems = read(HEADER + f"attack,2020-03-11,{place},\n")
    assert len(table) == 1
    assert table.geometry[0] is None
    assert len(problems) == 1
    assert problems[0].endswith("unplaced")


def test_no_coordinate_at_all_is_no_mistake(read):
    table, problems = read(HEADER + "attack,2020-03-11,,,\n")
    assert table.geometry[0] is None
    assert problems == []


def test_an_unknown_layer_is_said_and_the_row_kept_as_other(read):
    table, problems = read(HEADER + "bombing,2020-03-11,33.5,44.2,\n Attack ,2020-03-11,33.5,44.2,\n")
    assert table["layer"].tolist() == ["other", "attack"]
    assert len(problems) == 1
    assert problems[0].startswith(", row 1: layer 'bombing' is none of attack")


def test_text_in_a_column_of_numbers_is_said_and_left_out(read):
    table, problems = read(
        "layer,date_start,latitude,longitude,fatalities_best,confidence,where_precision\n"
        "attack,2020-03-11,33.5,44.2,dozens,2,1.5\n"
        "attack,2020-03-11,33.5,44.2,-3,0.5,1\n"
        "attack,2020-03-11,33.5,44.2,12.0,,\n"
    )
    assert table["fatalities_best"].fillna(-1).tolist() == [-1, -1, 12]
    assert [problem.split(":")[0] for problem in problems] == [", row 1"] * 3 + [", row 2"]


def test_a_row_that_fell_apart_is_set_aside_and_said(read):
    table, problems = read(
        HEADER + "attack,2020-03-11,33.5,44.2,one, two, three\nother,2020-03-12,33.5,44.2,\n"
    )
    assert table["layer"].tolist() == ["other"]
    assert len(problems) == 1
    assert "has 7 cells where the header has 5" in problems[0]


def test_empty_rows_that_spreadsheets_leave_are_nothing(read):
    table, problems = read(HEADER + "attack,2020-03-11,33.5,44.2,\n,,,,\n,,,,\n")
    assert len(table) == 1
    assert problems == []


def test_an_end_before_its_start_is_not_used(read):
    table, problems = read(
        "layer,date_start,date_end,latitude,longitude\nattack,2020-03-11,2020-03-01,33.5,44.2\n"
    )
    assert table["date_end"].tolist() == [None]
    assert len(problems) == 1


def test_without_dates_the_table_is_undated_and_says_so(read):
    table, problems = read("layer,latitude,longitude\nattack,33.5,44.2\n")
    assert table["date_start"].tolist() == [None]
    assert problems == [": has no column named date_start: its incidents are undated"]


def test_a_feature_drawn_by_hand_is_read(read):
    feature = {
        "type": "Feature",
        "properties": {
            "layer": "attack",
            "date_start": "2020-03-11",
            "documents": '["a", "b"]',
            "own": {"x": [1]},
        },
        "geometry": {"type": "Point", "coordinates": [44.25, 33.52, 30.0]},
    }
    table, problems = read(json.dumps({"type": "FeatureCollection", "features": [feature]}), "drawn.geojson")
    assert problems == []
    assert table.geometry[0].wkt == "POINT (44.25 33.52)"
    assert table["documents"][0] == ["a", "b"]
    assert table["own"][0] == {"x": [1]}


def test_an_area_drawn_by_hand_is_an_area(read):
    ring = [[43, 36], [44, 36], [44, 37], [43, 36]]
    feature = {
        "type": "Feature",
        "properties": {"layer": "attack", "date_start": None},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    table, problems = read(json.dumps({"type": "FeatureCollection", "features": [feature]}), "drawn.geojson")
    assert problems == []
    assert table["footprint"][0].geom_type == "Polygon"
    assert table["footprint"][0].contains(table.geometry[0])


def test_features_that_are_none_are_said(read):
    features = [
        7,
        {"type": "Feature", "properties": [], "geometry": None},
        {"type": "Feature", "properties": [1], "geometry": None},
        {
            "type": "Feature",
            "properties": {"layer": "attack", "date_start": None},
            "geometry": {"type": "Blob"},
        },
    ]
    table, problems = read(json.dumps({"type": "FeatureCollection", "features": features}), "drawn.geojson")
    assert len(table) == 1
    assert table.geometry[0] is None
    assert [problem.split(":")[0] for problem in problems] == [", row 1", ", row 2", ", row 3", ", row 4"]


def test_broken_evidence_and_footprints_are_said_and_left_out(read):
    table, problems = read(
        "layer,date_start,latitude,longitude,evidence,footprint\n"
        "attack,2020-03-11,33.5,44.2,a sentence,POLYGON((\n"
        'attack,2020-03-11,33.5,44.2,"[1, {}]",POINT (1 200)\n'
    )
    assert table["evidence"][0] == []
    assert table["evidence"][1][0]["quote"] == ""
    assert table["footprint"].isna().all()
    assert len(problems) == 4


def test_placemarks_of_another_program_are_read(read):
    table, problems = read(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><Placemark><name>Taji</name>'
        "<TimeStamp><when>2020-03-11</when></TimeStamp><ExtendedData><SchemaData>"
        '<SimpleData name="LAYER">attack</SimpleData></SchemaData></ExtendedData>'
        "<Point><coordinates> 44.25,33.52,0 </coordinates></Point></Placemark></Folder></Document></kml>",
        "earth.kml",
    )
    assert problems == []
    assert table["layer"][0] == "attack"
    assert table["place_name"][0] == "Taji"
    assert table["date_start"][0] == "2020-03-11"
    assert table.geometry[0].wkt == "POINT (44.25 33.52)"


@pytest.mark.parametrize("ending", [".geojson", ".parquet", ".gpkg", ".kml"])
@pytest.mark.parametrize("content", [b"", b"no such thing", b"\x00\xff\x00\xff"])
def test_a_file_that_is_none_of_its_kind_is_named(ending, content, tmp_path):
    path = tmp_path / f"broken{ending}"
    path.write_bytes(content)
    with pytest.raises(InputError, match=f"broken{ending}"):
        read_incidents(path)


def test_a_table_of_something_else_is_named(tmp_path):
    path = tmp_path / "fruit.csv"
    path.write_text("fruit,price\napple,1\n")
    with pytest.raises(InputError, match="no column named layer"):
        read_incidents(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="is not there"):
        read_incidents(tmp_path / "nothing.csv")


def test_an_entity_bomb_is_refused(tmp_path):
    entities = '<!ENTITY a0 "attack">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    path = tmp_path / "bomb.kml"
    path.write_text(f"<!DOCTYPE kml [{entities}]><kml><Placemark><name>&a9;</name></Placemark></kml>")
    with pytest.raises(InputError, match=r"bomb\.kml"):
        read_incidents(path)


def test_without_a_listener_problems_are_warnings(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "attack,soon,33.5,44.2,\n")
    with pytest.warns(InputWarning, match=r"a\.csv, row 1: date_start"):
        read_incidents(path)


@pytest.mark.parametrize("ending", [".geojson", ".json", ".parquet", ".gpkg", ".csv", ".kml"])
def test_what_was_written_is_known_for_an_incident_file(ending, table, tmp_path):
    assert is_incident_file(write_incidents(table, tmp_path / f"a{ending}"))


def test_documents_are_no_incident_files(tmp_path):
    import pandas as pd

    (tmp_path / "a.txt").write_text("Rockets hit Taji.")
    (tmp_path / "a.csv").write_text("id,text,published\n1,Rockets hit Taji.,2020-03-11\n")
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "broken.parquet").write_text("no such thing")
    pd.DataFrame({"id": ["1"], "text": ["Rockets"]}).to_parquet(tmp_path / "a.parquet")
    names = ("a.txt", "a.csv", "empty.csv", "broken.parquet", "a.parquet", "missing.csv", ".")
    assert [name for name in names if is_incident_file(tmp_path / name)] == []
