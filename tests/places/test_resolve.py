"""A name resolves to a place, or to the reason why not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

import geoiraq
from geoiraq.places.areas import distance_km

resolve = geoiraq.resolve


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Mosul", "mosul"),
        ("al-Mawsil", "mosul"),
        ("الموصل", "mosul"),
        ("Camp Taji", "camp-taji"),
        ("Taji base", "camp-taji"),
        ("معسكر التاجي", "camp-taji"),
        ("Taji", "taji"),
        ("K-1", "k-1-air-base"),
        ("K1 military base", "k-1-air-base"),
        ("the K-1 base in Kirkuk", "k-1-air-base"),
        ("Ayn al-Assad", "ain-al-asad-air-base"),
        ("Ain al-Asad airbase", "ain-al-asad-air-base"),
        ("Salah-a-Din governorate", "salah-al-din"),
        ("Salahuddin province", "salah-al-din"),
        ("محافظة صلاح الدين", "salah-al-din"),
        ("Hamrin mountains", "hamrin-mountains"),
        ("Baghdad airport", "baghdad-international-airport"),
        ("US embassy in Baghdad", "us-embassy-baghdad"),
        ("Green Zone", "green-zone"),
        ("هەولێر", "erbil"),
        ("Hewlêr", "erbil"),
        ("Ar Raqqah", "raqqa"),
    ],
)
def test_a_place_is_found_in_any_spelling(name, place_id):
    answer = resolve(name)
    assert answer.status == "resolved", answer.reason
    assert answer.place_id == place_id


@pytest.mark.parametrize(
    "name", ["Tajo", "Atlantis", "Xyzzy province", "", "   ", "!!!", "Camp Nowhere", "Baij"]
)
def test_what_is_not_known_is_unresolved_with_a_reason(name):
    answer = resolve(name)
    assert answer.status == "unresolved"
    assert answer.latitude is None
    assert answer.longitude is None
    assert answer.reason


def test_a_name_that_only_looks_like_another_is_not_taken_for_it():
    assert resolve("Camp Taji").place_id != "baiji"
    assert resolve("Tajj").status == "unresolved"


def test_the_words_say_which_kind_is_meant():
    kinds = {
        name: resolve(name).kind
        for name in ("Balad", "Balad Air Base", "Balad district", "Mosul Dam", "Nineveh province")
    }
    assert kinds["Balad"] in ("city", "town")
    assert kinds["Balad Air Base"] == "base"
    assert kinds["Balad district"] == "district"
    assert kinds["Mosul Dam"] == "dam"
    assert kinds["Nineveh province"] == "governorate"


def test_where_the_words_do_not_decide_the_city_prevails_and_the_others_are_candidates():
    answer = resolve("Najaf")
    assert answer.kind == "city"
    assert {c.kind for c in answer.candidates} >= {"governorate"}


def test_within_decides_between_places_of_one_name():
    qaim, ramadi = (
        resolve("Husaybah", within="al-Qaim district"),
        resolve("Husaybah", within="Ramadi district"),
    )
    assert qaim.place_id != ramadi.place_id
    assert qaim.status == ramadi.status == "resolved"


def test_a_place_known_elsewhere_is_not_put_where_it_is_not():
    answer = resolve("Tikrit", within="Basra")
    assert answer.status == "unresolved"
    assert "not in" in answer.reason
    assert answer.candidates[0].place_id == "tikrit"


def test_a_village_near_the_line_is_not_the_one_of_the_governorate_beyond():
    assert resolve("Bir Dhahab", within="Salah al-Din").status == "resolved"
    beyond = resolve("Bir Dhahab", within="Diyala")
    assert beyond.status == "unresolved"
    assert "not in" in beyond.reason


def test_what_only_looks_like_a_village_may_be_another_village():
    alone, misspelt_town = resolve("Shamllan"), resolve("Mosull")
    assert alone.status == "unresolved"
    assert "too little known" in alone.reason
    assert [c.place_id for c in alone.candidates] == ["shemila"]
    assert misspelt_town.place_id == "mosul"


def test_of_villages_of_one_name_none_prevails_until_it_is_said_where_to_look():
    assert resolve("Rashidiya village").status == "ambiguous"
    assert resolve("Rashidiya village", within="Nineveh").place_id == "mosul-rashidiya"


def test_a_quarter_whose_name_many_towns_have_waits_for_the_town():
    assert resolve("Hay al-Mutasem").status != "resolved"
    assert resolve("Hay al-Mutasem", within="Fallujah").place_id == "mutasim-fallujah"


def test_within_takes_any_spelling_of_a_governorate():
    for within in ("Al Anbār province", "Anbar", "محافظة الأنبار", "al-Anbar governorate"):
        assert resolve("Hīt town", within=within).place_id == "hit"


def test_an_unknown_within_is_said():
    assert "Atlantis" in resolve("Mosul", within="Atlantis").reason


def test_a_disputed_town_is_found_under_either_governorate():
    assert resolve("Makhmur", within="Erbil").place_id == resolve("Makhmur", within="Nineveh").place_id


def test_equal_homonyms_far_apart_are_ambiguous():
    answer = resolve("Riyadh")
    assert answer.status == "ambiguous"
    assert answer.latitude is None
    apart = [(c.latitude, c.longitude) for c in answer.candidates[:2]]
    assert distance_km(*apart) > 25


def test_near_decides_between_homonyms():
    assert resolve("Riyadh", near="Hawija").governorate == "Kirkuk"


def test_a_former_name_counts_while_it_was_in_use():
    on_time, too_late = (
        resolve("Saddam International Airport", on="2002-05-01"),
        resolve("Saddam International Airport", on=date(2015, 5, 1)),
    )
    assert on_time.place_id == "baghdad-international-airport"
    assert too_late.place_id != "baghdad-international-airport" or too_late.confidence < on_time.confidence


@pytest.mark.parametrize(
    ("phrase", "anchor", "towards"),
    [
        ("south of Mosul", "Mosul", (-1, 0)),
        ("30 km west of Ramadi", "Ramadi", (0, -1)),
        ("a village 20 miles south-east of Kirkuk", "Kirkuk", (-1, 1)),
        ("north-eastern Baghdad", "Baghdad", (1, 1)),
        ("شمال بيجي", "Baiji", (1, 0)),
    ],
)
def test_a_direction_gives_an_area_on_that_side(phrase, anchor, towards):
    answer, start = resolve(phrase), resolve(anchor)
    assert answer.basis == "relative"
    north, east = answer.latitude - start.latitude, answer.longitude - start.longitude
    for moved, sign in ((north, towards[0]), (east, towards[1])):
        assert sign == 0 or moved * sign > 0
    assert answer.radius_km > 1
    assert answer.footprint.buffer(0.001).contains(Point(answer.longitude, answer.latitude))


def test_a_distance_is_kept():
    answer, ramadi = resolve("30 km west of Ramadi"), resolve("Ramadi")
    assert distance_km(
        (answer.latitude, answer.longitude), (ramadi.latitude, ramadi.longitude)
    ) == pytest.approx(30, abs=1)


def test_between_two_places_is_the_strip_between_them():
    answer = resolve("between Kut and Numaniya")
    ends = [resolve("Kut"), resolve("Numaniya")]
    assert answer.basis == "between"
    assert all(answer.footprint.contains(Point(e.longitude, e.latitude)) for e in ends)


def test_near_a_place_is_around_it():
    answer, place = resolve("near Saqlawiyah"), resolve("Saqlawiyah")
    assert (answer.latitude, answer.longitude) == (place.latitude, place.longitude)
    assert answer.radius_km > place.radius_km


def test_a_relative_phrase_of_an_unknown_place_is_unresolved():
    assert resolve("40 km south of Atlantis").status == "unresolved"


def test_a_relation_may_only_describe_a_place_of_its_own():
    assert resolve("Kubaysa, south of Hit").place_id == "kubaysa"


def test_an_answer_says_when_its_point_was_not_checked():
    book = geoiraq.gazetteer()
    unchecked = next(p for p in book.places.values() if not p.checked and p.kind == "base")
    assert "not checked" in resolve(unchecked.name).reason


def test_a_governorate_has_its_outline_and_a_town_a_circle():
    assert resolve("Anbar").footprint.area > 5
    assert resolve("Hit").footprint.area < 0.1


def test_an_answer_turns_into_plain_values():
    answer = resolve("K-1").to_dict()
    assert list(answer)[:3] == ["query", "status", "place_id"]
    assert set(answer["candidates"][0]) == {
        "place_id",
        "name",
        "kind",
        "governorate",
        "latitude",
        "longitude",
        "score",
    }


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_an_answer(text):
    answer = resolve(text)
    assert answer.query == text
    assert (answer.latitude is None) == (answer.status != "resolved")
    assert answer.reason


@given(
    st.sampled_from(["Mosul", "Camp Taji", "Ayn al-Asad", "Baiji", "Tuz Khurmatu"]),
    st.sampled_from(["upper", "lower", "title"]),
)
def test_case_does_not_count(name, change):
    assert resolve(getattr(name, change)()).place_id == resolve(name).place_id
