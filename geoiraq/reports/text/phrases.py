"""Find the phrases of a word list in a text, whole words only, the longest at each place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

Payload = TypeVar("Payload")

#: What Arabic writes onto a word: "and", "so", "in", "for", "like", the article, and their combinations.
_ARABIC_PREFIXES = frozenset(
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ول", "وب", "فب", "س"]
) | {""}
_LONGEST_CASED = 4
#: What was found in the last so many texts is remembered: a document is asked for one stretch after the other.
LAST_TEXTS = 4


class Found(NamedTuple, Generic[Payload]):
    """A phrase found at `text[start:end]`, and what the word list says of it."""

    start: int
    end: int
    payload: Payload


class Phrases(Generic[Payload]):
    """A word list, ready to be searched for; built once, searched in linear time.

    Short names in capitals ("US", "KH") are only found in capitals.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        rows = [(phrase, payload) for phrase, payload in entries if phrase]
        self._phrases = [phrase for phrase, _ in rows]
        self._payloads = [payload for _, payload in rows]
        self._automaton = AhoCorasick([lower(p) for p in self._phrases], matchkind=MatchKind.Standard)
        self._found = lru_cache(maxsize=LAST_TEXTS)(self._search)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Found[Payload]]:
        """Find the phrases in a stretch of text.

        Parameters
        ----------
        text
            The text that spans refer to: all of a document's, which is searched once for all its stretches.
        start, end
            The stretch; the whole text by default.

        Returns
        -------
        list of Found
            In order, not overlapping; of two that overlap the earlier, then the longer.
        """
        found: list[Found[Payload]] = []
        for phrase in self.readings(text, start, end):
            if not found or phrase.start >= found[-1].end:
                found.append(phrase)
        return found

    def readings(self, text: str, start: int = 0, end: int | None = None) -> list[Found[Payload]]:
        """Find every phrase, also those that overlap; of those that begin together the longest first.

        Parameters
        ----------
        text, start, end
            As for `find`.

        Returns
        -------
        list of Found
            In order.
        """
        found, end = self._found(text), len(text) if end is None else end
        low = bisect_left(found, (start,))
        return [phrase for phrase in found[low : bisect_left(found, (end,), lo=low)] if phrase.end <= end]

    def _search(self, text: str) -> list[Found[Payload]]:
        matches = self._automaton.find_matches_as_indexes(lowered(text), overlapping=True)
        whole = [m for m in matches if self._is_whole(text, *m)]
        whole.sort(key=lambda m: (m[1], -m[2]))
        return [Found(begin, end, self._payloads[index]) for index, begin, end in whole]

    def _is_whole(self, text: str, index: int, begin: int, end: int) -> bool:
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            return False
        phrase = self._phrases[index]
        if len(phrase) <= _LONGEST_CASED and phrase.isupper() and text[begin:end] != phrase:
            return False
        if begin == 0 or not text[begin - 1].isalnum():
            return True
        return not phrase[0].isascii() and _prefix(text, begin) in _ARABIC_PREFIXES


def _prefix(text: str, begin: int) -> str:
    start = begin
    while start > 0 and text[start - 1].isalpha() and begin - start < 4:
        start -= 1
    return text[start:begin]


@lru_cache(maxsize=LAST_TEXTS)
def lowered(text: str) -> str:
    """Give `lower` of a document's text, of which one stretch after the other is asked for."""
    return lower(text)


def lower(text: str) -> str:
    """Lower a text without changing its length, so that spans hold; curly apostrophes become straight ones."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("’", "'").replace("‘", "'").replace("\u2010", "-").replace("\u2011", "-")
