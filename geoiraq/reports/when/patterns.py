"""The patterns of dates, composed from the vocabulary in ``words/dates.toml``; every one is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

from geoiraq.reports.when.calendar import Part, Unit

Family = Literal["month", "figures", "ordinal", "season", "weekday", "relative"]

WORD = re.compile(r"\w+")

# Pieces. White space is bounded everywhere: a date that is torn apart further is not one.
SPACE = r"[ \t\r\n\u00a0]{1,3}"
_DASH = r"[-–—]"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|['’]?ê|ی)?(?![\w%])"
#: Kurdish writes "of" and "in" on to a year.
_YEAR = r"(?:1[89]|20)\d\d(?:(?=(?:ê|an|دا|ی)(?!\w))|(?![\d,]\d|\w))"
_TO = rf"(?:[ ]?{_DASH}[ ]?|{SPACE}(?:(?:to|and|through|until|or|إلى|الى|حتى){SPACE}(?:the{SPACE})?|و[ ]?))"
#: What "the day before the vote" is before: something that the story tells, not the publication.
_OBJECT = rf"{SPACE}(?:the|a|an|his|her|its|their)\b"
#: The tables of fixed phrases, and of words without which no Arabic span is told.
_PHRASES = ("publication", "story", "previous", "whole_units", "arabic_spans", "months_ago")
_RELATIVE_OPENINGS = """the that in over during within for throughout earlier later late early mid last past this same
following next previous قبل بعد منذ خلال في ال الـ"""
#: The days of a list after its first: "3, 5 and 9 March".
_MORE_DAYS = rf"(?:(?:[,،]{SPACE}|{SPACE}و[ ]?)\d{{1,2}}(?:st|nd|rd|th)?(?!\w)){{1,8}}"
_OVERNIGHT = rf"(?:[Oo]vernight{SPACE}(?:(?:on|from|of){SPACE})?)?"
#: What may stand after "the 10th" or "the Friday before", of which it is not the number or the object.
_ALONE = rf"(?=[.,;:)–—]|{SPACE}(?:when|as|at|while|but|and|near|in)\b(?!{SPACE}(?:the{SPACE})?\d)|\s*$)(?!,{SPACE}\d)"
#: "Of the current month": which month a day is of, where none is named.
_THIS_MONTH = rf"this|last|that|the(?:{SPACE}(?:current|present|same|past|previous))?"
_RIGHT = r"(?!\w)"
#: Nothing before, but for the "and" that Arabic writes on to a word.
_LEFT = r"(?:(?<![\w/.-])|(?<=\b[وف]))"
_IGNORING_CASE = ("season", "relative")


class Rules(dict[Family, tuple[tuple[re.Pattern[str], str], ...]]):
    """The rules of each family with their names, compiled when a text first has need of them: few need them all.

    Parameters
    ----------
    written
        The rules of each family, by their names.
    """

    def __init__(self, written: dict[Family, dict[str, str]]) -> None:
        super().__init__()
        self.written = written

    def __missing__(self, family: Family) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Compile the rules of a family."""
        flags = re.IGNORECASE if family in _IGNORING_CASE else 0
        rules = self.written[family].items()
        self[family] = tuple((re.compile(pattern, flags), name) for name, pattern in rules)
        return self[family]


