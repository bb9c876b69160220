"""Which event words of a sentence tell an event of their own, and which only say what another was for or came after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.what.events import CONSEQUENCE, Trigger, with_means
from geoiraq.reports.when.dates import DateExpression


def deeds(
    text: str,
    start: int,
    triggers: Sequence[Trigger],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> Sequence[Trigger]:
    """Leave out the event words of a sentence that tell no event of their own beside the others.

    Parameters
    ----------
    text
        The text.
    start
        Where the sentence starts.
    triggers
        Its event words, in order.
    mentions, dates
        The places and dates it names.

    Returns
    -------
    sequence of Trigger
        In order.
    """
    triggers = _without_known(text, start, _without_causes(text, triggers, mentions, dates))
    triggers = _without_finds(_without_entries(_without_quelled(text, triggers)))
    return _without_stores(text, start, _without_clearing(text, start, triggers))


#: "Two days after the blast" says when something else was, unless the blast is told more closely.
_AFTER_IT = re.compile(
    r"\b(?:after|before|since|following)\s+(?:the|that|this|these|those)\s+(?:[\w-]+\s+)?\Z"
)
_TOLD_CLOSELY = re.compile(
    r"['’]|\s+(?:in|on|at|near|outside|inside|of|by|against|around|that|which|who|where|when)\b"
)


def _without_known(text: str, start: int, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out what a sentence only counts its time from, where it goes on to tell a deed."""
    last = max((t.start for t in triggers if t.form == "verb"), default=start)
    return [
        t
        for t in triggers
        if t.form != "noun"
        or t.start > last
        or _AFTER_IT.search(text, max(start, t.start - 40), t.start) is None
        or _TOLD_CLOSELY.match(text, t.end)
    ]


#: Words for forcing an entry, which an arrest in the same sentence explains.
ENTRIES = frozenset({"raid", "storming"})


#: "Broke up a small march", "fired tear gas at the sit-in": what stands between a deed and what it was done to.
_DONE_TO = re.compile(
    r"(?:\s+(?!(?:and|or|but|after|before|during|when|while|as|which|who|that)\b)[\w'’-]+){0,5}\s+"
)


