"""What a heading says of the dates beneath it."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq import Document
from geoiraq.reports.read import read_reports


def days_told(text: str, published: date | None = None) -> list[str]:
    """The day of each report, in the order of the text."""
    reports = read_reports(Document("d", text, published))
    return [str(r.dating and r.dating.start) for r in reports]


CHRONICLE = """Chronology of attacks

2020

January 3: A drone strike killed ten people at Baghdad airport.
January 8: Missiles hit Ain al-Asad air base.

2019

December 27: Rockets hit the K-1 base near Kirkuk.
"""


@pytest.mark.parametrize("published", [None, date(2021, 6, 1)])
def test_a_year_over_the_days_of_a_chronicle_is_theirs(published):
    assert days_told(CHRONICLE, published) == ["2020-01-03", "2020-01-08", "2019-12-27"]


def test_a_headline_lends_its_year_where_the_publication_is_not_known():
    report = "Security report, 9 February {}\n\nWasit\n\nOn 4 February gunmen killed a farmer.\n"
    assert days_told(report.format(2016)) == ["2016-02-04"]


def test_a_headline_may_speak_of_another_year_than_its_report():
    report = (
        "The killings of 2006 recalled\n\nGunmen killed a farmer in Kut on 4 February, on his way home.\n"
    )
    assert days_told(report, date(2020, 2, 12)) == ["2020-02-04"]


def test_the_tenth_is_of_the_month_in_the_heading():
    report = "Incidents\n\nMarch 2018\n\nOn the 10th, gunmen killed a farmer in Kut.\n"
    assert days_told(report, date(2020, 2, 12)) == ["2018-03-10"]


def test_days_of_a_heading_that_spans_new_year_are_each_of_their_own():
    report = "Incidents\n\n{}\n\n- 30 December: gunmen shot a farmer in Kut.\n- 2 January: a bomb hit a bus in Hilla.\n"
    assert days_told(report.format("28 December 2018 - 3 January 2019")) == ["2018-12-30", "2019-01-02"]


@pytest.mark.parametrize("published", [None, date(2020, 2, 12)])
def test_a_weekday_is_of_the_week_that_the_heading_covers(published):
    report = "Weekly report, 3-9 February 2020\n\n- On Tuesday, gunmen killed a farmer in Hawija.\n"
    assert days_told(report, published) == ["2020-02-04"]


def test_a_weekday_under_a_single_day_is_told_from_publication():
    report = "Report of 9 February 2020\n\nOn Tuesday, gunmen killed a farmer in Hawija.\n"
    assert days_told(report, date(2020, 2, 12)) == ["2020-02-11"]


def test_a_day_later_in_the_year_than_that_of_writing_is_of_the_year_before():
    report = "Raid in Kut\n\nThursday, January 23, 2020\n\nGunmen shot a farmer in Kut on December 27.\n"
    assert days_told(report, date(2020, 1, 23)) == ["2019-12-27"]


def test_a_year_alone_on_its_line_and_a_day_beneath_it_are_two_dates():
    from geoiraq.reports.when.dates import find_dates

    assert [d.text for d in find_dates("2020\n\nJanuary 3")] == ["2020", "January 3"]


def test_the_day_of_writing_under_a_title_lends_its_year_to_nothing():
    note = "# Bases\n\n*29 December 2021*\n\n## Taji\n\nOn 11 March 2020 a rocket hit the camp. "
    note += "On 14 March it was hit again.\n"
    assert days_told(note, date(2021, 12, 29)) == ["2020-03-11", "2020-03-14"]
