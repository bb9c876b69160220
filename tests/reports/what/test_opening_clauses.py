"""A sentence that opens with what was before tells two events; one that says that something went on tells none."""

from __future__ import annotations

import pytest


def told(incidents):
    return sorted((i.place_name, i.fatalities_best) for i in incidents)


@pytest.mark.parametrize(
    "text",
    [
        "Hours after a bomb killed four men in Kut on 3 May, gunmen shot dead a baker in Amara.",
        "After a mine killed four men in Kut on Sunday, mortar rounds killed a baker in Amara.",
        "A day after the blast in Kut that killed four on 2 May, a rocket killed a baker in Amara.",
    ],
)
def test_what_was_before_is_an_event_of_its_own(tell, text):
    assert told(tell(text)) == [("Amarah", 1), ("Kut", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "When a bomb went off in Kut on 3 May, four people were killed.",
        "As guards searched a shop in Kut on 3 May, a bomb went off, killing four.",
        "After gunmen attacked a shop in Kut on 3 May, four guards were found dead.",
    ],
)
def test_what_came_of_it_is_none(tell, text):
    assert told(tell(text)) == [("Kut", 4)]


@pytest.mark.parametrize(
    "how", ["again and again", "repeatedly", "several times", "time and again", "almost daily"]
)
def test_what_was_done_many_times_is_no_event(tell, how):
    assert tell(f"Rockets have hit Camp Taji {how} this year.") == []


def test_what_was_done_twice_on_a_day_is_one(tell):
    assert len(tell("Rockets repeatedly hit Camp Taji on Monday.")) == 1


def test_who_was_hit_many_times_was_hit(tell):
    assert told(tell("A baker was shot several times and killed in Kut.")) == [("Kut", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "A guard was killed and three others were hurt on Monday when gunmen opened fire in Kut.",
        "A guard died and three more were wounded in Kut on Monday when a mine went off.",
    ],
)
def test_the_dead_and_the_hurt_of_one_sentence_are_of_one_event(tell, text):
    (incident,) = tell(text)
    assert (incident.place_name, incident.fatalities_best, incident.injured) == ("Kut", 1, 3)
