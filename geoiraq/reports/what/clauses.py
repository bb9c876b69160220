"""Which event words of a sentence tell one event, and which stretch of the sentence belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import Resolution, apart_km
from geoiraq.reports.what.aftermath import strikes_again
from geoiraq.reports.what.deeds import deeds
from geoiraq.reports.what.events import CONSEQUENCE, Trigger
from geoiraq.reports.when.dates import DateExpression

_HOUR = r"\s+(?:midnight|noon|midday|dawn|daybreak|dusk|dark|sunset|sunrise|nightfall|prayers|\d)"
#: Where a sentence may turn to another event, side by side with the one before.
_COORDINATE = (
    rf";\s+|\s+[–—]\s+|,?\s+(?:while|whereas|but|that also|before(?!{_HOUR})|followed by)\s+|,\s+and\s+"
    r"|(?<!\b[A-Z])\.\s+(?=(?:[*•]\s?)?[A-Z])"
    r"|\s+and\s+(?=(?:an?|the|two|three|several|in|on|another|gunmen|US|U\.S\.|ISIS|ISIL|police|militants)\b)"
    r"|,?\s+(?:(?:in|as)\s+)?(?:an?\s+|its\s+|their\s+)?(?:(?:answer|reply|response)\s+to|(?:retaliation|revenge|reprisal)\s+for)\s+"
    r"|\s+(?:جاءت?\s+)?(?:ردا|رداً|ردًا)\s+على\s+"
    r"|\s+(?:فيما|بينما|كما)\s+"
)
#: Where it may turn to what goes with that event, or brought it about.
_SUBORDINATE = rf",?\s+(?:when|after(?!{_HOUR})|following|in which|where|بعد)\s+"
_TURN = re.compile(rf"(?P<subordinate>{_SUBORDINATE})|(?:{_COORDINATE})")
#: What tells the same event more closely.
_WHEN = re.compile(r"\s*,?\s*(?:when|in which|where)\b")
#: What says that a further event is told.
_ANOTHER = re.compile(
    r"\b(?:another|others?|second|third|separate(?:ly)?|elsewhere|also|later|earlier|previous(?:ly)?)\b|(?:آخر|أخرى)",
    re.IGNORECASE,
)
#: "And two of his guards in an ambush": no subject and verb, but one more of those to whom it was done.
_IN_WHICH = re.compile(
    r"\s*and\s+[^,;:]{1,90}\b(?:in|during|by|from|with|through|amid)\s+(?:an?\s+|the\s+|what\s+\w+\s+an?\s+)?(?:[\w'’-]+\s+){0,3}"
)


#: A quarter lies this near to the middle of its city.
QUARTER_KM = 15.0


class Clause(NamedTuple):
    """A stretch of a sentence, `text[start:end]`, and the event words that tell its one event; the first leads."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]

    @property
    def lead(self) -> Trigger:
        """The word that says best what happened: a specific one before "killed", a thing before a deed."""
        specific = [t for t in self.triggers if t.kind.id not in (CONSEQUENCE, "attack")]
        told = [t for t in specific if t.form != "doing"]
        return (
            told or specific or [t for t in self.triggers if t.kind.id != CONSEQUENCE] or list(self.triggers)
        )[0]


