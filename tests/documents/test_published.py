"""A date of publication is read as it is written, and never guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.documents.published import read_day, read_published


@pytest.mark.parametrize(
    ("written", "day", "precision"),
    [
        ("2020-02-12", date(2020, 2, 12), "day"),
        ("2020-02-12T23:59:00+03:00", date(2020, 2, 12), "day"),
        ("2020-02-12 08:00", date(2020, 2, 12), "day"),
        ("2020-2-9", date(2020, 2, 9), "day"),
        ("2020-02", date(2020, 2, 1), "month"),
        ("2020", date(2020, 1, 1), "year"),
        ("27/12/2019", date(2019, 12, 27), "day"),
        ("12/27/2019", date(2019, 12, 27), "day"),
        ("27.12.2019", date(2019, 12, 27), "day"),
        ("03/03/2020", date(2020, 3, 3), "day"),
        ("12 February 2020", date(2020, 2, 12), "day"),
        ("February 12, 2020", date(2020, 2, 12), "day"),
        ("Feb 12, 2020", date(2020, 2, 12), "day"),
        ("Wed, 12 Feb 2020 10:00:00 GMT", date(2020, 2, 12), "day"),
        ("Wednesday, February 12th, 2020 at 3:15 PM", date(2020, 2, 12), "day"),
        ("12-Feb-2020", date(2020, 2, 12), "day"),
        ("Feb. 12, 2020", date(2020, 2, 12), "day"),
        ("2020/02/12", date(2020, 2, 12), "day"),
        ("٢٠٢٠-٠٢-١٢", date(2020, 2, 12), "day"),
        ("12 شباط 2020", date(2020, 2, 12), "day"),
        ("الأربعاء، ١٢ شباط/فبراير ٢٠٢٠", date(2020, 2, 12), "day"),
        ("كانون الثاني 2020", date(2020, 1, 1), "month"),
        ("February 2020", date(2020, 2, 1), "month"),
        (date(2020, 2, 12), date(2020, 2, 12), "day"),
        (datetime(2020, 2, 12, 8), date(2020, 2, 12), "day"),
    ],
)
def test_dates_as_they_are_written(written, day, precision):
    published = read_published(written)
    assert (published.day, published.precision) == (day, precision)


@pytest.mark.parametrize(
    "written",
    ["03/04/2020", "2020-02-30", "30/30/2020", "yesterday", "12/3/20", "20200212", "2020-13", "0000"],
)
def test_what_is_no_date_or_two_is_an_error(written):
    with pytest.raises(ValueError, match="date"):
        read_published(written)


def test_a_stated_precision_makes_a_date_less_exact_never_more():
    assert read_published("2020-02-12", "week").precision == "week"
    assert read_published("2020-02", "day").precision == "month"
    with pytest.raises(ValueError, match="none of day, week, month, year"):
        read_published("2020-02-12", "decade")


def test_a_month_is_no_day():
    with pytest.raises(ValueError, match="is a month, not a day"):
        read_day("2020-02")


@given(st.dates())
def test_every_iso_date_is_itself(day):
    assert read_day(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_text_does_more_than_be_no_date(text):
    with suppress(ValueError):
        assert isinstance(read_published(text).day, date)