def patterns(
    words: dict[str, Any],
    months: dict[str, int],
    weekdays: dict[str, int],
    units: dict[str, Unit],
    parts: dict[str, Part],
) -> Rules:
    """Write the rules of each family, with their names."""
    return Rules(
        {
            "month": _month_rules(words, months, weekdays, parts),
            "figures": _figure_rules(words, weekdays, parts),
            "ordinal": {
                "ordinal_of": rf"{_LEFT}the{SPACE}(?P<day>{_ordinals(words)})(?:{_TO}(?P<to_day>{_ordinals(words)}))?"
                rf"{SPACE}(?:day{SPACE})?of{SPACE}(?P<month>{_THIS_MONTH}){SPACE}month{_RIGHT}",
                "ordinal": rf"(?<![\w/.-])(?:the{SPACE})?(?P<day>\d{{1,2}}(?:st|nd|rd|th))"
                rf"(?:{_TO}(?P<to_day>\d{{1,2}}(?:st|nd|rd|th)))?"
                rf"(?:{SPACE}of{SPACE}(?P<month>{_THIS_MONTH}){SPACE}month{_RIGHT}|{_ALONE})",
                "arabic_ordinal_of": rf"{_LEFT}(?P<day>\d{{1,2}}|{_ordinals(words)})(?:{_TO}(?P<to_day>\d{{1,2}}))?"
                rf"{SPACE}من{SPACE}(?P<month>{any_of(words['months_ago'])}){_RIGHT}",
            },
            "season": {
                "season": rf"{_LEFT}(?P<season>{any_of(words['seasons'])})(?:{SPACE}(?:of|in|from|عام|سنة))?{SPACE}"
                rf"(?:(?P<year>{_YEAR})|(?P<years_ago>{any_of(words['years_ago'])}){_RIGHT})",
                "season_past": rf"\b(?:last|this){SPACE}(?P<season>{any_of(words['seasons'])}){_RIGHT}",
            },
            "weekday": _weekday_rules(words, weekdays),
            "relative": _relative_rules(words, units, weekdays, parts),
        }
    )


def _on(words: dict[str, Any], weekdays: dict[str, int], name: str = "on") -> str:
    """Make what may stand before a date of the calendar: "overnight on Friday evening, "."""
    part = any_of(words["day_parts"]["words"])
    return (
        rf"{_OVERNIGHT}(?:(?P<{name}>{any_of(weekdays)}){_RIGHT}(?:{SPACE}(?:{part}))?,?{SPACE}\(?(?:the{SPACE})?)?"
        rf"(?:الـ?[ ]?(?=\d))?"
    )


def _month_rules(
    words: dict[str, Any], months: dict[str, int], weekdays: dict[str, int], parts: dict[str, Part]
) -> dict[str, str]:
    # A full stop after "Dec" is part of it unless it ends the sentence.
    month = rf"(?:{any_of(months)})(?:\.(?=[ ]?[\d,a-z-])|{_RIGHT})"
    of = rf"(?:{SPACE}(?:of{SPACE}|من{SPACE}(?:شهر{SPACE})?|شهر{SPACE})?|[ ]?-[ ]?)"
    # "2004, Dec. 4", "2004-Dec-04", "2004 (4 December)": the year before its day.
    on = rf"(?:(?P<year_first>{_YEAR})(?:[,:]?{SPACE}\(?|-))?{_on(words, weekdays)}"
    again = _on(words, weekdays, "on_again")
    day, to_day = rf"(?P<day>{_DAY})", rf"(?P<to_day>{_DAY})"
    named, to_named = rf"(?P<month>{month})", rf"(?P<to_month>{month})"
    first_year = rf"(?:,?{SPACE}(?P<first_year>{_YEAR}))?"
    and_last = rf",?{SPACE}(?:(?:and|or){SPACE}|و[ ]?)"
    ordinal = _ordinals(words)
    of_year = _of_year(words)
    feasts = any_of(words["feasts"]["words"])
    abbreviated = any_of(form for name in words["months"]["short"] for form in (name, name.upper()) if name)
    beside = rf"(?:{SPACE}\((?:{any_of(weekdays)})\))?"  # "27 December 2007 (Thursday)"
    short = r"(?:-(?=\d{4}|\d\d(?![\d-]|\w)))?"
    return {
        "day_month": rf"{_LEFT}{on}{day}{of}{named}{short}{of_year}{beside}",
        "month_day": rf"{_LEFT}{on}{named}(?:{SPACE}(?:the{SPACE})?|(?<=\.)|(?<=-\w{{3}})-){day}{of_year}{beside}",
        # As armies write it: "091530ZFEB20", "09FEB2020".
        "compact": rf"{_LEFT}{on}(?P<day>0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d[ ]?[A-Z]?)?[ ]?(?P<month>{abbreviated})"
        rf"[ ]?(?P<year>(?:20)?\d\d){_RIGHT}",
        "ordinal_month": rf"{_LEFT}{on}(?:اليوم{SPACE})?(?P<day>{ordinal})(?:{_TO}(?P<to_day>{ordinal}))?"
        rf"(?:{SPACE}day)?{SPACE}(?:of|من){SPACE}"
        rf"(?:شهر{SPACE})?{named}{of_year}",
        "days_month": rf"{_LEFT}{on}{day}(?:{_TO}|/){again}{to_day}{of}{named}{of_year}",
        "month_days": rf"{_LEFT}{on}{named}{SPACE}{day}{_TO}{to_day}{of_year}(?!{SPACE}{month})",
        "day_list_month": rf"{_LEFT}{on}{day}{_MORE_DAYS}{and_last}{to_day}{of}{named}{of_year}",
        "month_day_list": rf"{_LEFT}{on}{named}{SPACE}{day}{_MORE_DAYS}{and_last}{to_day}{of_year}(?!{SPACE}{month})",
        "day_month_to": rf"{_LEFT}{on}{day}{of}{named}{first_year}{_TO}{again}{to_day}{of}{to_named}{of_year}",
        "month_day_to": rf"{_LEFT}{on}{named}{SPACE}{day}{first_year}{_TO}{again}{to_named}{SPACE}{to_day}{of_year}",
        "month_year_day": rf"{_LEFT}{named},?{SPACE}(?P<year>{_YEAR}),?{SPACE}"
        rf"\((?:the{SPACE})?{day}(?:{_TO}{to_day})?\)",
        "month_year_ordinal": rf"{_LEFT}{named},?{SPACE}(?P<year>{_YEAR}),?{SPACE}(?:the{SPACE})?"
        rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th))(?:{_TO}(?P<to_day>\d{{1,2}}(?:st|nd|rd|th)))?{_RIGHT}",
        "month": rf"{_LEFT}{_part(parts)}{named}{of_year}",
        "month_to_month": rf"{_LEFT}{_part(parts)}{named}{first_year}{_TO}{_part(parts, 'to_part')}{to_named}{of_year}",
        "holiday": rf"{_LEFT}(?P<holiday>{any_of(words['holidays'])}){_RIGHT}(?!{SPACE}(?:{feasts})\b){of_year}",
    }


