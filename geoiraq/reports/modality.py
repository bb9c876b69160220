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
    r"[;:]|,\s+(?:but|and|while|which|who|where|when|after|killing|wounding)\b|\b(?:but|although|while|which|who|where|after)\b|[.!?]\s"
)


_ALONGSIDE = re.compile(r"[\w\s'’-]{0,25}\b(?:and|or)\b[\w\s'’-]{0,25}")


def told_as_fact(text: str, triggers: Sequence[Trigger], start: int, end: int) -> list[Trigger]:
    """Keep the event words of a sentence that assert an event; one that stands alongside a mere plan goes with it.

    Parameters
    ----------
    text
        The text.
    triggers
        The event words of the sentence, in order.
    start, end
        The sentence.

    Returns
    -------
    list of Trigger
        In order.
    """
    told: list[Trigger] = []
    unreal: Trigger | None = None
    for trigger in triggers:
        beside = unreal is not None and trigger.form == unreal.form == "noun"
        if (beside and unreal and _ALONGSIDE.fullmatch(text, unreal.end, trigger.start)) or not is_told_as_fact(
            text, trigger, start, end
        ):
            unreal = trigger
        else:
            told.append(trigger)
    return told


def is_told_as_fact(text: str, trigger: Trigger, start: int, end: int) -> bool:
    """Tell whether the words around an event word assert that it happened.

    Parameters
    ----------
    text
        The text.
    trigger
        The event word.
    start, end
        Its sentence.

    Returns
    -------
    bool
        False for plans, denials, fears, suppositions, demands and habits.
    """
    before = lower(text[max(start, trigger.start - UNREAL_REACH) : trigger.start])
    clause = _last_clause(before)
    if _negated(clause[-NEGATION_REACH:]):
        return False
    infinitive = re.search(r"\bto\s+(?:\w+ly\s+)?$", clause) is not None
    if trigger.form == "bare":
        return infinitive and _carried_out(clause)
    if infinitive and trigger.form == "verb":
        return _carried_out(clause)
    if _phrases("unreal").search(clause) and not _carried_out(clause):
        return False
    return not _in_general(text, trigger, start, end)


def _last_clause(before: str) -> str:
    cuts = list(_BOUNDARY.finditer(before))
    return before[cuts[-1].end() :] if cuts else before


def _negated(near: str) -> bool:
    return re.search(r"\bnot only\b", near) is None and _phrases("negations").search(near) is not None


def _carried_out(clause: str) -> bool:
    match = _phrases("carried_out").search(clause)
    return (
        match is not None
        and re.search(r"\bto\s+(?:\w+ly\s+)?(?:withdraw\w*|leave|pull out|\w+)?\s*$", clause) is not None
    )


def _in_general(text: str, trigger: Trigger, start: int, end: int) -> bool:
    """Tell whether an event word speaks of habits: "regular attacks", "attacks continue"."""
    if trigger.form not in ("noun", "doing"):
        return False
    before = lower(text[max(start, trigger.start - 35) : trigger.start])
    after = lower(text[trigger.end : min(end, trigger.end + 140)])
    boundary = _BOUNDARY.search(after)
    return _phrases("general").search(f"{before} | {after[: boundary.start()] if boundary else after}") is not None


@cache
def _phrases(column: str) -> re.Pattern[str]:
    return any_phrase(tuple(read_words("geoiraq.reports", "modality")[column]))
