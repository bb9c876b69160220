"""Finding dates in English and Arabic text: a small grammar of expressions, read in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from geoiraq.reports.when.anchoring import PublishedPrecision, anchor
from geoiraq.reports.when.builders import BUILDERS
from geoiraq.reports.when.calendar import (
    DateExpression,
    Dating,
    Form,
    Kind,
    OnCalendar,
    OnWeekday,
    Role,
    Unanchored,
    WholeUnit,
)
from geoiraq.reports.when.distances import Read
from geoiraq.reports.when.grammar import ASCII_DIGITS, Grammar, grammar, grammar_for
from geoiraq.reports.when.order import Order, order_told, settle_order
from geoiraq.reports.when.patterns import Family

__all__ = [
    "DateExpression",
    "Dating",
    "Order",
    "PublishedPrecision",
    "Role",
    "Unanchored",
    "anchor",
    "find_dates",
    "order_told",
]

#: How far before and after a trigger an expression may reach, in characters.
_REACH_BEFORE, _REACH_AFTER = 40, 48


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, order: Order | None = None
) -> list[DateExpression]:
    """Find every date in a stretch of text: the longest valid reading at each place.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The stretch to search; the whole text by default.
    order
        What comes first in dates such as 03/04/2020 where the text does not tell it by another of them.

    Returns
    -------
    list of DateExpression
        In the order of the text, none overlapping another.

    Examples
    --------
    >>> [d.text for d in find_dates("On Sunday, Dec. 15, and again a week later.")]
    ['Sunday, Dec. 15', 'a week later']
    """
    end = len(text) if end is None else end
    folded = text if text.isascii() else text.translate(ASCII_DIGITS)
    rules = grammar_for(folded)
    candidates = [
        candidate
        for family, low, high in _windows(folded, start, end)
        for candidate in _read_window(rules, family, folded, low, high)
    ]
    candidates.sort(key=lambda c: (c[0], -c[1]))
    found: list[DateExpression] = []
    for begin, stop, read in candidates:
        if (not found or begin >= found[-1].end) and not rules.is_trap(folded, begin, stop):
            found.append(_expression(rules, text, folded, begin, stop, read))
    return settle_order(text, found, order)


@cache
def _triggers() -> tuple[AhoCorasick, tuple[Family, ...]]:
    words, families = zip(*grammar(arabic=True).triggers, strict=True)
    return AhoCorasick(words), families


def _windows(text: str, start: int, end: int) -> list[tuple[Family, int, int]]:
    """List the stretches around words that dates are made of; nothing else is looked at twice."""
    automaton, families = _triggers()
    stretch = text if start == 0 and end == len(text) else text[start:end]
    windows: list[tuple[Family, int, int]] = []
    latest: dict[Family, int] = {}
    for trigger, low, high in automaton.find_matches_as_indexes(stretch, overlapping=True):
        family = families[trigger]
        low, high = max(start, start + low - _REACH_BEFORE), min(end, start + high + _REACH_AFTER)
        last = latest.get(family)
        if last is not None and low <= windows[last][2]:
            windows[last] = (family, min(low, windows[last][1]), high)
        else:
            latest[family] = len(windows)
            windows.append((family, low, high))
    return windows


def _read_window(
    rules: Grammar, family: Family, text: str, low: int, high: int
) -> Iterable[tuple[int, int, Read]]:
    for begin in rules.starts(family, text, low, high):
        for pattern, name in rules.patterns[family]:
            match = pattern.match(text, begin, high)
            read = BUILDERS[name](rules, match) if match else None
            if match and read is not None and "\n\n" not in match[0]:
                yield begin, match.end(), read


_YEARS_ON = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1}
_STORY_YEAR = re.compile(rf"\b({'|'.join(_YEARS_ON)})\s+year\Z")


def _expression(rules: Grammar, text: str, folded: str, begin: int, stop: int, read: Read) -> DateExpression:
    kind, form = read
    role = "scheduled" if _is_next(form, kind) else rules.role(folded, begin, stop)
    if isinstance(form, OnWeekday) and role == "since" and form.to_weekday is not None:
        role = "when"
    if isinstance(form, OnCalendar):
        if role == "since" and form.first != form.last:
            role = "when"
        if form.first.day is not None:
            form = replace(form, slack=rules.slack(folded, begin))
        counted = _STORY_YEAR.search(text, begin, stop)
        if counted is not None:
            kind, form = "story", replace(form, years_on=_YEARS_ON[counted[1]])
    return DateExpression(begin, stop, text[begin:stop], kind, role, form)


def _is_next(form: Form, kind: Kind) -> bool:
    """Whether "next Tuesday" or "next month" was met, which had not come when the text was published."""
    ahead = isinstance(form, WholeUnit) and (form.offset > 0 or not form.before)
    return kind == "publication" and (ahead or (isinstance(form, OnWeekday) and form.direction > 0))
