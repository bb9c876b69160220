"""Putting a date expression on the calendar: from the publication, or from the story so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from geoiraq.reports.when.calendar import (
    Anniversary,
    Base,
    DateExpression,
    Dating,
    Day,
    DaysOff,
    DaysOfMonth,
    Form,
    OnCalendar,
    OnWeekday,
    Role,
    Span,
    Unanchored,
    WholeUnit,
    precision_of,
)
from geoiraq.reports.when.spans import earlier, part_of, whole_unit

PublishedPrecision = Literal["day", "week", "month", "year"]

_SINGLE_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SLACK_DAYS = {
    "week": (timedelta(days=0), timedelta(days=6)),
    "week_to": (timedelta(days=6), timedelta(days=0)),
    "around": (timedelta(days=2), timedelta(days=2)),
}
#: News is this fresh: so near to publication an open order or a missing year is decided by it.
_FRESH = timedelta(days=31)
#: What was published longer after either reading of 03/04/2020 does not decide between them.
_RECENT = timedelta(days=183)
#: How many years back a day without a year may lie.
_YEARS_BACK = 5


def anchor(
    expression: DateExpression,
    *,
    published: date | None,
    published_precision: PublishedPrecision = "day",
    story: Dating | None = None,
) -> Dating | Unanchored:
    """Put a date expression on the calendar.

    Parameters
    ----------
    expression
        As `geoiraq.reports.when.dates.find_dates` found it.
    published
        When the text was published, where known.
    published_precision
        How exactly that is known; what is reckoned from it is widened accordingly.
    story
        The date that the story has reached, where it has one.

    Returns
    -------
    Dating or Unanchored
        The interval and its precision, open where the role of the expression is "since" or "until",
        or why there is none.

    Examples
    --------
    >>> from geoiraq.reports.when.dates import find_dates
    >>> (last_year,) = find_dates("It began on December 27 of last year.")
    >>> anchor(last_year, published=date(2020, 2, 12)).start
    datetime.date(2019, 12, 27)
    """
    window = published_window(published, published_precision) if published else None
    try:
        placed = _place(expression, window, story)
    except (ValueError, OverflowError):
        return Unanchored("lies outside the calendar")
    if isinstance(placed, Unanchored):
        return placed
    (start, end), basis = placed
    return _as_role(expression.role, start, end, basis)


def published_window(published: date, precision: PublishedPrecision) -> Span:
    """First and last day on which a text may have been published.

    Parameters
    ----------
    published
        The day given.
    precision
        How exactly it is known: to the week means three days either way.

    Returns
    -------
    tuple of date
        First and last day.
    """
    if precision == "day":
        return published, published
    if precision == "week":
        return published - timedelta(days=3), published + timedelta(days=3)
    return whole_unit(published, precision, 0)


def _as_role(role: Role, start: date, end: date, basis: Base) -> Dating:
    match role:
        case "since" | "after":
            return Dating(start, None, 5, basis)
        case "until":
            return Dating(None, end, 5, basis)
        case "before":
            return Dating(None, start - _SINGLE_DAY, 5, basis)
    return Dating(start, end, precision_of(start, end), basis)


def _place(
    expression: DateExpression, window: Span | None, story: Dating | None
) -> tuple[Span, Base] | Unanchored:
    form = expression.form
    told = (story.start, story.end) if story is not None and story.start and story.end else None
    if isinstance(form, OnCalendar):
        return _on_calendar(form, window, story)
    if isinstance(form, DaysOfMonth):
        return _in_month(form, window, told)
    if expression.kind == "story":
        if told is not None:
            # "The evening before" a day of 2014 is of 2014, and lends that year on.
            return _hull(form, told), "stated" if story is not None and story.basis == "stated" else "story"
        if window is None or not (isinstance(form, DaysOff) and form.or_published):
            return Unanchored("is told from another date of the story, and none is known")
    if window is not None:
        return _hull(form, window), "publication"
    if isinstance(form, OnWeekday) and told is not None and _SINGLE_DAY <= told[1] - told[0] < _WEEK:
        # "On Tuesday", of the week that a report covers.
        return _hull(form, (told[1], told[1])), "story"
    return Unanchored("is told from the day of publication, which is not known")


def _hull(form: Form, window: Span) -> Span:
    """Reckon from either end of the days that the form may be reckoned from."""
    start, _ = _reckon(form, window[0])
    _, end = _reckon(form, window[1])
    return start, max(start, end)


def _reckon(form: Form, base: date) -> Span:
    match form:
        case DaysOff(low, high):
            return base + timedelta(days=low), base + timedelta(days=high)
        case WholeUnit(unit, offset, part, before, after):
            start, end = whole_unit(base, unit, offset)
            if part is not None:
                start, end = part_of((start, end), part)
            if offset == 0 and start <= base <= end:
                return start if before else base, end if after else base
            return start, end
        case OnWeekday(weekday, to_weekday=to_weekday):
            last = weekday if to_weekday is None else to_weekday
            day = _weekday(form, last, base)
            return day - timedelta(days=(last - weekday) % 7), day
        case Anniversary(unit, ago, within, weekday):
            day = base if weekday is None else base - timedelta(days=(base.weekday() - weekday) % 7)
            return whole_unit(earlier(day, unit, ago), within, 0)
    raise ValueError(form)


def _weekday(form: OnWeekday, weekday: int, base: date) -> date:
    if form.week is not None:
        return whole_unit(base, "week", form.week)[0] + timedelta(days=weekday)
    away = (form.direction * (weekday - base.weekday())) % 7
    if away == 0 and not form.same_day:
        away = 7
    return base + timedelta(days=form.direction * away)


def _in_month(form: DaysOfMonth, window: Span | None, told: Span | None) -> tuple[Span, Base] | Unanchored:
    """Put "on the 10th" into the month that the words or the story name, else into the latest one that has come."""
    base: Base = "publication"
    if form.months_ago is not None or told is None:
        if window is None:
            return Unanchored(
                "is a day of a month that is told from the day of publication, which is not known"
            )
        month = whole_unit(window[1], "month", -(form.months_ago or 0))
        if form.months_ago is None and form.first > window[1].day:
            month = whole_unit(window[1], "month", -1)
    else:
        month, base = whole_unit(told[1], "month", 0), "story"
        if told[0] < month[0] and form.first > told[1].day:
            month = whole_unit(told[0], "month", 0)
        if told[1] - told[0] > _FRESH:
            return Unanchored("is a day of a month that is not named")
    if form.last > month[1].day:
        return Unanchored("is no day of the calendar")
    return (month[0].replace(day=form.first), month[0].replace(day=form.last)), base


def _on_calendar(
    form: OnCalendar, window: Span | None, story: Dating | None
) -> tuple[Span, Base] | Unanchored:
    if form.or_else is not None:
        return _in_open_order(form.first, form.or_else, window)
    first, last = form.first, form.last
    if form.years_on is not None:
        if story is None or story.end is None:
            return Unanchored("is of the year of the story, which has no date")
        of_story = story.end.year + form.years_on
        first, last = replace(first, year=of_story), replace(last, year=of_story)
    stated = last.year is not None and last.years_ago is None
    year = last.year if stated else _year(last, window, story, form.weekday)
    if year is None:
        return Unanchored("gives no year, and no publication date supplies one")
    end = last.span(year)
    start = first.span(first.year if first.year is not None else year)
    if start and end and start[0] > end[1] and first.year is None:
        start = first.span(year - 1)
    if start is None or end is None:
        return Unanchored("is no day of the calendar")
    if start[0] > end[1]:
        return Unanchored("ends before it begins")
    start = part_of(start, form.part) if form.part is not None else start
    end = part_of(end, form.last_part) if form.last_part is not None else end
    if form.slack is not None:
        before, after = _SLACK_DAYS[form.slack]
        start, end = (start[0] - before, start[0]), (end[1], end[1] + after)
    # A year that a date before it spells out is as good as its own.
    lent = window is not None and story is not None and story.basis == "stated"
    return (start[0], end[1]), "stated" if stated or lent else "publication" if window else "story"


def _year(day: Day, window: Span | None, story: Dating | None, weekday: int | None) -> int | None:
    """Find the year that a date without one most likely means; a weekday beside it tells which."""
    if day.years_ago is not None:
        return window[1].year - day.years_ago if window else None
    told = story if story is not None and story.start and story.end else None
    if window is None:
        return told.end.year if told and told.end else None
    latest = window[1].year
    spans = {year: span for year in range(latest, latest - _YEARS_BACK, -1) if (span := day.span(year))}
    years = [year for year, span in spans.items() if span[0] <= window[1]]
    if told and told.start and told.start.year <= latest - _YEARS_BACK:
        years.extend(year for year in range(told.start.year - 1, told.start.year + 2) if year <= latest)
    fresh = years and years[0] in spans and window[1] - spans[years[0]][0] <= _FRESH
    if weekday is not None and (told or not fresh):
        years = [y for y in years if (s := day.span(y)) and s[0].weekday() == weekday] or years
    if not told:
        return years[0] if years else None
    return min(
        (y for y in years if day.span(y)), key=lambda y: (_days_between(day, y, told), -y), default=None
    )


def _days_between(day: Day, year: int, story: Dating) -> int:
    span = day.span(year)
    if span is None or story.start is None or story.end is None:
        return 10**6
    return max(0, (span[0] - story.end).days, (story.start - span[1]).days)


def _in_open_order(one: Day, other: Day, window: Span | None) -> tuple[Span, Base] | Unanchored:
    """Of two readings of 03/04/2020, the last if it is fresh, the only recent one, else from one to the other."""
    days = sorted(s[0] for d in (one, other) if d.year is not None and (s := d.span(d.year)) is not None)
    if not days:
        return Unanchored("is no day of the calendar")
    if window is not None:
        days = [day for day in days if day <= window[1]] or days
        fresh = days[-1] <= window[1] <= days[-1] + _FRESH
        recent = [day for day in days if day <= window[1] <= day + _RECENT]
        if fresh or len(recent) == 1:
            return (days[-1], days[-1]), "stated"
    if (days[-1] - days[0]).days > 31:
        return Unanchored("may put the day or the month first, and nothing decides")
    return (days[0], days[-1]), "stated"
