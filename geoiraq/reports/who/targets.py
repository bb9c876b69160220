"""Who or what was attacked: the table's name where it has one, else the short noun phrase of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from geoiraq.reports.text.columns import Span, holds, spans
from geoiraq.reports.text.phrases import lower
from geoiraq.reports.what.events import any_phrase
from geoiraq.reports.who.actors import UNIDENTIFIED, ActorMention, kind_of
from geoiraq.reports.who.arabictargets import beside_in_arabic, done_in_arabic, harmed_in_arabic, is_arabic
from geoiraq.reports.who.nounphrases import noun_phrase, phrase_words
from geoiraq.reports.who.targetphrases import FORCES, Clause, Target, Told, meant, target_words


def find_target(
    text: str, start: int, end: int, actors: Sequence[ActorMention], agent: str = ""
) -> Target | None:
    """Find who or what a clause says was attacked.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The clause.
    actors
        The actors named in it, without those who only speak.
    agent
        Who did it: never the target.

    Returns
    -------
    Target or None
        None where the clause does not say.

    Examples
    --------
    >>> text = "A bomb attached to the car of a judge went off near a market."
    >>> find_target(text, 0, len(text), []).name
    'car of a judge'
    """
    clause = Clause(text, start, end, actors)
    unknown_too = kind_of(agent) in FORCES
    for ways in _ARABIC if is_arabic(clause) else _ENGLISH:
        told = [found for way in ways for found in way(clause)]
        for _, target in sorted(told, key=lambda found: found[0]):
            if target.name != agent and (target.kind != UNIDENTIFIED or unknown_too):
                return target
    return None


def find_object(text: str, start: int, end: int) -> str:
    """Give what was found, as it stands after "found": "arms cache"; empty where nothing stands there."""
    phrase = noun_phrase(text, start, end)
    return text[phrase.start : phrase.end] if phrase and not phrase.pronoun else ""


def _aimed_at(clause: Clause) -> Iterator[Told]:
    """Read "targeting a restaurant"."""
    for _, end in _found(clause, "aims"):
        if not clause.text.startswith(" by", end):
            yield from _named(clause, end)


def _attack_on(clause: Clause) -> Iterator[Told]:
    """Read "an attack on pilgrims"."""
    for _, end in _found(clause, "nouns"):
        yield from _named(clause, end)


def _done_to(clause: Clause) -> Iterator[Told]:
    """Read the object of "ambushed", the subject of "was ambushed"."""
    for at, end in _found(clause, "verbs"):
        verb = lower(clause.text[at:end])
        if verb in _nouns() and _COUNTING.search(clause.text, max(clause.start, at - 16), at):
            continue
        if verb in target_words("suffers"):
            yield from _subject(clause, at)
        elif _is_passive(clause, at, end):
            subject = list(_subject(clause, at))
            # "Rockets were fired at the base."
            yield from subject or (_named(clause, end) if verb.endswith(_TOWARDS) else ())
        else:
            yield from _named(clause, end, thing=verb)


#: "One strike destroyed it": what is counted is no verb.
_COUNTING = re.compile(
    r"\b(?:an?|the|this|that|another|each|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)\s+\Z",
    re.IGNORECASE,
)
_TOWARDS = (" at", " on", " into", " upon", " inside", " in")


def _thrown_at(clause: Clause) -> Iterator[Told]:
    """Read "fired rockets at the base", "threw a grenade into a shop"."""
    for _, thrown in spans(clause.text, "targets.throws", clause.start, clause.end):
        for at, end in spans(clause.text, "targets.into", thrown, min(clause.end, thrown + THROWN_REACH)):
            if _WHAT.fullmatch(clause.text, thrown, at):
                yield from _named(clause, end)
                break


#: "Several improvised mortar rounds": what is thrown, and how far it may reach.
_WHAT, THROWN_REACH = re.compile(r"(?:\s+[\w-]+){0,6}\s+"), 90


def _put_on(clause: Clause) -> Iterator[Told]:
    """Read "attached to the car of a judge"."""
    for _, end in _found(clause, "puts"):
        yield from _named(clause, end)


def _passing(clause: Clause) -> Iterator[Told]:
    """Read "as a patrol passed"."""
    if holds(clause.text, "targets.passes", clause.start, clause.end):
        for match in _passes().finditer(clause.text, clause.start, clause.end):
            yield from _named(clause, match.start("who"))


def _beside(clause: Clause) -> Iterator[Told]:
    """Read "exploded near a market"."""
    for at, end in _found(clause, "beside"):
        if not _is_hiding(clause, at):
            yield from _named(clause, end, place=True)


def _within(clause: Clause) -> Iterator[Told]:
    """Read "planted in a restaurant", "hidden in a cart"."""
    for at, end in _found(clause, "beside"):
        if _is_hiding(clause, at):
            yield from _named(clause, end, place=True)


def _is_hiding(clause: Clause, at: int) -> bool:
    words = lower(clause.text[max(clause.start, at - 16) : at]).split()
    return bool(words) and words[-1] in target_words("hidings")


def _harmed(clause: Clause) -> Iterator[Told]:
    """Read "killed three soldiers", "three soldiers were killed"."""
    for at, end in _found(clause, "harms"):
        verb = lower(clause.text[at:end])
        if not verb.endswith("ing"):
            suffers = verb in target_words("suffers") or _is_passive(clause, at, end)
            yield from _subject(clause, at) if suffers else _named(clause, end, thing="killed")


def _harmed_besides(clause: Clause) -> Iterator[Told]:
    """Read "killing three soldiers"."""
    for _, end in _found(clause, "harms"):
        if clause.text.endswith("ing", 0, end):
            yield from _named(clause, end, thing="killed")


def _force_harmed(clause: Clause) -> Iterator[Told]:
    """Whom of a force it killed says better than a place beside it for whom it was meant."""
    return (told for way in (_harmed, _harmed_besides) for told in way(clause) if told[1].kind in FORCES)


def _found(clause: Clause, column: str) -> Iterator[Span]:
    """Find words of a column; a capital in mid-sentence makes a name of them (the town of Hit)."""
    for at, end in spans(clause.text, f"targets.{column}", clause.start, clause.end):
        if not clause.text[at].isupper() or at == clause.start:
            yield at, end


#: "Kidnapped and killed", "shot and wounded".
_COORDINATED = re.compile(r"\s+and\s+(?:\w+ed|shot\s+dead|shot)(?=\s)")
#: "Its rider, a member of the Asayish".
_APPOSITION = re.compile(r",\s+(?=an?\s|the\s)")

#: "Five people, including three soldiers".
_AMONG_THEM = re.compile(r",?\s+(?:including|among\s+them|most\s+of\s+them|all\s+of\s+them)\s+")


def _named(clause: Clause, at: int, *, thing: str = "", place: bool = False) -> Iterator[Told]:
    """Give what is named at a place, if it is one that can be attacked."""
    coordinated = _COORDINATED.match(clause.text, at, clause.end) if thing else None
    phrase = noun_phrase(clause.text, coordinated.end() if coordinated else at, clause.end)
    if phrase is None:
        return
    target = meant(clause, phrase, thing, place=place)
    closer = _APPOSITION if phrase.pronoun else _AMONG_THEM
    apposition = closer.match(clause.text, phrase.end, clause.end)
    if target is None and apposition and (phrase.pronoun or thing == "killed"):
        other = noun_phrase(clause.text, apposition.end(), clause.end)
        target = meant(clause, other, thing, place=place) if other else None
    if target is not None:
        yield at, target


#: A turn after which another subject may stand; behind what is said, none does.
_TURN = re.compile(
    r"\b(?:when|after|as|while|where|which|that|and|but|before)\b|[;:,]\s|(?<![A-Z])\.\s|\s[-–—]\s"
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|stated)\b")
#: How many turns back, and how far, the subject of a verb is looked for.
TURNS, SUBJECT_REACH = 4, 200
_OPENING = re.compile(
    r"\s*(?:on|in|at|near|during|by|late|early|around|between|since|of|also|separately|from|with|to)\b",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?P<before>[\w.,-]+)\s+(?=(?:an?|two|three|four|five|six|seven|eight|nine|ten|several)\s)"
)


def _subject(clause: Clause, verb: int) -> Iterator[Told]:
    """Give the subject of the verb at a place: the first thing named after the last turn, or an earlier one."""
    low = max(clause.start, verb - SUBJECT_REACH)
    low = max([low, *(m.end() for m in _SAID.finditer(clause.text, low, verb))])
    turns = [low, *(m.end() for m in _TURN.finditer(clause.text, low, verb))][-TURNS:]
    for turn in reversed(turns):
        for at in _beginnings(clause.text, turn, verb):
            phrase = noun_phrase(clause.text, at, verb)
            target = meant(clause, phrase, "killed") if phrase else None
            if target is not None:
                yield at, target
                return


def _beginnings(text: str, start: int, end: int) -> list[int]:
    """Give where a subject may begin: at once, or, after "On 27 January 2009", with an article."""
    if not _OPENING.match(text, start, end):
        return [start]
    return [
        m.end()
        for m in _DETERMINER.finditer(text, start, end)
        if m["before"].lower() not in phrase_words("stops")
    ]


def _is_passive(clause: Clause, at: int, end: int) -> bool:
    """Tell whether the verb at `text[at:end]` is told of the one who suffers it."""
    if _AUXILIARY.search(clause.text, max(clause.start, at - 40), at):
        return True
    return _BY.match(clause.text, end, clause.end) is not None and not clause.text[at:end].endswith("ing")


_AUXILIARY = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+"
    r"(?:(?:\w+ly|also|later|then|shot|abducted|kidnapped|found)\s+(?:and\s+)?){0,2}\Z"
)
_BY = re.compile(r"\s+by\b")


_Way = Callable[[Clause], Iterator[Told]]
#: The ways in which a text tells it, the surest first; of those side by side, what stands first in the text.
_ENGLISH: tuple[tuple[_Way, ...], ...] = (
    (_aimed_at,),
    (_done_to, _attack_on, _thrown_at, _put_on, _passing),
    (_force_harmed,),
    (_beside, _harmed),
    (_harmed_besides, _within),
)
_ARABIC: tuple[tuple[_Way, ...], ...] = ((done_in_arabic,), (harmed_in_arabic,), (beside_in_arabic,))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun.rsplit(" ", 1)[0] for noun in target_words("nouns"))


@cache
def _passes() -> re.Pattern[str]:
    passes = any_phrase(tuple(target_words("passes"))).pattern
    return re.compile(rf"\b(?:as|when|while)\s+(?P<who>(?:[\w'.-]+\s+){{1,7}}?){passes}", re.IGNORECASE)
