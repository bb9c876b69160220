"""The block of data: inert in a page, compact, and nothing lost."""

from __future__ import annotations

import base64
import json
import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiLineString, Point, box

from geoiraq.maps.block import Integers, Texts, as_json, lines, polygons, sealed, steps
from tests.maps.reading import unsealed

TEXT = st.text(alphabet=st.characters(), max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(VALUES)
def test_json_says_what_it_was_given(value):
    assert json.loads(as_json(value)) == value


@settings(deadline=None)
@given(VALUES)
def test_json_holds_nothing_that_a_page_would_read_as_markup(value):
    written = as_json(value)
    assert not set(written) & set("<>&\u2028\u2029")
    written.encode("utf-8")


@settings(deadline=None)
@given(VALUES)
def test_a_sealed_block_says_what_it_was_given(value):
    assert unsealed(sealed([value])) == [value]


@settings(deadline=None)
@given(st.lists(st.none() | st.integers(-(2**31) + 1, 2**30)))
def test_a_column_says_what_it_was_given(values):
    said = np.array([value is not None for value in values], dtype=bool)
    column = Integers(np.array([value or 0 for value in values], dtype=np.int64), said)
    assert unsealed(sealed({"column": column})) == {"column": values}


@settings(deadline=None)
@given(st.lists(TEXT), st.lists(TEXT))
def test_texts_are_what_they_were_halves_of_characters_too(first, second):
    # Compared in halves, since two halves side by side are a character to whoever reads them joined.
    read = unsealed(sealed([Texts(first), Texts(second)]))
    assert [list(map(halves, texts)) for texts in read] == [list(map(halves, t)) for t in (first, second)]


def halves(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def test_a_sealed_block_is_letters_and_digits_alone():
    assert re.fullmatch(r"[A-Za-z0-9+/]*=*", sealed(["</script>", Texts(["<!--"])]))


def test_a_column_takes_no_more_bytes_than_its_range_needs():
    def size(values):
        column = Integers.of(values)
        return len(base64.b64decode(sealed(column)))

    rows = np.random.default_rng(1).integers(0, 255, 10_000)
    assert size(rows + 1_000_000) < 10_200
    assert size(rows * 256) < 20_400


@settings(deadline=None)
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
