"""Who was hurt, where a text says: soldiers, police, civilians, attackers, officials, and of which nation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from geoiraq.reports.tolls.coordination import read_object
from geoiraq.reports.tolls.numbers import find_numbers
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at
from geoiraq.vocabulary import read_words

#: So many phrases after its verb may name a part of a toll; so many lie between "two of them" and who they were.
_REACH, _NEAR = 8, 3


@dataclass(frozen=True, slots=True)
class Part:
    """So many of one group or nation among those whom a toll counts.

    Attributes
    ----------
    count
        How many.
    group
        civilians, soldiers, police, officials or attackers; empty where only the nation is said.
    nation
        As an adjective ("American"); empty where not said.
    """

    count: int
    group: str
    nation: str

    @property
    def label(self) -> str:
        """What they were: "American soldiers", "police"."""
        return f"{self.nation} {self.group}".strip()


def parts_of(
    text: str, row: Sequence[Phrase], index: int, victims: Sequence[Victims], first: int
) -> tuple[Part, ...]:
    """Say who the victims of a toll were, as far as they are told.

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    index
        Where the verb or noun stands.
    victims
        Whom it counts.
    first
        Where the first of them stands.

    Returns
    -------
    tuple of Part
        "Two soldiers and a shepherd", or "nine of them policemen".
    """
    told = list(_parts(text, victims))
    if any(v.group for v in victims):
        return tuple(told)
    return (*told, *_subsets(text, row, min(first, index), index))


def _subsets(text: str, row: Sequence[Phrase], start: int, index: int) -> Iterable[Part]:
    for at in range(start, min(len(row), index + _REACH)):
        phrase = row[at]
        if at > index and isinstance(phrase, Trigger):
            return
        if not isinstance(phrase, Marker) or phrase.mark != "subset":
            continue
        numbers = find_numbers(text, phrase.start, phrase.end)
        if numbers and numbers[0].best is not None:
            near = (row[i] for i in range(at + 1, min(len(row), at + 1 + _NEAR)))
            who = next((p for p in near if isinstance(p, Victims)), None)
            if who is not None and _known(text, who):
                yield Part(numbers[0].best, who.group, nation_of(text[who.start : who.end]))
        elif isinstance(phrase_at(row, at + 1), Victims) and (listed := read_object(row, at)) is not None:
            yield from _parts(text, listed[0])


def _parts(text: str, victims: Sequence[Victims]) -> Iterable[Part]:
    for v in victims:
        if v.best and _known(text, v):
            yield Part(v.best, v.group, nation_of(text[v.start : v.end]))


def _known(text: str, victims: Victims) -> bool:
    return bool(victims.group or nation_of(text[victims.start : victims.end]))


def nation_of(words: str) -> str:
    """Find the nation that a phrase names.

    Parameters
    ----------
    words
        "Two American soldiers", "three US troops".

    Returns
    -------
    str
        As an adjective; empty where none is named.
    """
    nations = _nations()
    for word in words.split():
        # "US" is not "us".
        if (nation := nations.get(word if word.isupper() else word.lower())) is not None:
            return nation
    return ""


@cache
def _nations() -> dict[str, str]:
    nations = read_words("geoiraq.reports", "casualties")["nations"]
    return {word: nation for nation, words in nations.items() for word in words}
