"""What a table must have to be drawn, and all the ways in which it may have it."""

from __future__ import annotations

import json
from datetime import date, datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import GeometryCollection, LineString, MultiPoint, Point, Polygon, box, mapping

from geoiraq.errors import InputError, InputWarning
from geoiraq.incidents.incident import LAYERS
from geoiraq.maps.block import sealed
from geoiraq.maps.incidents import incidents_data
from tests.maps.reading import unsealed

POINT = Point(44.26, 33.52)


def table(rows: int = 1, geometry=POINT, crs="EPSG:4326", **columns):
    plain = {"layer": ["attack"] * rows, "date_start": ["2020-03-11"] * rows}
    frame = pd.DataFrame({**plain, **columns})
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([geometry] * rows, crs=crs))


def drawn(frame) -> dict:
    """The page's data, `rows` the columns as they read: words, degrees, ISO dates."""
    data = unsealed(sealed(incidents_data(frame)))
    written = data["incidents"]
    words = {
        name: [column["words"][code] or None for code in column["codes"]]
        for name, column in written["words"].items()
    }
    numbers = dict(written["numbers"])
    start = numbers.get("start", [None] * written["count"])
    if "end" in numbers:
        numbers["end"] = [
            last if last is None else (first or 0) + last
            for first, last in zip(start, numbers["end"], strict=True)
        ]
    days = {name: list(map(iso, numbers.pop(name))) for name in ("start", "end") if name in numbers}
    layers = [LAYERS[i] for i in written["layer"]]
    for axis in {"x", "y"} & set(numbers):
        numbers[axis] = [step if step is None else step / written["scale"] for step in numbers[axis]]
    data["rows"] = {"layer": layers, **words, **numbers, **days}
    return data


def iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(date(1970, 1, 1).toordinal() + day).isoformat()


def reports(data: dict) -> list[list[tuple[str, str]]]:
    """The reports of every row: the document's id and the quote."""
    told = data["reports"]
    each = iter(
        (data["documents"][document]["id"], told["quotes"][quote])
        for document, quote in zip(told["document"], told["quote"], strict=True)
    )
    return [[next(each) for _ in range(count)] for count in told["counts"]]


def test_geometry_layer_and_date_are_enough():
    rows = drawn(table())["rows"]
    assert rows == {
        "layer": ["attack"],
        "start": ["2020-03-11"],
        "end": ["2020-03-11"],
        "x": [44.26],
        "y": [33.52],
    }


@pytest.mark.parametrize("name", ["layer", "date_start", "geometry"])
def test_a_column_that_is_missing_is_named(name):
    with pytest.raises(InputError, match=name):
        incidents_data(table().drop(columns=name))


def test_a_plain_table_is_told_what_it_lacks():
    with pytest.raises(InputError, match="DataFrame, not a GeoDataFrame"):
        incidents_data(pd.DataFrame({"layer": ["attack"], "date_start": [None]}))


def test_the_index_does_not_matter():
    frame = table(3)
    frame.index = [7, 7, 7]
    assert drawn(frame)["incidents"]["count"] == 3


@pytest.mark.parametrize(
    "cell",
    [
        "2020-03-11",
        "2020-03-11T18:00:00",
        date(2020, 3, 11),
        datetime(2020, 3, 11, 18),
        pd.Timestamp("2020-03-11"),
    ],
)
def test_a_date_may_be_written_in_any_way(cell):
    assert drawn(table(date_start=pd.Series([cell], dtype=object)))["rows"]["start"] == ["2020-03-11"]


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NA, pd.NaT, "", "  "])
def test_nothing_may_be_said_in_any_way(cell):
    nothing = pd.Series([cell], dtype=object)
    names = (
        "date_start",
        "actor",
        "fatalities_best",
        "radius_km",
        "evidence",
        "documents",
        "footprint",
        "quote",
        "basis",
    )
    data = drawn(table(**dict.fromkeys(names, nothing)))
    assert set(data["rows"]) == {"layer", "x", "y"}
    assert data["documents"] == []
    assert "reports" not in data


def test_days_are_exact_on_both_sides_of_1970_and_of_2001():
    days = ["0001-01-01", "1920-10-01", "1969-12-31", "1970-01-01", "2001-09-09", "2001-09-10", "9999-12-31"]
    assert drawn(table(len(days), date_start=days))["rows"]["start"] == days


