"""Finding dates in English and Arabic text: a small grammar of expressions, read in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from geoiraq.reports.anchoring import PublishedPrecision, anchor
from geoiraq.reports.calendar import (
    DateExpression,
    Dating,
    Day,
    DaysOff,
    Form,
    Kind,
    OnCalendar,
    OnWeekday,
    Role,
    Unanchored,
    WholeUnit,
)
from geoiraq.reports.dategrammar import ASCII_DIGITS, Family, Grammar, Match, grammar

__all__ = [
    "DateExpression",
    "Dating",
    "Order",
    "PublishedPrecision",
    "Role",
    "Unanchored",
    "anchor",
    "find_dates",
]

Order = Literal["day", "month"]

#: How far before and after a trigger an expression may reach, in characters.
_REACH_BEFORE, _REACH_AFTER = 40, 48

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
#: How many days "a week ago" or "two months later" may be off.
_UNIT_SLACK = {"day": 0, "week": 1, "month": 10, "year": 122}

Read = tuple[Kind, Form]


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
        What comes first in dates such as 03/04/2020, where the caller knows. Otherwise other such
        dates in the stretch decide, or it is left open.

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
    folded = text.translate(ASCII_DIGITS)
    rules = grammar()
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
    return _settle_order(found, order)


@cache
def _triggers() -> tuple[AhoCorasick, tuple[Family, ...]]:
    words, families = zip(*grammar().triggers, strict=True)
    return AhoCorasick(words), families


def _windows(text: str, start: int, end: int) -> list[tuple[Family, int, int]]:
    """List the stretches around words that dates are made of; nothing else is looked at twice."""
    automaton, families = _triggers()
    stretch = text if start == 0 and end == len(text) else text[start:end]
    windows: list[tuple[Family, int, int]] = []
    latest: dict[Family, int] = {}
    for trigger, low, high in automaton.find_matches_as_indexes(stretch):
        family = families[trigger]
        low, high = max(start, start + low - _REACH_BEFORE), min(end, start + high + _REACH_AFTER)
        last = latest.get(family)
        if last is not None and low <= windows[last][2]:
            windows[last] = (family, windows[last][1], high)
        else:
            latest[family] = len(windows)
            windows.append((family, low, high))
    return windows


def _read_window(
    rules: Grammar, family: Family, text: str, low: int, high: int
) -> Iterable[tuple[int, int, Read]]:
    for pattern, name in rules.patterns[family]:
        build = _BUILDERS[name]
        for match in pattern.finditer(text, low, high):
            read = build(rules, match)
            if read is not None:
                yield match.start(), match.end(), read


def _expression(rules: Grammar, text: str, folded: str, begin: int, stop: int, read: Read) -> DateExpression:
    kind, form = read
    role = "scheduled" if _is_next(form, kind) else rules.role(folded, begin, stop)
    if isinstance(form, OnCalendar):
        if role == "since" and form.first != form.last:
            role = "when"
        if form.first.day is not None:
            form = replace(form, slack=rules.slack(folded, begin))
    return DateExpression(begin, stop, text[begin:stop], kind, role, form)


def _is_next(form: Form, kind: Kind) -> bool:
    """Whether "next Tuesday" or "next month" was met, which had not come when the text was published."""
    ahead = isinstance(form, WholeUnit) and form.offset > 0
    return kind == "publication" and (ahead or (isinstance(form, OnWeekday) and form.direction > 0))


def _settle_order(found: list[DateExpression], order: Order | None) -> list[DateExpression]:
    """Let dates such as 14/03/2014 tell how 03/04/2014 is meant, where all of them agree."""
    if not any(isinstance(d.form, OnCalendar) and d.form.or_else for d in found):
        return found
    if order is None:
        told = {o for d in found if (o := _order_told(d)) is not None}
        if len(told) != 1:
            return found
        (order,) = told
    return [_with_order(d, order) for d in found]


def _order_told(expression: DateExpression) -> Order | None:
    figures = re.match(r"(\d\d?)[/.-](\d\d?)[/.-]\d", expression.text.translate(ASCII_DIGITS))
    if figures is None or not isinstance(expression.form, OnCalendar) or expression.form.or_else:
        return None
    first, second = int(figures[1]), int(figures[2])
    return None if first == second else "day" if first > 12 else "month"


def _with_order(expression: DateExpression, order: Order) -> DateExpression:
    form = expression.form
    if not isinstance(form, OnCalendar) or form.or_else is None:
        return expression
    chosen = form.first if order == "day" else form.or_else
    return replace(expression, form=OnCalendar(chosen, chosen))


# One builder a rule: what its match says, or None where that is no date.


def _figures(_: Grammar, match: Match) -> Read | None:
    one, two = int(match["one"]), int(match["two"])
    year = _year(match["year"])
    if match["dot"] == "." or one > 12:
        return _single(Day(year, two, one))
    if two > 12:
        return _single(Day(year, one, two))
    if one == two:
        return _single(Day(year, one, one))
    return "absolute", OnCalendar(Day(year, two, one), Day(year, two, one), or_else=Day(year, one, two))


def _iso(_: Grammar, match: Match) -> Read | None:
    return _single(Day(int(match["year"]), int(match["two"]), int(match["one"])))


def _one_day(rules: Grammar, match: Match) -> Read | None:
    day = _number(match["day"])
    return _range(rules, match, day, day)


def _days_of_month(rules: Grammar, match: Match) -> Read | None:
    return _range(rules, match, _number(match["day"]), _number(match["to_day"]))


def _range(rules: Grammar, match: Match, first: int, last: int) -> Read | None:
    month = rules.months[match["month"].rstrip(".")]
    if rules.is_month_before_count(match):
        return None
    year, years_ago = _stated_year(match)
    if first > last or last > 31:
        return None
    start, end = Day(year, month, first, years_ago), Day(year, month, last, years_ago)
    if not _exists(start) or not _exists(end):
        return None
    return _kind(year), OnCalendar(start, end)


def _day_to_day(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(match)
    first_year = _year(match["first_year"]) if match["first_year"] else None
    month, to_month = (rules.months[match[name].rstrip(".")] for name in ("month", "to_month"))
    if first_year is None and year is not None:
        first_year = year - 1 if month > to_month else year
    if re.search(r"\s(?:and|or|و)\s", match.group()) and not _after_between(match):
        return None
    start = Day(first_year, month, _number(match["day"]), years_ago if first_year is None else None)
    end = Day(year, to_month, _number(match["to_day"]), years_ago)
    if not _exists(start) or not _exists(end):
        return None
    return _kind(year), OnCalendar(start, end)


def _month(rules: Grammar, match: Match) -> Read | None:
    word = match["month"]
    year, years_ago = _stated_year(match)
    part = rules.part(match["part"])
    if year is None and years_ago is None and part is None and not rules.is_framed(match, word):
        return None
    day = Day(year, rules.months[word.rstrip(".")], None, years_ago)
    return _kind(year), OnCalendar(day, day, part)


def _month_to_month(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(match)
    month, to_month = (rules.months[match[name].rstrip(".")] for name in ("month", "to_month"))
    first_year = _year(match["first_year"]) if match["first_year"] else None
    if first_year is None and year is not None:
        first_year = year - 1 if month > to_month else year
    start = Day(first_year, month, None, years_ago if first_year is None else None)
    return _kind(year), OnCalendar(start, Day(year, to_month, None, years_ago))


def _bare_year(rules: Grammar, match: Match) -> Read | None:
    if not rules.is_year(match):
        return None
    first = int(match["year"])
    last = int(match["to_year"]) if match["to_year"] else first
    if match["decade"]:
        first, last = first - first % 10, first - first % 10 + 9
    if last < first:
        return None
    return "absolute", OnCalendar(Day(first), Day(last), rules.part(match["part"]))


def _season(rules: Grammar, match: Match) -> Read | None:
    year = int(match["year"])
    first, last = rules.seasons[match["season"].lower()]
    if first <= last:
        return "absolute", OnCalendar(Day(year, first), Day(year, last))
    # A winter belongs to two years, and texts name it by either.
    return "absolute", OnCalendar(Day(year - 1, first), Day(year + 1, last))


def _weekday(rules: Grammar, match: Match) -> Read | None:
    weekday = rules.weekdays[match["weekday"]]
    which = (match["which"] or "").lower().split()[-1:]
    if which == ["following"] or match["after"]:
        return "story", OnWeekday(weekday, 1, same_day=False)
    if which == ["next"]:
        return "publication", OnWeekday(weekday, 1, same_day=False)
    return "weekday", OnWeekday(weekday, -1, same_day=which not in (["last"], ["previous"]))


def _phrase(rules: Grammar, match: Match) -> Read | None:
    words = " ".join(match.group().lower().split())
    if words in rules.of_story:
        return "story", DaysOff(*rules.of_story[words])
    return "publication", DaysOff(*rules.of_publication[words])


def _arabic_unit(rules: Grammar, match: Match) -> Read | None:
    unit, offset = rules.arabic_units[" ".join(match.group().split())]
    return "publication", WholeUnit(unit, offset)


def _whole_unit(rules: Grammar, match: Match) -> Read | None:
    unit = rules.units[match["unit"].lower()]
    which = match["which"].lower()
    if unit in ("day", "hour"):
        return None
    if match["unit"].lower() != unit:
        several = which in ("last", "past")
        return ("publication", DaysOff(-5 * _UNIT_DAYS[unit], 0)) if several else None
    if match["over"]:
        return "publication", DaysOff(-_UNIT_DAYS[unit], 0)
    if which in ("last", "past", "this"):
        return "publication", WholeUnit(unit, 0 if which == "this" else -1)
    if which == "next" and not match["same"]:
        return "publication", WholeUnit(unit, 1)
    if which in ("same", "that"):
        return "story", WholeUnit(unit, 0) if match["same"] else DaysOff(0, _UNIT_DAYS[unit])
    return "story", WholeUnit(unit, -1 if which == "previous" else 1)


def _trailing(rules: Grammar, match: Match) -> Read | None:
    low, high = rules.count(match["count"], match["unit"])
    unit = rules.units[match["unit"].lower()]
    longest = high if low != high else low
    days = -(-longest // 24) if unit == "hour" else longest * _UNIT_DAYS[unit]
    return "publication", DaysOff(-days, 0)


def _distance(rules: Grammar, match: Match) -> Read | None:
    low, high = rules.count(match["count"], match["unit"])
    unit = rules.units[match["unit"].lower()]
    if unit == "hour":
        near, far = low // 24, -(-high // 24)
        near, far = (near, far) if low == high and low % 24 else (near, max(near, far))
    else:
        slack = _UNIT_SLACK[unit]
        near, far = low * _UNIT_DAYS[unit] - slack, high * _UNIT_DAYS[unit] + slack
    way = match["way"].lower()
    if way in ("ago",):
        return "publication", DaysOff(-far, -near)
    if way in ("earlier", "before", "prior"):
        return "story", DaysOff(-far, -near)
    return "story", DaysOff(near, far)


def _after_between(match: Match) -> bool:
    return match.string[max(0, match.start() - 9) : match.start()].lower().split()[-1:] in (
        ["between"],
        ["بين"],
    )


def _single(day: Day) -> Read | None:
    return ("absolute", OnCalendar(day, day)) if _exists(day) else None


def _exists(day: Day) -> bool:
    """Whether the calendar has such a day, in some year where none is given."""
    return day.span(day.year if day.year is not None else 2000) is not None


def _kind(year: int | None) -> Kind:
    return "partial" if year is None else "absolute"


def _number(words: str) -> int:
    return int(re.match(r"\d+", words).group())  # type: ignore[union-attr]  # the rule asks for figures


def _year(figures: str) -> int:
    year = int(figures)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _stated_year(match: Match) -> tuple[int | None, int | None]:
    if match["year"]:
        return _year(match["year"]), None
    if match["years_ago"]:
        return None, 1 if "last" in match["years_ago"].lower() else 0
    return None, None


_BUILDERS: dict[str, Callable[[Grammar, Match], Read | None]] = {
    "figures": _figures,
    "iso": _iso,
    "day_month": _one_day,
    "month_day": _one_day,
    "days_month": _days_of_month,
    "month_days": _days_of_month,
    "day_month_to": _day_to_day,
    "month_day_to": _day_to_day,
    "month": _month,
    "month_to_month": _month_to_month,
    "year": _bare_year,
    "season": _season,
    "weekday": _weekday,
    "phrase": _phrase,
    "arabic_unit": _arabic_unit,
    "whole_unit": _whole_unit,
    "trailing": _trailing,
    "distance": _distance,
}
