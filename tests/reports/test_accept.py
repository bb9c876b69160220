"""An incident is anchored in a place, a day, a toll or a deed; talk of attacks in general is not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on convoys worry the drivers.",
        "The war on terror has many fathers.",
        "The liberation of Mosul was a long campaign.",
        "Violence has many causes.",
        "The battle for votes is on in Baghdad.",
    ],
)
def test_talk_of_attacks_is_no_incident(tell, text):
    assert tell(text) == []


def test_a_deed_without_place_or_day_keeps_its_row(tell):
    (incident,) = tell("Gunmen fired two rockets at the convoy and killed a driver.")
    assert incident.geometry is None
    assert incident.date_start is None
    assert incident.fatalities_best == 1


def test_confidence_is_higher_where_day_and_place_rest_on_the_events_own_words(tell):
    (full,) = tell("ISIS gunmen ambushed a patrol in Ramadi on Monday.")
    (bare,) = tell("Gunmen ambushed a patrol and killed two soldiers.")
    assert full.confidence > bare.confidence
