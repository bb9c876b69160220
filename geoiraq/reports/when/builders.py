"""What the match of a rule of dates says: one builder a rule, None where its match is no date."""

from __future__ import annotations

import re
from collections.abc import Callable

from geoiraq.reports.when.calendar import (
    Anniversary,
    Day,
    DaysOff,
    DaysOfMonth,
    Form,
    Kind,
    OnCalendar,
    OnWeekday,
    Unit,
    WholeUnit,
)
from geoiraq.reports.when.grammar import Grammar, Match

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
#: How many days "a week ago" or "two months later" may be off.
_UNIT_SLACK = {"day": 0, "week": 1, "month": 10, "year": 122}

Read = tuple[Kind, Form]


def _figures(rules: Grammar, match: Match) -> Read | None:
    one, two = int(match["one"]), int(match["two"])
    day_first, month_first = Day(_year(match["year"]), two, one), Day(_year(match["year"]), one, two)
    if match["dot"] == "." or one > 12 or one == two:
        return _single(day_first)
    if two > 12:
        return _single(month_first)
    if match["on"]:
        weekday = rules.weekdays[match["on"]]
        agreeing = [day for day in (day_first, month_first) if _falls_on(day, weekday)]
        if len(agreeing) == 1:
            return _single(agreeing[0])
    return "absolute", OnCalendar(day_first, day_first, or_else=month_first)


def _iso(_: Grammar, match: Match) -> Read | None:
    return _single(Day(int(match["year"]), int(match["two"]), int(match["one"])))


def _month_figures(rules: Grammar, match: Match) -> Read | None:
    if not (rules.is_entry(match) or rules.is_framed(match, match["month"])):
        return None
    month = Day(int(match["year"]), int(match["month"]))
    return "absolute", OnCalendar(month, month)


def _one_day(rules: Grammar, match: Match) -> Read | None:
    day = rules.day(match["day"])
    return _range(rules, match, day, day)


def _days(rules: Grammar, match: Match) -> Read | None:
    first = rules.day(match["day"])
    return _range(rules, match, first, rules.day(match["to_day"]) if match["to_day"] else first)


def _days_listed(rules: Grammar, match: Match) -> Read | None:
    """Read "on March 3, 5 and 9", which is no day and "5 and 9 people"."""
    return None if rules.counted.match(match.string, match.end()) else _days(rules, match)


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
    weekday = rules.weekdays[match["on"]] if match["on"] and first == last else None
    return _kind(year), OnCalendar(start, end, weekday=weekday)


