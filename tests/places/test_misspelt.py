"""Misspellings: corrected only where one name is clearly meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.misspelt import corrected, sort_by_skeleton

KNOWN = [
    "baxdad",
    "falujia",
    "ramadi",
    "samara",
    "karbala",
    "kirkuk",
    "naziria",
    "nazriba",
    "mukdadia",
    "iskandaria",
]


def right(sound: str, known: list[str] = KNOWN) -> str | None:
    return corrected(sort_by_skeleton(known), sound, lambda _: True)


@pytest.mark.parametrize(
    ("written", "meant"), [("ramadai", "ramadi"), ("karbla", "karbala"), ("mukdadiia", "mukdadia")]
)
def test_vowels_may_be_wrong(written, meant):
    assert right(written) == meant


def test_one_consonant_inside_a_long_name_may_be_missing():
    assert right("iskadaria") == "iskandaria"


@pytest.mark.parametrize("written", ["tamadi", "kirkun", "sabara", "abc", "xyzxyz", ""])
def test_another_word_is_not_taken_for_a_name(written):
    assert right(written) is None


def test_a_byname_is_no_misspelling():
    assert right("kirkuki") is None


def test_two_names_equally_near_leave_it_open():
    assert right("samarra", ["samarara", "samarira"]) is None


def test_only_names_that_are_allowed_are_considered():
    assert corrected(sort_by_skeleton(KNOWN), "karbla", lambda sound: sound != "karbala") is None


@given(st.text("abdiklmnrsuz", min_size=1, max_size=60))
def test_what_is_given_is_always_a_known_sound(sound):
    assert right(sound) in (None, *KNOWN)
