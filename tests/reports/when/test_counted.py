"""Distances between events: "two days after the raid on 1 May"."""

from __future__ import annotations

import pytest


def told(tell, text):
    return {(i.place_name, str(i.date_start)) for i in tell(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On May 3, two days after the bombing in Kut, gunmen shot dead a judge in Hilla.",
            {("Kut", "2020-05-01"), ("Hilla", "2020-05-03")},
        ),
        (
            "Two days after the bombing in Kut on May 1, gunmen shot dead a judge in Hilla.",
            {("Kut", "2020-05-01"), ("Hilla", "2020-05-03")},
        ),
        ("On March 12, six days before the vote, a bomb went off in Hit.", {("Hit", "2020-03-12")}),
        ("Two days after the vote on 3 May, a bomb went off in Hit.", {("Hit", "2020-05-05")}),
    ],
)
def test_a_distance_dates_what_is_counted_from_the_day_beside_it(tell, text, expected):
    assert told(tell, text) == expected


def test_what_was_done_again_on_a_further_day_is_told_twice(tell):
    assert told(tell, "Rockets hit Camp Taji on 11 March and again on 14 March.") == {
        ("Camp Taji", "2020-03-11"),
        ("Camp Taji", "2020-03-14"),
    }
