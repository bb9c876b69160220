"""What the match of a rule of dates says: one builder a rule, None where its match is no date."""

from __future__ import annotations

import re
from collections.abc import Callable

from geoiraq.reports.when.calendar import (
    Anniversary,
    Day,
    DaysOfMonth,
    Kind,
    OnCalendar,
    OnWeekday,
)
from geoiraq.reports.when.distances import RELATIVE, Read, plain
from geoiraq.reports.when.grammar import Grammar, Match


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
    year, years_ago = _stated_year(rules, match)
    if first > last or last > 31:
        return None
    start, end = Day(year, month, first, years_ago), Day(year, month, last, years_ago)
    if not _exists(start) or not _exists(end):
        return None
    on = match.groupdict().get("on") if first == last else None
    weekday = rules.weekdays[on] if on else None
    return _kind(year), OnCalendar(start, end, weekday=weekday)


def _holiday(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(rules, match)
    day = Day(year, *rules.holidays[" ".join(match["holiday"].split())], years_ago)
    return _kind(year), OnCalendar(day, day)


def _ordinal(rules: Grammar, match: Match) -> Read | None:
    first = rules.day(match["day"])
    last = rules.day(match["to_day"]) if match["to_day"] else first
    month = match["month"]
    if not 1 <= first <= last <= 31 or not (month or rules.is_framed_day(match)):
        return None
    ago = rules.months_before(month) if month else None
    if ago is not None:
        return "publication", DaysOfMonth(first, last, ago)
    return "story", DaysOfMonth(first, last)


def _day_to_day(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(rules, match)
    first_year = _year(match["first_year"]) if match["first_year"] else None
    month, to_month = (rules.months[match[name].rstrip(".")] for name in ("month", "to_month"))
    if first_year is None and year is not None:
        first_year = year - 1 if month > to_month else year
    start = Day(first_year, month, rules.day(match["day"]), years_ago if first_year is None else None)
    end = Day(year, to_month, rules.day(match["to_day"]), years_ago)
    if not _exists(start) or not _exists(end):
        return None
    listed = re.search(r"\s(?:and\s|or\s|و)", match.group()) is not None
    if listed and not _after_between(match) and not _follows(start, end):
        return None
    return _kind(year), OnCalendar(start, end)


def _month(rules: Grammar, match: Match) -> Read | None:
    word = match["month"]
    year, years_ago = _stated_year(rules, match)
    part = rules.part(match["part"])
    if year is None and years_ago is None and part is None and not rules.is_framed(match, word):
        return None
    day = Day(year, rules.months[word.rstrip(".")], None, years_ago)
    return _kind(year), OnCalendar(day, day, part, part)


def _month_to_month(rules: Grammar, match: Match) -> Read | None:
    year, years_ago = _stated_year(rules, match)
    month, to_month = (rules.months[match[name].rstrip(".")] for name in ("month", "to_month"))
    first_year = _year(match["first_year"]) if match["first_year"] else None
    if first_year is None and year is not None:
        first_year = year - 1 if month > to_month else year
    start = Day(first_year, month, None, years_ago if first_year is None else None)
    end = Day(year, to_month, None, years_ago)
    return _kind(year), OnCalendar(start, end, rules.part(match["part"]), rules.part(match["to_part"]))


def _bare_year(rules: Grammar, match: Match) -> Read | None:
    if not rules.is_year(match):
        return None
    first = int(match["year"])
    last = int(match["to_year"]) if match["to_year"] else first
    part, last_part = rules.part(match["part"]), rules.part(match["to_part"])
    if match["decade"]:
        first, last = first - first % 10, first - first % 10 + 9
    if last < first:
        return None
    return "absolute", OnCalendar(Day(first), Day(last), part, last_part if match["to_year"] else part)


def _season(rules: Grammar, match: Match) -> Read | None:
    first, last = rules.seasons[match["season"].lower()]
    if match["years_ago"]:
        ago = rules.years_ago[plain(match["years_ago"])]
        return "partial", OnCalendar(Day(None, first, None, ago), Day(None, last, None, ago))
    year = int(match["year"])
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


def _weekday_back(rules: Grammar, match: Match) -> Read | None:
    return "weekday", Anniversary("week", 1, weekday=rules.weekdays[match["weekday"]])


def _weekday_to(rules: Grammar, match: Match) -> Read | None:
    first, last = (rules.weekdays[match[name]] for name in ("weekday", "to_weekday"))
    return ("weekday", OnWeekday(first, to_weekday=last)) if first != last else None


def _after_between(match: Match) -> bool:
    return match.string[max(0, match.start() - 9) : match.start()].lower().split()[-1:] in (
        ["between"],
        ["بين"],
    )


def _follows(first: Day, last: Day) -> bool:
    """Whether two days are one after the other: "31 December 2019 and 1 January 2020"."""
    end = last.span(last.year or 2000)
    start = first.span(first.year or (2000 if first.month == last.month else 1999)) if end else None
    return start is not None and end is not None and (end[0] - start[0]).days in (1, 367)


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


def _stated_year(rules: Grammar, match: Match) -> tuple[int | None, int | None]:
    told = match["year"] or match.groupdict().get("year_first")
    if told:
        return _year(told), None
    if match.groupdict().get("years_ago"):
        return None, rules.years_ago[plain(match["years_ago"])]
    return None, None


BUILDERS: dict[str, Callable[[Grammar, Match], Read | None]] = RELATIVE | {
    "figures": _figures,
    "iso": _iso,
    "day_month": _one_day,
    "compact": _one_day,
    "month_day": _one_day,
    "ordinal_month": _days,
    "month_year_day": _days,
    "month_year_ordinal": _days,
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
    "arabic_ordinal_of": _ordinal,
    "season": _season,
    "season_past": _season_past,
    "weekday": _weekday,
    "weekday_before": _weekday_before,
    "weekday_back": _weekday_back,
    "weekday_to": _weekday_to,
}
