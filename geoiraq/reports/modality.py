"""Is it told as a fact? What is planned, denied, feared, supposed or told in general is not an incident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geoiraq.reports.events import Trigger, any_phrase
from geoiraq.reports.phrases import lower
from geoiraq.vocabulary import read_words

#: How far before an event word a modal or a plan governs it.
UNREAL_REACH = 60
NEGATION_REACH = 28
#: A clause ends here: what stands before does not govern what stands after.
_BOUNDARY = re.compile(
    r"[;:]|,\s+(?:but|and|while|which|who|where|when|after|killing|wounding)\b"
    r"|\b(?:but|although|while|which|who|where|after)\b|\b(?:the|these|those)\s+\w+\s+that\b|[.!?]\s"
)
#: What a sentence denies, doubts or expects reaches to here.
_END_OF_VEIL = re.compile(r";|:|,\s+(?:but|yet)\b|\bbut\b|\b(?:the|these|those)\s+\w+\s+that\b|،")
_ALONGSIDE = re.compile(r"[\w\s'’-]{0,25}\b(?:and|or)\b[\w\s'’-]{0,25}")
#: "The killing of civilians is a crime": what is said of a kind of event, not that there was one.
_PREDICATED = re.compile(
    r"(?:\s+(?:of|on|in|against|upon)\b[^,.;:]{0,40}?)?(?:\s+alone)?"
    r"\s+(?:(?:is|are)\s+(?:an?|the|not|never|common|rare|part|likely)|would|could|may|might|will|can)\b"
)
_MAY = re.compile(r"\bMay\b")
_SPOKEN = re.compile(r"[\"“'‘]\s*(?:i|we|my|our|you)\b[^\"”]*")
_HABIT = re.compile(r"\b(?:often|frequently|regularly|routinely|usually|sometimes)\s+$")
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|reject(?:s|ed)?)\s+(?:[\w'’-]+\s+){0,4}"
    r"(?:reports?|rumou?rs?|claims?|allegations?|news)\b"
)
#: "Since the last soldiers left": it only says from when something else holds.
_SINCE = re.compile(
    r"\bsince\s+(?!then\b|\d|last\s+\w+day|\w+day\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid))[^,]*$"
)
_DID = re.compile(r"\bdid\s+(?:\w+ly\s+)?$")
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$")


def told_as_fact(
    text: str, triggers: Sequence[Trigger], start: int, end: int, *, historic: bool = False
) -> list[Trigger]:
    """Keep the event words of a sentence that assert an event; one that stands alongside a mere plan goes with it.

    Parameters
    ----------
    text
        The text.
    triggers
        The event words of the sentence, in order.
    start, end
        The sentence.
    historic
        Whether present forms tell what happened here, as in the entries of a timeline.

    Returns
    -------
    list of Trigger
        In order.
    """
    folded = _folded(text[start:end]) if triggers else ""
    veils = _veils(folded, start)
    told: list[Trigger] = []
    unreal: Trigger | None = None
    for trigger in triggers:
        beside = unreal is not None and trigger.form == unreal.form == "noun"
        if (
            any(low <= trigger.start < high for low, high in veils)
            or (beside and unreal and _ALONGSIDE.fullmatch(text, unreal.end, trigger.start))
            or not _is_told_as_fact(folded, trigger, start, historic)
        ):
            unreal = trigger
        else:
            told.append(trigger)
    return told


def _folded(sentence: str) -> str:
    """Lower a sentence; the month of May is no "may"."""
    return lower(_MAY.sub("   ", sentence))


def _is_told_as_fact(sentence: str, trigger: Trigger, offset: int, historic: bool) -> bool:
    """Tell whether the words right around an event word assert that it happened."""
    at = trigger.start - offset
    clause = _last_clause(sentence[max(0, at - UNREAL_REACH) : at])
    if _negated(clause[-NEGATION_REACH:]):
        return False
    infinitive = _INFINITIVE.search(clause) is not None
    if trigger.form == "bare" and _DID.search(clause):
        return True
    if infinitive and trigger.form in ("bare", "verb"):
        return _carried_out(clause)
    if trigger.form == "bare" and not historic:
        return False
    if _is_unreal(clause, trigger) or _HABIT.search(clause):
        return False
    return not _in_general(sentence, trigger, offset)


def _is_unreal(clause: str, trigger: Trigger) -> bool:
    """Tell whether the words before an event word plan, fear, ask for or suppose it."""
    if _carried_out(clause):
        return False
    if _phrases("unreal").search(clause) or _SINCE.search(clause):
        return True
    return trigger.form != "verb" and _phrases("unreal_things").search(clause) is not None


def _veils(sentence: str, offset: int) -> list[tuple[int, int]]:
    """Give the stretches of a sentence that it denies, doubts, expects, asks or invents."""
    asks = sentence.rstrip(" \"”’')").endswith(("?", "؟"))
    if asks or _phrases("fictions").search(sentence) or _phrases("habits").search(sentence):
        return [(offset, offset + len(sentence))]
    veils = []
    if _opens_with_condition(sentence):
        veils.append((offset, offset + len(sentence)))
    veils.extend((offset, offset + false.end()) for false in _phrases("falsities").finditer(sentence))
    spoken = _SPOKEN.match(sentence)
    if spoken:
        # "I heard an explosion," said a witness: he tells of it, and the report tells it elsewhere.
        veils.append((offset, offset + spoken.end()))
    for match in (*_phrases("veils").finditer(sentence), *_DENIAL.finditer(sentence)):
        stop = _END_OF_VEIL.search(sentence, match.end())
        veils.append((offset + match.start(), offset + (stop.start() if stop else len(sentence))))
    return veils


def _opens_with_condition(sentence: str) -> bool:
    return _phrases("conditions").match(sentence.lstrip("\"“'‘( ")) is not None


def _last_clause(before: str) -> str:
    cuts = list(_BOUNDARY.finditer(before))
    return before[cuts[-1].end() :] if cuts else before


def _negated(near: str) -> bool:
    return re.search(r"\bnot only\b", near) is None and _phrases("negations").search(near) is not None


def _carried_out(clause: str) -> bool:
    return (
        _phrases("carried_out").search(clause) is not None
        and re.search(r"\bto\s+(?:\w+ly\s+)?(?:\w+)?\s*$", clause) is not None
    )


def _in_general(sentence: str, trigger: Trigger, offset: int) -> bool:
    """Tell whether an event word speaks of habits: "regular attacks", "attacks continue"."""
    if trigger.form == "verb":
        return False
    before = sentence[max(0, trigger.start - offset - 35) : trigger.start - offset]
    after = sentence[trigger.end - offset : trigger.end - offset + 140]
    if trigger.form == "noun" and (_PREDICATED.match(after) or _phrases("heads").match(after.lstrip(" "))):
        return True
    boundary = _BOUNDARY.search(after)
    return (
        _phrases("general").search(f"{before} | {after[: boundary.start()] if boundary else after}")
        is not None
    )


@cache
def _phrases(column: str) -> re.Pattern[str]:
    return any_phrase(tuple(read_words("geoiraq.reports", "modality")[column]))
