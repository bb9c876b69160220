"""Who shared a fate in words beside the verb and its number: "along with his driver", "besides the bomber"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.coordination import Found, begins_clause, read_object
from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.nouns import besides
from geoiraq.reports.tolls.row import Marker, Phrase, Victims, phrase_at


def with_bomber(row: Sequence[Phrase], index: int, told: Found, known: Lexicon, *, first: bool) -> Found:
    """Add the bomber whom the words after a number, or those that open the sentence, leave out of it."""
    victims, positions = told
    for edge in (max(index, *positions) + 1, max(positions) + 1, *((0,) if first else ())):
        beside = besides(row, edge, known)
        if beside is not None and victims[0].shape == "none":
            return beside  # "apart from the bomber, nobody died"
        if beside is not None and not set(beside[1]) & set(positions):
            victims, positions = [*victims, *beside[0]], [*positions, *beside[1]]
    return victims, positions


def joined(row: Sequence[Phrase], index: int, subject: Found | None, known: Lexicon) -> Found | None:
    """Add who shared the fate: "was killed, along with his driver and a guard", but not "with a knife"."""
    if not subject:
        return subject
    at = index + 1
    if _beside_one_told(row, at, known):
        return [subject[0][0]._replace(more=True), *subject[0][1:]], subject[1]
    if isinstance(comma := phrase_at(row, at), Marker) and comma.mark == "comma":
        at += 1
    joint = phrase_at(row, at)
    companions = read_object(row, at) if isinstance(joint, Marker) and joint.word in known.company else None
    if companions is None or begins_clause(row, companions[1][-1]):
        return subject
    first = companions[0][0]
    loose = at > index + 1 or joint.word == "with"  # type: ignore[union-attr]
    if first.person is False or (first.person is None and loose and first.shape != "number"):
        return subject
    return [*subject[0], *companions[0]], [*subject[1], *companions[1]]


def _beside_one_told(row: Sequence[Phrase], at: int, known: Lexicon) -> bool:
    """Whether "with him", "alongside them" follows: those told before shared the fate."""
    joint, who = phrase_at(row, at), phrase_at(row, at + 1)
    return (
        isinstance(joint, Marker)
        and (joint.word in known.company or joint.word in _BESIDE)
        and isinstance(who, Victims)
        and who.noun in _TOLD
    )


_BESIDE = ("alongside", "beside")
_TOLD = ("him", "her", "them")