def _holiday(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(match)
    day = Day(year, *rules.holidays[" ".join(match["holiday"].split())], years_ago)
    return _kind(year), OnCalendar(day, day)


#: How long ago "this month" and its like are; "that month" is one that the story tells.
_MONTHS_AGO = {"this": 0, "current": 0, "present": 0, "last": 1, "past": 1, "previous": 1}


def _ordinal(rules: Grammar, match: Match) -> Read | None:
    first = rules.day(match["day"])
    last = rules.day(match["to_day"]) if match["to_day"] else first
    month = match["month"].split()[-1] if match["month"] else None
    if not 1 <= first <= last <= 31 or not (month or rules.is_framed_day(match)):
        return None
    if month in _MONTHS_AGO:
        return "publication", DaysOfMonth(first, last, _MONTHS_AGO[month])
    return "story", DaysOfMonth(first, last)


def _day_to_day(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(match)
    first_year = _year(match["first_year"]) if match["first_year"] else None
    month, to_month = (rules.months[match[name].rstrip(".")] for name in ("month", "to_month"))
    if first_year is None and year is not None:
        first_year = year - 1 if month > to_month else year
    if re.search(r"\s(?:and\s|or\s|و)", match.group()) and not _after_between(match):
        return None
    start = Day(first_year, month, rules.day(match["day"]), years_ago if first_year is None else None)
    end = Day(year, to_month, rules.day(match["to_day"]), years_ago)
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


def _season_past(rules: Grammar, match: Match) -> Read | None:
    first, last = rules.seasons[match["season"].lower()]
    return "partial", OnCalendar(Day(month=first), Day(month=last))


def _weekday(rules: Grammar, match: Match) -> Read | None:
    weekday = rules.weekdays[match["weekday"]]
    which = (match["which"] or "").lower().split()[-1:]
    if match["last_week"]:
        return "weekday", OnWeekday(weekday, week=-1)
    if which == ["following"] or match["after"]:
        return "story", OnWeekday(weekday, 1, same_day=False)
    if which == ["next"] or match["arabic"] in rules.arabic_next:
        return "publication", OnWeekday(weekday, 1, same_day=False)
    same_day = which not in (["last"], ["previous"]) and not match["arabic"]
    return "weekday", OnWeekday(weekday, -1, same_day=same_day)


def _weekday_before(rules: Grammar, match: Match) -> Read | None:
    return "story", OnWeekday(rules.weekdays[match["weekday"]], -1, same_day=False)


def _weekday_to(rules: Grammar, match: Match) -> Read | None:
    first, last = (rules.weekdays[match[name]] for name in ("weekday", "to_weekday"))
    return ("weekday", OnWeekday(first, to_weekday=last)) if first != last else None


def _phrase(rules: Grammar, match: Match) -> Read | None:
    words = " ".join(match.group().lower().split())
    if words in rules.of_story:
        return "story", DaysOff(*rules.of_story[words])
    return "publication", DaysOff(*rules.of_publication[words])


def _previous(rules: Grammar, match: Match) -> Read | None:
    low, high = rules.of_previous[" ".join(match.group().lower().split())]
    return "story", DaysOff(low, high, or_published=match["object"] is None)


def _arabic_unit(rules: Grammar, match: Match) -> Read | None:
    unit, offset = rules.arabic_units[" ".join(match["unit"].split())]
    return "publication", WholeUnit(unit, offset, rules.part(match["part"]))


def _arabic_distance(rules: Grammar, match: Match) -> Read | None:
    days = _arabic_days(rules, match)
    if days is None:
        return None
    low, high = days
    if match["way"] == "بعد":
        return "story", DaysOff(low, high)
    return "publication", DaysOff(-high, -low if match["way"] == "قبل" else 0)


def _arabic_trailing(rules: Grammar, match: Match) -> Read | None:
    days = _arabic_days(rules, match)
    return ("publication", DaysOff(-days[1], 0)) if days else None


def _arabic_days(rules: Grammar, match: Match) -> tuple[int, int] | None:
    """Fewest and most days of an Arabic span; None where a dual or a plural is counted that cannot be."""
    unit, dual = rules.arabic_spans[match["unit"]]
    if dual and match["count"]:
        return None
    low, high = (dual, dual) if dual else rules.count(match["count"] or "few")
    if unit == "hour":
        return low // 24, -(-high // 24)
    return low * _UNIT_DAYS[unit] - _UNIT_SLACK[unit], high * _UNIT_DAYS[unit] + _UNIT_SLACK[unit]


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
        return "publication", WholeUnit(unit, 0 if which == "this" else -1, rules.part(match["part"]))
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
    way = match["way"].lower().split()[0]
    if match["to_the"]:
        return _to_the_day(rules, match, unit, low) if low == high else None
    if way == "ago":
        return "publication", DaysOff(-far, -near)
    if way in ("earlier", "before", "prior"):
        return "story", DaysOff(-far, -near)
    return "story", DaysOff(near, far)


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


def _falls_on(day: Day, weekday: int) -> bool:
    span = day.span(day.year) if day.year is not None else None
    return span is not None and span[0].weekday() == weekday


def _kind(year: int | None) -> Kind:
    return "partial" if year is None else "absolute"


def _year(figures: str) -> int:
    year = int(figures)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _stated_year(match: Match) -> tuple[int | None, int | None]:
    if match["year"]:
        return _year(match["year"]), None
    if match["years_ago"]:
        return None, 1 if "last" in match["years_ago"].lower() else 0
    return None, None


BUILDERS: dict[str, Callable[[Grammar, Match], Read | None]] = {
    "figures": _figures,
    "iso": _iso,
    "day_month": _one_day,
    "month_day": _one_day,
    "ordinal_month": _days,
    "days_month": _days,
    "month_days": _days,
    "day_list_month": _days,
    "month_day_list": _days_listed,
    "day_month_to": _day_to_day,
    "month_day_to": _day_to_day,
    "month": _month,
    "month_to_month": _month_to_month,
    "year": _bare_year,
    "month_figures": _month_figures,
    "holiday": _holiday,
    "ordinal": _ordinal,
    "ordinal_of": _ordinal,
    "season": _season,
    "season_past": _season_past,
    "weekday": _weekday,
    "weekday_before": _weekday_before,
    "weekday_to": _weekday_to,
    "phrase": _phrase,
    "previous": _previous,
    "arabic_unit": _arabic_unit,
    "arabic_distance": _arabic_distance,
    "arabic_trailing": _arabic_trailing,
    "arabic_trailing_count": _arabic_trailing,
    "whole_unit": _whole_unit,
    "trailing": _trailing,
    "distance": _distance,
}
