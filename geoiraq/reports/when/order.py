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

#: Of this many dates one may be a slip of the pen, or quoted from elsewhere, and not contradict the others.
_DATES_A_SLIP = 10
_FIGURES = re.compile(r"(?<![\w/.-])(\d\d?)([/-])(\d\d?)\2(?:\d\d|\d{4})(?![\w/]|[.-]\d)")
#: "05/29/2009: a bomb exploded": a colon or a dash makes a date the label of what follows.
_LABELS = re.compile(r"\s*(?::(?!\d)|[–—]|-\s)")
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
    labels, every = _told((text, match[0], match.end()) for text in texts for match in _figures(text))
    return labels or every


def settle_order(text: str, found: Sequence[DateExpression], order: Order | None) -> list[DateExpression]:
    """Choose between the readings of dates such as 03/04/2014.

    Parameters
    ----------
    text
        The text in which they were found; 14/03/2014 tells how 03/04/2014 beside it is meant. What is written as a
        label ("03/04/2014: a bomb exploded") goes by other labels first, then by those of its table.
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
    labels, every = _told((text, e.text, e.end) for e in found)
    of_labels, of_others = labels or order or every, every or order
    return [
        _in_order(e, (of_labels if _is_label(text, e.end) else of_others) or _of_language(text, e))
        for e in found
    ]


def _figures(text: str) -> Iterator[re.Match[str]]:
    return _FIGURES.finditer(text.translate(ASCII_DIGITS))


def _told(dates: Iterable[tuple[str, str, int]]) -> tuple[Order | None, Order | None]:
    """Tell the order of labels and that of all dates; each is given with its text and its end there."""
    labels: Counter[Order] = Counter()
    every: Counter[Order] = Counter()
    for text, written, end in dates:
        for match in _figures(written):
            first, second = int(match[1]), int(match[3])
            if (first > 12) != (second > 12):
                order: Order = "day" if first > 12 else "month"
                every[order] += 1
                labels[order] += _is_label(text, end)
    return _agreed(labels), _agreed(every)


def _is_label(text: str, end: int) -> bool:
    return _LABELS.match(text, end) is not None


def _agreed(told: Counter[Order]) -> Order | None:
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
