"""Which event words of a sentence tell one event, and which stretch of the sentence belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geoiraq.places.recognise import Mention
from geoiraq.reports.dates import DateExpression
from geoiraq.reports.events import CONSEQUENCE, Trigger

#: Where a sentence may turn to another event.
_TURN = re.compile(
    r";\s+|\s+[–—]\s+|,?\s+(?:while|whereas|but|after|before|when|following|followed by)\s+|,\s+and\s+|\.\s+|،\s+|\s+and\s+(?=(?:an?|the|two|three|several|in|on|another|gunmen|US|U\.S\.|ISIS|ISIL|police|militants)\b)|\s+(?:فيما|بينما|كما)\s+"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence, `text[start:end]`, and the event words that tell its one event; the first leads."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]

    @property
    def lead(self) -> Trigger:
        """The word that says best what happened: a specific one before "killed", a thing before a deed."""
        specific = [t for t in self.triggers if t.kind.id not in (CONSEQUENCE, "attack")]
        return (specific or [t for t in self.triggers if t.kind.id != CONSEQUENCE] or list(self.triggers))[0]


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
    if not triggers:
        return []
    stretches = _stretches(text, start, end, triggers)
    groups: list[list[Trigger]] = []
    spans: list[tuple[int, int]] = []
    for trigger in triggers:
        stretch = next(s for s in stretches if s[0] <= trigger.start < s[1])
        if groups and _goes_on(groups[-1], spans[-1], trigger, stretch, mentions, dates):
            groups[-1].append(trigger)
            spans[-1] = (spans[-1][0], max(spans[-1][1], stretch[1]))
        else:
            groups.append([trigger])
            spans.append(stretch)
    return [Clause(s, e, tuple(g)) for (s, e), g in zip(_tiled(spans, start, end), groups, strict=True)]


def _stretches(text: str, start: int, end: int, triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Cut a sentence at its turns, as long as each part holds an event word."""
    cuts = [start]
    for turn in _TURN.finditer(text, start, end):
        inside = any(t.start < turn.end() and t.end > turn.start() for t in triggers)
        told_before = any(cuts[-1] <= t.start < turn.start() for t in triggers)
        told_after = any(t.start >= turn.end() for t in triggers)
        if not inside and told_before and told_after:
            cuts.append(turn.start() + 1)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _goes_on(
    group: Sequence[Trigger],
    span: tuple[int, int],
    trigger: Trigger,
    stretch: tuple[int, int],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> bool:
    """Tell whether an event word goes on telling the event of those before it."""
    last = group[-1]
    consequence = trigger.kind.id == CONSEQUENCE or trigger.form == "doing"
    if trigger.kind.layer != last.kind.layer and not (
        consequence and last.kind.layer in ("protest", "other", "arrest")
    ):
        return False
    if stretch[0] < span[1]:
        return True
    own_place = any(stretch[0] <= m.start < stretch[1] for m in mentions)
    own_date = any(stretch[0] <= d.start < stretch[1] for d in dates)
    if not own_place and not own_date:
        return consequence or _only_consequences(group) or trigger.kind.layer == last.kind.layer != "attack"
    told_place = any(span[0] <= m.start < span[1] for m in mentions)
    told_date = any(span[0] <= d.start < span[1] for d in dates)
    return _only_consequences(group) and not (told_place and own_place) and not (told_date and own_date)


def _only_consequences(group: Sequence[Trigger]) -> bool:
    return all(t.kind.id == CONSEQUENCE for t in group)


def _tiled(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Let the spans cover the sentence: what stands before the first belongs to it, gaps to the one before."""
    edges = [start, *(s for s, _ in spans[1:]), end]
    return list(zip(edges, edges[1:], strict=False))
