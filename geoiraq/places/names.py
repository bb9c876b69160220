"""Two spellings, one name: when are they the same.

Three keys of decreasing strictness answer, each a pure function of the spelling:

`exact_key`
    Case, diacritics, apostrophes, hyphens and articles do not count: "al-Fallūjah" is "Fallujah".
`sound_key`
    Nor do transliteration habits: dh/th/z, q/k/g, ou/oo/u, ee/y/i, doubled letters, a final h, spaces inside
    the name, and in Arabic script hamza, ta marbuta, alif maqsura, tatweel and the Kurdish letter twins.
`skeleton`
    Nor do vowels: what is left are the consonants in their order. Only good for proposing candidates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from geoiraq.vocabulary import read_words

_APOSTROPHES = "'’‘ʼʻʾʿ`´′‛ʹˈ＇"
_REMOVE = dict.fromkeys(
    map(
        ord,
        _APOSTROPHES
        + "ـ\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2069\ufeff",
    )
)
_BEFORE, _AFTER = "([\"“«‘'", ".,;:!?)]\"”»'"
_POSSESSIVES = ("'s", "’s", "’")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_TWINS = str.maketrans("أإآٱىئؤةەھکیگپچژڤڕڵۆێ", "ااااييوهههكيكبجزفرلوي", "ء")
_DIGITS = {ord(c): str(unicodedata.digit(c)) for c in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}
_LATIN_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l"}
)
_DIN = re.compile(r"(?<=[a-z]{3})h?[aeiu]d{1,2}[ie]{1,2}n$")
#: No longer name is spelt anew.
LONGEST_RESPELT = 60
_REPEAT = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aiu]")
_TO_VOWEL_CLASSES = str.maketrans("eyow", "iiuu")


def cleaned(name: str) -> str:
    """Take off what punctuation and grammar leave around a name; nothing is left of a name without letters."""
    bare = name.strip().lstrip(_BEFORE)
    for ending in ("", *_POSSESSIVES):
        bare = bare.rstrip(_AFTER + " \t\r\n\u00a0").removesuffix(ending)
    return bare if plain(bare).strip() else ""


def is_arabic(text: str) -> bool:
    """Tell whether a text has letters of the Arabic script (Arabic, Sorani)."""
    return _ARABIC.search(text) is not None


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Fold case, diacritics, digits, apostrophes and invisible marks away; keep words and their order."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").lower()
    # Marks go before they are put in order, which takes long where there are many.
    unmarked = _unmarked(text.translate(_REMOVE).casefold())
    # Folded again: what NFKD makes of a letter may be a capital or an apostrophe.
    bare = _unmarked(unicodedata.normalize("NFKD", unmarked)).translate(_REMOVE).casefold()
    return bare.translate(_LATIN_LETTERS).translate(_DIGITS)


def _unmarked(text: str) -> str:
    return "".join(c for c in text if not unicodedata.combining(c))


def words(name: str) -> list[str]:
    """Split a name into plain words, articles removed."""
    bare_name = plain(name)
    kept = _WORD.findall(bare_name)
    if not bare_name.isascii():
        kept = [_without_article(word) if is_arabic(word) else word for word in kept]
    articles, inner = _articles()
    if articles.isdisjoint(kept):
        return kept
    bare = [
        word
        for i, word in enumerate(kept)
        if not (word in articles and len(kept) > 1 and (i < len(kept) - 1) and (word not in inner or i > 0))
    ]
    return bare or kept


def exact_key(name: str) -> str:
    """Fold away what never distinguishes two names: case, diacritics, apostrophes, hyphens, articles.

    Parameters
    ----------
    name
        A name in Latin or Arabic script.

    Returns
    -------
    str
        Words separated by single spaces.

    Examples
    --------
    >>> exact_key("al-Fallūjah") == exact_key("Al Fallujah")
    True
    """
    return " ".join(words(name))


def sound_key(name: str) -> str:
    """Fold away transliteration habits as well; equal keys mean the same name in two spellings.

    Parameters
    ----------
    name
        A name in Latin or Arabic script.

    Returns
    -------
    str
        One run of letters without spaces.

    Examples
    --------
    >>> sound_key("Al-Qayyarah") == sound_key("Gayara")
    True
    >>> sound_key("Taji") == sound_key("Baiji")
    False
    """
    return "".join(sound(word) for word in words(name))


def respelt(name: str) -> Iterator[str]:
    """Spell a name in the English way, as if it were written in the ways of other languages.

    Parameters
    ----------
    name
        A name in Latin script.

    Yields
    ------
    str
        "Najaf" for the German "Nadschaf"; nothing where no habit of spelling changes the name.

    Examples
    --------
    >>> "najaf" in respelt("Nadschaf")
    True
    """
    written = unicodedata.normalize("NFC", name[:LONGEST_RESPELT]).casefold()
    seen = {written}
    for habit, pattern in _habits():
        spelling = pattern.sub(lambda match, habit=habit: habit[match.group()], written)  # type: ignore[misc]
        if spelling not in seen:
            seen.add(spelling)
            yield spelling


def skeleton(key: str) -> str:
    """Reduce a sound key to its consonants, the first sound kept; for proposing candidates only."""
    if not key:
        return key
    first = "a" if key[0] in "aiu" else key[0]
    return first + _VOWELS.sub("", key[1:])


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Give the sound of one plain word; see `sound_key`."""
    if is_arabic(word):
        return _REPEAT.sub(r"\1", word.translate(_ARABIC_TWINS))
    word = _variants().get(word, word)
    word = _DIN.sub("din", word) if len(word) > 6 else word
    sounds, pattern = _sounds()
    heard = pattern.sub(lambda m: sounds[m.group()], word)
    heard = re.sub(r"(?<=[aeiouy])h$", "", heard) if len(heard) > 2 else heard
    classed = _REPEAT.sub(r"\1", heard.translate(_TO_VOWEL_CLASSES))
    return _REPEAT.sub(r"\1", classed.replace("ai", "i").replace("au", "u"))


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def _articles() -> tuple[frozenset[str], frozenset[str]]:
    table = read_words("geoiraq.places", "spelling")
    return frozenset(table["articles"]), frozenset(table["inner_articles"])


@cache
def _variants() -> dict[str, str]:
    rows = read_words("geoiraq.places", "spelling")["variants"]
    return {plain(spelling): row[0] for row in rows for spelling in row}


@cache
def _habits() -> list[tuple[dict[str, str], re.Pattern[str]]]:
    """Give each language's habits, and the pattern that finds them."""
    habits = [habit["letters"] for habit in read_words("geoiraq.places", "spelling")["habit"]]
    return [(letters, _any(letters)) for letters in habits]


@cache
def _sounds() -> tuple[dict[str, str], re.Pattern[str]]:
    sounds = read_words("geoiraq.places", "spelling")["sounds"]
    return sounds, _any(sounds)


def _any(letters: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
