"""What stands before a verb: its auxiliary, what belongs to the verb, a preposition that governs a noun."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at

#: "Found shot dead", "discovered strangled", "reported wounded".
FOUND = ("found", "discovered", "recovered", "reported", "confirmed", "listed")


def before_verb(row: Sequence[Phrase], index: int, known: Lexicon) -> tuple[int, str]:
    """Step back over auxiliaries, adverbs and other participles of the same verb."""
    aux = ""
    passive = auxiliary(row, index)
    at = index - 1
    if passive is not None:
        at = passive
    while at >= 0:
        phrase = row[at]
        if isinstance(phrase, Marker) and phrase.mark in (
            "aux",
            "have",
            "adverb",
            "modal",
            "time",
            "negative",
        ):
            if phrase.mark == "aux":
                aux = phrase.word
            at -= 1
            continue
        verb = row[index]
        wound = isinstance(verb, Trigger) and verb.word == "with"
        if wound and isinstance(phrase, Marker) and phrase.word in ("survived", "escaped"):
            at -= 1
            continue
        if isinstance(phrase, Marker) and phrase.word == "to" and _tells(phrase_at(row, at - 1), known):
            at -= 2
            continue
        if isinstance(phrase, Marker) and phrase.word in FOUND and at == index - 1:
            aux = aux or "found"  # "found shot dead", "were found strangled"
            at -= 1
            continue
        break
    return at, aux


def _tells(phrase: Phrase | None, known: Lexicon) -> bool:
    """Whether this is the "said" of "were said to have been killed", the "had" of "had to be treated"."""
    return isinstance(phrase, Marker) and (phrase.mark == "have" or phrase.word in known.grammar["reporting"])


def preposition_of(row: Sequence[Phrase], at: int) -> int | None:
    """Find the preposition that governs a noun phrase: the "of" of "of security forces"."""
    for position in (at - 1, at - 2, at - 3):
        before = phrase_at(row, position)
        if not isinstance(before, Marker):
            return None
        if before.mark == "preposition":
            return position
        if before.word == "total":  # "in total 41 people"
            return None
        if before.mark != "word" or (before.word.endswith("ed") and before.word not in _ADJECTIVES):
            return None
    return None


#: "By armed men": what describes, and is no verb.
_ADJECTIVES = ("armed", "masked", "hooded", "unidentified", "uniformed", "suspected", "disguised")


def before_preposition(row: Sequence[Phrase], at: int) -> int:
    """Step back over a preposition and what describes it: to the noun that it follows."""
    while isinstance(phrase := phrase_at(row, at), Marker) and phrase.mark in (
        "preposition",
        "adverb",
        "time",
    ):
        at -= 1
    return at


def auxiliary(row: Sequence[Phrase], index: int) -> int | None:
    """Find the "was" of "was struck and killed"."""
    joint = phrase_at(row, index - 1)
    joined = isinstance(joint, Marker) and joint.mark == "conjunction"
    for step in range(1, 9):
        phrase = phrase_at(row, index - step)
        if joined and isinstance(phrase, Victims) and preposition_of(row, index - step) is not None:
            continue
        if is_who(phrase):
            return index - step
        match phrase:
            case Marker(mark="aux"):
                return index - step
            case Marker(word=word) if step == 1 and word in FOUND:
                return index - step
            case Marker(
                mark="adverb" | "conjunction" | "word" | "comma" | "time" | "negative" | "modal" | "have"
            ):
                continue
            case Marker(mark="preposition") if joined:
                continue
            case Trigger(form="participle" | "shot"):
                continue
        return None
    return None


def is_who(phrase: Phrase | None) -> bool:
    """Whether this is "who was", which stands among the words that only describe."""
    return isinstance(phrase, Marker) and phrase.word.startswith("who ")
