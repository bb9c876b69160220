"""Dates of publication as people and machines write them, never guessed."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, get_args

from geoiraq.documents.document import PublishedPrecision
from geoiraq.vocabulary import any_of, read_words

PRECISIONS: tuple[PublishedPrecision, ...] = get_args(PublishedPrecision)  # from the finest to the coarsest

Order = Literal["day first", "month first"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].{0,40})?)?)?")
_ISO_OTHERWISE = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?: \d{1,2}:.{0,20})?")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: \d{1,2}:.{0,20})?")
_WRITTEN_OUT = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d %B, %Y", "%B %d %Y")
_MONTHS = ("%B %Y", "%b %Y")
#: The hour after a day, and the ending of its number.
_HOUR = re.compile(r",? (?:at |- )?\d{1,2}:\d\d\b.{0,30}")
_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_DASHES = re.compile(r"(\d{1,2})[-/ ]([^\W\d]{3,9}\.?)[-/ ](\d{4})")


#: No date is longer than this.
_LONGEST = 80
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication, and how exactly it is known."""

    day: date
    precision: PublishedPrecision = "day"


def read_published(value: str | date, precision: str = "", order: Order | None = None) -> Published:
    """Read a date of publication.

    Parameters
    ----------
    value
        A date, an ISO date or date and time, a year (`2020`), a month (`2020-02`), a date written out in
        English or Arabic, or in numbers of which only one order of day and month makes sense; a weekday before and
        an hour after it are passed over. A period becomes its first day.
    precision
        `day`, `week`, `month`, `year`, or empty; it can make the value less exact, never more.
    order
        Which of two numbers is the day, where it is known how this writer writes dates.

    Returns
    -------
    Published
        The day and its precision.

    Raises
    ------
    ValueError
        Where there is no such date, more than one reading, or no such precision; its text is the reason.

    Examples
    --------
    >>> read_published("2020-02")
    Published(day=datetime.date(2020, 2, 1), precision='month')
    >>> read_published("27/12/2019").day.isoformat()
    '2019-12-27'
    """
    day, own = _read(value, order)
    if not precision:
        return Published(day, own)
    if precision not in PRECISIONS:
        raise ValueError(f"published_precision '{precision[:40]}' is none of {', '.join(PRECISIONS)}")
    return Published(day, max(own, precision, key=PRECISIONS.index))


def read_day(text: str, order: Order | None = None) -> date:
    """Read one day, in any of the ways in which `read_published` reads days.

    Parameters
    ----------
    text
        As written.
    order
        Which of two numbers is the day, where it is known how this writer writes dates.

    Returns
    -------
    date
        The day.

    Raises
    ------
    ValueError
        Where the text is no day, or could be two.

    Examples
    --------
    >>> read_day("03/04/2020", "day first").isoformat()
    '2020-04-03'
    """
    day, precision = _read(text, order)
    if precision != "day":
        raise ValueError(f"'{text}' is a {precision}, not a day")
    return day


def could_be_two(value: str | date) -> bool:
    """Tell whether a date is two numbers and a year of which either number could be the day.

    Examples
    --------
    >>> could_be_two("03/04/2020"), could_be_two("13/04/2020"), could_be_two("4 March 2020")
    (True, False, False)
    """
    numeric = _NUMERIC.fullmatch(value.strip()) if isinstance(value, str) else None
    return numeric is not None and len(set(_readings(*(int(numeric[n]) for n in (1, 3, 4))).values())) > 1


def order_of_days(texts: Iterable[str]) -> Order | None:
    """Tell whether dates in numbers, all written by one hand, have the day or the month first.

    Parameters
    ----------
    texts
        A column of dates, other things among them.

    Returns
    -------
    str or None
        The order of all those of which only one order makes sense; None if there are none, or of both kinds.

    Examples
    --------
    >>> order_of_days(["03/04/2020", "27/04/2020"])
    'day first'
    """
    orders: set[Order] = set()
    for text in texts:
        if numeric := _NUMERIC.fullmatch(text.strip()):
            first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
            readings = _readings(first, second, year)
            if len(set(readings.values())) == 1 and first != second:
                orders.update(readings)
    return orders.pop() if len(orders) == 1 else None


def _read(value: str | date, order: Order | None = None) -> tuple[date, PublishedPrecision]:
    if isinstance(value, datetime):
        return value.date(), "day"
    if isinstance(value, date):
        return value, "day"
    text = " ".join(value.translate(_DIGITS).split())
    if iso := _ISO.fullmatch(text):
        return _iso(text, *iso.groups())
    if iso := _ISO_OTHERWISE.fullmatch(text):
        return _iso(text, iso[1], iso[3], iso[4])
    if numeric := _NUMERIC.fullmatch(text):
        return _numeric(text, int(numeric[1]), int(numeric[3]), int(numeric[4]), order), "day"
    plain = _in_english(text)
    for form in _WRITTEN_OUT:
        if (day := _strptime(plain, form)) is not None:
            return day, "day"
    for form in _MONTHS:
        if (day := _strptime(plain, form)) is not None:
            return day, "month"
    raise ValueError(f"'{_short(text)}' is not a date that can be read (write it as 2020-02-12)")


def _in_english(text: str) -> str:
    """Write a date without its weekday and hour, its month in English: "Wed, 12 Feb 2020 10:00 GMT", "12 شباط 2020"."""
    text = _weekday().sub("", _HOUR.sub("", text[:_LONGEST]))
    text = _arabic_month().sub(lambda name: f" {_months()[name[1]]} ", text)
    text = _DASHES.sub(r"\1 \2 \3", _ENDING.sub("", text))
    return " ".join(text.replace(".", " ").split())


@cache
def _months() -> dict[str, str]:
    named = read_words("geoiraq.documents", "calendar")["months"]
    return {name: month_name[number] for number, names in enumerate(named, start=1) for name in names}


@cache
def _arabic_month() -> re.Pattern[str]:
    """Give the pattern of a month in Arabic, of one calendar or of both: "شباط/فبراير"."""
    names = any_of(_months())
    return re.compile(rf"(?<!\w)({names})(?:\s?/\s?(?:{names}))?(?!\w)")


@cache
def _weekday() -> re.Pattern[str]:
    names = any_of(read_words("geoiraq.documents", "calendar")["weekdays"])
    return re.compile(rf"(?:يوم )?(?:{names})\.?[,،]? ", re.IGNORECASE)


def _iso(text: str, year: str, month: str | None, day: str | None) -> tuple[date, PublishedPrecision]:
    precision: PublishedPrecision = "day" if day else "month" if month else "year"
    try:
        return date(int(year), int(month or 1), int(day or 1)), precision
    except ValueError:
        raise ValueError(f"there is no date '{_short(text)}'") from None


def _numeric(text: str, first: int, second: int, year: int, order: Order | None) -> date:
    readings = _readings(first, second, year)
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    if order in readings:
        return readings[order]
    if readings:
        raise ValueError(f"'{text}' could be two dates (write it as 2020-02-12)")
    raise ValueError(f"there is no date '{text}'")


def _readings(first: int, second: int, year: int) -> dict[Order, date]:
    days: dict[Order, date | None] = {
        "day first": _day(year, second, first),
        "month first": _day(year, first, second),
    }
    return {order: day for order, day in days.items() if day}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _strptime(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