def _ordinals(words: dict[str, Any]) -> str:
    return any_of(word for words_of in words["ordinals"].values() for word in words_of if word)


def _figure_rules(words: dict[str, Any], weekdays: dict[str, int], parts: dict[str, Part]) -> dict[str, str]:
    one, two = r"(?P<one>0?[1-9]|[12]\d|3[01])", r"(?P<two>0?[1-9]|[12]\d|3[01])"
    on = _on(words, weekdays)
    return {
        "figures": rf"{_LEFT}{on}{one}(?P<dot>[/.-]){two}(?P=dot)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)",
        "iso": rf"{_LEFT}{on}(?P<year>(?:19|20)\d\d)(?P<dash>[-/.]){two}(?P=dash){one}(?![\d/]|\.\d)",
        "month_figures": rf"{_LEFT}(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\w/]|[.-]\d)",
        "year": rf"{_LEFT}{_part(parts)}(?P<year>(?:1[89]|20)\d\d)(?:(?P<decade>s\b)|(?![\d,]\d|\w))"
        rf"(?:{_TO}{_part(parts, 'to_part')}(?P<to_year>{_YEAR}))?",
    }


def _weekday_rules(words: dict[str, Any], weekdays: dict[str, int]) -> dict[str, str]:
    which, named = any_of(words["which_weekday"]["words"]), any_of(weekdays)
    arabic = any_of([*words["arabic_which"]["last"], *words["arabic_which"]["next"]])
    part = any_of(words["day_parts"]["words"])
    more = rf"(?:,{SPACE}(?:{named})){{0,5}},?"
    return {
        "weekday": rf"{_LEFT}{_OVERNIGHT}(?:(?P<which>{which}){SPACE})?(?P<weekday>{named}){_RIGHT}"
        rf"(?:{SPACE}(?P<arabic>{arabic}){_RIGHT})?(?P<last_week>{SPACE}last{SPACE}week{_RIGHT})?"
        rf"(?P<after>{SPACE}(?:after{SPACE}that|afterwards))?",
        "weekday_before": rf"{_LEFT}the{SPACE}(?P<weekday>{named}){SPACE}before{_ALONE}",
        "weekday_back": rf"{_LEFT}(?:the{SPACE})?(?P<weekday>{named}){SPACE}"
        rf"(?:before{SPACE}last|a{SPACE}week{SPACE}ago){_RIGHT}",
        "weekday_to": rf"{_LEFT}{_OVERNIGHT}(?:(?:last|this){SPACE})?(?P<weekday>{named}){_RIGHT}(?:{SPACE}(?:{part}))?"
        rf"{more}(?:{_TO}|/|{SPACE}على{SPACE})(?:(?:early|late){SPACE})?(?P<to_weekday>{named}){_RIGHT}(?!['’]s)",
    }


