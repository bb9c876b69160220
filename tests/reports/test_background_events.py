"""Where and when those events were that a newspaper tells beside the one its report is about."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.documents.document import Document
from geoiraq.reports.read import read_reports

FRIDAY = date(2023, 11, 24)


def told(text):
    return [
        (r.where.area.name if r.where.area else "", r.dating.start)
        for r in read_reports(Document("d", text, FRIDAY))
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A car bomb killed six in Kut on Thursday, two days after gunmen shot a judge in Amara.", 21),
        ("A car bomb killed six in Kut on Wednesday, a day after a rocket hit a school in Amara.", 21),
        ("Jets bombed a depot in Kut on Thursday, three days after a mine killed two men in Amara.", 20),
        ("Jets bombed a depot in Kut on Thursday, hours after a mine killed two men in Amara.", 23),
    ],
)
def test_what_an_event_came_days_after_was_so_many_days_before_it(text, day):
    (_, before) = told(text)
    assert before == ("Amarah", date(2023, 11, day))


def test_the_city_is_that_of_those_who_speak():
    text = "A bomb killed two in Amara on Monday.\n\nPolice in Kut said gunmen shot a judge in the city on Tuesday."
    assert told(text)[1] == ("Kut", date(2023, 11, 21))


def test_the_city_is_that_of_the_label():
    entries = [
        "KUT - A bomb killed two men in Kut on Monday.",
        "AMARA - Gunmen shot dead a judge of the court as he left his house in the city on Tuesday.",
    ]
    assert [place for place, _ in told("\n\n".join(entries))] == ["Kut", "Amarah"]


@pytest.mark.parametrize("when", ["In January 2020", "On 8 January 2020", "On Tuesday"])
def test_a_state_that_acts_is_no_place(when):
    ((place, _),) = told(f"Ain al-Asad is a desert base. {when}, Iran fired a dozen missiles at the base.")
    assert place == "Ain al-Asad Air Base"


@pytest.mark.parametrize(
    "text",
    [
        "None of the jets at Balad was damaged on Monday.",
        "The road through Kut is dangerous because of frequent bomb and kidnapping incidents.",
    ],
)
def test_what_did_not_happen_or_happens_often_is_no_event(tell, text):
    assert tell(text) == []
