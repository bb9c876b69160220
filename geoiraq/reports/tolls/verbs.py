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
    closed = isinstance(comma := phrase_at(row, index - 1), Marker) and comma.mark == "comma"
    deponent = isinstance(verb := row[index], Trigger) and verb.form == "subject"
    # "..., whose name is withheld, died"
    passive = None if closed and deponent else auxiliary(row, index)
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
        if isinstance(phrase, Marker) and phrase.word == "then" and _is_aux(phrase_at(row, at - 1)):
            at -= 1  # "was then killed"
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
        if before.mark == "preposition" or _is_doing(row, position) or _is_office(row, position):
            return position
        if before.word == "total":  # "in total 41 people"
            return None
        if before.word in DEEDS and position == at - 1:
            return None  # "in the fighting | 11 policemen died"
        if before.mark == "time" and before.word[0].isdigit() and not before.word.isdigit():
            continue  # "of the 2nd group"
        if before.mark != "word" or (before.word.endswith("ed") and before.word not in _ADJECTIVES):
            return None
    return None


#: What ends a phrase of its own before those whom it befell.
DEEDS = ("fighting", "shelling", "bombardment", "violence", "unrest", "gunfight", "shootout", "stampede")


def _is_doing(row: Sequence[Phrase], at: int) -> bool:
    """Whether a participle describes who stands before it by what they did: "a bomber targeting the gate"."""
    verb, who = row[at], phrase_at(row, at - 1)
    told = isinstance(verb, Marker) and verb.mark == "word" and verb.word.endswith("ing")
    return told and isinstance(who, Victims) and who.person is True


def _is_office(row: Sequence[Phrase], at: int) -> bool:
    """Whether "as" only tells what somebody is: "two men who worked as interpreters were"."""
    joint, verb = row[at], phrase_at(row, at - 1)
    return (
        isinstance(joint, Marker)
        and joint.word == "as"
        and isinstance(verb, Marker)
        and verb.mark in ("word", "preposition")
    )


#: "By armed men": what describes, and is no verb.
_ADJECTIVES = ("armed", "masked", "hooded", "unidentified", "uniformed", "suspected", "disguised")


def before_preposition(row: Sequence[Phrase], at: int) -> int:
    """Step back over a preposition and what describes it: to the noun that it follows."""
    at -= 1
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
            case Marker(word="then") if _is_aux(phrase_at(row, index - step - 1)):
                continue
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


def after_means(row: Sequence[Phrase], index: int) -> int | None:
    """Find after what "executed by gunfire | six men" goes on with whom it was done to."""
    joint = phrase_at(row, index + 1)
    if not isinstance(joint, Marker) or joint.word not in ("by", "with", "in", "using"):
        return None
    at = index + 2
    while (
        isinstance(word := phrase_at(row, at), Marker) and word.mark == "word" and at < index + _LONGEST_MEANS
    ):
        at += 1
    means = phrase_at(row, at)
    if isinstance(means, Victims) and means.person is not True and means.shape != "number":
        at += 1
    whom = phrase_at(row, at)
    told = isinstance(whom, Victims) and whom.person is True and whom.shape in ("number", "one")
    return at - 1 if told and at > index + 2 else None


#: "By a firing squad": so many phrases at most.
_LONGEST_MEANS = 5


def _is_aux(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Marker) and phrase.mark == "aux"


def is_who(phrase: Phrase | None) -> bool:
    """Whether this is "who was", which stands among the words that only describe."""
    return isinstance(phrase, Marker) and phrase.word.startswith("who ")


def last_of_chain(row: Sequence[Phrase], index: int) -> int:
    """Go from "captured" in "captured and executed 12" to the verb that has the object."""
    for _ in range(_LONGEST_CHAIN):
        joint, verb = phrase_at(row, index + 1), phrase_at(row, index + 2)
        if not (isinstance(joint, Marker) and joint.mark == "conjunction" and isinstance(verb, Trigger)):
            break
        if verb.form not in ("participle", "ing", "present"):
            break
        index += 2
    return index


#: "captured, tortured and killed": nobody coordinates more verbs.
_LONGEST_CHAIN = 4


def adverbs_before(row: Sequence[Phrase], index: int) -> int:
    """Count the adverbs and negatives right before a verb."""
    count = 0
    while isinstance(phrase := phrase_at(row, index - 1 - count), Marker) and phrase.mark in (
        "adverb",
        "negative",
    ):
        count += 1
    return count
