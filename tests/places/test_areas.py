"""Geometry on the ground."""

from __future__ import annotations

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from geoiraq.places.areas import (
    bearing,
    capsule,
    circle,
    destination,
    distance_km,
    midpoint,
    reach_km,
    sector,
    towards,
)

BAGHDAD, MOSUL = (33.34, 44.40), (36.335, 43.119)
points = st.tuples(st.floats(29.0, 38.0), st.floats(38.5, 49.0))
turns = st.floats(0.0, 359.9)


def test_baghdad_to_mosul_is_about_350_km_north_north_west():
    assert distance_km(BAGHDAD, MOSUL) == pytest.approx(353, abs=3)
    assert bearing(BAGHDAD, MOSUL) == pytest.approx(341, abs=2)


@given(points, points)
def test_distances_are_those_of_geopy(one, other):
    assert distance_km(one, other) == pytest.approx(great_circle(one, other).km, abs=1e-6)


@given(points, st.floats(0.5, 300.0), turns)
def test_ends_are_those_of_geopy(start, km, turn):
    there = great_circle(kilometers=km).destination(start, turn)
    assert destination(start, km, turn) == pytest.approx((there.latitude, there.longitude), abs=1e-9)


@given(points, st.floats(0.5, 300.0), turns)
def test_going_somewhere_takes_one_that_far_in_that_direction(start, km, turn):
    end = destination(start, km, turn)
    assert distance_km(start, end) == pytest.approx(km, rel=1e-3)
    off = abs(bearing(start, end) - turn) % 360
    assert min(off, 360 - off) < 0.5


@given(points, points)
def test_the_midpoint_is_as_far_from_both(a, b):
    middle = midpoint(a, b)
    assert distance_km(a, middle) == pytest.approx(distance_km(b, middle), abs=0.2)


@given(points, st.floats(1.0, 100.0))
def test_a_circle_holds_its_middle_and_reaches_its_radius(point, radius):
    drawn = circle(*point, radius)
    assert drawn.contains(Point(point[1], point[0]))
    assert reach_km(drawn, point) == pytest.approx(radius, rel=0.01)


@given(points, turns, st.floats(5.0, 60.0))
def test_a_sector_lies_where_it_points(point, turn, outer):
    drawn = sector(point, turn, 45.0, 0.0, outer)
    ahead, behind = destination(point, outer / 2, turn), destination(point, outer / 2, turn + 180)
    assert drawn.is_valid
    assert drawn.contains(Point(ahead[1], ahead[0]))
    assert not drawn.contains(Point(behind[1], behind[0]))


def test_a_strip_holds_both_ends():
    strip = capsule(BAGHDAD, MOSUL, 10.0)
    assert strip.contains(Point(44.40, 33.34))
    assert strip.contains(Point(43.119, 36.335))


def test_half_an_area_lies_towards_its_side():
    whole = circle(*BAGHDAD, 20.0)
    north, middle = towards(whole, 0.0), towards(whole, None)
    assert north.area == pytest.approx(whole.area / 2, rel=0.02)
    assert north.centroid.y > whole.centroid.y
    assert middle.centroid.distance(whole.centroid) < 0.01
