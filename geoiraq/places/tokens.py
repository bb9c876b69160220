"""The words of a text as names are made of them: each with its span, its plain form and its sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.names import is_arabic, plain, sound
from geoiraq.vocabulary import read_words

_TOKEN = re.compile(
    r"[^\W_](?:[\w\u0300-\u036f\u064b-\u0655\u0670]|['’‘ʼʻʿ`´](?!s\b)(?=[^\W\d_]))*(?:[’'ʼ](?=-))?",
)
#: What may stand between two words of one name: a space, a hyphen, a wrapped line.
_GAP = re.compile(r"[ \t\u00a0]*(?:[-\u2010-\u2013]|\n(?!\s*\n))?[ \t\u00a0]*")
#: After a word as short as "St", "Mt" or the letters of "U.S." a stop ends no sentence.
_STOP = re.compile(r"\.[ \t\u00a0]?")
LONGEST_ABBREVIATION = 2
#: Arabic writes "and", "in", "so", "like" and "to" onto the next word.
_CLITICS = "وبفكل"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its span, its plain form, its sound, and whether it goes on from the word before."""

    start: int
    end: int
    word: str
    heard: str
    article: bool
    capital: bool
    arabic: bool


def tokenise(book: Gazetteer, text: str) -> list[Token]:
    """Cut a text into words.

    Parameters
    ----------
    book
        The gazetteer, to tell an Arabic particle written onto a name from the name's first letter.
    text
        Any text.

    Returns
    -------
    list of Token
        In order.
    """
    return [token for match in _TOKEN.finditer(text) for token in _tokens(book, match)]


def heard(run: Sequence[Token]) -> str:
    """Give the sound of a run of words, as `names.sound_key` gives it for the written name."""
    if len(run) == 1:
        return run[0].heard
    _, inner = articles()
    last = len(run) - 1
    return "".join(
        t.heard for k, t in enumerate(run) if not (t.article and k < last and (k > 0 or t.word not in inner))
    )


def contiguous(text: str, run: Sequence[Token]) -> bool:
    """Tell whether words stand close enough to be one name."""
    return all(
        _GAP.fullmatch(text, a.end, b.start)
        or (a.end - a.start <= LONGEST_ABBREVIATION and _STOP.fullmatch(text, a.end, b.start))
        for a, b in pairwise(run)
    )


@cache
def articles() -> tuple[frozenset[str], frozenset[str]]:
    """Give the articles, and those of them that count only inside a name."""
    table = read_words("geoiraq.places", "spelling")
    return frozenset(table["articles"]), frozenset(table["inner_articles"])


def _tokens(book: Gazetteer, match: re.Match[str]) -> Iterator[Token]:
    """Give the words of a match: an Arabic particle that is written onto a name is a word of its own."""
    start, written = match.start(), match.group()
    cut = 0 if written.isascii() else _clitics(book, written)
    if cut:
        yield _token(start, written[:cut])
    yield _token(start + cut, written[cut:])


def _token(start: int, written: str) -> Token:
    word, sounds, article, arabic = _forms(written)
    capital = written[0].isupper() or written[0].isdigit()
    return Token(start, start + len(written), word, sounds, article, capital, arabic)


@lru_cache(maxsize=65536)
def _forms(written: str) -> tuple[str, str, bool, bool]:
    word = plain(written)
    arabic = is_arabic(written)
    return word, sound(_bare(word) if arabic else word), not arabic and word in articles()[0], arabic


def _clitics(book: Gazetteer, written: str) -> int:
    """Count the particles an Arabic word begins with; none where the whole word begins a name."""
    for cut in (1, 2):
        if len(written) < cut + 3 or written[cut - 1] not in _CLITICS:
            return 0
        rest = written[cut:]
        if rest.startswith("ال") and len(rest) > 4:
            return cut
        begins = book.index.first_sounds
        if sound(_bare(plain(rest))) in begins and sound(_bare(plain(written))) not in begins:
            return cut
    return 0


def _bare(word: str) -> str:
    """Take the article off an Arabic word, also where "to" has swallowed its first letter."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
