"""Spans of days: parts of months and years, whole weeks and months, the same day of an earlier one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from geoiraq.reports.when.calendar import Part, Span, Unit

#: The days of a month that its parts are, negative ones counted from its end.
_DAYS_OF_PART: dict[Part, tuple[int, int]] = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, -1),
    "last_days": (-10, -1),
    "last_day": (-1, -1),
    "first_half": (1, 15),
    "second_half": (16, -1),
    "first_week": (1, 7),
    "second_week": (8, 14),
    "third_week": (15, 21),
    "fourth_week": (22, 28),
    "last_week": (-7, -1),
}
#: The months of a year that its parts are.
_MONTHS_OF_PART: dict[Part, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first_quarter": (1, 3),
    "second_quarter": (4, 6),
    "third_quarter": (7, 9),
    "fourth_quarter": (10, 12),
    "first_half": (1, 6),
    "second_half": (7, 12),
}


def part_of(span: Span, part: Part) -> Span:
    """Narrow a month or a year to its early, middle or late third, to a half, a quarter, a week, or its last days.

    Parameters
    ----------
    span
        First and last day of a week, a month or a year; the early part of a week is from its Saturday on.
    part
        Which part.

    Returns
    -------
    tuple of date
        First and last day of that part.
    """
    start, end = span
    if (end - start).days < 7:
        # Weeks begin on Saturday, Sunday or Monday, as custom has it.
        early, late = timedelta(days=2), timedelta(days=3)
        return {"early": (start - early, start + timedelta(days=1)), "late": (start + late, end)}.get(
            part, span
        )
    if (end - start).days >= 31 and part in ("last_days", "last_day"):
        start = end.replace(day=1)
    if (end - start).days < 31:
        first, last = (day if day > 0 else end.day + 1 + day for day in _DAYS_OF_PART[part])
        return start.replace(day=first), start.replace(day=last)
    first, last = _MONTHS_OF_PART.get(part, (1, 12))
    return date(start.year, first, 1), date(end.year, last, monthrange(end.year, last)[1])


def whole_unit(day: date, unit: Unit, offset: int) -> Span:
    """Find the week (from Monday), weekend, month or year so many after that of a day.

    Weekends last from Friday to Sunday: in some countries they are Friday and Saturday, in others Saturday and Sunday.
    That of a day is the latest whose Saturday has come, the one before it (-1) the latest that was over.

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
    if unit == "weekend":
        reached = day - timedelta(
            days=2 if offset else 0
        )  # "last weekend" is over: on a Sunday it is not this one
        saturday = reached - timedelta(days=(reached.weekday() - 5) % 7)
        return saturday - timedelta(days=1), saturday + timedelta(days=1)
    length = 7 if unit == "week" else 1
    start = day - timedelta(days=day.weekday() if unit == "week" else 0) + timedelta(days=length * offset)
    return start, start + timedelta(days=length - 1)


def earlier(day: date, unit: Unit, count: int) -> date:
    """Count so many weeks, months or years back to the same day, or to the last one where a month has no such day.

    Parameters
    ----------
    day
        The day to count from.
    unit, count
        How far.

    Returns
    -------
    date
        The day.

    Examples
    --------
    >>> earlier(date(2020, 2, 29), "year", 3)
    datetime.date(2017, 2, 28)
    """
    if unit in ("hour", "day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    start, end = whole_unit(day, "month", -count * (12 if unit == "year" else 1))
    return start.replace(day=min(day.day, end.day))
