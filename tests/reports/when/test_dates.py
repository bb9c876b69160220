"""When something happened, by the words that tell it."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geoiraq.reports.when.calendar import precision_of
from geoiraq.reports.when.dates import Dating, Unanchored, anchor, find_dates, order_told

PUBLISHED = date(2020, 2, 12)  # a Wednesday
STORY = Dating(date(2019, 12, 27), date(2019, 12, 27), 1, "stated")  # a Friday

#: words -> first day, last day, precision
READ = [
    # days
    ("on December 27 of last year", "2019-12-27", "2019-12-27", 1),
    ("on 27 December 2019", "2019-12-27", "2019-12-27", 1),
    ("on 27 Dec. 2019", "2019-12-27", "2019-12-27", 1),
    ("on the 27th of December, 2019", "2019-12-27", "2019-12-27", 1),
    ("on December 27th, 2019", "2019-12-27", "2019-12-27", 1),
    ("on Dec.14th", "2019-12-14", "2019-12-14", 1),
    ("on January 3", "2020-01-03", "2020-01-03", 1),
    ("on 9 Jan", "2020-01-09", "2020-01-09", 1),
    ("on Sunday, Dec. 15", "2019-12-15", "2019-12-15", 1),
    ("BAGHDAD, JANUARY 3, 2020", "2020-01-03", "2020-01-03", 1),
    ("on 15/01/2020", "2020-01-15", "2020-01-15", 1),
    ("on 01/15/2020", "2020-01-15", "2020-01-15", 1),
    ("on 2020-01-15", "2020-01-15", "2020-01-15", 1),
    ("on 15.01.2020", "2020-01-15", "2020-01-15", 1),
    ("on 15-Jan-2020", "2020-01-15", "2020-01-15", 1),
    ("on 02/03/2020", "2020-02-03", "2020-02-03", 1),
    ("on Sunday (December 15)", "2019-12-15", "2019-12-15", 1),
    ("last October", "2019-10-01", "2019-10-31", 4),
    ("on Friday evening, Jan. 3", "2020-01-03", "2020-01-03", 1),
    ("overnight on 4 February", "2020-02-04", "2020-02-04", 1),
    ("on Monday 03/02/2020", "2020-02-03", "2020-02-03", 1),
    ("on Saturday 12/10/2019", "2019-10-12", "2019-10-12", 1),
    ("on 15-Jan-20", "2020-01-15", "2020-01-15", 1),
    ("on 5 June last year", "2019-06-05", "2019-06-05", 1),
    ("on the third of January", "2020-01-03", "2020-01-03", 1),
    ("on New Year's Eve", "2019-12-31", "2019-12-31", 1),
    ("on Christmas Day 2016", "2016-12-25", "2016-12-25", 1),
    ("on the 3rd of this month", "2020-02-03", "2020-02-03", 1),
    ("on the sixth of the current month", "2020-02-06", "2020-02-06", 1),
    ("on the twelfth day of the past month", "2020-01-12", "2020-01-12", 1),
    ("on the 28th of last month", "2020-01-28", "2020-01-28", 1),
    ("on 27 December '19", "2019-12-27", "2019-12-27", 1),
    ("on 27 December 2019 (Friday)", "2019-12-27", "2019-12-27", 1),
    ("2018, March 9", "2018-03-09", "2018-03-09", 1),
    ("2018 (9 March)", "2018-03-09", "2018-03-09", 1),
    ("2018-Mar-09", "2018-03-09", "2018-03-09", 1),
    ("March 2018 (the 9th)", "2018-03-09", "2018-03-09", 1),
    ("March 2018, 9th", "2018-03-09", "2018-03-09", 1),
    ("on the last day of January", "2020-01-31", "2020-01-31", 1),
    ("on the first day of February", "2020-02-01", "2020-02-01", 1),
    ("on 09FEB2020", "2020-02-09", "2020-02-09", 1),
    ("at 091530CFEB20", "2020-02-09", "2020-02-09", 1),
    ("the Sunday before last", "2020-02-02", "2020-02-02", 1),
    # ranges
    ("on the night of 8/9 February", "2020-02-08", "2020-02-09", 2),
    ("on Saturday 8 and Sunday 9 February", "2020-02-08", "2020-02-09", 2),
    ("on Friday, Saturday and Sunday", "2020-02-07", "2020-02-09", 2),
    ("late Sunday or early Monday", "2020-02-09", "2020-02-10", 2),
    ("on December 31, 2019 and January 1, 2020", "2019-12-31", "2020-01-01", 2),
    ("between late January and early February", "2020-01-21", "2020-02-10", 4),
    ("from late 2013 to early 2014", "2013-09-01", "2014-04-30", 5),
    ("March 2018 (9-10)", "2018-03-09", "2018-03-10", 2),
    ("March 2018 (9 dead)", "2018-03-01", "2018-03-31", 4),
    ("in March 2018, 9 died", "2018-03-01", "2018-03-31", 4),
    ("between 11-13 Dec.", "2019-12-11", "2019-12-13", 2),
    ("on 9-11 January 2020", "2020-01-09", "2020-01-11", 2),
    ("on the night of 3-4 January", "2020-01-03", "2020-01-04", 2),
    ("from March 3 to March 5", "2019-03-03", "2019-03-05", 2),
    ("on January 2nd to 4th", "2020-01-02", "2020-01-04", 2),
    ("between May 2 and 4", "2019-05-02", "2019-05-04", 2),
    ("from 28 December 2019 to 3 January 2020", "2019-12-28", "2020-01-03", 3),
    ("from 28 December to 3 January", "2019-12-28", "2020-01-03", 3),
    ("on 3, 5 and 9 January", "2020-01-03", "2020-01-09", 3),
    ("on January 3, 5 and 9", "2020-01-03", "2020-01-09", 3),
    ("between Monday and Wednesday", "2020-02-10", "2020-02-12", 2),
    ("from Friday to Sunday", "2020-02-07", "2020-02-09", 2),
    ("overnight from Monday to Tuesday", "2020-02-10", "2020-02-11", 2),
    ("in the week to January 12", "2020-01-06", "2020-01-12", 3),
    ("in the week ending 12 January", "2020-01-06", "2020-01-12", 3),
    ("in the week of January 6", "2020-01-06", "2020-01-12", 3),
    ("around January 6", "2020-01-04", "2020-01-08", 2),
    ("between January and March 2019", "2019-01-01", "2019-03-31", 5),
    # months, years, parts of them
    ("in January", "2020-01-01", "2020-01-31", 4),
    ("in March 2003", "2003-03-01", "2003-03-31", 4),
    ("in Nov. 2019", "2019-11-01", "2019-11-30", 4),
    ("in 03/2019", "2019-03-01", "2019-03-31", 4),
    ("in March last year", "2019-03-01", "2019-03-31", 4),
    ("in the first week of April 2004", "2004-04-01", "2004-04-07", 3),
    ("in the last week of May", "2019-05-25", "2019-05-31", 3),
    ("in early May", "2019-05-01", "2019-05-10", 4),
    ("in mid-June", "2019-06-11", "2019-06-20", 4),
    ("at the end of March", "2019-03-21", "2019-03-31", 4),
    ("in 2014", "2014-01-01", "2014-12-31", 5),
    ("in late 2019", "2019-09-01", "2019-12-31", 5),
    ("at the beginning of 2015", "2015-01-01", "2015-04-30", 5),
    ("from 2014 to 2017", "2014-01-01", "2017-12-31", 5),
    ("in spring 2016", "2016-03-01", "2016-05-31", 5),
    ("in the first quarter of 2019", "2019-01-01", "2019-03-31", 5),
    ("in Q4 2019", "2019-10-01", "2019-12-31", 5),
    ("in the closing days of 2019", "2019-12-22", "2019-12-31", 4),
    ("in the summer of last year", "2019-06-01", "2019-08-31", 5),
    ("early in 2014", "2014-01-01", "2014-04-30", 5),
    ("in the 1980s", "1980-01-01", "1989-12-31", 5),
    # from the publication
    ("on Wednesday", "2020-02-12", "2020-02-12", 1),
    ("on Sunday night", "2020-02-09", "2020-02-09", 1),
    ("last Wednesday", "2020-02-05", "2020-02-05", 1),
    ("at dawn on Friday", "2020-02-07", "2020-02-07", 1),
    ("today", "2020-02-12", "2020-02-12", 1),
    ("Yesterday", "2020-02-11", "2020-02-11", 1),
    ("overnight", "2020-02-11", "2020-02-12", 2),
    ("last night", "2020-02-11", "2020-02-12", 2),
    ("on Friday last week", "2020-02-07", "2020-02-07", 1),
    ("twenty-five days ago", "2020-01-18", "2020-01-18", 1),
    ("two nights ago", "2020-02-10", "2020-02-10", 1),
    ("three years ago today", "2017-02-12", "2017-02-12", 1),
    ("ten years ago this month", "2010-02-01", "2010-02-28", 4),
    ("a week ago Friday", "2020-01-31", "2020-01-31", 1),
    ("in the past days", "2020-02-06", "2020-02-12", 3),
    ("over the past 48 hours", "2020-02-10", "2020-02-12", 2),
    ("late last year", "2019-09-01", "2019-12-31", 5),
    ("last summer", "2019-06-01", "2019-08-31", 5),
    ("two days ago", "2020-02-10", "2020-02-10", 1),
    ("in the past 24 hours", "2020-02-11", "2020-02-12", 2),
    ("earlier this week", "2020-02-10", "2020-02-12", 2),
    ("last week", "2020-02-03", "2020-02-09", 3),
    ("earlier this month", "2020-02-01", "2020-02-12", 4),
    ("last month", "2020-01-01", "2020-01-31", 4),
    ("over the last month", "2020-01-13", "2020-02-12", 4),
    ("last year", "2019-01-01", "2019-12-31", 5),
    ("in the last year", "2019-02-12", "2020-02-12", 5),
    ("over the weekend", "2020-02-07", "2020-02-09", 2),
    ("the week before last", "2020-01-27", "2020-02-02", 3),
    ("the night before last", "2020-02-10", "2020-02-11", 2),
    ("at the beginning of this month", "2020-02-01", "2020-02-10", 4),
    ("at the end of last year", "2019-09-01", "2019-12-31", 5),
    ("at the start of the week", "2020-02-08", "2020-02-11", 2),
    ("less than a week ago", "2020-02-04", "2020-02-12", 4),
    ("more than two weeks ago", "2020-01-15", "2020-01-29", 4),
    ("about ten days ago", "2020-01-31", "2020-02-04", 2),
    # from the story
    ("in the following days", "2019-12-28", "2020-01-02", 2),
    ("later that month", "2019-12-27", "2019-12-31", 2),
    ("earlier that month", "2019-12-01", "2019-12-27", 4),
    ("that month", "2019-12-01", "2019-12-31", 4),
    ("the morning after", "2019-12-28", "2019-12-28", 1),
    ("the same day", "2019-12-27", "2019-12-27", 1),
    ("the next day", "2019-12-28", "2019-12-28", 1),
    ("two days later", "2019-12-29", "2019-12-29", 1),
    ("a few days later", "2019-12-29", "2020-01-01", 2),
    ("days earlier", "2019-12-22", "2019-12-25", 2),
    ("a week later", "2020-01-02", "2020-01-04", 2),
    ("hours later", "2019-12-27", "2019-12-28", 2),
    ("a day earlier", "2019-12-26", "2019-12-26", 1),
    ("on the 10th", "2019-12-10", "2019-12-10", 1),
    ("on the same date", "2019-12-27", "2019-12-27", 1),
    ("the Friday before", "2019-12-20", "2019-12-20", 1),
    ("the following Tuesday", "2019-12-31", "2019-12-31", 1),
    ("the week before", "2019-12-19", "2019-12-21", 2),
    ("the following month", "2020-01-01", "2020-01-31", 4),
    # Kurdish
    ("لە ١٥ی ئازاری ٢٠١٩", "2019-03-15", "2019-03-15", 1),
    ("لە 3ی کانوونی دووەمی 2020", "2020-01-03", "2020-01-03", 1),
    ("لە ١٢ی تشرینی یەکەمی ٢٠١٩دا", "2019-10-12", "2019-10-12", 1),
    ("لە ئەیلوولی ٢٠١٧", "2017-09-01", "2017-09-30", 4),
    ("لە مانگی تەممووزی ٢٠١٩", "2019-07-01", "2019-07-31", 4),
    ("ڕۆژی یەکشەممە", "2020-02-09", "2020-02-09", 1),
    ("دوێنێ", "2020-02-11", "2020-02-11", 1),
    ("ئەمڕۆ", "2020-02-12", "2020-02-12", 1),
    ("هەفتەی ڕابردوو", "2020-02-03", "2020-02-09", 3),
    ("di 15ê Adarê 2019 de", "2019-03-15", "2019-03-15", 1),
    ("di 3'ê Çileya 2020an de", "2020-01-03", "2020-01-03", 1),
    ("di 7ê Cotmehê de", "2019-10-07", "2019-10-07", 1),
    ("di Îlona 2017an de", "2017-09-01", "2017-09-30", 4),
    ("roja Yekşemê", "2020-02-09", "2020-02-09", 1),
    ("duh", "2020-02-11", "2020-02-11", 1),
    ("îro", "2020-02-12", "2020-02-12", 1),
    ("meha borî", "2020-01-01", "2020-01-31", 4),
    # Arabic
    ("في 3 كانون الثاني 2020", "2020-01-03", "2020-01-03", 1),
    ("في 3 كانون الثاني/يناير 2020", "2020-01-03", "2020-01-03", 1),
    ("في ٣ يناير ٢٠٢٠", "2020-01-03", "2020-01-03", 1),
    ("يوم الأحد 5 كانون الثاني", "2020-01-05", "2020-01-05", 1),
    ("في تشرين الأول 2019", "2019-10-01", "2019-10-31", 4),
    ("في الخامس والعشرين من أيلول 2006", "2006-09-25", "2006-09-25", 1),
    ("بين الرابع والسادس من كانون الثاني", "2020-01-04", "2020-01-06", 2),
    ("ليلة 4-5 كانون الثاني", "2020-01-04", "2020-01-05", 2),
    ("في الـ25 من شباط 2019", "2019-02-25", "2019-02-25", 1),
    ("يوم الثلاثاء الموافق 4 شباط", "2020-02-04", "2020-02-04", 1),
    ("يوم الأربعاء الماضي", "2020-02-05", "2020-02-05", 1),
    ("قبل ثلاثة أيام", "2020-02-09", "2020-02-09", 1),
    ("خلال الساعات الـ24 الماضية", "2020-02-11", "2020-02-12", 2),
    ("أواخر العام الماضي", "2019-09-01", "2019-12-31", 5),
    ("بعد ثلاثة أيام", "2019-12-30", "2019-12-30", 1),
    ("يوم الأحد", "2020-02-09", "2020-02-09", 1),
    ("قبل يومين", "2020-02-10", "2020-02-10", 1),
    ("أمس", "2020-02-11", "2020-02-11", 1),
    ("اليوم", "2020-02-12", "2020-02-12", 1),
    ("الأسبوع الماضي", "2020-02-03", "2020-02-09", 3),
    ("الشهر الماضي", "2020-01-01", "2020-01-31", 4),
    ("بعد أيام", "2019-12-29", "2020-01-01", 2),
    ("أول من أمس", "2020-02-10", "2020-02-10", 1),
    ("ليل أمس", "2020-02-11", "2020-02-12", 2),
    ("الليلة قبل الماضية", "2020-02-10", "2020-02-11", 2),
    ("ليل السبت/الأحد", "2020-02-08", "2020-02-09", 2),
    ("قبل عدة أيام", "2020-02-07", "2020-02-10", 2),
    ("قبل نحو أسبوعين", "2020-01-27", "2020-01-31", 2),
    ("قبل عام", "2018-10-13", "2019-06-14", 5),
    ("في العاشر من الشهر الجاري", "2020-02-10", "2020-02-10", 1),
    ("في 15 من الشهر الماضي", "2020-01-15", "2020-01-15", 1),
    ("في النصف الأول من كانون الثاني", "2020-01-01", "2020-01-15", 4),
    ("في الربع الأول من عام 2019", "2019-01-01", "2019-03-31", 5),
    ("في صيف عام 2014", "2014-06-01", "2014-08-31", 5),
    ("في أيلول من عام 2018", "2018-09-01", "2018-09-30", 4),
    ("في 5 شباط من العام الماضي", "2019-02-05", "2019-02-05", 1),
    ("نهاية عام 2019", "2019-09-01", "2019-12-31", 5),
    ("عشية رأس السنة", "2019-12-31", "2019-12-31", 1),
    ("في اليوم الأول من شباط", "2020-02-01", "2020-02-01", 1),
    ("وبعد يومين", "2019-12-29", "2019-12-29", 1),
    ("وبعد ذلك بيومين", "2019-12-29", "2019-12-29", 1),
    ("وأمس", "2020-02-11", "2020-02-11", 1),
]


@pytest.mark.parametrize(("words", "start", "end", "precision"), READ)
def test_a_date_and_how_exactly_it_is_known(words, start, end, precision):
    (expression,) = find_dates(f"It happened {words}, police said.")
    dating = anchor(expression, published=PUBLISHED, story=STORY)
    assert isinstance(dating, Dating), dating
    assert (str(dating.start), str(dating.end), dating.precision) == (start, end, precision)
    assert expression.role == "when"


NO_DATE = [
    "after more than a month's hiatus",
    "at 8:30 pm",
    "They march in Kut.",
    "You may go.",
    "May God help them",
    "the Sunday Times",
    "in the 17 Tammuz neighbourhood",
    "on the 14 July Bridge",
    "شارع 14 تموز",
    "the January 6th Brigade",
    "in Ramadan",
    "2,014 people",
    "all 2014 people",
    "24/7",
    "on 31 February",
    "32/13/2020",
    "two days of fighting",
    "Highway 80 and K-1",
    "Following months of tension",
    "on the 10th floor",
    "the 5th, 6th and 7th floors",
    "on the 9th and 10th floors",
    "the 28th Brigade",
    "rockets that fall short",
    "a 3/2018 form",
    "at dawn on Ashura",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2020-02-08", "2020-02-07", "2020-02-08"),  # a Saturday
        ("2020-02-09", "2020-02-07", "2020-02-09"),
        ("2020-02-10", "2020-02-07", "2020-02-09"),
        ("2020-02-14", "2020-02-07", "2020-02-09"),  # a Friday
    ],
)
def test_a_weekend_is_the_latest_that_has_begun(published, first, last):
    dating = _read("over the weekend", published=date.fromisoformat(published))
    assert (str(dating.start), str(dating.end)) == (first, last)


def test_the_last_weekend_is_over():
    assert _read("last weekend", published=date(2020, 2, 9)).end == date(2020, 2, 2)
    assert _read("last weekend", published=date(2020, 2, 10)).end == date(2020, 2, 9)


def test_a_day_without_a_year_may_be_of_the_year_after_that_of_an_old_story():
    story = Dating(date(2006, 12, 20), date(2006, 12, 20), 1, "stated")
    assert _read("on 4 January", published=PUBLISHED, story=story).start == date(2007, 1, 4)
    assert _read("on 28 November", published=PUBLISHED, story=story).start == date(2006, 11, 28)


def test_a_year_that_begins_with_before_is_no_distance():
    (expression,) = find_dates("قبل عام 2014")
    assert expression.role == "before"


OPEN = [
    ("since 2014", "since", "2014-01-01", None),
    ("منذ عام 2014", "since", "2014-01-01", None),
    ("since Monday", "since", "2020-02-10", None),
    ("after 2003", "after", "2003-01-01", None),
    ("before 2011", "before", None, "2010-12-31"),
    ("until March 2017", "until", None, "2017-03-31"),
    ("by late 2019", "until", None, "2019-12-31"),
]


@pytest.mark.parametrize(("words", "role", "start", "end"), OPEN)
def test_an_open_interval_dates_no_event(words, role, start, end):
    (expression,) = find_dates(f"It lasted {words}.")
    dating = anchor(expression, published=PUBLISHED)
    assert expression.role == role
    assert isinstance(dating, Dating)
    assert [day and str(day) for day in (dating.start, dating.end)] == [start, end]
    assert dating.precision == 5


def test_after_an_event_of_that_day_the_day_still_dates_the_event():
    (expression,) = find_dates("Tension rose after Friday's attack.")
    assert expression.role == "when"


@pytest.mark.parametrize("words", ["scheduled for Monday", "next Monday", "next month", "later this month"])
def test_what_is_scheduled_says_so(words):
    (expression,) = find_dates(f"Talks are {words}.")
    assert expression.role == "scheduled"


@pytest.mark.parametrize(
    "words", ["as of 21 June 2015", "Last updated 21 June 2015", "Published: 21 June 2015"]
)
def test_the_day_of_a_report_dates_no_event(words):
    (expression,) = find_dates(f"Report No. 11 ({words})")
    assert expression.role == "reported"


@pytest.mark.parametrize("line", ["03/2018: Police clash with gunmen.", "* 03/2018 - A clash."])
def test_figures_of_month_and_year_date_an_entry(line):
    (expression,) = find_dates(f"Log\n{line}")
    assert expression.text == "03/2018"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On Tuesday, 28 August,", date(2018, 8, 28)),
        ("On 28 August,", date(2016, 8, 28)),
        ("On Sunday, 28 August,", date(2016, 8, 28)),
        ("On Friday, 28 August,", date(2015, 8, 28)),
    ],
)
def test_a_weekday_tells_the_year_of_its_day(words, day):
    story = Dating(date(2016, 1, 1), date(2016, 12, 31), 5, "stated")
    assert _read(words, published=date(2018, 9, 2), story=story).start == day


def test_a_weekday_that_is_a_slip_moves_no_fresh_news_to_another_year():
    assert _read("On Monday, 28 August,", published=date(2018, 9, 2)).start == date(2018, 8, 28)


@pytest.mark.parametrize("words", ["the previous day", "the evening before", "a day earlier", "اليوم السابق"])
def test_the_day_before_is_that_before_publication_where_no_story_precedes(words):
    dating = _read(f"in the afternoon of {words}, police said", published=PUBLISHED)
    assert (dating.start, dating.basis) == (date(2020, 2, 11), "publication")


def test_the_day_before_something_else_is_not_that_before_publication():
    assert isinstance(_read("the day before the vote", published=PUBLISHED), Unanchored)


@pytest.mark.parametrize(
    ("words", "start", "end", "day"),
    [
        ("on the 10th", (2007, 11, 5), (2007, 11, 11), (2007, 11, 10)),
        ("on the 31st", (2007, 10, 29), (2007, 11, 4), (2007, 10, 31)),
        ("on Tuesday", (2015, 6, 14), (2015, 6, 20), (2015, 6, 16)),
    ],
)
def test_the_week_that_a_report_covers_lends_its_days(words, start, end, day):
    dating = _read(words, published=None, story=Dating(date(*start), date(*end), 3, "stated"))
    assert (dating.start, dating.end) == (date(*day), date(*day))


def test_a_day_of_no_month_is_the_latest_before_publication():
    assert _read("on the 10th.", published=PUBLISHED).start == date(2020, 2, 10)
    assert _read("on the 28th.", published=PUBLISHED).start == date(2020, 1, 28)
    assert isinstance(_read("on the 31st.", published=date(2019, 12, 12)), Unanchored)


def _read(words, **known):
    (expression,) = find_dates(words)
    return anchor(expression, **known)


@pytest.mark.parametrize(
    "words", ["on Wednesday", "yesterday", "January 3", "last month", "December 1 of last year"]
)
def test_without_publication_nothing_is_invented(words):
    assert isinstance(_read(words, published=None), Unanchored)


def test_without_a_story_nothing_follows_it():
    assert isinstance(_read("a few days later", published=PUBLISHED), Unanchored)


def test_a_publication_known_to_the_week_widens_what_is_told_from_it():
    dating = _read("on Wednesday", published=PUBLISHED, published_precision="week")
    assert isinstance(dating, Dating)
    assert (str(dating.start), str(dating.end), dating.precision) == ("2020-02-05", "2020-02-12", 3)


def test_a_stated_date_is_not_widened():
    dating = _read("27 December 2019", published=PUBLISHED, published_precision="year")
    assert isinstance(dating, Dating)
    assert (dating.precision, dating.basis) == (1, "stated")


def test_the_story_supplies_the_year():
    story = Dating(date(2003, 1, 1), date(2003, 12, 31), 5, "stated")
    dating = _read("on April 9", published=PUBLISHED, story=story)
    assert isinstance(dating, Dating)
    assert dating.start == date(2003, 4, 9)


def test_an_open_order_is_decided_by_the_publication():
    assert _read("03/02/2020", published=date(2020, 2, 20)).start == date(2020, 2, 3)
    assert _read("03/02/2020", published=date(2020, 3, 4)).start == date(2020, 3, 2)
    assert _read("11/06/2016", published=date(2016, 12, 31)).start == date(2016, 11, 6)


def test_an_open_order_stays_open_where_both_readings_are_as_old():
    assert isinstance(_read("01/04/2020", published=date(2020, 6, 20)), Unanchored)


def test_an_open_order_is_decided_by_the_other_dates():
    first, second = find_dates("03/04/2014: One attack. 03/14/2014: Another.")
    assert anchor(first, published=None).start == date(2014, 3, 4)
    assert anchor(second, published=None).start == date(2014, 3, 14)


def test_an_open_order_may_be_told():
    (expression,) = find_dates("03/04/2014", order="day")
    assert anchor(expression, published=None).start == date(2014, 4, 3)


def test_the_text_tells_its_order_before_the_caller_does():
    first, _ = find_dates("03/04/2014: One attack. 03/14/2014: Another.", order="day")
    assert anchor(first, published=None).start == date(2014, 3, 4)


def test_a_label_is_written_as_the_others_of_its_table_are():
    text = "03/04/2014: A guard died of wounds that he got on 29/03/2014."
    label, _ = find_dates(text, order="month")
    assert anchor(label, published=None).start == date(2014, 3, 4)
    label, _ = find_dates(text)
    assert anchor(label, published=None).start == date(2014, 4, 3)


def test_in_arabic_the_day_comes_first():
    (expression,) = find_dates("انفجرت عبوة ناسفة بتاريخ 3-4-2014 في الموصل")
    assert anchor(expression, published=None).start == date(2014, 4, 3)


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        (["05/29/2009: a blast", "03/04/2009: a shooting"], "month"),
        (["on 29/05/2009", "on 03/04/2009"], "day"),
        (["في ٢٩/٠٥/٢٠٠٩", "في ٠٣/٠٤/٢٠٠٩"], "day"),
        (["03/04/2009", "04/04/2009", "29 May 2009", "2009-05-29", "29.05.2009"], None),
        (["05/29/2009", "29/05/2009"], None),
        ([*["05/29/2009"] * 12, "29/05/2009"], "month"),
        ([*["05/29/2009"] * 8, "29/05/2009"], None),
        (["05/29/2009: a blast, like those of 13/05/2009 and 14/05/2009."], "month"),
        ([], None),
    ],
)
def test_the_rows_of_a_table_tell_the_order_of_their_dates(rows, order):
    assert order_told(rows) == order
    assert order_told(reversed(rows)) == order


def test_an_open_order_that_nothing_decides_stays_open():
    near, far = _read("03/04/2014", published=None), _read("01/12/2014", published=None)
    assert (near.start, near.end) == (date(2014, 3, 4), date(2014, 4, 3))
    assert isinstance(far, Unanchored)


STYLES = [
    lambda d: f"{d.day} {d:%B} {d.year}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d.day} {d:%b}. {d.year}" if d.month != 5 else f"{d.day} May {d.year}",
    lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    lambda d: f"the {d.day}th of {d:%B} {d.year}",
    lambda d: f"{d.day:02}-{d:%b}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%d.%m.%Y}",
]


@given(st.dates(date(1980, 1, 1), date(2030, 12, 31)), st.sampled_from(STYLES))
@example(date(2020, 5, 1), STYLES[1])
def test_a_day_reads_back_in_every_style(day, style):
    dating = _read(f"It was on {style(day)}.", published=None)
    assert isinstance(dating, Dating)
    assert (dating.start, dating.end, dating.precision) == (day, day, 1)


WORDS = """in on the 3 12 2014 January May Dec. Wednesday last this week month year days later ago a few , -
to and of between early 03/04/2020 since yesterday أمس شباط 's . people"""
PIECES = WORDS.split()


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_spans_are_slices_and_no_day_is_invented(pieces):
    text = " ".join(pieces)
    expressions = find_dates(text)
    for expression in expressions:
        assert text[expression.start : expression.end] == expression.text
        dating = anchor(expression, published=PUBLISHED, story=STORY)
        if isinstance(dating, Dating) and dating.precision == 1:
            assert expression.names_a_day or dating.end == PUBLISHED or "same" in expression.text
    assert all(a.end <= b.start for a, b in pairwise(expressions))


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.isascii()]), max_size=20))
def test_latin_script_reads_alike_whether_arabic_stands_beside_it(pieces):
    text = " ".join(pieces)
    beside = f"{text}.{' ' * 60}بغداد"
    assert find_dates(text) == find_dates(beside, end=len(text))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert all(text[d.start : d.end] == d.text for d in find_dates(text))


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("words", [words for words, *_ in READ])
def test_the_ends_of_the_calendar_are_no_trap(words, published):
    for expression in find_dates(words):
        assert isinstance(anchor(expression, published=published), Dating | Unanchored)


@given(st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.integers(0, 400))
def test_precision_never_grows_with_the_interval(start, days):
    end = start + timedelta(days=days)
    assert precision_of(start, end) <= precision_of(start, end + timedelta(days=1))


@pytest.mark.parametrize(
    "piece",
    [
        "1/",
        "Jan ",
        "3, ",
        "the 10th and ",
        "Monday and ",
        "New Year's Eve ",
        "الخامس والعشرين من ",
        "twenty-",
        "2020 ",
        "January 1 to ",
        "1-",
        "May 3, ",
        "a few days ",
        "Sunday, ",
        "20",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(piece):
    def calls(repeats: int) -> int:
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            find_dates(piece * repeats)
        finally:
            sys.setprofile(None)
        return counted

    calls(10)
    assert calls(4000) < 5 * calls(1000) + 100
