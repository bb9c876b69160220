"""A sentence as a row of phrases: who may be counted, what happened to them, and what joins the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from geoiraq.reports.tolls.lexicon import Form, Mark, TollKind

Shape = Literal["number", "one", "name", "many", "ordinal", "none"]


class Victims(NamedTuple):
    """A noun phrase that may count people.

    Attributes
    ----------
    start, end
        Offsets into the text.
    shape
        A number, one person, a name, an uncounted plural, an ordinal or "no ...".
    low, best, high
        How many; None where not said.
    person
        Whether the noun is one of a person (True), of a thing (False), or unknown.
    group
        Civilians, soldiers, police, officials, attackers, or empty.
    noun
        The head noun, lower case; empty for a bare number.
    definite, owned, more
        Whether it was "the five"; "his driver"; "five more", "another", "others".
    of_victims
        "wounded" for "two of the wounded", "killed" for "two of the dead".
    times
        How many times the number told before, for "as many", "twice that number"; else 0.
    """

    start: int
    end: int
    shape: Shape
    low: int | None
    best: int | None
    high: int | None
    person: bool | None
    group: str = ""
    noun: str = ""
    definite: bool = False
    owned: bool = False
    more: bool = False
    of_victims: str = ""
    times: int = 0


class Trigger(NamedTuple):
    """A word that says what happened to people, and which of its forms it is."""

    start: int
    end: int
    kind: TollKind
    form: Form
    word: str


class Marker(NamedTuple):
    """A word that joins, negates or ends something."""

    start: int
    end: int
    mark: Mark
    word: str


Phrase = Victims | Trigger | Marker


def phrase_at(row: Sequence[Phrase], index: int) -> Phrase | None:
    """Get the phrase at a place of the row, None beyond its ends."""
    return row[index] if 0 <= index < len(row) else None


def step_over(row: Sequence[Phrase], at: int) -> int:
    """Step over adverbs between a verb and its object."""
    while isinstance(phrase := phrase_at(row, at), Marker) and phrase.mark == "adverb":
        at += 1
    return at
