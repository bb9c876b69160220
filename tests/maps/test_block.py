"""The block of data: inert in a page, compact, and nothing lost."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiLineString, Point, box

from geoiraq.maps.block import as_json, column, lines, polygons, steps

TEXT = st.text(alphabet=st.characters(), max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_json_says_what_it_was_given(value):
    assert json.loads(as_json(value)) == value


@given(VALUES)
def test_json_holds_nothing_that_a_page_would_read_as_markup(value):
    written = as_json(value)
    assert not set(written) & set("<>&\u2028\u2029")
    written.encode("utf-8")


@given(st.lists(st.none() | st.sampled_from(["attack", "protest", "", "x"]) | st.integers()))
def test_a_column_says_what_it_was_given(values):
    written = column(values)
    if isinstance(written, dict):
        written = [None if i < 0 else written["values"][i] for i in written["index"]]
    assert written == [None if value == "" else value for value in values]


def test_a_column_of_few_words_says_each_once():
    assert column(["attack"] * 50 + [None]) == {"values": ["attack"], "index": [0] * 50 + [-1]}


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1))
def test_steps_lead_to_every_point_within_half_a_step(points):
    written = steps(points)
    walked, x, y = [], 0, 0
    for dx, dy in zip(written[::2], written[1::2], strict=True):
        x, y = x + dx, y + dy
        walked.append((x, y))
    asked = [(round(lon * 1000), round(lat * 1000)) for lon, lat in points]
    assert walked == [point for i, point in enumerate(asked) if i == 0 or point != asked[i - 1]]


def test_only_areas_are_polygons():
    shape = GeometryCollection([Point(1, 1), box(0, 0, 1, 1), GeometryCollection([box(2, 2, 3, 3)])])
    assert len(polygons(shape)) == 2
    assert polygons(Point(1, 1)) == []


def test_a_hole_is_a_ring_of_its_polygon():
    assert [len(rings) for rings in polygons(box(0, 0, 3, 3).difference(box(1, 1, 2, 2)))] == [2]


def test_lines_are_kept_apart():
    assert lines(MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]])) == [
        [0, 0, 1000, 1000],
        [2000, 2000, 1000, 1000],
    ]
    assert lines(LineString([(0, 0), (1, 0)])) == [[0, 0, 1000, 0]]