def test_what_is_wrong_in_many_rows_is_said_once():
    with pytest.warns(InputWarning) as said:
        drawn(table(3, date_start=["soon", "2020-01-01", "soon"]))
    assert [str(warning.message).split(":")[0] for warning in said] == ["row 1 and 1 more"]


def test_what_is_wrong_in_many_ways_is_said_once_too():
    with pytest.warns(InputWarning) as said:
        drawn(
            table(100, date_start=[f"day {i}" for i in range(100)], layer=[f"kind {i}" for i in range(100)])
        )
    assert [str(warning.message) for warning in said] == [
        "row 1 and 99 more: date_start 'day 0', 'day 1', 'day 2', ... are not dates; they are left out",
        "row 1 and 99 more: unknown layers 'kind 0', 'kind 1', 'kind 2', ..., drawn as 'other'",
    ]


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        ("2020-02", ("2020-02-01", "2020-02-29")),
        (pd.Period("2020-02", freq="M"), ("2020-02-01", "2020-02-29")),
        ("1958", ("1958-01-01", "1958-12-31")),
        (2003, ("2003-01-01", "2003-12-31")),
        (2003.0, ("2003-01-01", "2003-12-31")),
    ],
)
def test_a_date_that_names_a_month_or_a_year_alone_is_all_of_it(cell, span):
    rows = drawn(table(date_start=cell))["rows"]
    assert (*rows["start"], *rows["end"]) == span


def test_a_span_of_months_ends_with_its_last_day():
    rows = drawn(table(date_start="2020-02", date_end="2020-04"))["rows"]
    assert (rows["start"], rows["end"]) == (["2020-02-01"], ["2020-04-30"])


def test_a_date_that_is_none_is_said_so_and_the_row_is_kept():
    with pytest.warns(InputWarning, match=r"row 1: date_start 'last week' is not a date"):
        data = drawn(table(date_start="last week"))
    assert data["incidents"]["count"] == 1
    assert "start" not in data["rows"]


def test_a_row_without_a_layer_is_drawn_as_other_and_said_so():
    with pytest.warns(InputWarning, match="row 2: no layer, drawn as 'other'"):
        assert drawn(table(2, layer=["attack", None]))["rows"]["layer"] == ["attack", "other"]


def test_an_end_before_the_start_is_left_out():
    with pytest.warns(InputWarning, match="before date_start"):
        assert drawn(table(date_end="2019-01-01"))["rows"]["end"] == ["2020-03-11"]


def test_a_start_of_a_vague_span_stays_open():
    assert "end" not in drawn(table(date_end=None, date_precision=4))["rows"]


def test_a_date_of_the_publication_alone_is_a_latest_day():
    rows = drawn(table(date_start=None, date_end="2020-05-04"))["rows"]
    assert rows["end"] == ["2020-05-04"]
    assert "start" not in rows


def test_an_unknown_layer_is_drawn_as_other_and_said_so():
    with pytest.warns(InputWarning, match="'bombing'"):
        assert drawn(table(layer="bombing"))["rows"]["layer"] == ["other"]
    assert drawn(table(layer=" Attack "))["rows"]["layer"] == ["attack"]


def test_numbers_may_be_text_and_numpy():
    rows = drawn(table(fatalities_best="3", injured=np.int64(14), radius_km=np.float32(2.5)))["rows"]
    assert (rows["best"], rows["injured"], rows["radius"]) == ([3], [14], [2500])
    assert "best" not in drawn(table(fatalities_best="several"))["rows"]


@pytest.mark.parametrize("cell", [10**18, 1e300, float("inf"), -3])
def test_a_number_that_cannot_be_is_none(cell):
    assert drawn(table(2, fatalities_best=[cell, 3]))["rows"]["best"] == [None, 3]


def test_none_killed_is_not_nothing_said():
    assert drawn(table(fatalities_best=0))["rows"]["best"] == [0]


def test_any_crs_is_brought_to_the_globe():
    metres = gpd.GeoSeries([POINT], crs="EPSG:4326").to_crs("EPSG:32638")[0]
    rows = drawn(table(geometry=metres, crs="EPSG:32638"))["rows"]
    assert rows["y"][0] == pytest.approx(33.52, abs=1.1e-5)
    assert rows["x"][0] == pytest.approx(44.26, abs=1.1e-5)
    assert drawn(table(crs=None))["rows"]["y"] == [33.52]


