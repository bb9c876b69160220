"""Where the phrases of the vocabulary stand in a text: all columns found in one pass, asked for stretch by stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from ahocorasick_rs import AhoCorasick

from geoiraq.reports.text.phrases import LAST_TEXTS, lower
from geoiraq.vocabulary import read_words

#: A phrase stands at `text[start:end]`.
Span = tuple[int, int]

#: What an event of `words/events.toml` asks of the words around it.
CONDITIONS = ("needs", "signs", "unless")
_MAY = re.compile(r"\bMay\b")
#: Columns of words for what was attacked that are looked for as they stand, by themselves or before others.
_TARGETS = ("aims", "nouns", "verbs", "puts", "beside", "harms", "throws", "into", "passes")


def spans(text: str, column: str, start: int, end: int) -> Iterator[Span]:
    """Find the phrases of a column in a stretch of text, as whole words.

    Parameters
    ----------
    text
        The text that spans refer to: all of a document's, which is read once for all that is asked of it.
    column
        A column of `words/modality.toml`, or one of attribution, of `words/targets.toml` or of an event by its number:
        "attribution.claimed", "targets.aims", "events.3.needs".
    start, end
        The stretch.

    Yields
    ------
    tuple of int
        Where each starts and ends; of those that overlap the earlier, then the longer.

    Examples
    --------
    >>> list(spans("Plans to attack were denied.", "unreal", 0, 28))
    [(0, 8)]
    """
    span = first(text, column, start, end)
    while span is not None:
        yield span
        span = first(text, column, span[1], end)


def first(text: str, column: str, start: int, end: int) -> Span | None:
    """Find the first phrase of a column in a stretch of text, as `spans` does."""
    found = _found(text).get(column)
    if found is None:
        return None
    for number in range(bisect_left(found, (start,)), len(found)):
        span = found[number]
        if span[0] >= end:
            return None
        if span[1] <= end:
            return span
    return None


def holds(text: str, column: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text holds a phrase of a column."""
    return first(text, column, start, end) is not None


def opens(text: str, column: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text begins with a phrase of a column."""
    found = first(text, column, start, end)
    return found is not None and found[0] == start


@lru_cache(maxsize=LAST_TEXTS)
def assertions(text: str) -> str:
    """Lower a text as its modal verbs are looked for, without changing its length: the month of May is no "may"."""
    return lower(_MAY.sub("   ", text))


@lru_cache(maxsize=LAST_TEXTS)
def _found(text: str) -> Mapping[str, Sequence[Span]]:
    """Find where the phrases of each column stand in a text, in order."""
    automaton, columns = _lexicon()
    folded = assertions(text)
    whole = [
        (low, -high, index)
        for index, begin, high in automaton.find_matches_as_indexes(folded, overlapping=True)
        if not _is_letter(folded[high : high + 1]) and (low := _beginning(folded, begin)) is not None
    ]
    found: dict[str, list[Span]] = {}
    for low, end, index in sorted(whole):
        for column in columns[index]:
            found.setdefault(column, []).append((low, -end))
    return found


def _beginning(text: str, at: int) -> int | None:
    """Give where the word begins whose phrase stands at a place; None where the phrase begins within a word."""
    if not _is_letter(text[at - 1 : at]):
        return at
    # Arabic writes "and" and "so" onto a word.
    joined = text[at - 1] in "وف" and not text[at].isascii() and not _is_letter(text[at - 2 : at - 1])
    return at - 1 if joined else None


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _lexicon() -> tuple[AhoCorasick, Sequence[Sequence[str]]]:
    """Give what finds every phrase, and the columns that each one stands in."""
    columns: dict[str, list[str]] = {}
    for column, phrases in _columns():
        for phrase in dict.fromkeys(map(lower, phrases)):
            columns.setdefault(phrase, []).append(column)
    return AhoCorasick(list(columns)), list(columns.values())


def _columns() -> Iterator[tuple[str, Sequence[str]]]:
    modality, targets = (read_words("geoiraq.reports", name) for name in ("modality", "targets"))
    for name, column in modality.items():
        if isinstance(column, list) and isinstance(column[0], str):
            yield name, column
    said = modality["attribution"]
    claims = [f"{verb} {what}" for verb, what in product(said["claims"], said["claims_what"])]
    yield "attribution.claimed", [*said["claimed"], *claims]
    yield "attribution.blamed", [*said["blamed"], *said["blamed_verbs"]]
    for name in ("unclaimed", "denied", "deeds"):
        yield f"attribution.{name}", said[name]
    for name in _TARGETS:
        yield f"targets.{name}", targets[name]
    for number, event in enumerate(read_words("geoiraq.reports", "events")["event"]):
        for condition in CONDITIONS:
            yield f"events.{number}.{condition}", event.get(condition, ())
    yield "cleared", read_words("geoiraq.reports", "events")["cleared"]
    for name in ("verbs", "beside"):
        yield f"targets.arabic.{name}", targets["arabic"][name]
