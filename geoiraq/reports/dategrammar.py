"""The patterns of dates, composed from the vocabulary in ``words/dates.toml``; every one is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from geoiraq.reports.calendar import Part, Role, Slack, Unit
from geoiraq.vocabulary import read_words

Match = re.Match[str]
Family = Literal["month", "figures", "season", "weekday", "relative"]

#: Arabic-Indic and Persian figures, one character for one, so that spans hold.
ASCII_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}

# Pieces. White space is bounded everywhere: a date that is torn apart further is not one.
_S = r"[ \t\r\n\u00a0]{1,3}"
_DASH = r"[-–—]"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?(?![\w%])"
_YEAR = r"(?:1[89]|20)\d\d(?![\d,]\d|\w)"
_TO = rf"(?:[ ]?{_DASH}[ ]?|{_S}(?:to|and|through|until|or|إلى|حتى|و){_S}(?:the{_S})?)"
_OF_YEAR = (
    rf"(?:(?:,?{_S}(?:of{_S}|in{_S}|عام{_S}|سنة{_S})?|(?<=-))(?P<year>{_YEAR})"
    rf"|{_S}of{_S}(?P<years_ago>(?:last|this){_S}year))?"
)
_RIGHT = r"(?!\w)"
_LEFT = r"(?<![\w/.-])"

_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of dates and the words that they read.

    Attributes
    ----------
    patterns
        The rules of each family with their names.
    triggers
        Words without one of which no rule of that family can match.
    months, weekdays, seasons, units, counts
        Spelling to value.
    vague_counts
        Words for two to five.
    of_publication, of_story
        Fixed phrases: days from and to.
    arabic_units
        Phrases for whole weeks, months and years.
    parts
        Word to part of a month or year.
    ambiguous
        Months that are also common words.
    """

    patterns: dict[Family, tuple[tuple[re.Pattern[str], str], ...]]
    triggers: tuple[tuple[str, Family], ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    units: dict[str, Unit]
    counts: dict[str, int]
    vague_counts: frozenset[str]
    of_publication: dict[str, tuple[int, int]]
    of_story: dict[str, tuple[int, int]]
    arabic_units: dict[str, tuple[Unit, int]]
    parts: dict[str, Part]
    ambiguous: frozenset[str]
    framed: re.Pattern[str]
    framed_surely: re.Pattern[str]
    frames_year: re.Pattern[str]
    counted: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    roles: re.Pattern[str]
    role_of: dict[str, Role]
    slacks: re.Pattern[str]
    slack_of: dict[str, Slack]

    def part(self, words: str | None) -> Part | None:
        """Name the part of a month or year."""
        return self.parts[" ".join(words.lower().split())] if words else None

    def count(self, words: str | None, unit: str = "days") -> tuple[int, int]:
        """Fewest and most that a count before a unit may mean."""
        told = " ".join((words or ("one" if unit.lower() in self.units.values() else "few")).lower().split())
        if told in self.vague_counts:
            return 2, 5
        number = int(told) if told.isdigit() else self.counts[told]
        return number, number

    def is_framed(self, match: Match, month: str) -> bool:
        """Whether a month that stands alone stands where only a month can."""
        before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
        frame = self.framed_surely if month in self.ambiguous else self.framed
        possessive = match.string[match.end() : match.end() + 2] in ("'s", "’s")
        return frame.search(before) is not None or (possessive and month not in self.ambiguous)

    def is_year(self, match: Match) -> bool:
        """Whether four figures stand where a year does, and not where a number does."""
        text, start, end = match.string, match.start(), match.end()
        if match["decade"] or match["to_year"] or match["part"]:
            return True
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + 1]
        if not self.frames_year.search(before):
            return False
        return not self.counted.match(text, end) or before.endswith(("(", ",")) or after == ")"

    def is_month_before_count(self, match: Match) -> bool:
        """Whether "in January 20 people ..." was met: a month, and a number of something else."""
        if match.start("day") < match.start("month") or match["year"] or match["years_ago"]:
            return False
        before = match.string[max(0, match.start() - 8) : match.start()].lower()
        return re.search(r"\b(?:in|during)\s+$", before) is not None

    def is_trap(self, text: str, start: int, end: int) -> bool:
        """Whether the words belong to the name of a street, a brigade or a newspaper."""
        if self.place_after.match(text, end):
            return True
        return self.place_before.search(text[max(0, start - _CONTEXT) : start]) is not None

    def role(self, text: str, start: int, end: int) -> Role:
        """Tell what the words right before make of the date; in "after Friday's attack" nothing."""
        before = self.roles.search(text[max(0, start - _CONTEXT) : start])
        if before is None or text[end : end + 2] in ("'s", "’s"):
            return "when"
        return self.role_of[" ".join(before[1].lower().split())]

    def slack(self, text: str, start: int) -> Slack | None:
        """Whether the words right before say that a day stands for its week, or only roughly."""
        before = self.slacks.search(text[max(0, start - _CONTEXT) : start])
        return self.slack_of[" ".join(before[1].lower().split())] if before else None


