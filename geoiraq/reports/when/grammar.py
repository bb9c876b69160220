"""The grammar of dates: the vocabulary of ``words/dates.toml``, and what the words around a match make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from geoiraq.reports.when.calendar import Part, Role, Slack, Unit
from geoiraq.reports.when.patterns import SPACE, WORD, Family, Rules, any_of, openings, patterns, triggers
from geoiraq.vocabulary import read_words

Match = re.Match[str]

#: Arabic-Indic and Persian figures, one character for one, so that spans hold.
ASCII_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}

_CONTEXT = 24
_ARABIC = re.compile("[\u0600-\u06ff]")
_FIGURES = re.compile(r"\d+")
#: "And" and "then", which Arabic writes on to the next word.
_JOINED = "وف"
#: "Told Mesopotamia": to whom something is said that is called by a name.
_SAYS_IT = re.compile(r"\b(?:told|tells|telling|to|by|with)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,3}\Z")
_AFTER_DATE = re.compile(r"\s?[:–—-]")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of dates and the words that they read.

    Attributes
    ----------
    patterns
        The rules of each family with their names.
    triggers
        Words without one of which no rule of that family can match.
    openings
        The words that a date of each family may begin with, in small letters, other than figures.
    months, weekdays, seasons, units, counts
        Spelling to value.
    vague_counts
        Words for two to five.
    ordinals, holidays
        A day of the month in words to its number, and a day's own name to its month and day.
    of_publication, of_story, of_previous
        Fixed phrases: days from and to; the last are counted from publication where the story has no date.
    whole_units
        Phrases for whole weekends, weeks, months and years.
    bounds
        Words before a count to what they make of it.
    months_ago, years_ago
        "The past month", "last year" to how many ago that is.
    parts
        Word to part of a month or year.
    ambiguous
        Months that are also common words.
    """

    patterns: Rules
    triggers: tuple[tuple[str, Family], ...]
    openings: dict[Family, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    units: dict[str, Unit]
    counts: dict[str, int]
    vague_counts: frozenset[str]
    of_publication: dict[str, tuple[int, int]]
    of_story: dict[str, tuple[int, int]]
    of_previous: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    arabic_spans: dict[str, tuple[Unit, int]]
    arabic_next: frozenset[str]
    whole_units: dict[str, tuple[Unit, int]]
    bounds: dict[str, str]
    months_ago: dict[str, int]
    years_ago: dict[str, int]
    parts: dict[str, Part]
    ambiguous: frozenset[str]
    framed: re.Pattern[str]
    framed_surely: re.Pattern[str]
    frames_day: re.Pattern[str]
    frames_year: re.Pattern[str]
    counted: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    roles: re.Pattern[str]
    role_of: dict[str, Role]
    slacks: re.Pattern[str]
    slack_of: dict[str, Slack]

    def starts(self, family: Family, text: str, low: int, high: int) -> Iterable[int]:
        """Give the places in a stretch where a date of a family may begin."""
        openings = self.openings[family]
        for word in WORD.finditer(text, low, high):
            token = word[0]
            if token[0].isdigit() or token[-1].isdigit() or token.lower() in openings:
                yield word.start()
            elif token[0] in _JOINED and token[1:] in openings:
                yield word.start() + 1

    def months_before(self, words: str) -> int | None:
        """How many months ago "this month" or "the past month" is; None for "that month", which the story tells."""
        plain = " ".join(words.lower().split())
        return self.months_ago.get(plain, self.months_ago.get(plain.split()[-1]))

    def part(self, words: str | None) -> Part | None:
        """Name the part of a month or year."""
        return self.parts[" ".join(words.lower().split())] if words else None

    def count(self, words: str | None, unit: str = "days") -> tuple[int, int]:
        """Fewest and most that a count before a unit may mean."""
        told = " ".join((words or ("one" if unit.lower() in self.units.values() else "few")).lower().split())
        if told in self.vague_counts:
            return 2, 5
        number = sum(int(piece) if piece.isdigit() else self.counts[piece] for piece in told.split("-"))
        return number, number

    def is_framed(self, match: Match, month: str) -> bool:
        """Whether a month that stands alone stands where only a month can."""
        before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
        frame = self.framed_surely if month in self.ambiguous else self.framed
        possessive = match.string[match.end() : match.end() + 2] in ("'s", "’s")
        return frame.search(before) is not None or (possessive and month not in self.ambiguous)

    def is_entry(self, match: Match) -> bool:
        """Whether the words open a line and a colon or a dash follows: the date of an entry."""
        text, start = match.string, match.start()
        opening = text[max(0, text.rfind("\n", 0, start) + 1, start - _CONTEXT) : start]
        return not opening.strip(" \t*•-") and _AFTER_DATE.match(text, match.end()) is not None

    def is_alone(self, match: Match) -> bool:
        """Whether a line has no other words, and others beneath: "2019" over the days of that year."""
        text = match.string
        line, below, _ = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + _CONTEXT].partition("\n")
        return bool(below) and line.strip(" \t\r#*:") == match[0]

    def is_framed_day(self, match: Match) -> bool:
        """Whether "the 10th" stands after "on", and not before a floor or a brigade."""
        before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
        return self.frames_day.search(before) is not None

    def day(self, words: str) -> int:
        """Read the day of a month, in figures or as a word."""
        figures = _FIGURES.match(words)
        return int(figures[0]) if figures else self.ordinals[" ".join(words.lower().split())]

    def is_year(self, match: Match) -> bool:
        """Whether four figures stand where a year does, and not where a number does."""
        text, start, end = match.string, match.start(), match.end()
        if match["decade"] or match["to_year"] or match["part"]:
            return True
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + 1]
        if self.is_alone(match):
            return True
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
        if self.place_after.match(text, end) or self._ends_a_name(text, start, end):
            return True
        return self.place_before.search(text[max(0, start - _CONTEXT) : start]) is not None

    def _ends_a_name(self, text: str, start: int, end: int) -> bool:
        """Whether "Today" ends the name of a newspaper: "told Basra Today", but not in a headline."""
        if text[start:end] != "Today":
            return False
        return _SAYS_IT.search(text[max(0, start - _CONTEXT) : start]) is not None

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


