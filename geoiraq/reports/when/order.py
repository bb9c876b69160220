"""Whether 03/04/2020 puts the day or the month first: what other dates, of its text or of its table, tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from geoiraq.reports.when.calendar import DateExpression, OnCalendar
from geoiraq.reports.when.grammar import ASCII_DIGITS

Order = Literal["day", "month"]

#: Of this many dates one may be a slip of the pen and not contradict the others.
_DATES_A_SLIP = 50
_FIGURES = re.compile(r"(?<![\w/.-])(\d\d?)([/-])(\d\d?)\2(?:\d\d|\d{4})(?![\w/]|[.-]\d)")
_ARABIC = re.compile(r"[\u0621-\u064a]")
#: How near Arabic words stand to a date that is written in Arabic.
_BESIDE = 24


def order_told(texts: Iterable[str]) -> Order | None:
    """Tell what comes first in the numeric dates of texts that share their form, such as the rows of a table.

    Parameters
    ----------
    texts
        Any number of them; each is looked at once.

    Returns
    -------
    "day", "month" or None
        None where no date can be read in one order only, or where such dates contradict each other.

    Examples
    --------
    >>> order_told(["05/29/2009: a bomb exploded.", "03/04/2009: gunmen shot a judge."])
    'month'
    """
    return _agreed(order for text in texts for order in _orders(text))


def settle_order(text: str, found: Sequence[DateExpression], order: Order | None) -> list[DateExpression]:
    """Choose between the readings of dates such as 03/04/2014.

    Parameters
    ----------
    text
        The text in which they were found; 14/03/2014 tells how 03/04/2014 beside it is meant.
    found
        Its dates.
    order
        The order where the text does not tell it. In Arabic the day comes first.

    Returns
    -------
    list of DateExpression
        The same dates; those that nothing decides keep both readings.
    """
    if not any(_is_open(expression) for expression in found):
        return list(found)
    told = _agreed(o for expression in found for o in _orders(expression.text)) or order
    return [_in_order(expression, told or _of_language(text, expression)) for expression in found]


def _orders(text: str) -> Iterator[Order]:
    """Give the order of each date that can be read in one only."""
    for match in _FIGURES.finditer(text.translate(ASCII_DIGITS)):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            yield "day"
        elif second > 12 >= first:
            yield "month"


def _agreed(orders: Iterable[Order]) -> Order | None:
    told = Counter(orders)
    pairs: tuple[tuple[Order, Order], ...] = (("day", "month"), ("month", "day"))
    for order, other in pairs:
        if told[order] > told[other] * _DATES_A_SLIP:
            return order
    return None


def _of_language(text: str, expression: DateExpression) -> Order | None:
    low, high = max(0, expression.start - _BESIDE), expression.end + _BESIDE
    return "day" if _ARABIC.search(text, low, high) else None


def _is_open(expression: DateExpression) -> bool:
    return isinstance(expression.form, OnCalendar) and expression.form.or_else is not None


def _in_order(expression: DateExpression, order: Order | None) -> DateExpression:
    form = expression.form
    if order is None or not isinstance(form, OnCalendar) or form.or_else is None:
        return expression
    chosen = form.first if order == "day" else form.or_else
    return replace(expression, form=OnCalendar(chosen, chosen))
