"""Relative phrases are read from the words before a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.relations import MIDDLE, first_relation, in_english, relation_before


def read(phrase: str, name: str):
    return relation_before(phrase, phrase.index(name))


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "bearing", "distance"),
    [
        ("a base south of Mosul", "Mosul", "direction", 180.0, None),
        ("30 km west of Ramadi", "Ramadi", "direction", 270.0, 30.0),
        ("about 12 kilometres north-east of Kut", "Kut", "direction", 45.0, 12.0),
        ("twenty miles southeast of the city of Kirkuk", "Kirkuk", "direction", 135.0, 32.18688),
        ("15 km from Hit", "Hit", "distance", None, 15.0),
        ("near Saqlawiyah", "Saqlawiyah", "near", None, None),
        ("on the outskirts of Tikrit", "Tikrit", "near", None, None),
        ("north-eastern Baghdad", "Baghdad", "part", 45.0, None),
        ("western parts of Mosul", "Mosul", "part", 270.0, None),
        ("central Baghdad", "Baghdad", "part", MIDDLE, None),
        ("between Kut and Numaniya", "Kut", "between", None, None),
        ("the road between Hawija and Baiji", "Hawija", "between", None, None),
        ("جنوب الموصل", "الموصل", "direction", 180.0, None),
        ("20 كم شمال بغداد", "بغداد", "direction", 0.0, 20.0),
        ("قرب القائم", "القائم", "near", None, None),
    ],
)
def test_a_relation_is_read(phrase, name, kind, bearing, distance):
    relation = read(phrase, name)
    assert (relation.kind, relation.bearing) == (kind, bearing)
    assert relation.distance_km == (pytest.approx(distance) if distance is not None else None)
    assert phrase[relation.start : relation.end].strip() == relation.text


@pytest.mark.parametrize(
    "phrase", ["troops in Mosul", "the mayor of Mosul", "Mosul", "they fled to Mosul", "Northgate, Mosul"]
)
def test_other_words_are_no_relation(phrase):
    assert read(phrase, "Mosul") is None


def test_the_first_relation_of_a_phrase_leaves_the_name_behind_it():
    phrase = "Kubaysa, south of Hit"
    assert phrase[first_relation(phrase).end :] == "Hit"


def test_an_arabic_relation_is_told_in_english():
    assert in_english(read("20 كم شمال بغداد", "بغداد")) == "20 km north of"
    assert in_english(read("قرب القائم", "القائم")) == "near"


@given(st.text(max_size=200))
def test_any_text_may_stand_before_a_name(text):
    relation = relation_before(text + "Mosul", len(text))
    assert relation is None or 0 <= relation.start < relation.end <= len(text)