def _relative_rules(
    words: dict[str, Any], units: dict[str, Unit], weekdays: dict[str, int], parts: dict[str, Part]
) -> dict[str, str]:
    tens = any_of(word for word, number in words["counts"].items() if number >= 20)
    small = any_of([*words["counts"], *words["vague_counts"]["words"]])
    count = rf"(?<![\w-])(?P<count>\d{{1,3}}|(?:(?:{tens})-)?(?:{small}))"
    unit = rf"(?P<unit>{any_of(units)})"
    of_span = rf"(?:الـ?[ ]?)?(?P<count>\d{{1,3}}|{any_of([*words['arabic_counts'], *words['vague_counts']['words']])})"
    span = rf"(?P<unit>{any_of(words['arabic_spans'])}){_RIGHT}"
    past = rf"(?:{any_of(words['arabic_past']['words'])}){_RIGHT}"
    bound = (
        rf"(?:(?P<bound>{any_of(word for bounds in words['bounds'].values() for word in bounds)}){SPACE})?"
    )
    fixed = {word for table in ("publication", "story") for word in words[table]}
    return {
        "phrase": rf"{_LEFT}(?:{any_of(fixed)}){_RIGHT}",
        "previous": rf"\b(?:{any_of(words['previous'])}){_RIGHT}(?P<object>(?={_OBJECT}))?",
        "unit_phrase": rf"{_LEFT}{_part(parts)}(?P<unit>{any_of(words['whole_units'])}){_RIGHT}",
        "arabic_distance": rf"{_LEFT}(?P<way>قبل|بعد|منذ)(?:{SPACE}|{SPACE}ذلك{SPACE}ب|ها{SPACE}ب){bound}"
        rf"(?:{of_span}{SPACE})?{span}(?!{SPACE}\d)",
        "arabic_trailing": rf"{_LEFT}(?:(?:خلال|في){SPACE})?(?:{of_span}{SPACE})?{span}{SPACE}{past}",
        "arabic_trailing_count": rf"{_LEFT}(?:(?:خلال|في){SPACE})?{span}{SPACE}{of_span}{SPACE}{past}",
        "whole_unit": rf"\b(?:(?P<over>(?:in|over|during|within|for|throughout){SPACE}the){SPACE}(?=last|past)"
        rf"|(?P<same>the|that){SPACE})?(?:(?P<turn>earlier|later){SPACE})?{_part(parts)}"
        rf"(?:(?P<which>last|past|this|same|that|following|next|previous){SPACE})?{unit}{_RIGHT}(?!{SPACE}of\b)",
        "trailing": rf"\b(?:the{SPACE})?(?:last|past|previous){SPACE}{count}{SPACE}{unit}{_RIGHT}",
        "distance": rf"(?<![\w-])(?:{bound}{count}{SPACE})?{unit}{SPACE}"
        rf"(?P<way>ago(?:{SPACE}(?P<to_the>today|(?:on{SPACE})?this{SPACE}(?:day|week|month)"
        rf"|(?:on{SPACE}|last{SPACE})?(?P<weekday>{any_of(weekdays)})))?|earlier|later|before|after|prior|afterwards){_RIGHT}",
    }


