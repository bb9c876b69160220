"""Who did what to whom: the actors of a clause as agent and target of its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from geoiraq.reports.text.columns import holds
from geoiraq.reports.what.events import CONSEQUENCE, Trigger
from geoiraq.reports.who.actors import PEOPLE, UNIDENTIFIED, Actor, ActorMention, named_within
from geoiraq.reports.who.nounphrases import phrase_words
from geoiraq.reports.who.targets import find_object, find_target


class Roles(NamedTuple):
    """Who did it, to whom; empty where the text does not say."""

    actor: str = ""
    target: str = ""


#: How far from an event word its agent may stand.
AGENT_REACH = 120
#: How much of the verb after it is looked at.
AGENT_VERB = 14
#: Layers whose events are done to somebody: the others only have a second party.
_DONE_TO = frozenset({"attack", "arrest"})

#: In the table of actors, who dies by the own bomb.
SUICIDE_BOMBER = "Suicide bomber"
#: Whose bodies were found, where nothing more is said of them.
UNKNOWN_DEAD = "Unidentified persons"

#: "Police sources said": who says it is not who did it, unless they speak of themselves.
_SPEAKS = re.compile(
    r"(?:\s+(?!and\b)[\w.]+){0,3}?\s+(?:said|says|saying|told|announced|reported|confirmed|spoke|put|gave|sources?|spokesman"
    r"|spokeswoman|spokesperson)\b(?!\s+(?:that\s+)?(?:it|they|its|their)\b)"
)
_SPOKEN = re.compile(
    r"(?:\b(?:according\s+to|quoting|citing|quoted)\s+(?:an?\s+|the\s+|one\s+|local\s+)?(?:\w+\s+)?"
    r"|\b(?:source|sources|official|officer|spokesman)\s+(?:in|at|from|of)\s+(?:the\s+)?|\breported\s+by\s+(?:the\s+)?"
    r"|(?:مصدر|مصادر|بيان|ناطق|متحدث|المتحدث|الناطق|قال|قالت|أفاد|أفادت|أكدت|مراسل)\s+(?:\S+\s+){0,2}?(?:في|من|باسم|عن|ل|ب)?\s*)\Z"
)
#: ", said the army."
_SAID = re.compile(r"\b(?:said|says|told)\s+(?:an?\s+|the\s+|local\s+)?\Z")
_ENDS = re.compile(r"\s*(?:[.,;]|\Z|on\b)")
#: "Gunmen dressed as police", "in army uniforms".
_GUISE = re.compile(
    r"\b(?:wearing|dressed\s+(?:as|in|like)|disguised\s+(?:as|in)|posing\s+as|impersonating|pretending\s+to\s+be"
    r"|masquerading\s+as|in\s+(?:\w+\s+)?(?:uniforms?|cars|vehicles)\s+of)\s+(?:an?\s+|the\s+)?\Z"
)
_GUISED = re.compile(r"\s+(?:\w+\s+)?(?:uniforms?|fatigues|dress|clothing|clothes|outfits?|vehicles|cars)\b")
_IN = re.compile(r"\b(?:in|wearing|using)\s+(?:\w+\s+)?\Z")
#: The object of a preposition is no subject: "a bomb near a police station killed three".
_PREPOSITION = re.compile(
    r"\b(?:of|on|in|with|against|from|for|by|to|at|near|outside|inside|behind|beside|under|between|among|into|after|before"
    r"|opposite|alongside|aboard|around|towards?|following|targeting|carrying|including)\s+"
    r"(?:(?:the|an?|his|her|its|their|two|three|four|five|\d+)\s+)?(?:\w+ly\s+|local\s+|nearby\s+|passing\s+|suspected\s+)?\Z"
)
#: After such a word stands another subject.
_TURN = re.compile(
    r"\b(?:when|after|while|before|where|because|until"
    r"|(?<!dressed )(?<!known )(?<!posing )(?<!disguised )(?<!such )(?<!well )as)\b"
    r"|\b(?:reports?|claims?|allegations?|information)\s+that\b"
    r"|[;:–—]|(?<![A-Z])\.\s|\s-\s|فيما|بينما|عندما|بعد أن|\bأن\b"
)
_RELATIVE = re.compile(r"\s*,?\s+(?:who|which|that)\s+(?:had\s+|have\s+)?\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:\w+\s+and\s+)?\w*\Z")
_PASSIVE_FORM = re.compile(
    r"(?:was|were|been|being|is|are|has been|have been|had been|came under|come under|came)\b", re.IGNORECASE
)
#: "Eleven policemen killed, station burned": whom an active verb harms stands right after it.
_NO_OBJECT = re.compile(r"\s*(?:[.,;:)]|\Z)")
#: Verbs by which the subject suffers.
_SUFFERS = re.compile(
    r"(?:died|dies|die|perished|survived|escaped|lost|has lost|have lost|had lost)\b", re.IGNORECASE
)
_IS_DOING = re.compile(r"repositioning|withdrawing|leaving|deploying")
#: "By", and the agent after it.
_BY = re.compile(
    r"\s*(?:(?!by\b)[\w'’-]+\s+){0,7}?(?P<by>by\s+)(?:the\s+|an?\s+|pro-\w+\s+|suspected\s+|unknown\s+|some\s+|at\s+least\s+|\w+\s+)?"
)
_BY_SLACK = 25
_BY_ARABIC = re.compile(
    r"(?:على يد|على أيدي|من قبل|بنيران|برصاص|شنه|شنته|شنها|نفذه|نفذته|نفذها|نصبه|نصبته"
    r"|ب(?:قصف|ضربة|ضربات|غارة|غارات|هجوم|كمين)(?:\s+(?!على|في|استهدف)\w+)?)\s*(?:\S{0,12}\s*|ل)\Z"
)
#: "هجوم لتنظيم", "قصف مدفعي تركي", "ضربة جوية لطيران التحالف".
_OWN_ARABIC = re.compile(
    r"\s+(?:(?!على|في|من|ضد|إلى|بين|قرب|استهدف)\w{3,9}\s+){0,2}(?P<of>ل(?:طيران|طائرات|قوات|مقاتلات)?\s*)?"
)
#: Nouns of what is done to whoever follows them.
_SUFFERED = re.compile(r"مقتل|اغتيال|إعدام|اعتقال|القبض|استهداف|خطف|اختطاف|تحرير|إصابة|نشر|إحراق")
_THEIR_FORCE = re.compile(
    r"(?<!\w)(?:قوة|قوات|مفرزة|مفارز|وحدة|وحدات|دورية|لواء|لواءين|فوج|فوجين)\s+(?:\w+\s+)?من\s+\Z"
)
#: "Three dead from the forces of": of them, not by them.
_ARABIC_PART = re.compile(r"(?<!\w)(?:من|بين|استهدف|استهدفت|على|ضد)\s+(?:\S+\s+)?\Z")
_OF_WHOM = re.compile(r"\s+(?:of\s+)?(?:the\s+)?(?:last\s+)?(?:\w+\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+|an?\s+|some\s+)?")
_CLASH = re.compile(r"[\s،]*(?:\w+[\s،]+){0,5}?(?:between|with|(?P<arabic>بين|مع))\s")
_PRONOUN = re.compile(
    r"\b(?:it|they|he|she|which|who)\s+(?:\w+ly\s+|also\s+|had\s+|then\s+)?$", re.IGNORECASE
)
#: Words before a noun that make it one's own: "ISIS mass attacks", but not "ISIS and attacks".
_OWN = re.compile(r"['’]?s?(?:[\s-]+\w+){0,3}\s*")
_NOT_OWN = re.compile(
    r"\b(?:in|on|at|for|to|and|of|said|is|are|was|were|after|killed|wounded|with|by"
    r"|attributed|blamed|claimed|denied|condemned|called|described|denounced|foiled|thwarted|prevented)\b"
)


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
    inside = [a for a in named_within(actors, start, end) if not _only_speaks(text, a, start, end)]
    if trigger.kind.id == "clash" and (sides := _sides(text, trigger, inside)) is not None:
        return sides
    agent, after = _agent(text, trigger, inside, start, end)
    name = agent.actor.name if agent else _bomber(text, trigger, inside, start)
    if trigger.kind.layer in _DONE_TO or trigger.kind.id == "find":
        return Roles(name, _target(text, trigger, inside, start, end, name))
    return Roles(name, _second_party(after, agent))


def _bomber(text: str, trigger: Trigger, actors: Sequence[ActorMention], start: int) -> str:
    """Give the suicide bomber of whom a clause tells, whatever became of him: "tried to enter, but was shot"."""
    if trigger.kind.layer != "attack":
        return ""
    named = (a for a in actors if a.actor.name == SUICIDE_BOMBER and a.end <= trigger.start)
    return next((a.actor.name for a in named if not _is_object(text, a, start)), "")


def _target(
    text: str, trigger: Trigger, actors: Sequence[ActorMention], start: int, end: int, agent: str
) -> str:
    if trigger.kind.id == "find" and trigger.form == "verb" and not _is_passive(text, trigger):
        return find_object(text, trigger.end, end)
    target = find_target(text, start, end, actors, agent)
    if target is None:
        return UNKNOWN_DEAD if trigger.kind.id == "bodies" else ""
    return target.name


def _second_party(after: Sequence[ActorMention], agent: ActorMention | None) -> str:
    """Give whom else a withdrawal, a deployment or a protest names: a force to whom it is handed over."""
    name = agent.actor.name if agent else ""
    return next((a.actor.name for a in after if a.actor.name != name and a is not agent), "")


#: Of two who clash, the armed group is the actor, the force of a state the target.
_OFFICIAL = frozenset({"state", "police", "coalition", "peshmerga"})
_ARMED = frozenset({UNIDENTIFIED, "insurgent", "militia"})


def _sides(text: str, trigger: Trigger, actors: Sequence[ActorMention]) -> Roles | None:
    """Read "clashes between A and B", "A clashed with B"."""
    before = [a for a in actors if a.end <= trigger.start]
    after = [a for a in actors if a.start >= trigger.end]
    joined = _CLASH.match(text, trigger.end)
    if joined is not None and joined.group().rstrip().endswith(("between", "بين")) and len(after) > 1:
        return _armed_first(after[0].actor, after[1].actor)
    if not after and len(before) == 2 and _AND.fullmatch(text, before[0].end, before[1].start):
        return _armed_first(before[0].actor, before[1].actor)
    if joined is not None and before and after and after[0].start - joined.end() < _BY_SLACK:
        return Roles(before[0].actor.name, after[0].actor.name)
    return None


def _armed_first(one: Actor, other: Actor) -> Roles:
    if one.kind in _OFFICIAL and other.kind in _ARMED:
        one, other = other, one
    return Roles(one.name, other.name)


def _agent(
    text: str, trigger: Trigger, actors: Sequence[ActorMention], start: int, end: int
) -> tuple[ActorMention | None, Sequence[ActorMention]]:
    """Give who did it, and who is named after the event word."""
    after = [a for a in actors if a.start >= trigger.end]
    near = [a for a in actors if a.end <= trigger.start and trigger.start - a.end < AGENT_REACH]
    if not text[trigger.start].isascii():
        return _agent_in_arabic(text, trigger, near, after), after
    by = _after_by(text, trigger, after, end)
    of_whom = after[0] if after and _OF_WHOM.fullmatch(text, trigger.end, after[0].start) else None
    if trigger.form == "noun":
        if trigger.kind.layer in ("withdrawal", "deployment") and of_whom is not None:
            return of_whom, after
        return by or _of_the_noun(text, trigger, actors, near, start), after
    if trigger.kind.layer in ("withdrawal", "deployment") and by is None:
        # "Marines were flown in": who moves, or is moved.
        return _subject(text, trigger, near, start), after
    if _is_passive(text, trigger) or _SUFFERS.match(text, trigger.start):
        return by or _in_a_clause(text, after), after
    return _subject(text, trigger, near, start), after


_WHEN = re.compile(r"\b(?:when|after|as)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}\Z")
_VERB_NEAR = re.compile(r"\s+(?:[\w'’-]+\s+){0,5}")


def _in_a_clause(text: str, after: Sequence[ActorMention]) -> ActorMention | None:
    """Give who did it where a clause beside the passive says so: "were killed when soldiers opened fire"."""
    for actor in after:
        near = _VERB_NEAR.match(text, actor.end)
        told = near is not None and holds(text, "targets.verbs", actor.end, near.end() + AGENT_VERB)
        if (
            told
            and _WHEN.search(text, max(0, actor.start - 40), actor.start)
            and actor.actor.kind not in PEOPLE
        ):
            return actor
    return None


def _of_the_noun(
    text: str, trigger: Trigger, actors: Sequence[ActorMention], near: Sequence[ActorMention], start: int
) -> ActorMention | None:
    """Give whose raid it was: "a US raid", "ISIS launched an attack"."""
    own = [a for a in near if a.actor.kind not in PEOPLE and _belongs(text[a.end : trigger.start])]
    within = [a for a in actors if a.start < trigger.end and a.end > trigger.start]
    if own or within:
        return (own or within)[-1]
    subject = _subject(text, trigger, near, start)
    return subject if subject is not None and subject.actor.kind not in PEOPLE else None


def _subject(text: str, trigger: Trigger, near: Sequence[ActorMention], start: int) -> ActorMention | None:
    """Give the subject of an active verb: the first after the last turn that is no object of a preposition."""
    turns = [m.end() for m in _TURN.finditer(text, start, trigger.start)]
    for turn in [*reversed(turns[-2:]), start]:
        candidates = [a for a in near if a.start >= turn]
        if candidates and _RELATIVE.fullmatch(text, candidates[-1].end, trigger.start):
            return _able(candidates[-1], trigger)
        for actor in candidates:
            if not _is_object(text, actor, turn) and not _suffers(text, actor, trigger):
                return _able(actor, trigger)
        if candidates or not (_is_participle(text, trigger) or is_pronoun(text, trigger, turn)):
            return None
    return None


#: "A force from the 14th Division", "Men of the Mahdi Army": they are the subject.
_OF_THEM = re.compile(r"\b(?P<who>[\w-]+)\s+(?:of|from)\s+(?:the\s+)?\Z")


def _is_object(text: str, actor: ActorMention, start: int) -> bool:
    """Tell whether a preposition stands before a name, so that it is no subject."""
    low = max(start, actor.start - 40)
    theirs = _OF_THEM.search(text, low, actor.start)
    if theirs is not None and theirs["who"].lower() in phrase_words("theirs"):
        return False
    return _PREPOSITION.search(text, low, actor.start) is not None


#: How far after a name its verb may stand.
_VERB_REACH = 60
_WAS_HARMED = re.compile(
    r"[^.;]{0,40}?\b(?:(?:was|were|been)\s+(?:\w+ly\s+)?(?:killed|wounded|injured|hurt|shot|attacked|ambushed"
    r"|kidnapped|abducted|targeted|hit|found|taken|beheaded|executed|murdered|gunned)|died|survived)\b"
    r"|\s+(?:killed|wounded|injured|kidnapped|abducted|murdered|executed|beheaded)\s*[,;.]"
)


def _suffers(text: str, actor: ActorMention, trigger: Trigger) -> bool:
    """Tell whether what follows a name is that it was harmed: a victim is not who did it."""
    return _WAS_HARMED.match(text, actor.end, min(trigger.end, actor.end + _VERB_REACH)) is not None


def _is_participle(text: str, trigger: Trigger) -> bool:
    return text[trigger.start : trigger.end].endswith("ing") or trigger.form == "noun"


def _able(actor: ActorMention, trigger: Trigger) -> ActorMention | None:
    """Leave out who can hardly have done it: the subject of an explosion is what blew up."""
    bombing = trigger.kind.id in ("bombing", "car-bomb")
    if actor.actor.kind in PEOPLE and (bombing or trigger.kind.id == CONSEQUENCE):
        return None
    if bombing and trigger.form == "verb" and actor.actor.kind in ("police", "protesters"):
        return None
    return actor


def _agent_in_arabic(
    text: str, trigger: Trigger, near: Sequence[ActorMention], after: Sequence[ActorMention]
) -> ActorMention | None:
    """Give who did it in Arabic: "by", else the subject after the verb, or before it after "that"."""
    for actor in after:
        if _BY_ARABIC.search(text, max(trigger.end, actor.start - 24), actor.start):
            return actor
    if trigger.form == "noun":
        # It is said after the noun whose raid it was; what suffers it stands there without "of".
        own = _OWN_ARABIC.fullmatch(text, trigger.end, after[0].start) if after else None
        if own is not None and (own["of"] or not _SUFFERED.search(text, trigger.start, trigger.end)):
            return after[0]
        able = [a for a in near if a.actor.kind not in PEOPLE and not _is_part_in_arabic(text, a)]
        return able[-1] if able and trigger.kind.id not in ("bombing", "car-bomb") else None
    if trigger.kind.id in (CONSEQUENCE, "bombing"):
        told = [a for a in (*near[-1:], *after[:1]) if a.actor.kind in (UNIDENTIFIED, "insurgent")]
        return next(
            (a for a in told if not text[min(trigger.end, a.end) : max(trigger.start, a.start)].strip()), None
        )
    if near:
        return near[-1] if near[-1].actor.kind not in PEOPLE else None
    return after[0] if after and after[0].actor.kind not in PEOPLE else None


def _is_part_in_arabic(text: str, actor: ActorMention) -> bool:
    """Tell whether a name only says of whom or against whom; "a force of" them is they."""
    low = max(0, actor.start - 24)
    if _THEIR_FORCE.search(text, low, actor.start):
        return False
    return _ARABIC_PART.search(text, low, actor.start) is not None


def _after_by(text: str, trigger: Trigger, after: Sequence[ActorMention], end: int) -> ActorMention | None:
    match = _BY.match(text, trigger.end, end)
    if not match:
        return None
    return next((a for a in after if match.end("by") <= a.start <= match.end() + _BY_SLACK), None)


def _is_passive(text: str, trigger: Trigger) -> bool:
    words = text[trigger.start : trigger.end].lower()
    if _PASSIVE_FORM.match(words):
        return _IS_DOING.search(words) is None and words not in ("came down", "came down on")
    if trigger.form != "verb":
        return False
    if re.match(r"\s+by\b", text[trigger.end : trigger.end + 4]):
        return True
    if trigger.kind.id == CONSEQUENCE and _NO_OBJECT.match(text, trigger.end):
        return True
    return _PASSIVE.search(text[max(0, trigger.start - 30) : trigger.start].lower()) is not None


def _belongs(gap: str) -> bool:
    """Tell whether an actor's name belongs to the event word after it ("ISIS mass attacks")."""
    return len(gap) <= 30 and _OWN.fullmatch(gap) is not None and not _NOT_OWN.search(gap)


def _only_speaks(text: str, actor: ActorMention, start: int, end: int) -> bool:
    """Tell whether an actor is only named as a source, or as what others were dressed as."""
    before = max(start, actor.start - 48)
    if _SPEAKS.match(text, actor.end, end) or _SPOKEN.search(text, before, actor.start):
        return True
    if _SAID.search(text, before, actor.start) and _ENDS.match(text, actor.end, end):
        return True
    if _GUISE.search(text, before, actor.start):
        return True
    return (
        _GUISED.match(text, actor.end, end) is not None and _IN.search(text, before, actor.start) is not None
    )


def is_pronoun(text: str, trigger: Trigger, start: int) -> bool:
    """Tell whether a pronoun does it: then it is who did what was told before."""
    return _PRONOUN.search(text, max(start, trigger.start - 24), trigger.start) is not None
