"""Protests without violence, told in words for gathering, sitting down and filling a place."""

from __future__ import annotations

from datetime import date

import pytest


def told(incidents):
    return [(i.layer, i.place_name, i.date_start) for i in incidents]


SUNDAY = date(2020, 5, 3)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hundreds of graduates sat down in front of the oil ministry in Baghdad on Sunday.", "Baghdad"),
        ("Teachers packed Habboubi Square in Nasiriya on Sunday, waving flags.", "Habboubi Square"),
        ("Farmers parked tractors across the highway near Diwaniya on Sunday.", "near Diwaniyah"),
        ("Relatives of the missing stood in silence in Ramadi on Sunday.", "Ramadi"),
        ("احتشد مئات الخريجين أمام مبنى المحافظة في السماوة يوم الأحد.", "Samawah"),
        ("أغلق متظاهرون الطريق المؤدي إلى الميناء في أم قصر يوم الأحد.", "Umm Qasr"),
    ],
)
def test_a_crowd_that_takes_a_place_protests(tell, text, place):
    assert told(tell(text)) == [("protest", place, SUNDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of pilgrims filled the streets of Karbala on Sunday.",
        "Hundreds of displaced people crowded the road near Qayyarah on Sunday.",
        "Worshippers packed the square before the mosque in Kufa on Sunday.",
        "Water flooded the streets of Basra on Sunday and dozens of families left.",
        "Two students sat down in a cafe in Mosul on Sunday.",
    ],
)
def test_other_crowds_do_not(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The unions have called a general strike in Kut for Wednesday.",
        "Organisers called a march in Najaf on the oil company.",
        "Activists announced a sit-in in Hilla for next week.",
        "Demonstrations are expected in Hilla on Saturday.",
        "A march in Kut was planned for Friday.",
        "Organisers in Amara called off a sit-in that had been due on Friday.",
    ],
)
def test_what_is_called_for_a_day_to_come_is_planned(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    "also", ["Hilla saw its largest march so far", "In Hilla lawyers held a silent vigil"]
)
def test_what_a_day_also_saw_happened_on_that_day(tell, also):
    text = f"BASRA, May 4 - Thousands marched in Basra on Sunday.\n\nElsewhere it was calm.\n\n{also}."
    assert ("protest", "Hilla", SUNDAY) in told(tell(text))


@pytest.mark.parametrize(
    "rank",
    [
        "It was the third such shooting in the city this month.",
        "This was one of the worst killings there since March.",
        "The attack was the deadliest attack in the province this year.",
    ],
)
def test_a_rank_among_others_is_no_event_of_its_own(tell, rank):
    assert told(tell(f"Gunmen shot a judge in Kirkuk on Sunday. {rank}")) == [("attack", "Kirkuk", SUNDAY)]


def test_a_force_that_goes_back_to_a_place_did_not_leave_it(tell):
    text = "Crowds marched over Ahrar bridge in Baghdad on Sunday. Troops pulled back to the bridge at noon."
    assert [i.layer for i in tell(text)] == ["protest"]


def test_a_force_that_goes_back_from_a_place_left_it(tell):
    text = (
        "Crowds marched over Ahrar bridge in Baghdad on Sunday. Troops pulled back from the bridge at noon."
    )
    assert sorted(i.layer for i in tell(text)) == ["protest", "withdrawal"]


def test_a_protest_over_a_blast_is_not_of_the_day_of_the_blast(tell):
    text = (
        "BASRA, May 4 - Thousands marched in Basra on Monday.\n\n"
        "In Kirkuk, hundreds took to the streets after Friday's blast outside a mosque, which killed two."
    )
    assert ("protest", "Kirkuk", date(2020, 5, 4)) in told(tell(text))


def test_a_march_called_off_takes_nothing_from_what_was_told_before_it(tell):
    text = "Gunmen burned a shop in Basra on Sunday, after a march that was planned was called off."
    assert told(tell(text)) == [("attack", "Basra", SUNDAY)]
