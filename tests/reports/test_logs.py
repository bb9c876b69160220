"""Logs of security companies and weekly reviews: entries that leave out verbs, and what of them is no entry."""

from __future__ import annotations

from datetime import date

import pytest

LOG = "MORNING LOG\n6 May 2020\n\nBAGHDAD\n- 5 May, 0610 hrs, {place}. {told}\n"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Hand grenade thrown at patrol. 2 x IP WIA.", [("attack", "Dora", None, 2)]),
        ("Drive-by SAF at checkpoint. 1 x soldier KIA, 3 x WIA.", [("attack", "Dora", 1, 3)]),
        ("RCIED detonated against convoy. Nil casualties.", [("attack", "Dora", 0, 0)]),
        ("2 x 107mm rockets. One landed by the river. Zero casualties.", [("attack", "Dora", 0, 0)]),
        ("Raid on a farmhouse. 3 x males detained.", [("arrest", "Dora", None, None)]),
        ("Raid on a farmhouse. 2 x militants killed. 3 x males detained.", [("attack", "Dora", 2, None)]),
        ("IED attack vic Taji. Convoy proceeded to Balad.", [("attack", "vic Taji", None, None)]),
        ("Threats thrown about in the market.", []),
    ],
)
def test_an_entry_opens_with_its_day_and_place_and_needs_no_verb(tell, told, expected):
    found = tell(LOG.format(place="Dora", told=told))
    assert [(i.layer, i.place_name, i.fatalities_best, i.injured) for i in found] == expected
    assert all(i.date_start == date(2020, 5, 5) for i in found)


def test_day_and_place_may_stand_in_sentences_of_their_own(tell):
    (one,) = tell("LOG\n\nNINEWA\n1. 5 May, 1100D. Tal Afar. Rocket landed at gate. 2 x IP KIA.\n")
    assert (one.place_name, one.fatalities_best) == ("Tal Afar", 2)


def test_what_was_found_and_cleared_did_not_go_off(tell):
    found = tell(LOG.format(place="Dora", told="2 x IEDs found and cleared by EOD. Nil casualties."))
    assert "attack" not in {i.layer for i in found}


def test_an_entry_that_opens_with_no_place_is_where_its_heading_says(tell):
    (one,) = tell(LOG.format(place="time unknown", told="Hand grenade thrown at patrol."))
    assert one.place_name == "Baghdad"


def test_a_participle_asserts_nothing_where_sentences_are_whole(tell):
    assert tell("Stones thrown at weddings in Kut are said to bring luck.") == []


@pytest.mark.parametrize(
    "text",
    [
        "STATS: attacks in Baghdad, last 7 days: 89 (week before: 74).",
        "Bombings in Mosul this week: about 12.",
        "Vehicle checks and detonations at Camp Taji go on until further notice.",
    ],
)
def test_a_tally_or_a_routine_is_no_event(tell, text):
    assert tell(text) == []


def test_a_colon_before_an_hour_counts_nothing(tell):
    assert len(tell("Bombing in Mosul on Tuesday: 09:30 by the bridge, two men were killed.")) == 1


def test_who_acted_in_one_province_did_not_act_in_the_next(tell):
    found = tell(
        "# Review\n\n## Baghdad\n\nGunmen shot dead a lawyer in Dora on 4 May.\n\n"
        "## Basra\n\n* 5 May - Two men were wounded in a blast in Basra city.\n"
    )
    assert [i.actor for i in found if i.governorate == "Basra"] == [""]


def test_the_lead_of_a_list_holds_under_a_heading_of_its_own(tell):
    found = tell(
        "Strikes\n\nOn 4 May coalition aircraft struck a tunnel near Hatra.\n\n"
        "Elsewhere:\n- Near Tal Afar, a strike destroyed a vehicle.\n"
    )
    assert {i.date_start for i in found} == {date(2020, 5, 4)}


def test_what_goes_before_a_list_says_when_and_who_though_it_tells_no_event_itself(tell):
    one, two = tell(
        "DOHA - On March 7, Coalition forces continued to attack ISIL terrorists in Iraq. Aircraft flew 15 sorties.\n\n"
        "-- Near Hit, one strike produced inconclusive results.\n\n-- Near Mosul, two strikes hit a bunker.",
        "2016-03-08",
    )
    assert [str(i.date_start) for i in (one, two)] == ["2016-03-07", "2016-03-07"]
    assert [i.actor for i in (one, two)] == ["Coalition", "Coalition"]
    assert one.target == ""
