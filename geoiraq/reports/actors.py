"""Who did it, to whom, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geoiraq.places.names import sound_key
from geoiraq.reports.events import Trigger, any_phrase
from geoiraq.reports.phrases import Phrases, lower
from geoiraq.vocabulary import read_words


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of the table of actors."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a text: `text[start:end]`."""

    start: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it, to whom; empty where the text does not say."""

    actor: str = ""
    target: str = ""


_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w*$")
_BY = re.compile(r"\s*(?:\w+\s+){0,6}?by\s+(?:the\s+|a\s+|an\s+|pro-\w+\s+|suspected\s+|unknown\s+)?")
_ON_TARGET = re.compile(
    r"(?:\b(?:on|against|at|targeting|targeted|target|hitting|hit|hosting|struck|killing|injuring|wounding|of)\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:General|Gen\.|Colonel|Col\.|Commander|Sheikh|leader|chief|head|commander|general|cleric)\s+)"
    r"(?P<name>(?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+|bin|ibn)(?:\s+(?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+|bin|ibn)){1,3})"
)
_OF_THAT = re.compile(r"\s+(?:(?!(?:and|or|of|in|on|with|by|to|for)\s)[a-z-]+\s+){0,2}")
_OF_WHOM = re.compile(r"\s+(?:of\s+)?(?:the\s+)?(?:last\s+)?(?:\w+\s+)?")
#: "Police sources said": who says it is not who did it, unless they speak of themselves.
_SPEAKS = re.compile(
    r"(?:\s+(?!and\b)\w+){0,3}?\s+(?:said|says|told|announced|reported|confirmed|sources?)\b(?!\s+(?:that\s+)?(?:it|they|its|their)\b)"
)
_PRONOUN = re.compile(
    r"\b(?:it|they|he|she|which|who)\s+(?:\w+ly\s+|also\s+|had\s+|then\s+)?$", re.IGNORECASE
)
#: How far from an event word its agent may stand.
AGENT_REACH = 120


def find_actors(text: str, start: int, end: int) -> list[ActorMention]:
    """Find the actors that a stretch of text names, in order."""
    found: list[ActorMention] = []
    for name in _names().find(text[start:end], start=start):
        if not name.payload.name:
            continue
        mention = ActorMention(name.start, name.end, name.payload)
        if found and _is_generic(text, mention) and _OF_THAT.fullmatch(text, found[-1].end, mention.start):
            # "American combat troops" are American.
            found[-1] = ActorMention(found[-1].start, mention.end, found[-1].actor)
        else:
            found.append(mention)
    return found


def _is_generic(text: str, mention: ActorMention) -> bool:
    return lower(text[mention.start : mention.end]) in _generic()


def roles(text: str, trigger: Trigger, actors: Sequence[ActorMention], start: int, end: int) -> Roles:
    """Tell who did it and to whom.

    Parameters
    ----------
    text
        The text that spans refer to.
    trigger
        The word that tells the event.
    actors
        The actors named in the sentence.
    start, end
        The clause.

    Returns
    -------
    Roles
        Empty strings where the clause does not say.
    """
    inside = [a for a in actors if start <= a.start < end]
    before = [
        a
        for a in inside
        if a.end <= trigger.start
        and trigger.start - a.end < AGENT_REACH
        and not _SPEAKS.match(text, a.end, trigger.start)
    ]
    after = [a for a in inside if a.start >= trigger.end]
    by = _after_by(text, trigger, after, end)
    persons = [m["name"] for m in _PERSON.finditer(text, trigger.end, end)]
    within = [a for a in inside if a.start < trigger.end and a.end > trigger.start]
    if not text[trigger.start].isascii() and trigger.form != "noun" and after and not before:
        # In Arabic the verb comes first, then who did it, then to whom.
        return Roles(after[0].actor.name, _first(text, trigger, after, after[0]))
    of_whom = after[0] if after and _OF_WHOM.fullmatch(text, trigger.end, after[0].start) else None
    if trigger.form == "noun" and trigger.kind.layer in ("withdrawal", "deployment") and of_whom is not None:
        return Roles(of_whom.actor.name, _first(text, trigger, after, of_whom))
    if _is_passive(text, trigger) or (trigger.form == "noun" and by is not None):
        target = (
            before[-1].actor.name if before and trigger.form != "noun" else _first(text, trigger, after, by)
        )
        return Roles(by.actor.name if by else "", target)
    if trigger.form == "noun" and not text[trigger.start].isascii() and after:
        # In Arabic it is said after the noun whose raid it was.
        whose = after[0]
        if not text[trigger.end : whose.start].strip():
            return Roles(whose.actor.name, _first(text, trigger, after, whose))
    if trigger.form == "noun":
        near = [a for a in before if _modifies(text[a.end : trigger.start])] or within
        agent = near[-1] if near else None
        told = before and before[-1].actor.kind != "civilians"
        if agent is None and told and not _ON_TARGET.search(text, before[-1].end, trigger.start):
            agent = before[-1]
        return Roles(
            agent.actor.name if agent else "", persons[0] if persons else _first(text, trigger, after, agent)
        )
    agent = before[-1] if before else None
    if agent is not None and agent.actor.kind == "civilians" and trigger.kind.id in ("bombing", "car-bomb"):
        agent = None
    if agent is not None and len(before) > 1 and _is_object(text, before[-2], before[-1], trigger):
        agent = before[0]
    return Roles(
        agent.actor.name if agent else "", persons[0] if persons else _first(text, trigger, after, agent)
    )


def attribution(text: str, start: int, end: int) -> str:
    """Tell on whose word it is told: claimed, blamed, denied or stated.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence or sentences that tell the event.

    Returns
    -------
    str
        "claimed by X", "blamed on X", "denied by X" or "stated".
    """
    folded = lower(text[start:end])
    if _attributions("unclaimed").search(folded):
        return "stated; unclaimed"
    for manner, joint in (("denied", "by"), ("claimed", "by"), ("blamed", "on")):
        match = _attributions(manner).search(folded)
        if match:
            actors = find_actors(text, start, end)
            near = (
                [a for a in actors if a.start >= start + match.end()]
                if joint == "on" or " by" in match.group()
                else [a for a in actors if a.end <= start + match.start() + 1]
            )
            if near:
                return f"{manner} {joint} {(near[0] if near[0].start >= start + match.end() else near[-1]).actor.name}"
            return manner
    return "stated"


def blamed_on(text: str, start: int, end: int) -> str:
    """Give the actor that a sentence claims, or blames, the event on; empty where there is none."""
    words = attribution(text, start, end)
    head, _, name = words.partition(" by ") if words.startswith("claimed by") else words.partition(" on ")
    return name if head in ("claimed", "blamed") else ""


def _is_passive(text: str, trigger: Trigger) -> bool:
    words = text[trigger.start : trigger.end].lower()
    if re.match(r"(?:was|were|been|being|is|are|has been|have been|had been|came under|come under)\b", words):
        return "repositioning" not in words and "withdrawing" not in words
    if trigger.form == "verb" and re.match(r"\s+by\b", text[trigger.end : trigger.end + 4]):
        return True
    return (
        trigger.form == "verb"
        and _PASSIVE.search(text[max(0, trigger.start - 30) : trigger.start].lower()) is not None
    )


def _after_by(text: str, trigger: Trigger, after: Sequence[ActorMention], end: int) -> ActorMention | None:
    match = _BY.match(text, trigger.end, end)
    if not match:
        return None
    return next((a for a in after if match.end() - 4 <= a.start <= match.end() + 25), None)


def is_pronoun(text: str, trigger: Trigger, start: int) -> bool:
    """Tell whether a pronoun does it: then it is who did what was told before."""
    return _PRONOUN.search(text, max(start, trigger.start - 24), trigger.start) is not None


def _modifies(gap: str) -> bool:
    """Tell whether an actor's name belongs to the event word after it ("ISIS mass attacks")."""
    return (
        len(gap) <= 30
        and re.fullmatch(r"['’]?s?(?:[\s-]+\w+){0,3}\s*", gap) is not None
        and not re.search(r"\b(?:in|on|at|for|to|and|of|said|is|are|was|were|after)\b", gap)
    )


