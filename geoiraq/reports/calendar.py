"""What a date in a text says, before and after it is anchored in the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Base = Literal["stated", "publication", "story"]
Kind = Literal["absolute", "partial", "weekday", "publication", "story"]
Role = Literal["when", "since", "after", "until", "before", "scheduled"]
Unit = Literal["hour", "day", "week", "month", "year"]
Part = Literal["early", "mid", "late", "first_half", "second_half"]
Slack = Literal["week", "around"]

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year as far as the text gives it.

    Attributes
    ----------
    year, month, day
        None where the text does not say.
    years_ago
        1 for "of last year", 0 for "of this year"; counted from the publication.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_ago: int | None = None

    def span(self, year: int) -> Span | None:
        """First and last day that are meant, in that year; None where there is no such day."""
        try:
            if self.month is None:
                return date(year, 1, 1), date(year, 12, 31)
            if self.day is None:
                return date(year, self.month, 1), date(year, self.month, monthrange(year, self.month)[1])
            return date(year, self.month, self.day), date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class OnCalendar:
    """A day, month, year, season or decade, or a range of them.

    Attributes
    ----------
    first, last
        The range, inclusive; the same twice where there is no range.
    part
        Which part of the month or year.
    slack
        Whether a day stands for the week that it begins, or is known to about two days only.
    or_else
        The other reading of a numeric date whose order is open.
    """

    first: Day
    last: Day
    part: Part | None = None
    slack: Slack | None = None
    or_else: Day | None = None


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A weekday, 0 for Monday: the nearest one before (or, after the story, following) the base.

    Attributes
    ----------
    weekday
        0 for Monday to 6 for Sunday.
    direction
        -1 the last one, 1 the next one.
    same_day
        Whether the base itself may be meant.
    """

    weekday: int
    direction: Literal[-1, 1] = -1
    same_day: bool = True


@dataclass(frozen=True, slots=True)
class DaysOff:
    """From so many to so many days after the base; negative before it."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class WholeUnit:
    """A whole week, month or year, so many after that of the base; the current one ends with the base."""

    unit: Unit
    offset: int


Form = OnCalendar | OnWeekday | DaysOff | WholeUnit


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as a text writes it.

    Attributes
    ----------
    start, end
        Offsets into the text that was searched.
    text
        The words, exactly ``text[start:end]``.
    kind
        Absolute, partial (without its year), a weekday, or relative to publication or story.
    role
        What the words before it make of it: only "when" can date an event that happened.
    form
        What it says.
    """

    start: int
    end: int
    text: str
    kind: Kind
    role: Role
    form: Form

    @property
    def names_a_day(self) -> bool:
        """Whether the words name single days, not weeks, months or years."""
        match self.form:
            case OnCalendar(first, last):
                return first.day is not None and last.day is not None
            case WholeUnit():
                return False
        return True


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened, as exactly as it is known.

    Attributes
    ----------
    start, end
        Inclusive; None where the interval is open.
    precision
        UCDP: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more.
    basis
        What it was reckoned from.
    """

    start: date | None
    end: date | None
    precision: int
    basis: Base


@dataclass(frozen=True, slots=True)
class Unanchored:
    """Why a date could not be put on the calendar."""

    reason: str


def precision_of(start: date | None, end: date | None) -> int:
    """UCDP's date precision of an interval.

    Parameters
    ----------
    start, end
        Inclusive; None where open.

    Returns
    -------
    int
        1 to 5. Two candidate days a week apart count as a week.

    Examples
    --------
    >>> precision_of(date(2020, 1, 3), date(2020, 1, 3))
    1
    """
    if start is None or end is None:
        return 5
    days = (end - start).days + 1
    for precision, longest in enumerate((1, 6, 8, 31), start=1):
        if days <= longest:
            return precision
    return 5


def part_of(span: Span, part: Part) -> Span:
    """Narrow a month or a year to its early, middle or late third, or to a half.

    Parameters
    ----------
    span
        First and last day of a month or a year.
    part
        Which part.

    Returns
    -------
    tuple of date
        First and last day of that part.
    """
    start, end = span
    if (end - start).days < 31:
        days = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day), "first_half": (1, 15)}
        first, last = days.get(part, (16, end.day))
        return start.replace(day=first), start.replace(day=last)
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first_half": (1, 6)}
    first, last = months.get(part, (7, 12))
    return date(start.year, first, 1), date(end.year, last, monthrange(end.year, last)[1])


def whole_unit(day: date, unit: Unit, offset: int) -> Span:
    """Find the week (from Monday), month or year so many after that of a day.

    Parameters
    ----------
    day
        Any day of the unit that counts as 0.
    unit
        Which unit.
    offset
        How many units later; negative for earlier.

    Returns
    -------
    tuple of date
        First and last day.
    """
    if unit == "year":
        return date(day.year + offset, 1, 1), date(day.year + offset, 12, 31)
    if unit == "month":
        years, month = divmod(day.month - 1 + offset, 12)
        year = day.year + years
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    length = 7 if unit == "week" else 1
    start = day - timedelta(days=day.weekday() if unit == "week" else 0) + timedelta(days=length * offset)
    return start, start + timedelta(days=length - 1)
