"""The words of a text as names are made of them: how each is written, its plain form and its sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.names import exact_key, is_arabic, plain, sound
from geoiraq.vocabulary import read_words

_MARKS = r"\u0300-\u036f\u064b-\u0655\u0670"
_APOSTROPHES = "'’‘ʼʻʿ`´"
#: What a word holds beside its first letter; it gives nothing back, so that it is read once.
_REST = (
    rf"[\w{_MARKS}]*+(?:[{_APOSTROPHES}](?!s\b)(?=[^\W\d_])[\w{_MARKS}]*+)*+"
    r"(?:['’ʼ](?=-))?+"
)
#: What has just been read stands in no word, or after an apostrophe in one.
_NOT_INSIDE = rf"(?<![^\W_].)(?<![^\W_][_{_MARKS}].)"
#: A word.
WORD = re.compile(rf"[^\W_]{_REST}")
#: A word that does not begin with a small Latin letter. Searching stops at these letters only, and then looks back
#: whether they stand inside a word.
CAPITAL = re.compile(rf"[^a-z\W_]{_NOT_INSIDE}(?:(?<![^\W_][{_APOSTROPHES}].)|(?<=\d)){_REST}")
#: A word that begins with a small Latin letter, tied to what follows by the hyphen that is looked at last.
_TIED = re.compile(rf"[a-z]{_NOT_INSIDE}(?<![^\W_][{_APOSTROPHES}].){_REST}(?=-\Z)")
#: What may stand between two words of one name (a space, a hyphen, a wrapped line; a stop), and the second of them.
NEXT_WORD = re.compile(
    rf"(?:[ \t\u00a0]*+(?:[-\u2010-\u2013\n][ \t\u00a0]*+)?|\.[ \t\u00a0]?)([^\W_]{_REST})"
)
#: After a word as short as "St", "Mt" or the letters of "U.S." a stop ends no sentence.
LONGEST_ABBREVIATION = 2
#: No name has a longer word, and none is folded: folding takes long where marks pile up.
LONGEST_WORD = 80
#: Arabic writes "and", "in", "so", "like" and "to" onto the next word.
_CLITICS = "وبفكل"
#: Kurmanji writes the case of a name behind it: "li Xaneqînê", "li Silêmaniyê", "li Zaxoyê".
_CASES = ("yê", "ê")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, wherever it stands.

    Attributes
    ----------
    written
        As the text has it.
    plain, sound
        Its folded form and its sound; see `names`.
    article
        Whether it is an article in Latin script.
    capital
        Whether it begins with a capital or a digit.
    arabic
        Whether it has letters of the Arabic script.
    """

    written: str
    plain: str
    sound: str
    article: bool
    capital: bool
    arabic: bool


def words_in(book: Gazetteer, written: str) -> tuple[Word, ...]:
    """Give the words in a run of letters: an Arabic particle that is written onto a name is a word of its own.

    So is the ending of a case in Kurmanji.

    Parameters
    ----------
    book
        The gazetteer, to tell such a particle from the name's first letter.
    written
        What `WORD` finds.

    Returns
    -------
    tuple of Word
        One or two; none where it is longer than any word of a name.
    """
    if len(written) > LONGEST_WORD:
        return ()
    cut = 0 if written.isascii() else _clitics(book, written) or _before_case(book, written)
    return (_word(written[:cut]), _word(written[cut:])) if cut else (_word(written),)


def small_word_before(text: str, hyphen: int) -> re.Match[str] | None:
    """Find the word before a hyphen where it is short and begins with a small letter ("al" in "al-Qaim").

    Parameters
    ----------
    text
        The text.
    hyphen
        Where the hyphen stands.

    Returns
    -------
    re.Match or None
        What `WORD` finds there.
    """
    return _TIED.search(text, max(0, hyphen - _longest_article()), hyphen + 1)


def heard(run: Sequence[Word]) -> str:
    """Give the sound of a run of words, as `names.sound_key` gives it for the written name."""
    if len(run) == 1:
        return run[0].sound
    _, inner = articles()
    last = len(run) - 1
    return "".join(
        w.sound for k, w in enumerate(run) if not (w.article and k < last and (k > 0 or w.plain not in inner))
    )


@cache
def articles() -> tuple[frozenset[str], frozenset[str]]:
    """Give the articles, and those of them that count only inside a name."""
    table = read_words("geoiraq.places", "spelling")
    return frozenset(table["articles"]), frozenset(table["inner_articles"])


@cache
def _short_kinds() -> frozenset[str]:
    """Give the words for kinds that are as short as "حي"."""
    rows = read_words("geoiraq.places", "kinds").values()
    kinds = (
        kind
        for table in rows
        for row in (table if isinstance(table, list) else [table])
        for kind in row["before"]
    )
    return frozenset(kind for kind in kinds if len(kind) < 3)


@cache
def _longest_article() -> int:
    """Give how long an article is at most, with an apostrophe or mark to each of its letters."""
    return 2 * max(map(len, articles()[0]))


@lru_cache(maxsize=65536)
def _word(written: str) -> Word:
    word = plain(written)
    arabic = is_arabic(written)
    return Word(
        written,
        word,
        sound(_bare(word) if arabic else word),
        article=not arabic and word in articles()[0],
        capital=written[0].isupper() or written[0].isdigit(),
        arabic=arabic,
    )


def _clitics(book: Gazetteer, written: str) -> int:
    """Count the particles an Arabic word begins with; none where the whole word begins a name."""
    for cut in (1, 2):
        rest = written[cut:]
        if not rest or written[cut - 1] not in _CLITICS or (len(rest) < 3 and rest not in _short_kinds()):
            return 0
        if rest.startswith("ال") and len(rest) > 4:
            return cut
        begins = book.index.first_sounds
        if sound(_bare(plain(rest))) in begins and sound(_bare(plain(written))) not in begins:
            return cut
    return 0


def _before_case(book: Gazetteer, written: str) -> int:
    """Count the letters of a Kurmanji name before the ending of its case; none where the whole word is a name."""
    for ending in _CASES:
        stem = written.removesuffix(ending)
        if stem == written or len(stem) < _SHORTEST_STEM:
            continue
        known = book.index.sounding
        if known(sound(plain(stem))) and not book.index.spelt(exact_key(written)):
            return len(stem)
    return 0


#: No name that stands in a case is shorter.
_SHORTEST_STEM = 4


def _bare(word: str) -> str:
    """Take the article off an Arabic word, also where "to" has swallowed its first letter."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