@cache
def grammar() -> Grammar:
    """Read the vocabulary and compile its grammar.

    Returns
    -------
    Grammar
        Made once.
    """
    words = read_words("geoiraq.reports", "dates")
    months = _spellings(words["months"].values(), first=1)
    levantine, gregorian = words["months"]["levantine"], words["months"]["gregorian"]
    for number, (one, other) in enumerate(zip(levantine, gregorian, strict=True), start=1):
        months |= {
            f"{a}{slash}{b}": number for a, b in ((one, other), (other, one)) for slash in ("/", " / ")
        }
    weekdays = _spellings(words["weekdays"].values(), first=0)
    units = {spelling: unit for unit, spellings in words["units"].items() for spelling in spellings}
    parts = {spelling: part for part, spellings in words["parts"].items() for spelling in spellings}
    role_of = {spelling: role for role, spellings in words["roles"].items() for spelling in spellings}
    slack_of = {spelling: slack for slack, spellings in words["slacks"].items() for spelling in spellings}
    frames = words["frames"]
    place_after, place_before = _any(words["traps"]["after"]), _any(words["traps"]["before"])
    return Grammar(
        patterns=_patterns(words, months, weekdays, units, parts),
        triggers=tuple(_triggers(words, months, weekdays)),
        months=months,
        weekdays=weekdays,
        seasons={name: (first, last) for name, (first, last) in words["seasons"].items()},
        units=units,
        counts=words["counts"],
        vague_counts=frozenset(words["vague_counts"]["words"]),
        of_publication={phrase: (low, high) for phrase, (low, high) in words["publication"].items()},
        of_story={phrase: (low, high) for phrase, (low, high) in words["story"].items()},
        arabic_units={phrase: (unit, offset) for phrase, (unit, offset) in words["arabic_units"].items()},
        parts=parts,
        ambiguous=frozenset(words["ambiguous"]["months"]),
        framed=_ends_with([*frames["sure"], *frames["more"], *frames["arabic"]]),
        framed_surely=_ends_with(frames["sure"]),
        frames_year=re.compile(
            rf"(?:\b(?:{_any(frames['year'])})\s{{1,3}}(?:the\s{{1,3}})?|\()$", re.IGNORECASE
        ),
        counted=re.compile(rf"\s{{1,3}}(?:{_any(words['counted']['nouns'])})\b"),
        place_before=re.compile(rf"\b(?:{place_before})\s{{1,3}}$"),
        place_after=re.compile(rf"[ ](?:of{_S}\w{{1,12}}{_S})?(?:{place_after})\b"),
        roles=re.compile(
            rf"\b({_any(role_of)})\s{{1,3}}(?:(?:on|the|early|about|around|عام|سنة|شهر|يوم)\s{{1,3}})?$",
            re.IGNORECASE,
        ),
        role_of=role_of,
        slacks=re.compile(rf"\b({_any(slack_of)})\s{{1,3}}(?:the\s{{1,3}})?$", re.IGNORECASE),
        slack_of=slack_of,
    )


def _patterns(
    words: dict[str, Any],
    months: dict[str, int],
    weekdays: dict[str, int],
    units: dict[str, Unit],
    parts: dict[str, Part],
) -> dict[Family, tuple[tuple[re.Pattern[str], str], ...]]:
    families: dict[Family, dict[str, str]] = {
        "month": _month_rules(months, weekdays, parts),
        "figures": _figure_rules(parts),
        "season": {"season": rf"\b(?P<season>{_any(words['seasons'])})(?:{_S}of)?{_S}(?P<year>{_YEAR})"},
        "weekday": {
            "weekday": rf"{_LEFT}(?:(?P<which>{_any(words['which_weekday']['words'])}){_S})?"
            rf"(?P<weekday>{_any(weekdays)}){_RIGHT}(?P<after>{_S}(?:after{_S}that|afterwards))?"
        },
        "relative": _relative_rules(words, units),
    }
    ignoring_case = ("season", "relative")
    return {
        family: tuple(
            (re.compile(pattern, re.IGNORECASE if family in ignoring_case else 0), name)
            for name, pattern in rules.items()
        )
        for family, rules in families.items()
    }