def _without_quelled(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out a protest that is what violence was done to."""
    kept: list[Trigger] = []
    for trigger in triggers:
        done = kept[-1] if kept and trigger.kind.layer == "protest" and trigger.form == "noun" else None
        harmed = (
            done is not None
            and done.kind.layer == "attack"
            and (done.form != "noun" or done.kind.id == "crackdown")
        )
        if not (harmed and done and _DONE_TO.fullmatch(text, done.end, trigger.start)):
            kept.append(trigger)
    return kept


#: "After a counter-attack", "following days of clashes": why a force moved.
_BECAUSE = re.compile(
    r"\b(?:after|following|amid|despite|because\s+of|in\s+the\s+face\s+of)\s+(?:[\w-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
CAUSE_REACH = 50
_MOVES = ("withdrawal", "deployment")


def _without_causes(
    text: str, triggers: Sequence[Trigger], mentions: Sequence[Mention], dates: Sequence[DateExpression]
) -> Sequence[Trigger]:
    """Leave out the fighting that only says why a force moved: it has no place, day or deed of its own."""
    moved = next((t for t in triggers if t.kind.layer in _MOVES and t.form == "verb"), None)
    if moved is None:
        return triggers
    last = triggers[-1]
    named = [*(m.start for m in mentions), *(d.start for d in dates)]
    bare = last.form == "noun" and last.kind.layer == "attack" and not any(at > last.start for at in named)
    if bare and _BECAUSE.search(text, max(moved.end, last.start - CAUSE_REACH), last.start):
        return triggers[:-1]
    return triggers


def _without_entries(triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out the raid by which an arrest was made; where lives were lost in between, it stays."""
    kinds = [t.kind.id for t in triggers]
    if "arrest" not in kinds:
        return triggers
    beside = [{*kinds[max(0, i - 1) : i], *kinds[i + 1 : i + 2]} for i in range(len(kinds))]
    return [
        t
        for t, near in zip(triggers, beside, strict=True)
        if t.kind.id not in ENTRIES or "arrest" not in near
    ]


def _without_finds(triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out the bombs that were found or defused: where nothing else is told, they did not go off."""
    attacks = [t for t in triggers if t.kind.layer == "attack"]
    if not any(t.kind.id == "find" for t in triggers) or any(t.form == "verb" for t in attacks):
        return triggers
    return [t for t in triggers if t.kind.layer != "attack" or t.kind.id != "bombing"]


#: What is made safe by being blown up.
_WEAPON = re.compile(
    r"\b(?:bombs?|devices?|ieds?|explosives?|mines?|landmines?|rockets?|shells?|mortars?|missiles?|grenades?|booby|charges?"
    r"|munitions?|ordnance|ammunition|belts?|vests?|cache|rigged)\b",
    re.IGNORECASE,
)
#: "Found a bomb and blew it up", "was found and was detonated by engineers", "blew up a bomb that they had found".
_AND_THEN = re.compile(
    r"[^.;]{0,120}\b(?:and|before|then|which)\s+(?:(?:it|they|then|later|was|were|safely|being)\s+)*\Z"
)
_IT = re.compile(
    r"\s+(?:it|them|the\s+(?:bomb|device|car|vehicle|truck|explosives|mine|rocket|shell)s?)\b|\s+by\b|\W*\Z|[,.]"
)
_THAT_WAS = re.compile(r"[^.;,]{0,60}\b(?:(?:that|which)\s+(?:\w+\s+){0,3})?\Z")
_DESCRIBES = re.compile(r"rigged\Z", re.IGNORECASE)
_CLEARING = frozenset({"bombing", "fire", CONSEQUENCE})


def _without_clearing(text: str, start: int, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out that a bomb was blown up which had been found, and how it had been rigged."""
    found = next((t for t in triggers if t.kind.id == "find" and t.form == "verb"), None)
    if found is None:
        return triggers
    return [t for t in triggers if t is found or not _clears(text, start, found, t)]


def _clears(text: str, start: int, found: Trigger, deed: Trigger) -> bool:
    if deed.kind.id not in _CLEARING or deed.form not in ("verb", "doing"):
        return False
    low, high = min(found.end, deed.end), max(found.start, deed.start)
    if deed.start > found.end:
        if _DESCRIBES.match(text, deed.start, deed.end):
            return True
        weapon = _WEAPON.search(text, start, high)
        return bool(weapon and _AND_THEN.fullmatch(text, low, high) and _IT.match(text, deed.end))
    return bool(_WEAPON.search(text, low, high) and _THAT_WAS.fullmatch(text, low, high))


#: What strikes, and what a strike does: they hit what another deed would have found.
_STRIKING = frozenset({"strike", "air-strike", "fire", "shelling", "bombing", "car-bomb", "suicide-bomb"})


def _without_stores(text: str, start: int, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out the store of weapons that was struck, and what troops did to one that they found.

    "Jets bombed an arms depot" tells of a strike, "troops destroyed a cache" of a find.
    """
    kept: list[Trigger] = []
    for trigger in triggers:
        deed = kept[-1] if kept else None
        if deed is None or not _is_object_of(text, deed, trigger):
            kept.append(trigger)
        elif deed.kind.id == CONSEQUENCE and with_means(deed, text, start, deed.start) is deed:
            kept[-1] = trigger
        elif deed.kind.id not in (*_STRIKING, CONSEQUENCE):
            kept.append(trigger)
    return kept


def _is_object_of(text: str, deed: Trigger, store: Trigger) -> bool:
    """Tell whether an attack was on a store of weapons, named right after it."""
    is_store = store.kind.id == "find" and store.form == "noun"
    attacked = is_store and deed.kind.layer == "attack"
    return attacked and _OBJECT.fullmatch(text, deed.end, store.start) is not None


#: What stands between a deed and its object.
_OBJECT = re.compile(r"\s+(?:at\s+|on\s+|in\s+|into\s+)?(?:(?!and\b|or\b)[\w'’-]+\s+){0,5}")
