"""How a phrase is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.segments import (
    MOST_SEGMENTS,
    cut,
    hyphened,
    is_nameless,
    only_describes,
    road_ends,
    spellings_of,
    without_surroundings,
)


def texts(phrase: str, *names: str) -> list[str]:
    return [segment.text for segment in cut(phrase, set(names).__contains__)]


@pytest.mark.parametrize(
    ("phrase", "segments"),
    [
        ("Ur, Baghdad", ["Ur", "Baghdad"]),
        ("Mosul (Zuhur)", ["Mosul", "Zuhur"]),
        ("Baghdad – Sadr City", ["Baghdad", "Sadr City"]),
        ("Mosul's Rifai quarter", ["Mosul", "Rifai quarter"]),
        ("Baghdad: Kadhimiya", ["Baghdad", "Kadhimiya"]),
        ("Diyala/Khanaqin/Jalawla", ["Diyala", "Khanaqin", "Jalawla"]),
        ("the mainly Sunni city of Fallujah", ["Fallujah"]),
        ("the Iranian border of Diyala", ["the Iranian border", "Diyala"]),
        ("الجانب الأيسر لمدينة الموصل", ["الجانب الأيسر", "مدينة الموصل"]),
        ("Bab al-Sharqi in Baghdad", ["Bab al-Sharqi", "Baghdad"]),
        ("حي الانتصار في الموصل", ["حي الانتصار", "الموصل"]),
        ("قرية البشير التابعة لقضاء داقوق", ["قرية البشير", "قضاء داقوق"]),
    ],
)
def test_it_is_cut_where_one_name_ends(phrase, segments):
    assert texts(phrase) == segments


def test_a_name_that_holds_a_preposition_is_not_cut():
    assert texts("Port of Basra", "Port of Basra") == ["Port of Basra"]


def test_a_relation_goes_with_the_name_after_it():
    head, area = cut("Kubaysa, 12 km south of Hit", lambda _: False)
    assert (head.text, head.relation) == ("Kubaysa", None)
    assert (area.text, area.relation.bearing, area.relation.distance_km) == ("Hit", 180.0, 12.0)


def test_a_distance_told_twice_counts_once():
    _, area = cut("Taji, 20 kilometres (12 miles) north of Baghdad", lambda _: False)
    assert area.relation.distance_km == 20.0


def test_a_phrase_of_too_many_segments_is_none():
    assert cut(", ".join("abcdefghijkl"), lambda _: False) == []


def test_what_describes_a_place_is_taken_off_its_name():
    assert "Green Zone" in spellings_of("the heavily fortified Green Zone")
    assert "بغداد" in spellings_of("العاصمة بغداد")
    assert list(spellings_of("al-Qaim")) == ["al-Qaim"]


def test_what_lies_at_a_place_is_taken_off_its_name():
    assert without_surroundings("Tikrit checkpoint") == "Tikrit"
    assert without_surroundings("Makhmour front line") == "Makhmour"
    assert without_surroundings("Tikrit") == "Tikrit"


def test_a_road_has_every_pair_of_ends_that_its_hyphens_allow():
    assert ("Kut", "Amarah") in road_ends("the Kut-Amarah highway")
    assert ("Daquq", "Tuz Khurmatu") in road_ends("Daquq-Tuz Khurmatu road")
    assert road_ends("طريق بغداد - كركوك")[0] == ("بغداد", "كركوك")
    assert road_ends("Haifa Street") == []


@pytest.mark.parametrize("words", ["", "unspecified location", "somewhere"])
def test_words_that_say_that_there_is_no_name(words):
    assert is_nameless(words)


def test_words_without_a_capital_only_describe():
    assert only_describes("a popular market")
    assert not only_describes("a village called Fulan")
    assert not only_describes("سوق")


def test_a_hyphen_joins_two_names_and_an_article_to_its_own():
    assert list(hyphened("Baghdad-Mansour")) == [("Baghdad", "Mansour")]
    assert list(hyphened("al-Mansour")) == list(hyphened("Tall-afar")) == []


@given(st.text(max_size=120))
def test_any_text_is_cut_into_few_segments(phrase):
    assert len(cut(phrase, lambda _: False)) <= MOST_SEGMENTS