def test_a_point_outside_the_world_is_no_point():
    with pytest.warns(InputWarning, match="outside the world"):
        assert "x" not in drawn(table(geometry=Point(444, 3333), crs=None))["rows"]


def test_the_country_is_never_pinned():
    assert "x" not in drawn(table(basis="country"))["rows"]


def test_an_area_stands_on_a_point_within_it_and_is_drawn():
    bow = Polygon([(0, 0), (10, 0), (10, 10), (9, 1), (0, 1)])
    data = drawn(table(geometry=bow))
    assert bow.contains(Point(data["rows"]["x"][0], data["rows"]["y"][0]))
    assert data["rows"]["shape"] == [0]


@pytest.mark.parametrize("nothing", [None, Point(), Polygon(), GeometryCollection()])
def test_a_row_whose_geometry_is_empty_has_no_point(nothing):
    frame = table(2)
    frame.geometry = gpd.GeoSeries([nothing, POINT], crs=4326)
    assert drawn(frame)["rows"]["x"] == [None, 44.26]


@pytest.mark.parametrize(
    "geometry", [LineString([(44, 33), (45, 33)]), MultiPoint([(44, 33), (45, 33)])], ids=["line", "points"]
)
def test_what_is_more_than_a_point_is_drawn_as_such(geometry):
    data = drawn(table(geometry=geometry))
    assert data["rows"]["shape"] == [0]
    outlines = [ring for polygon in data["shapes"][0] for ring in polygon]
    assert len(outlines) == len(getattr(geometry, "geoms", [geometry]))
    assert "shape" not in drawn(table(geometry=MultiPoint([(44, 33)])))["rows"]


def test_a_line_stands_on_a_point_of_it():
    assert drawn(table(geometry=LineString([(44, 33), (44, 35)])))["rows"]["x"] == [44.0]


SQUARE = box(44, 33, 45, 34)


@pytest.mark.parametrize(
    "cell",
    [SQUARE, SQUARE.wkt, mapping(SQUARE), json.dumps(mapping(SQUARE))],
    ids=["shapely", "wkt", "geojson", "geojson text"],
)
def test_a_footprint_may_be_written_in_any_way(cell):
    data = drawn(table(footprint=pd.Series([cell], dtype=object)))
    assert data["rows"]["shape"] == [0]
    ring = data["shapes"][0][0][0]
    assert (sum(ring[0::2]), sum(ring[1::2])) == (ring[0], ring[1])  # closed


def test_a_footprint_has_a_crs_of_its_own():
    metres = gpd.GeoSeries([SQUARE], crs="EPSG:4326").to_crs("EPSG:32638")
    frame = table().assign(footprint=metres)
    x, y = drawn(frame)["shapes"][0][0][0][:2]
    assert 44_000 <= x <= 45_000
    assert 33_000 <= y <= 34_000


def test_a_footprint_that_is_none_is_said_so():
    with pytest.warns(InputWarning, match="row 1: the footprint is not a shape"):
        assert "shape" not in drawn(table(footprint="POLYGON of sorts"))["rows"]


def test_an_area_of_many_incidents_is_written_once():
    data = drawn(table(3, footprint=[SQUARE.wkt, None, SQUARE.wkt]))
    assert data["rows"]["shape"] == [0, None, 0]
    assert len(data["shapes"]) == 1


REPORT = {
    "document": "a",
    "title": "A",
    "publisher": "P",
    "published": "2020-04-02",
    "url": "",
    "quote": "Q",
    "start": 1,
}


@pytest.mark.parametrize(
    "cell",
    [[REPORT], json.dumps([REPORT]), np.array([REPORT], dtype=object), REPORT],
    ids=["list", "json", "array", "one"],
)
def test_evidence_may_be_written_in_any_way(cell):
    data = drawn(table(evidence=pd.Series([cell], dtype=object)))
    assert data["documents"] == [
        {"id": "a", "title": "A", "publisher": "P", "published": "2020-04-02", "url": ""}
    ]
    assert reports(data) == [[("a", "Q")]]
    assert data["reports"]["start"] == [1]


def test_documents_and_quote_serve_where_there_is_no_evidence():
    data = drawn(table(2, documents=["a; b", ["b"]], quote=["first", None]))
    assert [document["id"] for document in data["documents"]] == ["a", "b"]
    assert reports(data) == [[("a", "first"), ("b", "")], [("b", "")]]


def test_an_empty_table_is_no_error():
    assert drawn(table(0))["rows"] == {"layer": []}
