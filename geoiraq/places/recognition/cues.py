"""What the words around a name say: that it is a place here, a person's, or part of another name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from geoiraq.places.names import exact_key, plain, sound_key
from geoiraq.places.recognition.tokens import LONGEST_WORD
from geoiraq.places.relations import relation_before
from geoiraq.vocabulary import read_words

#: How far before a name the word stands that makes it a place, in characters.
LOCATIVE_REACH = 24
#: How much of a line is looked at to tell whether a name begins it.
MARKER_REACH = 12

#: Between two places of a list, or between a city and its quarter ("Baghdad's Dora").
_BESIDE = re.compile(r"(?:\s*+,)?\s++(?:and|or|و)\s*+(?:in\s+)?|\s*+,\s*|\s*+/\s*|['’]s\s+(?:[a-z]+\s+)?")
#: "IRAQ (Hit).", "Anbar (Hit, Baghdadi)"
_OPENS_BRACKET = re.compile(r"\s?\(")
_CLOSES_BRACKET = re.compile(r"\s?[,)]")
_ENDS_LINE = re.compile(r"[ \t]*+(?::[ \t]*+)?(?:\n|\Z)|[ \t]*+[:–—|]|[ \t]++--?[ \t]")
#: "| Hit |", "| Hit, Anbar |": the cell of a table.
_BEGINS_CELL, _ENDS_CELL = re.compile(r"\|[ \t]*\Z"), re.compile(r"[ \t]*+(?:[|,(/]|\n|\Z)")
#: "The Udhaim-Tuz road", "the Kirkuk to Hawija highway"
_TO_THE_END = re.compile(r"\s?[-–—]\s?|\s+to\s+")
_A_LINE = re.compile(
    r"\s+(?:main\s+|old\s+|rural\s+|provincial\s+)?(?:road|highway|motorway|border|boundary|line)\b",
    re.IGNORECASE,
)
#: "A Husseiniya", "another Sarai": there are many of them.
_ONE_OF_MANY = re.compile(r"\b(?:an?|another)\s+\Z")
#: "0735 hrs, Dora.": the log of a day says when, then where.
_AFTER_HOUR = re.compile(r"(?<!\d)(?:[01]\d|2[0-3])[:.]?[0-5]\d\s?(?:hrs?|hours|h|[CDL])?\b\.?\s?[,–-]\s\Z")
_BEFORE_PERSON = re.compile(r"\.?[ \t]+")


def is_placed(text: str, start: int, end: int, last_end: int | None) -> bool:
    """Tell whether the words around a name make it a place: a locative, a relation, a list, an hour, a heading.

    Parameters
    ----------
    text
        The text.
    start, end
        The name.
    last_end
        Where the place named before it ends; None where there is none.

    Returns
    -------
    bool
        True for "in Hit", "30 km west of Hit", "Ramadi and Hit", "Hit:", "IRAQ. Hit:", "Hit -" or
        "IRAQ (Hit)" as a label, and "| Hit |" as a cell.
    """
    if relation_before(text, start) is not None:
        return True
    if _locative().search(text, max(0, start - LOCATIVE_REACH), start):
        return True
    if _AFTER_HOUR.search(text, max(0, start - LOCATIVE_REACH), start):
        return True
    if last_end is not None and (
        _BESIDE.fullmatch(text, last_end, start) or is_called_after(text, last_end, start, end)
    ):
        return True
    if last_end is not None and _OPENS_BRACKET.fullmatch(text, last_end, start):
        return _CLOSES_BRACKET.match(text, end) is not None
    if _BEGINS_CELL.search(text, max(0, start - MARKER_REACH), start):
        return _ENDS_CELL.match(text, end) is not None
    if text.startswith(": ", end) and text.endswith(". ", 0, start):
        return True
    return _begins_line(text, start) and _ENDS_LINE.match(text, end) is not None


def owns_people(text: str, end: int) -> bool:
    """Tell whether those who follow a name are of a town: "Kut police", "Tuz residents"."""
    return _people().match(text, end) is not None


def is_called_after(text: str, first_end: int, start: int, end: int) -> bool:
    """Tell whether a road or border is called after two places: "the Udhaim-Tuz road".

    Parameters
    ----------
    text
        The text.
    first_end
        Where the first name ends.
    start, end
        The second name.

    Returns
    -------
    bool
        True where nothing but a dash or "to" joins them and a word for a road or border follows.
    """
    return _TO_THE_END.fullmatch(text, first_end, start) is not None and _A_LINE.match(text, end) is not None


@lru_cache(maxsize=65536)
def is_titled(word: str) -> bool:
    """Tell whether a word is a rank or given name with a capital: what follows it is then a person's name."""
    return word[0].isupper() and (_plain(word) in _titles() or is_given_name(word))


@lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name."""
    return _plain(word) in _given_names()


def precedes_person(text: str, end: int, start: int) -> bool:
    """Tell whether a rank or given name and a name stand as those of one person do ("Lt. Said")."""
    return _BEFORE_PERSON.fullmatch(text, end, start) is not None


def is_one_of_many(text: str, start: int) -> bool:
    """Tell whether an indefinite article stands before a doubtful name: it is then a word for such things."""
    return _ONE_OF_MANY.search(text, max(0, start - LOCATIVE_REACH), start) is not None


def belongs_to(text: str, end: int) -> bool:
    """Tell whether what follows a name makes it the name of something else ("Mosul Street")."""
    return _owners().match(text, end) is not None


def is_doubtful(name: str) -> bool:
    """Tell whether a name is as often a common word or a person's name."""
    return sound_key(name) in _doubtful()


def masked(text: str) -> frozenset[int]:
    """Give the offsets that lie inside the names of organisations, papers and operations."""
    found = _masks().find_matches_as_indexes(text)
    return frozenset(offset for _, start, end in found for offset in range(start, end))


def _plain(word: str) -> str:
    return plain(word) if len(word) <= LONGEST_WORD else ""


def _begins_line(text: str, start: int) -> bool:
    window = text[max(0, start - MARKER_REACH) : start]
    newline = window.rfind("\n")
    return (newline >= 0 or start <= MARKER_REACH) and not window[newline + 1 :].strip(" \t#*-•·.")


def is_small(words: Iterable[str]) -> bool:
    """Tell whether words are nothing but small ones, which names sound like by chance ("in the")."""
    return all(word in _small_words() for word in words)


def needs_kind(written: str) -> bool:
    """Tell whether a name is more often another word: only a word for its kind makes a place of it.

    Parameters
    ----------
    written
        The name as written.

    Returns
    -------
    bool
        True for "Salam", which Hay al-Salam still is.
    """
    return exact_key(with_article(written)) in _only_with_kind()


def with_article(written: str) -> str:
    """Give a name without "to": Arabic writes it onto the article, and swallows that one's first letter."""
    return "ال" + written[2:] if written.startswith("لل") else written


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(sound_key(name) for name in _table()["doubtful"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(plain, _table()["titles"]))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(plain, _table()["given_names"]))


@cache
def _locative() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('locatives')})\s+(?:al-)?\Z", re.IGNORECASE)


@cache
def _masks() -> AhoCorasick:
    return AhoCorasick(_table()["masks"], matchkind=MatchKind.LeftmostLongest)


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\s++(?:{_any('people')})(?!\w)")


@cache
def _owners() -> re.Pattern[str]:
    return re.compile(rf"\s++(?:{_any('belongs_to')})(?!\w)")


def _any(column: str) -> str:
    return "|".join(map(re.escape, sorted(_table()[column], key=len, reverse=True)))


def _table() -> dict[str, list[str]]:
    return read_words("geoiraq.places", "not_places")


@cache
def _only_with_kind() -> frozenset[str]:
    return frozenset(_table()["only_with_kind"])


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_table()["small_words"])
