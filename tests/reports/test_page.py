"""A document and what it names."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports

PUBLISHED = date(2016, 11, 21)


def first_days(text):
    return [r.dating.start for r in read_reports(Document("release", text, PUBLISHED))]


@pytest.mark.parametrize(
    "filed",
    [
        "SOUTHWEST ASIA, November 21, 2016 - ",
        "TAMPA, Fla. (Nov. 21) -- ",
        "OIR, 21 November 2016 – ",
        "CAMP NOWHERE, Nov. 21 - ",
    ],
)
def test_the_day_of_writing_before_a_dash_is_no_day_of_an_event(filed):
    assert first_days(f"Strikes go on\n\n{filed}On Nov. 20, a strike destroyed a depot near Tal Afar.") == [
        date(2016, 11, 20)
    ]


def test_the_day_of_writing_does_not_date_the_list_below_it():
    text = (
        "Strikes go on\n\nSOUTHWEST ASIA, November 21, 2016 - On Nov. 19, aircraft conducted two strikes in Iraq.\n\n"
        "They were:\n\n* Near Hawija, one strike destroyed a bunker.\n* Near Kisik, one strike destroyed a tunnel."
    )
    assert first_days(text) == [date(2016, 11, 19)] * 2


def test_a_day_in_the_midst_of_a_sentence_dates_it_whatever_dash_follows():
    assert first_days("ISIS men, on 14 November - a holiday - attacked a post near Hit.") == [
        date(2016, 11, 14)
    ]
