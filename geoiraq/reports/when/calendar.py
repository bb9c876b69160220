"""What a date in a text says, before and after it is anchored in the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Base = Literal["stated", "publication", "story"]
Kind = Literal["absolute", "partial", "weekday", "publication", "story"]
Role = Literal["when", "since", "after", "until", "before", "scheduled", "reported"]
Unit = Literal["hour", "day", "weekend", "week", "month", "year"]
Part = Literal[
    "early",
    "mid",
    "late",
    "last_days",
    "last_day",
    "first_quarter",
    "second_quarter",
    "third_quarter",
    "fourth_quarter",
    "first_half",
    "second_half",
    "first_week",
    "second_week",
    "third_week",
    "fourth_week",
    "last_week",
]
Slack = Literal["week", "week_to", "around"]

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
    part, last_part
        Which part of the month or year, of the first and of the last.
    slack
        Whether a day stands for the week that it begins or ends, or is known to about two days only.
    or_else
        The other reading of a numeric date whose order is open.
    weekday
        The weekday that stands beside a day: it tells the year of one that has none.
    years_on
        0 for "of the same year", 1 for "of the following year": counted from the year that the story has reached.
    """

    first: Day
    last: Day
    part: Part | None = None
    last_part: Part | None = None
    slack: Slack | None = None
    or_else: Day | None = None
    weekday: int | None = None
    years_on: int | None = None


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
    to_weekday
        The last day of "from Friday to Sunday".
    week
        Which week, 0 for that of the base and -1 for the one before, where the text says.
    """

    weekday: int
    direction: Literal[-1, 1] = -1
    same_day: bool = True
    to_weekday: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class DaysOff:
    """From so many to so many days after the base; negative before it.

    Attributes
    ----------
    low, high
        The days.
    or_published
        Whether the base is the publication where the story has no date yet: "the previous day" in an opening.
    """

    low: int
    high: int
    or_published: bool = False


@dataclass(frozen=True, slots=True)
class WholeUnit:
    """A weekend, week, month or year, or part of it, so many after that of the base.

    Attributes
    ----------
    unit, offset, part
        Which one.
    before, after
        Whether what lies before the base, and after it, is meant: "later that month" is only what lies after.
    """

    unit: Unit
    offset: int
    part: Part | None = None
    before: bool = True
    after: bool = False


@dataclass(frozen=True, slots=True)
class DaysOfMonth:
    """Days of a month that is named elsewhere: "on the 10th", "the 3rd of last month".

    Attributes
    ----------
    first, last
        The days, inclusive.
    months_ago
        0 for "this month"; None where it is that of the story, or the one before publication.
    """

    first: int
    last: int
    months_ago: int | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many units before the base to the day: "three years ago today", "a week ago Friday".

    Attributes
    ----------
    unit, ago
        How long before.
    within
        The day itself, or the week, month or year that it lies in ("ten years ago this month").
    weekday
        Counted from the last such weekday, not from the base itself.
    """

    unit: Unit
    ago: int
    within: Unit = "day"
    weekday: int | None = None


Form = OnCalendar | OnWeekday | DaysOff | WholeUnit | DaysOfMonth | Anniversary


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
            case Anniversary(within=within):
                return within == "day"
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
