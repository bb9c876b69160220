"""Word lists are found as whole words, the longest at each place, in linear time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geoiraq.reports.text.phrases import Phrases, lower

LIST = Phrases(
    [("car", "car"), ("car bomb", "bomb"), ("bomb squad", "squad"), ("US", "us"), ("قصف", "shelling")]
)


def found(text):
    return [(text[f.start : f.end], f.payload) for f in LIST.find(text)]


def test_the_longest_phrase_counts():
    assert found("A Car bomb exploded.") == [("Car bomb", "bomb")]


def test_of_two_that_overlap_the_earlier_counts():
    assert found("the car bomb squad") == [("car bomb", "bomb")]


def test_parts_of_words_do_not_count():
    assert found("cars, scar, carbon") == []


def test_short_capitals_are_found_in_capitals_only():
    assert found("The US told us") == [("US", "us")]


def test_arabic_writes_particles_onto_a_word():
    assert found("وبعد القصف بقصف وقصف") == [("قصف", "shelling")] * 3


def test_of_a_stretch_only_the_phrases_that_lie_within_it_are_found():
    text = "A car bomb, a car."
    assert [(f.start, f.end) for f in LIST.find(text, 3)] == [(14, 17)]
    assert [(f.start, f.end) for f in LIST.find(text, 0, 5)] == [(2, 5)]


@given(st.text(alphabet="car bomsquUS قصف"), st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_gives_the_readings_of_the_whole_that_lie_within_it(text, start, end):
    within = [f for f in LIST.readings(text) if start <= f.start and f.end <= end]
    assert LIST.readings(text, start, end) == within


@given(st.text())
def test_lowering_keeps_every_offset(text):
    assert len(lower(text)) == len(text)


@given(st.text(alphabet="car bomsquUS قصف"))
def test_phrases_never_overlap_and_stay_in_the_text(text):
    spans = [(f.start, f.end) for f in LIST.find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
