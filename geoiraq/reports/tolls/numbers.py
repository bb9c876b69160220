"""Numbers as texts write them: words and figures, with the bounds that "at least" or "up to" set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from geoiraq.reports.tolls.tokens import Token, tokens
from geoiraq.vocabulary import read_words


class Number(NamedTuple):
    """A number of things.

    Attributes
    ----------
    start, end
        Offsets into the text.
    low, best, high
        None where the words set no such bound; "dozens" has no best, "at least five" no high.
    """

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Find every number in a stretch of text.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The stretch to search; the whole text by default.

    Returns
    -------
    list of Number
        In the order of the text. Whether one counts people, or is a date or an age, is for the
        caller to see.

    Examples
    --------
    >>> [(n.low, n.best, n.high) for n in find_numbers("at least five, then dozens")]
    [(5, 5, None), (24, None, None)]
    """
    words = tokens(text, start, len(text) if end is None else end)
    found: list[Number] = []
    index = 0
    while index < len(words):
        read = read_number(words, index)
        if read is None:
            index += 1
        else:
            number, index = read
            found.append(number)
    return found


def read_number(words: Sequence[Token], index: int) -> tuple[Number, int] | None:
    """Read the number that begins at a token, with the words that bound it.

    Parameters
    ----------
    words
        The tokens of a text.
    index
        Where to begin.

    Returns
    -------
    tuple of Number and int, or None
        The number and the index of the token after it; None where none begins there.
    """
    lexicon = _lexicon()
    if not lexicon.may_begin(words[index].word):
        return None
    bound, after = lexicon.bound(words, index)
    if bound is None and words[index].word in lexicon.between:
        return _between(words, index, lexicon)
    another = words[after].word == "another" if after < len(words) else False
    core = (_core(words, after + 1, lexicon) if another else None) or _core(words, after, lexicon)
    if core is None:
        return None
    low, best, high, after = core
    low, best, high, after = _range(words, (low, best, high, after), lexicon)
    if (closing := lexicon.phrase(lexicon.after, words, after)) is not None:
        bound, after = "at_least", closing[1]
    after = _repeated(words, after, best)
    low, best, high = _bounded(bound, low, best, high)
    return Number(words[index].start, words[after - 1].end, low, best, high), after


def number_words() -> frozenset[str]:
    """Give the words that a number in words, or what bounds it, may begin with."""
    return _lexicon().beginnings


T = TypeVar("T")
Phrases = dict[str, tuple[tuple[tuple[str, ...], T], ...]]
Core = tuple[int | None, int | None, int | None, int]

#: "at least some of the other five" has four; nobody writes more.
_MOST_BOUNDS = 4

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_FIGURES_RANGE = re.compile(r"(\d{1,6})[-–](\d{1,6})")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    units: dict[str, int]
    scales: dict[str, int]
    fixed: Phrases[int]
    vague: Phrases[int]
    bounds: Phrases[str]
    after: Phrases[str]
    joints: frozenset[str]
    between: frozenset[str]
    between_joints: frozenset[str]
    beginnings: frozenset[str]

    def may_begin(self, word: str) -> bool:
        return word in self.beginnings or word[0].isdigit() or "-" in word

    def bound(self, words: Sequence[Token], index: int) -> tuple[str | None, int]:
        """Read the words that bound a number; "only", "all" and "the" change nothing."""
        bound = None
        for _ in range(_MOST_BOUNDS):
            if (read := self.phrase(self.bounds, words, index)) is None:
                break
            bound = bound or (read[0] if read[0] != "exactly" else None)
            index = read[1]
        return bound, index

    @staticmethod
    def phrase(table: Phrases[T], words: Sequence[Token], index: int) -> tuple[T, int] | None:
        """Find the longest phrase of a table that begins here."""
        if index >= len(words):
            return None
        entries = table.get(words[index].word)
        if entries is None:
            return None
        following = words[index + 1].word if index + 1 < len(words) else ""
        for key, value in entries:
            after = index + len(key)
            if len(key) == 1 or (
                key[1] == following and tuple(token.word for token in words[index:after]) == key
            ):
                return value, after
        return None


@cache
def _lexicon() -> _Lexicon:
    words = read_words("geoiraq.reports", "numbers")

    units = words["units"] | {word: value for word, value in words["arabic"].items() if " " not in word}
    fixed = _phrases(words["fixed"] | {word: value for word, value in words["arabic"].items() if " " in word})
    vague, bounds, after = _phrases(words["vague"]), _kinds(words["bounds"]), _kinds(words["after"])
    between = frozenset(words["range"]["between"])
    return _Lexicon(
        units=units,
        scales=words["scales"],
        fixed=fixed,
        vague=vague,
        bounds=bounds,
        after=after,
        joints=frozenset(words["range"]["joints"]),
        between=between,
        between_joints=frozenset(words["range"]["between_joints"]),
        beginnings=frozenset([*fixed, *vague, *bounds, *units, *words["scales"], *between]),
    )


def _phrases(table: dict[str, T]) -> Phrases[T]:
    """Arrange phrases by their first word, the longest first."""
    arranged: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase in sorted(table, key=len, reverse=True):
        key = tuple(phrase.split())
        arranged.setdefault(key[0], []).append((key, table[phrase]))
    return {first: tuple(entries) for first, entries in arranged.items()}


def _kinds(table: dict[str, list[str]]) -> Phrases[str]:
    return _phrases({phrase: kind for kind, spellings in table.items() for phrase in spellings})


