"""What dates say that are told from the publication or from the story: one builder a rule, None where there is none."""

from __future__ import annotations

from collections.abc import Callable

from geoiraq.reports.when.calendar import Anniversary, DaysOff, Form, Kind, OnWeekday, Unit, WholeUnit
from geoiraq.reports.when.grammar import Grammar, Match

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
#: How many days "a week ago" or "two months later" may be off.
_UNIT_SLACK = {"day": 0, "week": 1, "month": 10, "year": 122}

Read = tuple[Kind, Form]


def _phrase(rules: Grammar, match: Match) -> Read | None:
    words = " ".join(match.group().lower().split())
    if words in rules.of_story:
        return "story", DaysOff(*rules.of_story[words])
    return "publication", DaysOff(*rules.of_publication[words])


def _previous(rules: Grammar, match: Match) -> Read | None:
    low, high = rules.of_previous[" ".join(match.group().lower().split())]
    return "story", DaysOff(low, high, or_published=match["object"] is None)


def _unit_phrase(rules: Grammar, match: Match) -> Read | None:
    unit, offset = rules.whole_units[plain(match["unit"])]
    return "publication", WholeUnit(unit, offset, rules.part(match["part"]))


def _arabic_distance(rules: Grammar, match: Match) -> Read | None:
    days = _arabic_days(rules, match)
    if days is None:
        return None
    low, high = _bounded(rules, match["bound"], *days)
    if match["way"] == "بعد":
        return "story", DaysOff(low, high)
    return "publication", DaysOff(-high, -low if match["way"] == "قبل" else 0)


def _arabic_trailing(rules: Grammar, match: Match) -> Read | None:
    days = _arabic_days(rules, match)
    return ("publication", DaysOff(-days[1], 0)) if days else None


def _arabic_days(rules: Grammar, match: Match) -> tuple[int, int] | None:
    """Fewest and most days of an Arabic span; None where a dual or a plural is counted that cannot be."""
    unit, dual = rules.arabic_spans[match["unit"]]
    if dual > 1 and match["count"]:
        return None
    low, high = (dual, dual) if dual and not match["count"] else rules.count(match["count"] or "few")
    if unit == "hour":
        return low // 24, -(-high // 24)
    return low * _UNIT_DAYS[unit] - _UNIT_SLACK[unit], high * _UNIT_DAYS[unit] + _UNIT_SLACK[unit]


def _whole_unit(rules: Grammar, match: Match) -> Read | None:
    unit = rules.units[match["unit"].lower()]
    that = match["same"] if (match["same"] or "").lower() == "that" else ""
    which, part = (match["which"] or that).lower(), rules.part(match["part"])
    if unit in ("day", "hour"):
        return None
    if not which:  # "at the start of the week"
        return ("publication", WholeUnit(unit, 0, part)) if part and match["unit"].lower() == unit else None
    if match["unit"].lower() != unit:
        several = which in ("last", "past")
        return ("publication", DaysOff(-5 * _UNIT_DAYS[unit], 0)) if several else None
    if match["over"]:
        return "publication", DaysOff(-_UNIT_DAYS[unit], 0)
    turn = (match["turn"] or "").lower()
    if which in ("last", "past", "this"):
        later = which == "this" and turn == "later"
        return "publication", WholeUnit(unit, 0 if which == "this" else -1, part, not later, later)
    if which == "next" and not match["same"]:
        return "publication", WholeUnit(unit, 1)
    if which in ("same", "that"):
        if unit == "week" and turn == "later":
            return "story", DaysOff(0, 6)
        return "story", WholeUnit(unit, 0, part, turn != "later", turn != "earlier")
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
        near, far = _bounded(rules, match["bound"], near, far)
    way = match["way"].lower().split()[0]
    if match["to_the"]:
        return _to_the_day(rules, match, unit, low) if low == high else None
    if way == "ago":
        return "publication", DaysOff(-far, -near)
    if way in ("earlier", "before", "prior"):
        return "story", DaysOff(-far, -near)
    return "story", DaysOff(near, far)


def _bounded(rules: Grammar, bound: str | None, near: int, far: int) -> tuple[int, int]:
    """Widen a distance in days by "less than", "more than" or "about"."""
    match rules.bounds.get(plain(bound)) if bound else None:
        case "less":
            return 0, far
        case "more":
            return (near + far) // 2, near + far
        case "roughly":
            slack = max(0, (near + far) // 10 - (far - near) // 2)
            return near - slack, far + slack
    return near, far


def _to_the_day(rules: Grammar, match: Match, unit: Unit, ago: int) -> Read | None:
    """Read "three years ago today", "ten years ago this week", "a week ago Friday"."""
    if unit == "hour":
        return None
    if not match["weekday"]:
        within = rules.units.get(match["to_the"].lower().split()[-1], "day")
        return "publication", Anniversary(unit, ago, within)
    weekday = rules.weekdays.get(match["weekday"].capitalize())
    if weekday is None:
        return None
    return "publication", OnWeekday(weekday) if unit == "day" else Anniversary(unit, ago, weekday=weekday)


def plain(words: str) -> str:
    """Write a match as the vocabulary has it: in small letters, with single spaces."""
    return " ".join(words.lower().split())


RELATIVE: dict[str, Callable[[Grammar, Match], Read | None]] = {
    "phrase": _phrase,
    "previous": _previous,
    "unit_phrase": _unit_phrase,
    "arabic_distance": _arabic_distance,
    "arabic_trailing": _arabic_trailing,
    "arabic_trailing_count": _arabic_trailing,
    "whole_unit": _whole_unit,
    "trailing": _trailing,
    "distance": _distance,
}