def grammar_for(text: str) -> Grammar:
    """Give the grammar of the scripts that a text is written in.

    Parameters
    ----------
    text
        What is to be read.

    Returns
    -------
    Grammar
        Made once for each.
    """
    return grammar(arabic=_ARABIC.search(text) is not None)


@cache
def grammar(*, arabic: bool) -> Grammar:
    """Read the vocabulary and make its grammar.

    Parameters
    ----------
    arabic
        Whether the rules read Arabic script too; without it they take a third of the time to compile.

    Returns
    -------
    Grammar
        Made once.
    """
    words = read_words("geoiraq.reports", "dates")
    months = _spellings([*words["months"].values(), *_with_endings(words)], first=1)
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
    place_after, place_before = any_of(words["traps"]["after"]), any_of(words["traps"]["before"])
    read = (words, months, weekdays, units, parts)
    return Grammar(
        patterns=patterns(*(read if arabic else map(_latin, read))),
        triggers=tuple(triggers(words, months, weekdays)),
        openings=openings(words, months, weekdays, units, parts),
        months=months,
        weekdays=weekdays,
        seasons={name: (first, last) for name, (first, last) in words["seasons"].items()},
        units=units,
        counts=words["counts"] | words["arabic_counts"],
        vague_counts=frozenset(words["vague_counts"]["words"]),
        of_publication={phrase: (low, high) for phrase, (low, high) in words["publication"].items()},
        of_story={phrase: (low, high) for phrase, (low, high) in words["story"].items()},
        of_previous={phrase: (low, high) for phrase, (low, high) in words["previous"].items()},
        ordinals=_spellings(words["ordinals"].values(), first=1),
        holidays={name: (month, day) for name, (month, day) in words["holidays"].items()},
        arabic_spans={word: (unit, count) for word, (unit, count) in words["arabic_spans"].items()},
        arabic_next=frozenset(words["arabic_which"]["next"]),
        whole_units={phrase: (unit, offset) for phrase, (unit, offset) in words["whole_units"].items()},
        bounds={word: bound for bound, spellings in words["bounds"].items() for word in spellings},
        months_ago=words["months_ago"],
        years_ago=words["years_ago"],
        parts=parts,
        ambiguous=frozenset(words["ambiguous"]["months"]),
        framed=_ends_with([*frames["sure"], *frames["more"], *frames["arabic"], *frames["kurdish"]]),
        framed_surely=_ends_with(frames["sure"]),
        frames_day=re.compile(rf"\b(?:{any_of(words['frames_day']['words'])})\s{{1,3}}$", re.IGNORECASE),
        frames_year=re.compile(
            rf"(?:\b(?:{any_of(frames['year'])})\s{{1,3}}(?:the\s{{1,3}})?|\()$", re.IGNORECASE
        ),
        counted=re.compile(rf"\s{{1,3}}(?:{any_of(words['counted']['nouns'])})\b"),
        place_before=re.compile(rf"\b(?:{place_before})\s{{1,3}}$"),
        place_after=re.compile(rf"[ ](?:of{SPACE}\w{{1,12}}{SPACE})?(?:{place_after})\b"),
        roles=re.compile(
            rf"\b({any_of(role_of)}):?\s{{1,3}}(?:(?:on|the|early|about|around|عام|سنة|شهر|يوم)\s{{1,3}})?$",
            re.IGNORECASE,
        ),
        role_of=role_of,
        slacks=re.compile(rf"\b({any_of(slack_of)})\s{{1,3}}(?:the\s{{1,3}})?$", re.IGNORECASE),
        slack_of=slack_of,
    )


def _latin(table: Any) -> Any:
    """Leave out of a vocabulary what is written in Arabic script."""
    if isinstance(table, dict):
        return {key: _latin(value) for key, value in table.items() if not _ARABIC.search(key)}
    if isinstance(table, list):
        return [_latin(value) for value in table if not (isinstance(value, str) and _ARABIC.search(value))]
    return table


def _spellings(lists: Iterable[list[str]], first: int) -> dict[str, int]:
    found = {name: number for names in lists for number, name in enumerate(names, start=first) if name}
    return found | {name.upper(): number for name, number in found.items()}


def _with_endings(words: dict[str, Any]) -> Iterable[list[str]]:
    """Write the Kurdish months with what their case and what follows them put behind them."""
    for language, endings in words["month_endings"].items():
        for names in (words["months"][language], words["months"][f"{language}_too"]):
            yield from ([f"{name}{ending}" if name else "" for name in names] for ending in endings)


def _ends_with(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b)(?:{any_of(words)})\s{{1,3}}(?:the\s{{1,3}})?$", re.IGNORECASE)