def _core(words: Sequence[Token], index: int, lexicon: _Lexicon) -> Core | None:
    if index >= len(words):
        return None
    if (span := _FIGURES_RANGE.fullmatch(words[index].word)) is not None:
        low, high = sorted((int(span[1]), int(span[2])))
        return low, low, high, index + 1
    exact = _exact(words, index, lexicon)
    vague = lexicon.phrase(lexicon.vague, words, index)
    # "A number of soldiers" is not one, "a group of 12" is no vague number.
    if vague is not None and (
        exact is None or (vague[1] > exact[1] and not _figure(words, vague[1], lexicon))
    ):
        return vague[0], None, None, vague[1]
    return (exact[0], exact[0], exact[0], exact[1]) if exact is not None else None


def _figure(words: Sequence[Token], index: int, lexicon: _Lexicon) -> bool:
    return index < len(words) and _exact(words, index, lexicon) is not None


def _exact(words: Sequence[Token], index: int, lexicon: _Lexicon) -> tuple[int, int] | None:
    """Read one whole number: figures, number words, or a fixed word such as "dozen"."""
    fixed = lexicon.phrase(lexicon.fixed, words, index)
    word = words[index].word
    value: int | None = None
    if _FIGURES.fullmatch(word):
        value, index = int(word.replace(",", "")), index + 1
    elif fixed is not None and not (word in ("a", "an") and _word(words, index + 1) in lexicon.scales):
        return fixed
    elif word in ("a", "an") and _word(words, index + 1) in lexicon.scales:
        value, index = 1, index + 1
    elif word in lexicon.scales:
        value = 1
    else:
        value = _small(word, lexicon)
        if value is None:
            return None
        index += 1
    return _scaled(words, index, value, lexicon)


def _scaled(words: Sequence[Token], index: int, value: int, lexicon: _Lexicon) -> tuple[int, int]:
    """Go on reading "hundred", "thousand" and what is added to them, or Arabic tens."""
    total, group = 0, value
    while index < len(words):
        word = words[index].word
        joined = word == "and" and total + group >= 100 and group % 100 == 0
        if word in lexicon.scales:
            scale = lexicon.scales[word]
            if scale > 10**6 or total + group * scale > 10**9:
                break
            total, group = (total, group * scale) if scale == 100 else (total + group * scale, 0)
            index += 1
        elif joined and (small := _small(_word(words, index + 1), lexicon)) is not None:
            group, index = group + small, index + 2
        elif 20 <= group % 100 <= 90 and group % 10 == 0 and 0 < (_small(word, lexicon) or 0) < 10:
            group, index = group + (_small(word, lexicon) or 0), index + 1
        elif 0 < group < 10 and word.startswith("و") and (_small(word[1:], lexicon) or 0) >= 20:
            group, index = group + (_small(word[1:], lexicon) or 0), index + 1
        elif 3 <= group < 10 and word in ("عشر", "عشرة"):
            group, index = group + 10, index + 1
        elif total and group == 0 and (small := _small(word, lexicon)) is not None:
            group, index = small, index + 1
        else:
            break
    return total + group, index


#: "Twenty-odd", "50-some".
_OR_SO = ("odd", "some", "plus")


def _small(word: str, lexicon: _Lexicon) -> int | None:
    if word in lexicon.units:
        return lexicon.units[word]
    tens, dash, units = word.partition("-")
    if dash and units in _OR_SO:
        return int(tens.replace(",", "")) if _FIGURES.fullmatch(tens) else lexicon.units.get(tens)
    if dash and lexicon.units.get(tens, 0) >= 20 and 0 < lexicon.units.get(units, 0) < 10:
        return lexicon.units[tens] + lexicon.units[units]
    return None


def _range(words: Sequence[Token], core: Core, lexicon: _Lexicon) -> Core:
    """Read the other end of "five to seven", "3 - 5", "one or two"."""
    low, best, _, index = core
    if best is None or _word(words, index) not in (lexicon.joints | {"-", "–"}):
        return core
    if index + 1 >= len(words) or words[index + 1].word in ("a", "an", "another", "no", "none", "both"):
        return core
    other = _exact(words, index + 1, lexicon)
    if other is None or other[0] <= best:
        return core
    return low, best, other[0], other[1]


def _between(words: Sequence[Token], index: int, lexicon: _Lexicon) -> tuple[Number, int] | None:
    if index + 1 >= len(words):
        return None
    core = _core(words, index + 1, lexicon)
    if core is None or (low := core[0]) is None:
        return None
    _, _, high, after = core
    if high == low:
        word = _word(words, after)
        if word in lexicon.between_joints:
            other = _exact(words, after + 1, lexicon) if after + 1 < len(words) else None
        elif word.startswith("و") and (small := _small(word[1:], lexicon)) is not None:
            other = small, after + 1
        else:
            other = None
        if other is None:
            return None
        high, after = other
    if high is None or high < low:
        return None
    return Number(words[index].start, words[after - 1].end, low, low, high), after


def _repeated(words: Sequence[Token], index: int, best: int | None) -> int:
    """Step over the figure in "five (5)"."""
    tail = [token.word for token in words[index : index + 3]]
    return index + 3 if tail == ["(", str(best), ")"] else index


def _bounded(
    bound: str | None, low: int | None, best: int | None, high: int | None
) -> tuple[int | None, int | None, int | None]:
    match bound:
        case "at_least" | "more_than":
            return low, best, None
        case "up_to" | "nearly":
            return None, best, high
        case "fewer_than":
            return None, None, best
    return low, best, high


def _word(words: Sequence[Token], index: int) -> str:
    return words[index].word if index < len(words) else ""
