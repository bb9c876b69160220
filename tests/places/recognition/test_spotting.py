"""Spotting takes time in proportion to the text, whatever it holds, and remembers no more than it may."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.places.gazetteer import gazetteer
from geoiraq.places.recognition import runs
from geoiraq.places.recognition.recognise import find_places
from geoiraq.places.recognition.spotting import spot

#: Four times as much text may take this many times as long: more than four, since machines are noisy; not sixteen.
MOST_TIMES = 8

HOSTILE = {
    "one letter": "a",
    "one capital": "A",
    "one Arabic letter": "ب",
    "brackets": "(",
    "combining marks": "\u0301\u0327",
    "spaces": " ",
    "articles": "al-",
    "articles with capitals": "Al-",
    "capitals": "A ",
    "Arabic particles": "و ",
    "numbers": "1 ",
    "one place": "Mosul ",
    "places in a list": "Mosul, ",
    "places of several places' name": "Riyadh, ",
    "names that need what follows": "Hit, in ",
    "places that share a kind word": "Anbar and Nineveh provinces, ",
    "relations": "30 km west of ",
    "strips": "between Mosul and ",
}


def seconds(text: str) -> float:
    """The least of three tries: what is above it is the machine's; what the collector walks is other tests' too."""
    tries = []
    gc.disable()
    try:
        for _ in range(3):
            begun = time.process_time()
            find_places(text)
            tries.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(tries)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_the_time_grows_with_the_text(unit):
    find_places(unit * 3)
    short, long = (unit * (length // len(unit)) for length in (100_000, 400_000))
    assert seconds(long) < MOST_TIMES * max(seconds(short), 0.002)


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("A", "\u0301\u0327", ""),
        ("Mosul", " ", "Hit"),
        ("Hit", " ", ""),
        ("between Mosul", " ", "Mosul"),
        ("Anbar", " ", "Anbar provinces"),
        ("Moso", "o", "sul"),
    ],
)
def test_the_time_grows_with_what_stands_inside_a_name_or_between_two(before, between, after):
    short, long = (f"{before}{between * (length // len(between))}{after}" for length in (100_000, 400_000))
    assert seconds(long) < MOST_TIMES * max(seconds(short), 0.002)


NAMES = ["Mosul", "Ayn al-Assad", "Camp", "K-1", "Hit", "Ali", "Lt.", "الموصل", "وبغداد", "محافظة", "A", "17"]
AROUND = [
    "al-",
    "Al",
    "province",
    "provinces",
    "base",
    "in",
    "the",
    "south of",
    "30 km",
    "between",
    "and",
    "x",
]
MARKS = [*"'ʼ_-–,.(\n\u00a0\u0301", "’s"]
PIECES = [*NAMES, *AROUND, *MARKS]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
@settings(max_examples=300, deadline=None)
def test_mentions_are_slices_in_order_that_do_not_overlap(pieces, joint):
    text = joint.join(pieces)
    mentions = find_places(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(m.phrase_start <= m.start < m.end <= m.phrase_end for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=100, deadline=None)
def test_what_was_read_before_changes_nothing(pieces, others):
    book, text = gazetteer(), " ".join(pieces)
    fresh = type(book)(book.places, book.shapes_geojson, book.index)
    spot(book, " ".join(others))
    assert spot(book, text) == spot(fresh, text)


def test_no_more_is_remembered_than_may_be(monkeypatch):
    monkeypatch.setattr(runs, "MOST_RUNS", 20)
    book = gazetteer()
    fresh = type(book)(book.places, book.shapes_geojson, book.index)
    text = "Rockets hit Camp Taji, Balad and Mosul; Karbala, Najaf and Kut were quiet on Friday, Reuters and AFP said."
    expected = spot(book, text)
    for _ in range(3):
        assert spot(fresh, text) == expected
        assert len(fresh.memory.runs.first) <= 20
