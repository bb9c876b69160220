"""What headings say of the dates beneath them: the year of "3 January" under "2019", the week of "on Tuesday"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from geoiraq.reports.text.layout import Sentence
from geoiraq.reports.when.anchoring import anchor
from geoiraq.reports.when.calendar import (
    DateExpression,
    Dating,
    Day,
    DaysOfMonth,
    Form,
    OnCalendar,
    OnWeekday,
    Span,
)

#: A heading that covers no more days than this tells which Tuesday is meant.
_MOST_DAYS = 8


def in_their_frames(
    dates: Sequence[DateExpression], parts: Sequence[Sentence], *, published: date | None
) -> Sequence[DateExpression]:
    """Complete dates by the headings that they stand under.

    Parameters
    ----------
    dates
        The dates of a document, in the order of its text.
    parts
        Its sentences.
    published
        When it came out. Then the headline, which may speak of any time, lends no year to the days below.

    Returns
    -------
    sequence of DateExpression
        The same, but that "3 January" under "2019" and "on Tuesday" under "3-9 February 2020" are days of the calendar.
    """
    title: Span | None = None
    frames: dict[tuple[int, int], Span | None] = {}
    for part in parts:
        if part.title:
            title = _frame((part.start, part.end), dates, shortest=1)
        for heading in part.section:
            if heading not in frames:
                # A single day over a text is often that of writing.
                frames[heading] = _frame(heading, dates, shortest=2)
    if title is None and not any(frames.values()):
        return dates
    completed = list(dates)
    for part in parts:
        frame = next((found for heading in reversed(part.section) if (found := frames[heading])), None)
        if not part.title and (frame or title):
            low, high = (bisect_left(dates, at, key=_START) for at in (part.start, part.end))
            for number in range(low, high):
                completed[number] = _completed(dates[number], frame, title, published)
    return completed


_START = attrgetter("start")


def _frame(heading: tuple[int, int], dates: Sequence[DateExpression], *, shortest: int) -> Span | None:
    """Give the first span of at least so many days in a heading that tells its own year."""
    low, high = (bisect_left(dates, at, key=_START) for at in heading)
    for expression in dates[low:high]:
        if expression.kind == "absolute":
            told = anchor(replace(expression, role="when"), published=None)
            if isinstance(told, Dating) and told.start is not None and told.end is not None:
                return (told.start, told.end) if (told.end - told.start).days >= shortest - 1 else None
    return None


def _completed(
    expression: DateExpression, frame: Span | None, title: Span | None, published: date | None
) -> DateExpression:
    form: Form | None = None
    if isinstance(expression.form, OnWeekday):
        form = _day_of_week(expression.form, frame or title)
    elif frame is not None or published is None:
        form = _day_of_frame(expression.form, frame or title)
    if form is None or (published is not None and _is_later(form, published)):
        # "In December" under the January day on which a text was written is of the year before.
        return expression
    return replace(expression, kind="absolute", form=form)


def _is_later(form: Form, published: date) -> bool:
    if not isinstance(form, OnCalendar) or form.first.year is None:
        return False
    span = form.first.span(form.first.year)
    return span is not None and span[0] > published


def _day_of_week(form: OnWeekday, frame: Span | None) -> Form | None:
    plain = form.direction < 0 and form.same_day and form.week is None and form.to_weekday is None
    if frame is None or not plain or not 0 < (frame[1] - frame[0]).days < _MOST_DAYS:
        return None
    day = frame[1] - timedelta(days=(frame[1].weekday() - form.weekday) % 7)
    told = Day(day.year, day.month, day.day)
    return OnCalendar(told, told) if frame[0] <= day else None


def _day_of_frame(form: Form, frame: Span | None) -> Form | None:
    if frame is None:
        return None
    start, end = frame
    if (
        isinstance(form, DaysOfMonth)
        and form.months_ago is None
        and (start.year, start.month) == (end.year, end.month)
    ):
        first, last = (Day(start.year, start.month, day) for day in (form.first, form.last))
        return OnCalendar(first, last)
    if not isinstance(form, OnCalendar) or form.or_else is not None or form.years_on is not None:
        return None
    if any(day.year is not None or day.years_ago is not None for day in (form.first, form.last)):
        return None
    last = min(
        (replace(form.last, year=year) for year in range(start.year, end.year + 1)),
        key=lambda day: _days_apart(day, frame),
    )
    wraps = (
        form.first.month is not None and form.last.month is not None and form.first.month > form.last.month
    )
    year = last.year if last.year is None or not wraps else last.year - 1
    return replace(form, first=replace(form.first, year=year), last=last)


def _days_apart(day: Day, frame: Span) -> int:
    span = day.span(day.year) if day.year is not None else None
    if span is None:
        return 10**6
    return max(0, (span[0] - frame[1]).days, (frame[0] - span[1]).days)
