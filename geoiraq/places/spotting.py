"""Spot the runs of words in a text that are names of places; what they mean is for resolve to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geoiraq.places.cues import belongs_to, is_doubtful, is_person, is_placed, masked
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import LONGEST, KindGroups, kind_rank, kind_words
from geoiraq.places.names import exact_key
from geoiraq.places.place import Place
from geoiraq.places.relations import relation_before
from geoiraq.places.tokens import Token, contiguous, heard, tokenise

LONGEST_NAME = 6
#: Names this short, articles not counted, are as often something else.
SHORT_NAME = 3
#: Names that only sound so are as often other words ("July") where they are shorter than this.
SHORTEST_HEARD = 6
#: Places less prominent than this are only read where the words around make them places.
PROMINENT = 3

#: A larger place after a comma makes a place of what stands before it.
_LARGER = (("governorate", "district", "country", "city"),)
_COMMA = re.compile(r"\s*,\s*")
_SHARING = re.compile(r"\s*,?\s+(?:and|or)\s+|\s*,\s*|\s+و")
_PLURAL_KIND = re.compile(
    r"\s+(?:governorates|provinces|districts|subdistricts|villages|towns)\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Spotted:
    """A run of words that names a place: its span, and the words to resolve it by."""

    start: int
    end: int
    query: str


def spot(book: Gazetteer, text: str) -> list[Spotted]:
    """Find the runs of words in a text that are names of places.

    Parameters
    ----------
    book
        The gazetteer.
    text
        Any text.

    Returns
    -------
    list of Spotted
        In order, not overlapping, the longest reading of each.
    """
    tokens = tokenise(book, text)
    hidden = masked(text)
    found: list[Spotted] = []
    i = 0
    while i < len(tokens):
        count = 0
        if tokens[i].start not in hidden and _may_start(book, text, tokens, i):
            count = _longest(book, text, tokens, i, found[-1].end if found else None)
        if count:
            start, end = tokens[i].start, tokens[i + count - 1].end
            found.append(Spotted(start, end, _query(text[start:end])))
        i += max(count, 1)
    return _with_shared_kinds(text, found)


def _may_start(book: Gazetteer, text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word could begin a name: a capital or Arabic letter, and a sound that names begin with."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.arabic:
        return book.begins(token.heard) or token.word in _first_kind_words()
    if token.article:
        joint = text[token.end : following.start] if following else ""
        if joint == "-" or (token.capital and joint == " " and token.word != "the"):
            return following is not None and following.capital
    if token.word.isdigit():
        return following is not None and following.capital and not following.word.isdigit()
    return token.capital and (book.begins(token.heard) or token.word in _first_kind_words())


def _longest(book: Gazetteer, text: str, tokens: Sequence[Token], i: int, last_end: int | None) -> int:
    """Give how many words the longest name that starts at a word takes; 0 where it is none here."""
    readings = [
        reading for run in _runs(book, text, tokens, i) for reading in _readings(book, text, tokens, i, run)
    ]
    for count, has_kind in sorted(readings, reverse=True):
        if _is_place_here(book, text, tokens, i, count, has_kind, last_end):
            return count
    return 0


def _runs(book: Gazetteer, text: str, tokens: Sequence[Token], i: int) -> Iterator[int]:
    """Give the lengths of the runs of words from a word on that could be one name."""
    after_kind_word = tokens[i].word in _first_kind_words()
    for count in range(1, min(LONGEST_NAME, len(tokens) - i) + 1):
        if count > 1 and not contiguous(text, tokens[i + count - 2 : i + count]):
            return
        yield count
        last = tokens[i + count - 1]
        if not (after_kind_word or last.article or book.begins(heard(tokens[i : i + count]))):
            return


def _readings(
    book: Gazetteer, text: str, tokens: Sequence[Token], i: int, count: int
) -> Iterator[tuple[int, bool]]:
    """Read a run as a name: how many words it takes with its kind word, and whether it has one."""
    before, after = kind_words()
    run = tokens[i : i + count]
    if count > 1 and run[0].word in _first_kind_words():
        for front in range(min(LONGEST, count - 1), 0, -1):
            word = before.get(tuple(t.word for t in run[:front]))
            if word is not None and _known(book, heard(run[front:]), word.kinds):
                yield count, True
                break
    key = heard(run)
    if _named(book, key):
        yield count, False
    if (
        not _is_core(book, key)
        or i + count >= len(tokens)
        or tokens[i + count].word not in _next_kind_words()
    ):
        return
    for extra in range(min(LONGEST, len(tokens) - i - count), 0, -1):
        word = after.get(tuple(t.word for t in tokens[i + count : i + count + extra]))
        if word is not None and contiguous(text, tokens[i + count - 1 : i + count + extra]):
            if _known(book, key, word.kinds):
                yield count + extra, True
            return


def _is_place_here(
    book: Gazetteer,
    text: str,
    tokens: Sequence[Token],
    i: int,
    count: int,
    has_kind: bool,
    last_end: int | None,
) -> bool:
    """Tell whether a run of words that could be a name is one in this text."""
    start, end = tokens[i].start, tokens[i + count - 1].end
    if belongs_to(text, end):
        return False
    if has_kind:
        return True
    if is_person(text, tokens, i, count):
        return False
    written, key = text[start:end], heard(tokens[i : i + count])
    prominent = any(place.prominence >= PROMINENT for place in _named(book, key))
    spelt = exact_key(written) in book.index.by_exact
    if not spelt and (len(key) < SHORTEST_HEARD or not _is_capital(tokens[i : i + count])):
        return prominent and count == 1 and is_placed(text, start, end, last_end)
    exact = count > 1 or spelt
    if prominent and exact and len(exact_key(written)) > SHORT_NAME and not is_doubtful(written):
        return True
    if prominent and any(c.isdigit() for c in written):
        return True
    return is_placed(text, start, end, last_end) or _is_in_what_follows(book, text, tokens, i + count)


def _is_capital(run: Sequence[Token]) -> bool:
    """Tell whether every word of a run is written as one of a name."""
    return all(token.capital or token.arabic or token.article for token in run)


def _is_in_what_follows(book: Gazetteer, text: str, tokens: Sequence[Token], j: int) -> bool:
    """Tell whether a larger place follows after a comma, so that what stands before it is a place too."""
    if j >= len(tokens) or not _COMMA.fullmatch(text, tokens[j - 1].end, tokens[j].start):
        return False
    j += tokens[j].word == "in"
    if j >= len(tokens) or not _may_start(book, text, tokens, j):
        return False
    return any(_known(book, heard(tokens[j : j + count]), _LARGER) for count in _runs(book, text, tokens, j))


def _named(book: Gazetteer, key: str) -> list[Place]:
    return [book.index.place(number) for number in book.index.sounding(key)]


def _is_core(book: Gazetteer, key: str) -> bool:
    return bool(book.index.with_core(key))


def _known(book: Gazetteer, key: str, kinds: KindGroups) -> bool:
    return any(kind_rank(kinds, book.index.place(n).kind) is not None for n in book.index.with_core(key))


def _query(written: str) -> str:
    """Give the words to resolve by: "to the" of Arabic as the article it holds."""
    return "ال" + written[2:] if written.startswith("لل") else written


def _with_shared_kinds(text: str, found: list[Spotted]) -> list[Spotted]:
    """Give "Anbar" in "Anbar and Nineveh governorates" the kind word that stands only once."""
    result = list(found)
    for i, spotted in enumerate(found):
        match = _PLURAL_KIND.search(spotted.query)
        if match is None:
            continue
        result[i] = Spotted(spotted.start, spotted.start + match.start(), spotted.query)
        j = i
        while j > 0 and _shares(text, found[j - 1], found[j]):
            j -= 1
            result[j] = Spotted(found[j].start, found[j].end, f"{found[j].query} {match.group().strip()}")
    return result


def _shares(text: str, one: Spotted, other: Spotted) -> bool:
    return bool(_SHARING.fullmatch(text, one.end, other.start)) and relation_before(text, one.start) is None


@cache
def _first_kind_words() -> frozenset[str]:
    return frozenset(run[0] for run in kind_words()[0])


@cache
def _next_kind_words() -> frozenset[str]:
    return frozenset(run[0] for run in kind_words()[1])
