"""What a noun phrase names as a target: an actor of the table, or a thing or person as written; or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geoiraq.reports.text.phrases import lower
from geoiraq.reports.who.actors import ActorMention, named_persons, named_within
from geoiraq.reports.who.nounphrases import NounPhrase, noun_phrase, phrase_words
from geoiraq.vocabulary import read_words

#: Kinds whose posts and vehicles are they themselves, and whose losses say whom an attack was meant for.
FORCES = frozenset({"state", "coalition", "militia", "insurgent", "peshmerga", "police", "international"})


class Target(NamedTuple):
    """Who or what was attacked.

    Attributes
    ----------
    name
        As the incident table has it.
    kind
        The kind of an actor of the table; empty for what the text calls by words of its own.
    """

    name: str
    kind: str = ""


class Clause(NamedTuple):
    """A clause, `text[start:end]`, and the actors it names."""

    text: str
    start: int
    end: int
    actors: Sequence[ActorMention]


#: A target, and where the words stand that tell of it.
Told = tuple[int, Target]


def meant(clause: Clause, phrase: NounPhrase, thing: str = "", *, place: bool = False) -> Target | None:
    """Say what a noun phrase names as a target; None where it is none."""
    if phrase.head in phrase_words("parts"):
        inner = phrase.inner or _led_to(clause, phrase)
        if inner is not None or " " not in clause.text[phrase.start : phrase.end]:
            return meant(clause, inner, thing, place=place) if inner else None
    actor = _actor_of(clause, phrase)
    if actor is not None:
        return Target(actor.actor.name, actor.actor.kind)
    if phrase.inner is None and _is_weapon(clause, phrase):
        return None
    if _is_name(clause.text[phrase.start : phrase.head_end]):
        return _person(clause, phrase, thing) if not place else None
    if phrase.inner is None and (phrase.pronoun or (place and not _is_definite(clause, phrase))):
        return None
    written = clause.text[phrase.start : phrase.end]
    said_more = " " in written and phrase.head in phrase_words("alone")
    if phrase.head in phrase_words("neutral") and not said_more and not _is_stormed(phrase, thing):
        return None
    return Target(written)


_LEADING_TO = re.compile(r"\s+(?:leading\s+)?to\s+")


def _led_to(clause: Clause, phrase: NounPhrase) -> NounPhrase | None:
    """Give the complement of "entrance to"."""
    match = _LEADING_TO.match(clause.text, phrase.end, clause.end)
    return noun_phrase(clause.text, match.end(), clause.end, inner=True) if match else None


def _is_weapon(clause: Clause, phrase: NounPhrase) -> bool:
    """Tell whether a vehicle is what the attackers used: "a parked car", "a truck packed with"."""
    if phrase.head not in phrase_words("vehicles"):
        return False
    words = lower(clause.text[phrase.start : phrase.end]).split()
    after = lower(clause.text[phrase.end : phrase.end + 12]).split()
    return not phrase_words("armed").isdisjoint([*words, *after[:1]])


def _is_definite(clause: Clause, phrase: NounPhrase) -> bool:
    """Tell whether it is a thing among others: "in hospital" is not, "in a hospital" and "in schools" are."""
    return phrase.opened or phrase.head.endswith("s") or clause.text[phrase.start].isupper()


def _is_stormed(phrase: NounPhrase, thing: str) -> bool:
    """Tell whether a place of people is the object of a verb: "stormed the village"; and "the deputy head" a person."""
    if phrase.head == "head":
        return phrase.inner is not None
    return phrase.head in phrase_words("stormed") and thing not in ("", "killed")


def _person(clause: Clause, phrase: NounPhrase, thing: str) -> Target | None:
    """Give the person that a name may be: with a rank or an office, or done to as to persons."""
    titled = named_persons(clause.text, phrase.start, phrase.end)
    if titled:
        return Target(titled[0])
    written = clause.text[phrase.start : phrase.end]
    return (
        Target(written)
        if " " in written and thing in target_words("to_persons") and not written.isupper()
        else None
    )


def _actor_of(clause: Clause, phrase: NounPhrase) -> ActorMention | None:
    """Give the actor of the table that a noun phrase names by its noun, or whose people or posts it names."""
    near = named_within(clause.actors, phrase.start - _LONGEST_NAME, phrase.head_end)
    own = [a for a in near if a.end > phrase.start]
    heading = next((a for a in own if a.end >= phrase.head_end), None)
    if heading is not None:
        return heading
    if phrase.head not in phrase_words("units"):
        return None
    for actor in reversed(own):
        if actor.actor.kind in FORCES:
            return actor
    of = _OF.match(clause.text, phrase.head_end)
    theirs = next(iter(named_within(clause.actors, of.end(), of.end() + _SLACK)), None) if of else None
    return theirs if theirs is not None and theirs.actor.kind in FORCES else None


#: How far before a phrase a name that reaches into it may begin.
_LONGEST_NAME = 80
#: "Manned by", and how far from it the name may stand.
_OF = re.compile(
    r"\s+(?:of|(?:manned|run|held|guarded|used|operated|staffed)\s+by|belonging\s+to)\s+(?:the\s+|an?\s+)?"
)
_SLACK = 14


def _is_name(written: str) -> bool:
    """Tell whether every word of it is capitalised and none is for a thing that is attacked as such."""
    words = written.split()
    if any(
        word.lower().strip(".,'’s") in phrase_words("sites") or word.lower() in phrase_words("sites")
        for word in words
    ):
        return False
    return all(
        word[0].isupper() or word.startswith(("al-", "el-")) or word in ("bin", "ibn", "al") for word in words
    )


@cache
def target_words(name: str) -> frozenset[str]:
    """Give a column of the words that say what was attacked."""
    return frozenset(read_words("geoiraq.reports", "targets")[name])