def _part(parts: dict[str, Part], name: str = "part") -> str:
    of = rf"(?:of{SPACE}|in{SPACE}|the{SPACE}|month{SPACE}of{SPACE}|شهر{SPACE}|عام{SPACE}|سنة{SPACE})?"
    return rf"(?:(?P<{name}>(?i:{any_of(parts)}))(?:{SPACE}|(?<=-)|-){of})?"


def _of_year(words: dict[str, Any]) -> str:
    """Make what may stand after a month and tell its year: ", 2020", "of last year", "that year"."""
    return (
        rf"(?:(?:,?{SPACE}(?:of{SPACE}|in{SPACE}|(?:من{SPACE})?(?:عام|سنة){SPACE})?['’]?|(?<=-))"
        rf"(?P<year>{_YEAR}|(?<=-)\d\d(?![\d-]|\w)|(?<=['’])\d\d(?!\w))"
        rf"|,?{SPACE}(?:of{SPACE}|من{SPACE})?(?P<years_ago>{any_of(words['years_ago'])})(?!\w)"
        rf"|{SPACE}(?:of{SPACE}|in{SPACE})?(?:the{SPACE}(?:same|following|next|previous)|that(?:{SPACE}same)?){SPACE}year(?!\w))?"
    )


def openings(
    words: dict[str, Any],
    months: dict[str, int],
    weekdays: dict[str, int],
    units: dict[str, Unit],
    parts: dict[str, Part],
) -> dict[Family, frozenset[str]]:
    """List the words that a date of each family may begin with, in small letters, other than figures."""
    on = {*weekdays, "overnight", "ال", "الـ", "اليوم"}
    fixed = {word for table in _PHRASES for word in words[table]}
    bounds = {word for spellings in words["bounds"].values() for word in spellings}
    counted = {*bounds, *words["counts"], *words["vague_counts"]["words"], *words["arabic_counts"], *units}
    ordinals = {word for spellings in words["ordinals"].values() for word in spellings}
    families: dict[Family, Iterable[str]] = {
        "month": {*months, *on, *ordinals, *parts, *words["holidays"]},
        "figures": {*on, *parts},
        "ordinal": {"the", *words["ordinals"]["arabic"], *words["ordinals"]["arabic_too"]},
        "season": {*words["seasons"], "last", "this"},
        "weekday": {*on, *words["which_weekday"]["words"], "the"},
        "relative": {*fixed, *counted, *parts, *_RELATIVE_OPENINGS.split()},
    }
    return {
        family: frozenset(word[0].lower() for phrase in phrases if (word := WORD.match(phrase)))
        for family, phrases in families.items()
    }


def triggers(
    words: dict[str, Any], months: dict[str, int], weekdays: dict[str, int]
) -> Iterable[tuple[str, Family]]:
    """List the words without one of which no rule of a family can match."""
    for month in sorted(months):
        yield month, "month"
    for holiday in words["holidays"]:
        yield holiday, "month"
    for weekday in sorted(weekdays):
        yield weekday, "weekday"
    for ending in ("1st", "2nd", "3rd", *(f"{figure}th" for figure in range(10))):
        yield ending, "ordinal"
    for month in ("month", "الشهر"):
        yield month, "ordinal"
    for season in words["seasons"]:
        yield from ((season, "season"), (season.capitalize(), "season"))
    for figures in ("18", "19", "20", *(f"/{figure}" for figure in range(10))):
        yield figures, "figures"
    for figures in (f"{dash}{one}{two}" for dash in ".-" for one in range(10) for two in range(10)):
        yield figures, "figures"
    for stem in words["stems"]["words"]:
        yield from ((form, "relative") for form in (stem, stem.capitalize(), stem.upper()))
    phrases = {phrase for table in _PHRASES for phrase in words[table]}
    for phrase in sorted(phrases):
        if not phrase.isascii():
            yield phrase, "relative"


def any_of(words: Iterable[str]) -> str:
    """Make an alternation, the longest word first so that the longest reading wins; of no words it never matches."""
    spaced = (re.escape(word).replace(r"\ ", SPACE) for word in sorted(set(words), key=len, reverse=True))
    return "|".join(spaced) or "(?!)"