def clauses(
    text: str,
    start: int,
    end: int,
    triggers: Sequence[Trigger],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> list[Clause]:
    """Divide a sentence between its events.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence.
    triggers
        Its event words, in order.
    mentions, dates
        The places and dates it names: a stretch with a place or date of its own tells an event of its own.

    Returns
    -------
    list of Clause
        In order; together they cover the sentence from the first event's beginning.
    """
    triggers, aside = _without_asides(text, start, end, triggers, mentions, dates)
    triggers = deeds(text, start, triggers, mentions, dates)
    if not triggers:
        return aside
    stretches = _stretches(text, start, end, triggers, dates)
    placed = [m for m in mentions if not m.dateline]
    groups: list[list[Trigger]] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for trigger in triggers:
        while trigger.start >= stretches[at].end:
            at += 1
        stretch = stretches[at]
        if groups and _goes_on(text, groups[-1], spans[-1], trigger, stretch, placed, dates):
            groups[-1].append(trigger)
            spans[-1] = (spans[-1][0], max(spans[-1][1], stretch.end))
        else:
            groups.append([trigger])
            spans.append((stretch.start, stretch.end))
    tiled = _tiled(spans, groups, start, end)
    return aside + [Clause(s, e, tuple(g)) for (s, e), g in zip(tiled, groups, strict=True)]


#: What is told by the way: "the troops, who had entered the city, fought", "on 3 May, a day after the raid, ...".
_ASIDE = re.compile(
    r",\s+(?:(?:who|which|whose)\b|(?:[\w-]+\s+){1,3}(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s)[^,;.]{1,150},"
)


def _without_asides(
    text: str,
    start: int,
    end: int,
    triggers: Sequence[Trigger],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> tuple[Sequence[Trigger], list[Clause]]:
    """Keep apart what a sentence tells by the way: an event of its own only with a place and a day of its own."""
    told: list[Clause] = []
    for low, high in (match.span() for match in _ASIDE.finditer(text, start, end)):
        inside = tuple(t for t in triggers if low <= t.start < high)
        if not inside or not any(t.start >= high and t.form == "verb" for t in triggers):
            continue
        triggers = [t for t in triggers if not low <= t.start < high]
        if all(any(low <= item.start < high for item in items) for items in (mentions, dates)):
            told.append(Clause(low, high, inside))
    return triggers, told


class _Stretch(NamedTuple):
    start: int
    end: int
    subordinate: bool = False
    opened: bool = False


def _stretches(
    text: str, start: int, end: int, triggers: Sequence[Trigger], dates: Sequence[DateExpression]
) -> list[_Stretch]:
    """Cut a sentence at its turns, as long as each part holds an event word."""
    # "Hours after" is a date, and its "after" a turn all the same.
    whole = [d for d in dates if not d.text.lower().endswith((" after", " before"))]
    words = [*((t.start, t.end) for t in triggers), *((d.start, d.end) for d in whole)]
    opened = _opened(text, start, triggers)
    cuts = [(start, False)]
    for turn in _TURN.finditer(text, triggers[0].start, end):
        if turn.end() > triggers[-1].start:
            break
        inside = any(low < turn.end() and high > turn.start() for low, high in words)
        told_before = any(cuts[-1][0] <= t.start < turn.start() for t in triggers)
        if inside or turn.start() < opened < triggers[-1].start:
            continue
        cut = (turn.start() + 1, turn["subordinate"] is not None)
        if told_before:
            cuts.append(cut)
        elif len(cuts) > 1:
            # Nothing was told since the last turn: what stood there belongs to the stretch before it.
            cuts[-1] = cut
    if opened:
        cuts = sorted({*cuts, (opened, False)})
    ends = [begin for begin, _ in cuts[1:]] + [end]
    return [
        _Stretch(begin, stop, under, begin == opened) for (begin, under), stop in zip(cuts, ends, strict=True)
    ]


#: "Hours after gunmen shot a judge in Hit, a bomb ...": a sentence that opens with what was before, or at that time.
_OPENS = re.compile(
    r"\W*(?:[\w-]+\s+){0,4}?(?:after|following|before|as|when|while|hours\s+after)\s", re.IGNORECASE
)
#: What stands after its comma is told by itself: somebody, or something, does it.
_SUBJECT = re.compile(
    r",\s+(?!(?:and|or|but|who|which|where|when|while|killing|wounding|injuring|leaving|in|on|at|near|police\s+said)\b)\w"
)


def _opened(text: str, start: int, triggers: Sequence[Trigger]) -> int:
    """Find where the clause ends that a sentence opens with, and what it has to tell begins; 0 where there is none."""
    if _OPENS.match(text, start, triggers[0].start) is None:
        return 0
    before = triggers[0]
    for verb in triggers[1:]:
        if verb.form == "verb":
            commas = [m.start() for m in _SUBJECT.finditer(text, before.end, verb.start)]
            if commas:
                return commas[-1] + 1
            before = verb
    return 0


#: Who dies on a named day died later; who was hurt, was hurt with the others.
_HURT = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)


def _goes_on(
    text: str,
    group: Sequence[Trigger],
    span: tuple[int, int],
    trigger: Trigger,
    stretch: _Stretch,
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> bool:
    """Tell whether an event word goes on telling the event of those before it."""
    last = group[-1]
    consequence = trigger.kind.id == CONSEQUENCE or trigger.form == "doing"
    # A blaze is what came of the bomb that "ignited a large blaze".
    caused = last.kind.layer == "attack" and stretch.start < span[1] and trigger.form == "noun"
    mishap = trigger.kind.id == "accident" and (caused or _only_consequences(group))
    if trigger.kind.layer != last.kind.layer and not (mishap or (consequence and last.kind.layer == "other")):
        return False
    if stretch.start < span[1]:
        return True
    own = [m for m in mentions if stretch.start <= m.start < stretch.end]
    own_place = bool(own)
    own_date = any(stretch.start <= d.start < stretch.end for d in dates)
    if not own_place and strikes_again(text, stretch.start, stretch.end):
        return True
    hurt = _HURT.search(text, trigger.start, trigger.end) is not None
    named = [*(m.start for m in mentions), *(d.start for d in dates)]
    open_yet = _only_consequences(group) and not any(span[0] <= at < span[1] for at in named)
    if hurt and open_yet and not stretch.opened:
        # "One was killed and two others were hurt on Monday when a mine went off in Hit."
        return True
    if not own_place and not own_date:
        return consequence or stretch.subordinate or _ANOTHER.search(text, stretch.start, trigger.end) is None
    told_date = any(span[0] <= d.start < span[1] for d in dates)
    told_place = any(span[0] <= m.start < span[1] for m in mentions)
    if _is_circumstance(text, stretch.start, trigger) and not told_place and not (told_date and own_date):
        return True
    if (stretch.opened and own_place) or (stretch.subordinate and _WHEN.match(text, stretch.start)):
        told = [
            m
            for m in mentions
            if span[0] <= m.start < span[1] and not _COMES_FROM.search(text, span[0], m.phrase_start)
        ]
        elsewhere = bool(told) and any(not _lies_in_one(m.area, told) for m in own)
        return not elsewhere and not (told_date and own_date)
    return (stretch.subordinate or mishap) and _only_consequences(group) and not (told_date and own_date)


#: "Nine members of a family from Karma died when": where they come from.
_COMES_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z")


def _is_circumstance(text: str, start: int, trigger: Trigger) -> bool:
    """Tell whether "killed a judge and a guard in an ambush" was cut within what is coordinated."""
    return trigger.form == "noun" and _IN_WHICH.fullmatch(text, start, trigger.start) is not None


def _lies_in_one(place: Resolution, told: Sequence[Mention]) -> bool:
    """Tell whether a place is one of some others, or within one: "in Baghdad when shots fell on Tahrir Square"."""
    for other in (m.area for m in told):
        if place.place_id == other.place_id and place.place_id is not None:
            return True
        apart = apart_km(place, other)
        if place.basis == "neighbourhood" and other.basis == "settlement" and apart <= QUARTER_KM:
            return True
        if apart <= (other.radius_km or 0.0) and (place.radius_km or 0.0) <= (other.radius_km or 0.0):
            return True
    return False


def _only_consequences(group: Sequence[Trigger]) -> bool:
    return all(t.kind.id == CONSEQUENCE for t in group)


def _tiled(
    spans: Sequence[tuple[int, int]], groups: Sequence[Sequence[Trigger]], start: int, end: int
) -> list[tuple[int, int]]:
    """Let the spans cover the sentence: what stands before the first belongs to it, gaps to the one before.

    Two events told in one stretch part where the second one's word begins.
    """
    edges = [start]
    for ((_, stop), (begin, _)), group in zip(pairwise(spans), groups[1:], strict=True):
        edges.append(begin if begin >= stop else group[0].start)
    edges.append(end)
    return list(pairwise(edges))
