"""What happened: the words of a text that tell an event, and what kind of event each tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from geoiraq.incidents.incident import Layer
from geoiraq.reports.phrases import Phrases, lower
from geoiraq.vocabulary import read_words

#: How a word tells an event: as a thing, as a fact, beside another fact, or only as a possibility.
Form = Literal["noun", "verb", "doing", "bare"]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A row of the table of events."""

    id: str
    layer: Layer
    event_type: str
    sub_event_type: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells an event: `text[start:end]`."""

    start: int
    end: int
    form: Form
    kind: EventKind


@dataclass(frozen=True, slots=True)
class _Word:
    form: Form
    kind: EventKind


#: "killed", "wounded": what came of an attack rather than an attack of its own.
CONSEQUENCE = "kill"


def find_triggers(text: str, start: int, end: int) -> list[Trigger]:
    """Find the words that tell events in a sentence.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The sentence.

    Returns
    -------
    list of Trigger
        In order; words whose conditions (`needs`, `unless`) the sentence does not meet are left out.
    """
    sentence = text[start:end]
    folded = lower(sentence)
    found = [
        Trigger(f.start, f.end, f.payload.form, f.payload.kind)
        for f in _words().find(sentence, folded, start)
    ]
    return [t for t in found if _counts(t, folded, start)]


def with_means(trigger: Trigger, text: str, start: int, end: int) -> Trigger:
    """Say more exactly what kind of attack it was, by the weapons that the clause names.

    Parameters
    ----------
    trigger
        An attack told in general words ("attack", "hit", "killed").
    text
        The text that spans refer to.
    start, end
        The clause.

    Returns
    -------
    Trigger
        The same trigger where it is exact already, or no weapon is named.
    """
    if trigger.kind.id not in _GENERAL:
        return trigger
    means = _means().find(text[start:end], start=start)
    if not means:
        return trigger
    nearest = min(means, key=lambda m: abs(m.start - trigger.start))
    event_type, sub = nearest.payload
    if trigger.kind.id in ("strike", "fire", "bombing") and event_type != "Explosions/Remote violence":
        return trigger
    return replace(trigger, kind=replace(trigger.kind, event_type=event_type, sub_event_type=sub))


_GENERAL = frozenset({"attack", "ambush", "kill", "strike", "fire", "bombing", "shooting", "car-bomb"})


def _counts(trigger: Trigger, folded: str, offset: int) -> bool:
    kind = trigger.kind
    if kind.unless and any(_has_word(folded, word) for word in kind.unless):
        return False
    if not kind.needs or trigger.form == "noun":
        return True
    begin, end = trigger.start - offset, trigger.end - offset
    around = folded[max(0, begin - 70) : begin] + " | " + folded[end : end + 90]
    return any(_has_word(around, word) for word in kind.needs)


def _has_word(folded: str, word: str) -> bool:
    at = folded.find(word)
    while at >= 0:
        before, after = folded[at - 1 : at] if at else "", folded[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = folded.find(word, at + 1)
    return False


@cache
def _words() -> Phrases[_Word]:
    rows: list[tuple[str, _Word]] = []
    for event in read_words("geoiraq.reports", "events")["event"]:
        kind = EventKind(
            event["id"],
            event["layer"],
            event["type"],
            event["sub"],
            tuple(map(lower, event.get("needs", ()))),
            tuple(map(lower, event.get("unless", ()))),
        )
        forms: tuple[tuple[str, Form], ...] = (
            ("nouns", "noun"),
            ("verbs", "verb"),
            ("doing", "doing"),
            ("bare", "bare"),
        )
        for column, form in forms:
            rows.extend((phrase, _Word(form, kind)) for phrase in event.get(column, ()))
    return Phrases(rows)


@cache
def _means() -> Phrases[tuple[str, str]]:
    table = read_words("geoiraq.reports", "events")["means"]
    return Phrases((word, (row["type"], row["sub"])) for row in table for word in row["words"])


def any_phrase(column: tuple[str, ...]) -> re.Pattern[str]:
    """Build a pattern that finds any of some phrases as whole words in lowered text."""
    longest_first = sorted(map(lower, column), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
