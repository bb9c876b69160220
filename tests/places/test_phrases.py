"""Phrases of several names: the finest place that all of them allow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.areas import distance_km
from geoiraq.places.resolve import resolve


def place_of(country, phrase, **asked):
    return resolve(phrase, gazetteer=country, **asked).place_id


@pytest.mark.parametrize(
    "phrase",
    [
        "Zuhur, Alphaville",
        "Zuhur in Alphaville",
        "Alphaville (Zuhur neighbourhood)",
        "Alphaville - Zuhur",
        "Alphaville's Zuhur quarter",
        "Alphaville-Zuhur",
        "Alpha/Alphaville/Zuhur",
        "Alphaville: Zuhur",
        "Shi'ite neighbourhood of Zuhur, Alphaville",
        "the busy Zuhur quarter of Alphaville",
        "Alpha governorate, Alphaville, Zuhur",
        "Zuhur, south of Northam",
        "a checkpoint in the Zuhur area, Alphaville",
    ],
)
def test_the_finest_name_is_the_place_and_the_others_decide_between_its_namesakes(country, phrase):
    assert place_of(country, phrase) == "zuhur"


def test_the_same_words_elsewhere_mean_the_namesake(country):
    assert place_of(country, "Zuhur in Betatown") == "zuhur-beta"


def test_a_governorate_after_a_name_only_says_where_it_is(country):
    assert place_of(country, "Southam, Beta governorate") == "southam-village"
    assert place_of(country, "Northam, Alpha") == "northam"


def test_of_two_towns_the_one_is_meant_in_whose_governorate_the_other_may_be(country):
    assert place_of(country, "Alpha, Northam") == place_of(country, "Northam, Alpha") == "northam"


def test_a_list_that_begins_with_the_coarsest_ends_with_the_finest(country):
    assert place_of(country, "Alpha governorate, Alphaville, Northam") == "northam"
    assert place_of(country, "Northam, Alphaville, Alpha governorate") == "northam"


@pytest.mark.parametrize(
    "phrase", ["Alphaville (west)", "Alphaville, west", "Alpha governorate, Alphaville (west)"]
)
def test_a_side_after_a_town_is_that_part_of_it(country, phrase):
    answer = resolve(phrase, gazetteer=country)
    assert answer.basis == "relative"
    assert 43.9 < answer.longitude < 44


def test_two_towns_that_a_hyphen_joins_are_the_strip_between_them(country):
    assert resolve("Alphaville-Northam", gazetteer=country).basis == "between"


def test_a_phrase_may_be_written_without_capitals(country):
    assert resolve("south of northam", gazetteer=country).basis == "relative"
    assert resolve("south of a popular market", gazetteer=country).status == "unresolved"


def test_a_relation_describes_a_place_that_is_named(country):
    assert place_of(country, "Southam, south of Alphaville") == "southam"
    assert place_of(country, "Southam, 40 miles (60 km) south of Alphaville") == "southam"


def test_where_no_finer_place_is_named_the_relation_is_the_answer(country):
    answer = resolve("a village 20 km north of Alphaville, Alpha governorate", gazetteer=country)
    assert answer.basis == "relative"
    assert distance_km((answer.latitude, answer.longitude), (34.18, 44.0)) < 3


def test_what_a_relation_starts_from_need_not_lie_within_what_was_asked_for(country):
    answer = resolve("Southam, north of Edgeham", within="Alpha", gazetteer=country)
    assert answer.place_id == "southam"


@pytest.mark.parametrize(
    "phrase", ["the Northam-Southam road", "road between Northam and Southam", "Northam - Southam highway"]
)
def test_a_road_lies_between_its_ends(country, phrase):
    answer = resolve(phrase, gazetteer=country)
    assert answer.basis == "between"
    assert distance_km((answer.latitude, answer.longitude), (34.0, 44.0)) < 2


def test_two_places_near_each_other_are_the_strip_between_them(country):
    assert resolve("Alphaville and Northam", gazetteer=country).basis == "between"
    assert resolve("Alphaville and Betatown", gazetteer=country).status == "unresolved"


def test_of_a_range_in_a_governorate_only_the_part_in_it_is_meant(country):
    answer = resolve("Long Ridge, Alpha governorate", gazetteer=country)
    assert answer.place_id == "ridge"
    assert answer.shape.bounds[0] > 42.8
    assert answer.radius_km < 90


def test_what_lies_at_a_place_and_has_no_name_is_put_there_less_surely(country):
    alone, at_it = (resolve(phrase, gazetteer=country) for phrase in ("Northam", "Northam checkpoint"))
    assert at_it.place_id == "northam"
    assert at_it.confidence < alone.confidence
    assert at_it.radius_km > alone.radius_km


def test_an_unknown_name_in_a_town_is_in_that_town_and_said_to_be_unknown(country):
    answer = resolve("Qwertabad quarter, Northam", gazetteer=country)
    assert answer.place_id == "northam"
    assert "Qwertabad" in answer.reason


def test_an_unknown_name_in_a_governorate_is_not_known(country):
    answer = resolve("Qwertabad, Alpha governorate", gazetteer=country)
    assert answer.status == "unresolved"
    assert "Qwertabad" in answer.reason
    assert answer.candidates[0].place_id == "alpha"


@pytest.mark.parametrize(
    "phrase", ["unspecified location in Alpha governorate", "somewhere in Alpha governorate"]
)
def test_a_place_without_a_name_is_as_wide_as_what_holds_it(country, phrase):
    assert place_of(country, phrase) == "alpha"


def test_of_a_border_or_river_in_a_governorate_only_the_part_in_it_is_meant(country):
    for answer in (
        resolve("Alpha governorate, near Long Ridge", gazetteer=country),
        resolve("a village near Long Ridge", within="Alpha", gazetteer=country),
    ):
        assert answer.basis == "relative"
        assert answer.governorate == "Alpha"
        assert 42.8 < answer.longitude < 44


def test_of_a_range_by_a_town_only_the_part_by_it_is_meant(country):
    answer = resolve("Long Ridge, west of Northam", gazetteer=country)
    assert answer.place_id == "ridge"
    assert 43.5 < answer.longitude < 44
    assert answer.radius_km < 25


def test_what_lies_by_a_quarter_of_a_town_is_not_all_of_the_town(country):
    answer = resolve("Alphaville, near Zuhur", gazetteer=country)
    assert (answer.basis, answer.place_id) == ("relative", "zuhur")


def test_names_that_do_not_go_together_leave_the_first(country):
    answer = resolve("Northam, Betatown", gazetteer=country)
    assert answer.place_id == "northam"
    assert "'Betatown' is known elsewhere" in answer.reason


def test_a_little_known_name_is_that_of_a_namesake_in_the_town_beside_it(country):
    answer = resolve("Edgeham, Northam", gazetteer=country)
    assert answer.place_id == "northam"
    assert "'Edgeham' is known elsewhere" in answer.reason


@given(
    st.lists(
        st.sampled_from(
            [
                "Zuhur",
                "Alpha",
                "Northam",
                "between",
                "and",
                "near",
                "in",
                ",",
                "(",
                ")",
                "-",
                "30 km",
                "of",
                "south",
                "'s",
                "road",
            ]
        ),
        max_size=60,
    ).map(" ".join)
)
def test_any_mixture_of_words_gets_an_answer(country, phrase):
    assert resolve(phrase, gazetteer=country).status in ("resolved", "ambiguous", "unresolved")


@pytest.mark.parametrize(
    "word", ["between ", "and ", "near ", "in ", "(", "Zuhur, ", "Northam-", "north of ", "'s "]
)
def test_repeated_words_take_no_more_than_their_share_of_time(country, word):
    def seconds(length: int) -> float:
        begun = time.process_time()
        resolve((word * length)[:length], gazetteer=country)
        return time.process_time() - begun

    seconds(100)
    assert seconds(400) < 0.5
