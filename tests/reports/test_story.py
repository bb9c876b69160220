"""What goes on with the event just told, and what is another one."""

from __future__ import annotations

import pytest


def told(incidents):
    return sorted((i.place_name, i.fatalities_best) for i in incidents)


def test_bombs_told_together_and_then_one_by_one_are_one_event(tell):
    text = (
        "Two car bombs killed nine people in Baquba on Sunday.\n\n"
        "The first exploded at a garage, killing five, and a second went off at a school."
    )
    assert told(tell(text)) == [("Baqubah", 9)]


def test_parts_add_up_where_the_whole_is_not_counted(tell):
    text = "Two bombs went off in Baquba on Sunday. The first killed five people. The second killed four."
    assert told(tell(text)) == [("Baqubah", 9)]


def test_parts_with_places_of_their_own_are_events_of_their_own(tell):
    text = "Two bombs went off on Sunday. The first killed five in Baquba. The second killed four in Kut."
    assert told(tell(text)) == [("Baqubah", 5), ("Kut", 4)]


def test_the_first_of_nothing_told_before_is_an_event(tell):
    text = "Gunmen shot a judge in Kirkuk on Sunday. The first roadside bomb killed two guards in Daquq."
    assert told(tell(text)) == [("Daquq", 2), ("Kirkuk", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 people died in attacks in April.",
        "In April 851 civilians were killed. Baghdad was the worst affected governorate with 309 killed.",
        "In April 851 civilians were killed and 1,190 injured as a result of terrorism and violence.",
        "To mark the Day for the Elimination of Violence, a meeting was held in Erbil on Sunday.",
    ],
)
def test_deaths_of_a_month_and_words_of_a_name_are_no_event(tell, text):
    assert tell(text) == []
