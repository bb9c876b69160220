"""Short noun phrases, as written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.reports.who.nounphrases import LONGEST, noun_phrase


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("a vegetable market in Baghdad", "vegetable market", "market"),
        ("the convoy of a senior minister that passed", "convoy of a senior minister", "convoy"),
        ("12 employees of the education directorate", "employees of the education directorate", "employees"),
        ("three of the guards were hurt", "guards", "guards"),
        ("a hotel used by foreigners", "hotel used by foreigners", "hotel"),
        ("recruits queuing outside", "recruits", "recruits"),
        ("a wedding hall was hit", "wedding hall", "hall"),
        ("a U.S. armoured vehicle near Kut", "U.S. armoured vehicle", "vehicle"),
        ("a judge's car, parked nearby", "judge's car", "car"),
    ],
)
def test_a_noun_with_its_modifiers_and_no_clause(text, words, head):
    phrase = noun_phrase(text, 0, len(text))
    assert (text[phrase.start : phrase.end], phrase.head) == (words, head)


@pytest.mark.parametrize(
    "text", ["", "in the morning", "of them", "50 of them", "killed and wounded", "!?", "and a shop"]
)
def test_where_no_noun_stands_there_is_none(text):
    assert noun_phrase(text, 0, len(text)) is None


@settings(deadline=None)  # the machine may be busy
@given(st.text(alphabet="a of the shop's, 5-Z.", max_size=200))
def test_a_phrase_is_a_short_slice(text):
    phrase = noun_phrase(text, 0, len(text))
    assert phrase is None or (0 <= phrase.start < phrase.head_end <= phrase.end <= min(len(text), LONGEST))
