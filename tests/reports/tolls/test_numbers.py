"""Numbers in words and figures, with their bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.reports.tolls.numbers import find_numbers

READ = [
    ("five", (5, 5, 5)),
    ("twenty-one", (21, 21, 21)),
    ("1,200", (1200, 1200, 1200)),
    ("two hundred and five", (205, 205, 205)),
    ("a thousand five hundred", (1500, 1500, 1500)),
    ("a dozen", (12, 12, 12)),
    ("half a dozen", (6, 6, 6)),
    ("two dozen", (24, 24, 24)),
    ("a couple of", (2, 2, 2)),
    ("both", (2, 2, 2)),
    ("another two", (2, 2, 2)),
    ("nobody", (0, 0, 0)),
    ("at least five", (5, 5, None)),
    ("more than 20", (20, 20, None)),
    ("no fewer than 6", (6, 6, None)),
    ("3 or more", (3, 3, None)),
    ("up to 18", (None, 18, 18)),
    ("as many as 9", (None, 9, 9)),
    ("nearly 30", (None, 30, 30)),
    ("fewer than 10", (None, None, 10)),
    ("about 40", (40, 40, 40)),
    ("between 3 and 5", (3, 3, 5)),
    ("3-5", (3, 3, 5)),
    ("five to seven", (5, 5, 7)),
    ("one or two", (1, 1, 2)),
    ("five (5)", (5, 5, 5)),
    ("several", (3, None, None)),
    ("dozens of", (24, None, None)),
    ("hundreds", (200, None, None)),
    ("ثلاثة عشر", (13, 13, 13)),
    ("خمسة وعشرون", (25, 25, 25)),
    ("٤٢", (42, 42, 42)),
    ("ما لا يقل عن سبعة", (7, 7, None)),
    ("2 مليون", (2_000_000, 2_000_000, 2_000_000)),
]


@pytest.mark.parametrize(("words", "bounds"), READ)
def test_a_number_and_its_bounds(words, bounds):
    text = f"({words})"
    (number,) = find_numbers(text)
    assert (number.low, number.best, number.high) == bounds
    assert text[number.start : number.end] == words


@pytest.mark.parametrize("words", ["the third man", "K-1", "a-b", "once", "at least", "between them"])
def test_what_is_no_count(words):
    assert [n.best for n in find_numbers(words) if n.best != 1] == []


@given(st.integers(min_value=0, max_value=999_999_999))
def test_figures_read_back(value):
    for written in (str(value), f"{value:,}"):
        (number,) = find_numbers(written)
        assert number.best == value


@given(st.text(max_size=200))
def test_spans_are_in_order_and_within_the_text(text):
    numbers = find_numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in numbers)
    assert all(a.end <= b.start for a, b in pairwise(numbers))
