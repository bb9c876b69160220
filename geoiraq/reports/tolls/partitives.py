"""Numbers of some told before: "nine of them policemen", "four of the six killed", "the bodies of two of them"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon, entry_at
from geoiraq.reports.tolls.numbers import Number
from geoiraq.reports.tolls.row import Marker, Victims
from geoiraq.reports.tolls.tokens import Token, word_at


def of_bodies(words: Sequence[Token], index: int) -> bool:
    """Whether "the corpses of" stands before a number."""
    return index > 1 and words[index - 1].word == "of" and words[index - 2].word in _BODIES


_BODIES = ("body", "bodies", "corpse", "corpses", "remains")


def are_hurt(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether "killed" follows a number, or a number and its noun: "four of the six | policemen killed"."""
    for at in range(index, min(len(words), index + _LONGEST_NOUN)):
        entry = entry_at(words, at, known)
        if entry is not None:
            return entry[1] in ("killed", "injured") and (
                entry[2] == "participle" or words[at].word == "dead"
            )
        if not words[at].word.isalpha():
            return False
    return False


#: "Four of the six police officers killed": so many words at most stand between the number and the verb.
_LONGEST_NOUN = 3


def partitive(
    words: Sequence[Token], number: Number, after: int, whom: str, known: Lexicon
) -> tuple[Victims | Marker, int]:
    """Tell "nine of them policemen", a part of what was counted, from "one of them died"."""
    following = entry_at(words, after, known) if after < len(words) else None
    counted = following is not None and (
        following[0] == "trigger" or following[1] in ("aux", "have", "adverb")
    )
    if counted and whom == "wounded":
        return victims_of(words, number, after, whom), after
    closed = following is not None and following[1] in ("preposition", "conjunction", "clause", "time")
    open_end = after >= len(words) or not words[after].word[0].isalnum() or closed
    pronoun, next_word = word_at(words, after - 1), word_at(words, after)
    placed = following is not None and following[1] in ("preposition", "time")
    if pronoun == "those" and (placed or next_word in known.grammar["present_there"]):
        return victims_of(words, number, after, ""), after + (next_word in ("present", "there"))
    them = (pronoun == "them" and open_end) or (pronoun == "whom" and next_word == ",")
    if (them or (counted and pronoun in ("them", "whom", "those"))) and number.best is not None:
        return victims_of(words, number, after, "them"), after
    return Marker(number.start, words[after - 1].end, "subset", "of"), after


def victims_of(words: Sequence[Token], number: Number, after: int, whom: str) -> Victims:
    """Give the people that a number counts, and of whom they are: "them", "wounded", "part" or nobody told before."""
    return Victims(
        number.start,
        words[after - 1].end,
        "number",
        number.low,
        number.best,
        number.high,
        True,
        of_victims=whom,
    )
