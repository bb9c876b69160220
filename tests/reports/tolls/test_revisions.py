"""Figures that take the place of those told before, and what does not count with them."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties


def counts(text):
    told = read_casualties(text)
    return told.best, told.injured


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials said 11 people had been hurt but later raised the figure to 40.", (None, 40)),
        ("The ministry first said nine had been killed, then lowered the number to seven.", (7, None)),
        ("Doctors said 14 had died, and then increased the figure to 17.", (17, None)),
        ("A clerk said a bomb killed five. He later corrected the figure to three.", (3, None)),
        ("Shells wounded three farmers. Doctors later raised their count to eight.", (None, 8)),
        ("A bomb killed two and hurt nine. The ministry raised the number of wounded to 12.", (2, 12)),
    ],
)
def test_a_figure_that_is_changed_takes_the_place_of_the_one_before(text, expected):
    assert counts(text) == expected


def test_what_an_event_brings_a_count_to_is_not_its_own():
    assert counts("A mine killed two boys, bringing the number to 14 this month.") == (2, None)


def test_nobody_is_hit_where_drones_are_shot_down():
    assert counts("Gunners shot down most of the drones but one got through.") == (None, None)
