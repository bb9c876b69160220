"""What the words around a name say: that it is a place here, a person's, or part of another name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geoiraq.places.names import plain, sound_key
from geoiraq.places.relations import relation_before
from geoiraq.places.tokens import Token
from geoiraq.vocabulary import read_words

#: How far before a name the word stands that makes it a place, in characters.
LOCATIVE_REACH = 24
#: How much of a line is looked at to tell whether a name begins it.
MARKER_REACH = 12

#: Between two places of a list, or between a city and its quarter ("Baghdad's Dora").
_BESIDE = re.compile(r"\s*,?\s+(?:and|or|و)\s*(?:in\s+)?|\s*,\s*|\s*/\s*|['’]s\s+(?:[a-z]+\s+)?")
_ENDS_LINE = re.compile(r"[ \t]*:?[ \t]*(?:\n|\Z)|[ \t]*[:–—]")
_BEFORE_PERSON = re.compile(r"\.?[ \t]+(?:[aA]l[- ])?")


def is_placed(text: str, start: int, end: int, last_end: int | None) -> bool:
    """Tell whether the words around a name make it a place: a locative, a relation, a list, a heading.

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
        True for "in Hit", "30 km west of Hit", "Ramadi and Hit", and a line or label "Hit:".
    """
    if relation_before(text, start) is not None:
        return True
    if _locative().search(text, max(0, start - LOCATIVE_REACH), start):
        return True
    if last_end is not None and _BESIDE.fullmatch(text, last_end, start):
        return True
    return _begins_line(text, start) and _ENDS_LINE.match(text, end) is not None


def is_person(text: str, tokens: Sequence[Token], i: int, count: int) -> bool:
    """Tell whether a rank or given name before a name, or a family name after it, makes it a person's.

    Parameters
    ----------
    text
        The text.
    tokens
        Its words.
    i, count
        Which of them are the name.

    Returns
    -------
    bool
        True for "Ali" and "Sistani" in "Ayatollah Ali al-Sistani".
    """
    titles, given = _persons()
    if i > 0 and tokens[i - 1].capital and (tokens[i - 1].word in given or tokens[i - 1].word in titles):
        return _BEFORE_PERSON.fullmatch(text, tokens[i - 1].end, tokens[i].start) is not None
    if count == 1 and tokens[i].word in given and i + 1 < len(tokens):
        following = tokens[i + 1]
        return following.capital and text[tokens[i].end : following.start] == " "
    return False


def belongs_to(text: str, end: int) -> bool:
    """Tell whether what follows a name makes it the name of something else ("Mosul Street")."""
    return _owners().match(text, end) is not None


def is_doubtful(name: str) -> bool:
    """Tell whether a name is as often a common word or a person's name."""
    return sound_key(name) in _doubtful()


def masked(text: str) -> frozenset[int]:
    """Give the offsets that lie inside the names of organisations, papers and operations."""
    return frozenset(
        offset for match in _masks().finditer(text) for offset in range(match.start(), match.end())
    )


def _begins_line(text: str, start: int) -> bool:
    window = text[max(0, start - MARKER_REACH) : start]
    newline = window.rfind("\n")
    return (newline >= 0 or start <= MARKER_REACH) and not window[newline + 1 :].strip(" \t#*-•·.")


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(sound_key(name) for name in _table()["doubtful"])


@cache
def _persons() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(plain, _table()["titles"])), frozenset(map(plain, _table()["given_names"]))


@cache
def _locative() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('locatives')})\s+(?:al-)?\Z", re.IGNORECASE)


@cache
def _masks() -> re.Pattern[str]:
    return re.compile(_any("masks"))


@cache
def _owners() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any('belongs_to')})(?!\w)")


def _any(column: str) -> str:
    return "|".join(map(re.escape, sorted(_table()[column], key=len, reverse=True)))


def _table() -> dict[str, list[str]]:
    return read_words("geoiraq.places", "not_places")
