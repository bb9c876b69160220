"""Spot the runs of words in a text that are names of places; what they mean is for resolve to say."""

from __future__ import annotations

import re
from typing import NamedTuple

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.recognition.cues import (
    belongs_to,
    is_one_of_many,
    is_placed,
    is_titled,
    masked,
    owns_people,
    precedes_person,
)
from geoiraq.places.recognition.runs import Run, Standing, is_capital
from geoiraq.places.recognition.tokens import CAPITAL, NEXT_WORD, WORD, small_word_before
from geoiraq.places.relations import relation_before

#: A larger place after a comma makes a place of what stands before it.
_LARGER = (("governorate", "district", "country", "city"),)
_AFTER_COMMA = re.compile(r"\s*+,\s*+(?=[^\W_])")
_SHARING = re.compile(r"(?:\s*+,)?\s++(?:and|or)\s+|\s*+,\s*|\s+و")
_PLURAL_KIND = re.compile(
    r"\s+(?:governorates|provinces|districts|subdistricts|villages|towns)\Z", re.IGNORECASE
)


class Spotted(NamedTuple):
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
    page = _Page(book, text)
    first = page.runs.first
    before: re.Match[str] | None = None
    for word in CAPITAL.finditer(text):
        beginning = first[word[0]]
        if beginning is not None and word.end() > page.end:
            start = word.start()
            if text[start - 1] == "-" and start > page.end:
                page.read_from_article(start - 1, before)
            following = NEXT_WORD.match(text, word.end())
            for offset, run, goes_on in beginning.openings[following[0] if following else ""]:
                page.read(start + offset, run, goes_on, None if offset else before)
        before = word
    return page.with_shared_kinds()


class _Page:
    """A text, and the names spotted in it so far; the last of them ends at `end`."""

    def __init__(self, book: Gazetteer, text: str) -> None:
        self.runs = book.memory.runs
        self.runs.make_room()
        self._book, self._text = book, text
        self._hidden = masked(text)
        self.end = 0
        self._found: list[Spotted] = []

    def read(self, start: int, run: Run, goes_on: bool, before: re.Match[str] | None) -> None:
        """Read the name that begins with a run, if there is one.

        Parameters
        ----------
        start
            Where the run starts.
        run
            What could be a name there, or begin one.
        goes_on
            Whether what follows may make it longer.
        before
            What `CAPITAL` found before it, unless they are of one word.
        """
        if start < self.end or start in self._hidden:
            return
        for named, is_of_kind in (self._longest(start, run) if goes_on else run).readings:
            end = start + len(named.written)
            if not belongs_to(self._text, end) and (is_of_kind or self._stands(named, start, end, before)):
                self._found.append(Spotted(start, end, named.query))
                self.end = end
                return

    def read_from_article(self, hyphen: int, before: re.Match[str] | None) -> None:
        """Read the name that begins with the article tied to a word ("al-Qaim"), if there is one.

        Parameters
        ----------
        hyphen
            Where the hyphen between them stands.
        before
            What `CAPITAL` found before the word.
        """
        article = small_word_before(self._text, hyphen)
        beginning = self.runs.first[article[0]] if article is not None else None
        if article is not None and beginning is not None:
            for offset, run, goes_on in beginning.openings[_letters_after(self._text, hyphen)]:
                self.read(article.start() + offset, run, goes_on, before)

    def with_shared_kinds(self) -> list[Spotted]:
        """Give "Anbar" in "Anbar and Nineveh governorates" the kind word that stands only once."""
        found, result = self._found, list(self._found)
        last = -1
        for i, spotted in enumerate(found):
            match = _PLURAL_KIND.search(spotted.query) if spotted.query[-1] in "sS" else None
            if match is None:
                continue
            result[i] = spotted._replace(end=spotted.start + match.start())
            j = i
            while j > last + 1 and self._shares(found[j - 1], found[j]):
                j -= 1
                result[j] = found[j]._replace(query=f"{found[j].query} {match.group().strip()}")
            last = i
        return result

    def _longest(self, start: int, run: Run) -> Run:
        """Follow a run word by word, as far as names or the kind words after them go."""
        while run.goes_on:
            following = NEXT_WORD.match(self._text, start + len(run.written))
            longer = run.after[following[0]] if following else None
            if longer is None:
                break
            run = longer
        return run

    def _stands(self, run: Run, start: int, end: int, before: re.Match[str] | None) -> bool:
        """Tell whether the text around a name makes it a place."""
        if self._is_person(run, start, end, before):
            return False
        if run.standing is Standing.ALWAYS:
            return True
        if is_one_of_many(self._text, start):
            return False
        last_end = self._found[-1].end if self._found else None
        if is_placed(self._text, start, end, last_end):
            return True
        if run.standing is Standing.SHORT and owns_people(self._text, end):
            return True
        return run.standing is not Standing.PLACED and self._is_in_what_follows(end)

    def _is_person(self, run: Run, start: int, end: int, before: re.Match[str] | None) -> bool:
        """Tell whether a rank or given name before a name, or a family name after it, makes it a person's."""
        text = self._text
        if before is not None and is_titled(before[0]) and WORD.search(text, before.end(), start) is None:
            return precedes_person(text, before.end(), start)
        if run.is_given_name and text[end : end + 1] == " ":
            return is_capital(text[end + 1 : end + 2]) or text.startswith(("al-", "bin ", "ibn "), end + 1)
        return False

    def _is_in_what_follows(self, end: int) -> bool:
        """Tell whether a larger place follows after a comma, so that what stands before it is a place too."""
        comma = _AFTER_COMMA.match(self._text, end)
        word = WORD.match(self._text, comma.end()) if comma else None
        if word is not None and word[0].lower() == "in":
            word = WORD.search(self._text, word.end())
        if word is None:
            return False
        beginning = self.runs.first[word[0]]
        if beginning is None:
            return False
        offset, run = beginning.runs[0]
        letters = _letters_after(self._text, word.start() + len(run.written))
        if offset or not self.runs.opens(run, letters):
            return False
        longest = self._longest(word.start(), run)
        return any(self.runs.is_known(each.key, _LARGER) for each in longest.path)

    def _shares(self, one: Spotted, other: Spotted) -> bool:
        shares = _SHARING.fullmatch(self._text, one.end, other.start) is not None
        return shares and relation_before(self._text, one.start) is None


def _letters_after(text: str, end: int) -> str:
    """Give the letters up to the end of the next word, where that may be one of the same name; else none."""
    following = NEXT_WORD.match(text, end)
    return following[0] if following else ""
