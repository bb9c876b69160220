"""One sentence may tell several events, and several words may tell one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geoiraq.places.recognition.recognise import find_places
from geoiraq.reports.what.clauses import clauses
from geoiraq.reports.what.events import find_triggers
from geoiraq.reports.when.dates import find_dates


def divided(text):
    dates = find_dates(text)
    parts = clauses(text, 0, len(text), find_triggers(text, 0, len(text), dates), find_places(text), dates)
    return [[text[t.start : t.end] for t in part.triggers] for part in parts]


def test_a_killing_is_what_came_of_the_attack():
    assert divided("A bomb exploded in Hit on Monday, killing two and wounding five.") == [
        ["exploded", "killing", "wounding"]
    ]


def test_how_people_died_is_told_after_when():
    assert len(divided("One man was killed and a second hurt when their car hit a mine near Hit.")) == 1


def test_places_and_days_of_their_own_make_events_of_their_own():
    text = "Gunmen attacked a post in Hit on Monday, and a roadside bomb struck a patrol in Rawa on Tuesday."
    assert len(divided(text)) == 2


def test_what_follows_without_place_or_day_belongs_to_the_same_event():
    assert len(divided("Attackers opened fire on a cafe in Balad and then blew up a car.")) == 1


def test_after_midnight_is_an_hour_and_no_turn():
    assert len(divided("A lorry blew up in Balad shortly after midnight on Tuesday and killed nine.")) == 1


def test_the_raid_by_which_an_arrest_was_made_is_the_arrest():
    assert divided("Police raided a house in Dora and arrested four men.") == [["arrested"]]


def test_a_bomb_that_was_defused_is_no_bombing():
    assert divided("Soldiers found and defused a roadside bomb in Khalis.") == [["defused"]]


def test_events_of_different_kinds_are_told_apart():
    assert len(divided("Students marched in Kut and police arrested four of them.")) == 2


@given(
    st.lists(
        st.sampled_from(["a bomb exploded", "in Hit", "when", ", and", "troops left the base", "on Monday"])
    )
)
def test_clauses_cover_the_sentence_and_hold_every_event_word_once(words):
    text = " ".join(words)
    dates = find_dates(text)
    triggers = find_triggers(text, 0, len(text), dates)
    parts = clauses(text, 0, len(text), triggers, find_places(text), dates)
    assert [t for part in parts for t in part.triggers] == triggers
    if parts:
        assert [parts[0].start, parts[-1].end] == [0, len(text)]
        assert all(a.end == b.start for a, b in pairwise(parts))


def test_what_is_told_by_the_way_leads_no_sentence(tell):
    (found,) = tell("The unit, which entered the city on 1 May, fought militants in Hit on Monday.")
    assert (found.place_name, found.date_start) == ("Hit", date(2020, 5, 4))


def test_what_is_told_by_the_way_with_place_and_day_is_an_event_too(tell):
    found = tell("The judge, who was wounded in Kut on 1 March 2020, was shot dead in Hit on Monday.")
    assert {(i.place_name, i.date_start) for i in found} == {
        ("Kut", date(2020, 3, 1)),
        ("Hit", date(2020, 5, 4)),
    }


def test_items_that_stand_in_one_line_are_told_apart(tell):
    text = "* KUT - Gunmen wounded two cooks in Kut, police said. * BASRA - A mine wounded a baker on Monday."
    assert {(i.place_name, i.injured) for i in tell(text)} == {("Kut", 2), ("Basra", 1)}