def _is_object(text: str, first: ActorMention, second: ActorMention, trigger: Trigger) -> bool:
    """Tell whether the actor nearest before a verb is the object of a preposition, and the first its subject."""
    return (
        re.search(
            r"\b(?:of|on|in|with|against|from|for|by|to)\s+(?:the\s+)?$", text[first.end : second.start]
        )
        is not None
    )


def _first(text: str, trigger: Trigger, after: Sequence[ActorMention], agent: ActorMention | None) -> str:
    name = agent.actor.name if agent else ""
    return next((a.actor.name for a in after if a.actor.name != name and a is not agent), "")


@cache
def _names() -> Phrases[Actor]:
    table = read_words("geoiraq.reports", "actors")
    named = [
        (n, Actor(row["name"], row["kind"]))
        for row in table["actor"]
        for n in [*row["names"], *row.get("ar", ())]
    ]
    return Phrases([*named, *((phrase, Actor("", "")) for phrase in table["not_actors"])])


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(lower, read_words("geoiraq.reports", "actors")["generic"]))


@cache
def _attributions(manner: str) -> re.Pattern[str]:
    return any_phrase(tuple(read_words("geoiraq.reports", "modality")["attribution"][manner]))


def another_than(name: str, actors: Sequence[ActorMention], start: int, end: int) -> str:
    """Give the first actor named in a stretch that is not the one who did it; empty where there is none."""
    named = (a.actor.name for a in actors if start <= a.start < end)
    return next((other for other in named if other != name), "")


def persons(text: str, start: int, end: int) -> frozenset[str]:
    """Give the persons that a clause names by rank or office, each by the sound of the last name."""
    return frozenset(sound_key(match["name"].split()[-1]) for match in _PERSON.finditer(text, start, end))