def _month_rules(months: dict[str, int], weekdays: dict[str, int], parts: dict[str, Part]) -> dict[str, str]:
    # A full stop after "Dec" is part of it unless it ends the sentence.
    month = rf"(?:{_any(months)})(?:\.(?=[ ]?[\d,a-z-])|{_RIGHT})"
    of = rf"(?:{_S}(?:of{_S}|من{_S}(?:شهر{_S})?|شهر{_S})?|[ ]?-[ ]?)"
    on = rf"(?:(?:{_any(weekdays)}){_RIGHT},?{_S}\(?(?:the{_S})?)?"
    day, to_day = rf"(?P<day>{_DAY})", rf"(?P<to_day>{_DAY})"
    named, to_named = rf"(?P<month>{month})", rf"(?P<to_month>{month})"
    first_year = rf"(?:,?{_S}(?P<first_year>{_YEAR}))?"
    return {
        "day_month": rf"{_LEFT}{on}{day}{of}{named}(?:-(?=\d{{4}}))?{_OF_YEAR}",
        "month_day": rf"{_LEFT}{on}{named}(?:{_S}(?:the{_S})?|(?<=\.)){day}{_OF_YEAR}",
        "days_month": rf"{_LEFT}{on}{day}{_TO}{to_day}{of}{named}{_OF_YEAR}",
        "month_days": rf"{_LEFT}{on}{named}{_S}{day}{_TO}{to_day}{_OF_YEAR}(?!{_S}{month})",
        "day_month_to": rf"{_LEFT}{on}{day}{of}{named}{first_year}{_TO}{on}{to_day}{of}{to_named}{_OF_YEAR}",
        "month_day_to": rf"{_LEFT}{on}{named}{_S}{day}{first_year}{_TO}{on}{to_named}{_S}{to_day}{_OF_YEAR}",
        "month": rf"{_LEFT}{_part(parts)}{named}{_OF_YEAR}",
        "month_to_month": rf"{_LEFT}{named}{first_year}{_TO}{to_named}{_OF_YEAR}",
    }


def _figure_rules(parts: dict[str, Part]) -> dict[str, str]:
    one, two = r"(?P<one>0?[1-9]|[12]\d|3[01])", r"(?P<two>0?[1-9]|[12]\d|3[01])"
    return {
        "figures": rf"{_LEFT}{one}(?P<dot>[/.-]){two}(?P=dot)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)",
        "iso": rf"{_LEFT}(?P<year>(?:19|20)\d\d)(?P<dash>[-/]){two}(?P=dash){one}(?![\d/])",
        "year": rf"{_LEFT}{_part(parts)}(?P<year>(?:1[89]|20)\d\d)(?:(?P<decade>s\b)|(?![\d,]\d|\w))"
        rf"(?:{_TO}(?P<to_year>{_YEAR}))?",
    }


def _relative_rules(words: dict[str, Any], units: dict[str, Unit]) -> dict[str, str]:
    count = rf"(?P<count>\d{{1,3}}|{_any([*words['counts'], *words['vague_counts']['words']])})"
    unit = rf"(?P<unit>{_any(units)})"
    return {
        "phrase": rf"\b(?:{_any([*words['publication'], *words['story']])}){_RIGHT}",
        "arabic_unit": rf"\b(?:{_any(words['arabic_units'])}){_RIGHT}",
        "whole_unit": rf"\b(?:(?P<over>(?:in|over|during|within|for|throughout){_S}the){_S}(?=last|past)"
        rf"|(?P<same>the|that){_S})?(?:earlier{_S}|later{_S}|late{_S}|early{_S})?"
        rf"(?P<which>last|past|this|same|that|following|next|previous){_S}{unit}{_RIGHT}",
        "trailing": rf"\b(?:the{_S})?(?:last|past|previous){_S}{count}{_S}{unit}{_RIGHT}",
        "distance": rf"\b(?:{count}{_S})?{unit}{_S}"
        rf"(?P<way>ago|earlier|later|before|after|prior|afterwards){_RIGHT}",
    }


def _part(parts: dict[str, Part]) -> str:
    return rf"(?:(?P<part>{_any(parts)})(?:{_S}|(?<=-))(?:of{_S}|the{_S}|month{_S}of{_S}|شهر{_S})?)?"


def _triggers(
    words: dict[str, Any], months: dict[str, int], weekdays: dict[str, int]
) -> Iterable[tuple[str, Family]]:
    for month in sorted(months):
        yield month, "month"
    for weekday in sorted(weekdays):
        yield weekday, "weekday"
    for season in words["seasons"]:
        yield from ((season, "season"), (season.capitalize(), "season"))
    for figures in ("18", "19", "20", *(f"/{figure}" for figure in range(10))):
        yield figures, "figures"
    for figures in (f"{dash}{one}{two}" for dash in ".-" for one in range(10) for two in range(10)):
        yield figures, "figures"
    for stem in words["stems"]["words"]:
        yield from ((form, "relative") for form in (stem, stem.capitalize(), stem.upper()))
    phrases = {phrase for table in ("publication", "story", "arabic_units") for phrase in words[table]}
    for phrase in sorted(phrases):
        if not phrase.isascii():
            yield phrase, "relative"


def _spellings(lists: Iterable[list[str]], first: int) -> dict[str, int]:
    found = {name: number for names in lists for number, name in enumerate(names, start=first) if name}
    return found | {name.upper(): number for name, number in found.items()}


def _any(words: Iterable[str]) -> str:
    """Make an alternation, the longest word first so that the longest reading wins."""
    spaced = (re.escape(word).replace(r"\ ", _S) for word in sorted(set(words), key=len, reverse=True))
    return "|".join(spaced)


def _ends_with(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b)(?:{_any(words)})\s{{1,3}}(?:the\s{{1,3}})?$", re.IGNORECASE)
