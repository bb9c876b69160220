"""What is written is what is read back, in every format, whatever stands in the text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box
from shapely.geometry.base import BaseGeometry

from geoiraq.exchange import read_incidents, write_incidents, write_parts
from geoiraq.incidents.incident import LAYERS, Evidence
from geoiraq.incidents.table import to_geodataframe

ENDINGS = (".geojson", ".json", ".parquet", ".gpkg", ".csv", ".kml")


def rows(table):
    """Every cell as a plain value, None for what is missing, so that tables can be compared."""
    return [
        {name: None if str(cell) in ("<NA>", "nan", "NaT") else cell for name, cell in row.items()}
        for row in table.to_dict("records")
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_comes_back_as_it_was(ending, table, tmp_path, no_problem):
    again = read_incidents(write_incidents(table, tmp_path / f"incidents{ending}"), on_problem=no_problem)
    assert rows(again) == rows(table)
    assert list(again.columns) == list(table.columns)
    assert list(again.dtypes) == list(table.dtypes)
    assert again.crs == table.crs


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_without_rows_comes_back_with_its_columns(ending, tmp_path, no_problem):
    table = to_geodataframe([])
    again = read_incidents(write_incidents(table, tmp_path / f"none{ending}"), on_problem=no_problem)
    assert len(again) == 0
    assert list(again.columns) == list(table.columns)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_of_unplaced_incidents_alone_loses_none(ending, unplaced, tmp_path, no_problem):
    table = to_geodataframe([unplaced, replace(unplaced, incident_id="i-4")])
    again = read_incidents(write_incidents(table, tmp_path / f"unplaced{ending}"), on_problem=no_problem)
    assert rows(again) == rows(table)


@pytest.mark.parametrize("ending", ENDINGS)
def test_columns_of_ones_own_are_kept(ending, table, tmp_path, no_problem):
    table["checked by"] = ["Ali", "=علي", None]
    again = read_incidents(write_incidents(table, tmp_path / f"own{ending}"), on_problem=no_problem)
    assert rows(again)[0]["checked by"] == "Ali"
    assert rows(again)[1]["checked by"] == "=علي"
    assert rows(again)[2]["checked by"] is None


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_in_metres_is_written_in_degrees(ending, table, tmp_path, no_problem):
    metres = table.to_crs("EPSG:32638")
    metres["footprint"] = metres["footprint"].to_crs("EPSG:32638")
    again = read_incidents(write_incidents(metres, tmp_path / f"metres{ending}"), on_problem=no_problem)
    assert again.geometry[0].distance(table.geometry[0]) < 1e-6
    assert again["footprint"][1].symmetric_difference(table["footprint"][1]).area < 1e-6


def differences(one, other):
    """The cells in which two rows differ."""
    return {name: (one[name], other[name]) for name in other if not same(one[name], other[name])}


def same(one, other) -> bool:
    """Geometries may differ by what their sixteenth digit stands for: WKT has no more."""
    if isinstance(one, BaseGeometry) and isinstance(other, BaseGeometry):
        return one.equals_exact(other, 1e-12)
    return one == other


HOSTILE = st.one_of(
    st.text(max_size=30),
    st.text(
        alphabet="=+-@\t\r\n'\",;|[]{}<>&\\/$`\x00\x01\x0b\x1f\x7f\x85\u2028\u202e\ufffeاب😀 ", max_size=12
    ),
)
WRITTEN = st.characters(exclude_categories=["Cc", "Cs", "Cn"])
COUNT = st.none() | st.integers(0, 100_000)
DAY = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
POINT = st.none() | st.builds(Point, st.floats(-180, 180), st.floats(-90, 90))
SQUARE = st.builds(lambda x, y: box(x, y, x + 1, y + 0.5), st.floats(-179, 178), st.floats(-89, 88))
AREAS = st.none() | SQUARE | st.lists(SQUARE, min_size=1, max_size=2).map(MultiPolygon)


@st.composite
def evidence(draw):
    texts = {name: draw(HOSTILE) for name in ("document", "title", "publisher", "url", "quote")}
    return Evidence(**texts, published=draw(DAY), start=draw(st.integers(0, 9)), end=draw(st.integers(9, 99)))


@st.composite
def changes(draw):
    names = (
        "incident_id",
        "event_type",
        "actor",
        "target",
        "attribution",
        "toponym",
        "place_name",
        "district",
    )
    start = draw(DAY)
    return dict(
        {name: draw(HOSTILE) for name in names},
        layer=draw(st.sampled_from(LAYERS)),
        date_start=start,
        date_end=start,
        fatalities_best=draw(COUNT),
        injured=draw(COUNT),
        radius_km=draw(st.none() | st.floats(0, 1000)),
        confidence=draw(st.floats(0, 1)),
        geometry=draw(POINT),
        footprint=draw(AREAS),
        documents=tuple(draw(st.lists(st.text(WRITTEN, min_size=1, max_size=9), max_size=3))),
        evidence=tuple(draw(st.lists(evidence(), min_size=1, max_size=2))),
    )


def as_held(ending: str, value):
    """The value with the characters replaced that the format cannot hold, as its writer says."""
    unheld = {".gpkg": "[\0]", ".kml": "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"}
    in_json = {".kml": "[\ufffe\uffff]"}  # there control characters are escaped, and so are kept
    if isinstance(value, str):
        return re.sub(unheld[ending], "\ufffd", value) if ending in unheld else value
    if isinstance(value, list) and value and isinstance(value[0], dict) and ending in in_json:
        return json.loads(re.sub(in_json[ending], "\ufffd", json.dumps(value, ensure_ascii=False)))
    return value


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=st.lists(changes(), min_size=1, max_size=3))
def test_whatever_stands_in_a_table_comes_back(ending, incident, tmp_path, no_problem, changed):
    table = to_geodataframe([replace(incident, **change) for change in changed])
    again = read_incidents(write_incidents(table, tmp_path / f"any{ending}"), on_problem=no_problem)
    expected = [{name: as_held(ending, cell) for name, cell in row.items()} for row in rows(table)]
    assert [differences(*pair) for pair in zip(rows(again), expected, strict=True)] == [{}] * len(expected)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_table_makes_the_same_bytes(ending, table, tmp_path):
    one = write_incidents(table, tmp_path / f"one{ending}")
    two = write_incidents(table, tmp_path / f"two{ending}")
    assert one.read_bytes() == two.read_bytes()
    assert isinstance(one, Path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_written_in_parts_comes_back_whole(ending, incident, unplaced, tmp_path, no_problem):
    """A column that is empty in one part (no date, no area) is of the same kind in all."""
    parts = [to_geodataframe([each]) for each in (unplaced, incident, unplaced)]
    written = write_parts(parts, tmp_path / f"parts{ending}")
    whole = write_incidents(to_geodataframe([unplaced, incident, unplaced]), tmp_path / f"whole{ending}")
    assert rows(read_incidents(written, on_problem=no_problem)) == rows(
        read_incidents(whole, on_problem=no_problem)
    )


def test_geoparquet_in_parts_tells_of_the_geometries_of_all(table, tmp_path):
    import pyarrow.parquet as pq

    parts = [table.iloc[[number]] for number in range(len(table))]
    whole = write_incidents(table, tmp_path / "whole.parquet")
    written = write_parts(parts, tmp_path / "parts.parquet")
    told, wanted = (json.loads(pq.read_metadata(path).metadata[b"geo"]) for path in (written, whole))
    assert told == wanted
