"""Which place named before a clause points back to: "the square", "there", the airfield told of before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.text.phrases import lower
from geoiraq.vocabulary import read_words

#: "The base" is one of the last so many places named, and not further back than so many characters.
LOOK_BACK, FAR = 16, 900
#: Places named this near to one another are a list, and "the base" is none of them.
LIST_REACH = 60
#: "The airfield outside Hit": what is described stands so near before its place.
DESCRIBED_REACH = 40


def pointed_at(
    text: str, start: int, end: int, named: Sequence[Mention], *, left: bool = False
) -> Mention | None:
    """Give the place that a clause points back to: "there", "at the same base", "in the square".

    Parameters
    ----------
    text
        The text.
    start, end
        The clause.
    named
        The places named before it, in order; those far back are not meant.
    left
        Whether it tells what a force left: then "back to the bridge" does not point to the place.

    Returns
    -------
    Mention or None
        The nearest before that is of the kind that the words say; None where they point to none.
    """
    match = _anaphora().search(lower(text[start:end]))
    if match is None or (left and _is_goal(text, start + match.start())):
        return None
    bases, kinds = _kinds_known().get(match["kind"] or "", _ANY)
    back = max(0, len(named) - LOOK_BACK)
    recent = [
        m
        for number, m in enumerate(named[back:], start=back)
        if not _describes(text, m, named[number - 1] if number else None)
        and (not bases or m.place.basis in bases)
        and (not kinds or m.place.kind in kinds)
    ]
    for number in range(len(recent) - 1, -1, -1):
        mention = recent[number]
        beside = [*recent[max(0, number - 1) : number], *recent[number + 1 : number + 2]]
        if start - mention.end > FAR:
            return None
        if mention.end > start + match.start():
            continue
        if mention.dateline or mention.place.basis == "country":
            continue
        if not bases or not any(_is_listed(text, mention, other) for other in beside):
            return mention
    return None


def _is_listed(text: str, one: Mention, other: Mention) -> bool:
    """Tell whether two places stand in a list: near to one another, in one sentence."""
    first, last = sorted((one.start, other.start))
    return last - first < LIST_REACH and ". " not in text[first:last]


def _describes(text: str, mention: Mention, before: Mention | None) -> bool:
    """Tell whether a place only says where the one before it lies: "Khalis, a mixed town north of Baquba"."""
    if mention.relation is None or mention.relation.bearing is None or before is None:
        return False
    near = 0 <= mention.phrase_start - before.end < DESCRIBED_REACH
    return near and text.startswith(",", before.end)


def _is_goal(text: str, at: int) -> bool:
    """Tell whether "to" or "for" leads up to a place."""
    return _GOING_TO.search(text, max(0, at - 24), at) is not None


def described_before(
    text: str, start: int, end: int, named: Sequence[Mention], *, left: bool = False
) -> Mention | None:
    """Give the place of what has no name and is told of again: "an airfield outside Hit", and then "the airfield".

    Parameters
    ----------
    text
        The text.
    start, end
        The clause.
    named
        The places named before it, in order; those far back are not meant.
    left
        Whether it tells what a force left.

    Returns
    -------
    Mention or None
        The nearest before at which the text put such a thing; None where the clause speaks of nothing of the kind.
    """
    match = _thing().search(lower(text[start:end]))
    if match is None or (left and _is_goal(text, start + match.start())):
        return None
    thing = re.compile(rf"\b{re.escape(match['thing'])}\s+(?:(?:in|at|of|on)\s+(?:the\s+)?)?\Z")
    for mention in reversed(named[-LOOK_BACK:]):
        if start - mention.end > FAR:
            return None
        if thing.search(lower(text[max(0, mention.phrase_start - DESCRIBED_REACH) : mention.phrase_start])):
            return mention
    return None


_GOING_TO = re.compile(r"\b(?:to|into|towards?|for)\s+$")


@cache
def _anaphora() -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, _kinds_known()))
    return re.compile(
        rf"\b(?:the|this|that)\s+(?:same\s+)?(?P<kind>{kinds})\b(?!\s+of\b)|\bthere\b(?!\s+(?:is|are|was|were|has|had|have))"
    )


@cache
def _thing() -> re.Pattern[str]:
    things = [
        word for row in read_words("geoiraq.reports", "modality")["places_known"] for word in row["words"]
    ]
    others = read_words("geoiraq.reports", "modality")["places_described"]
    return re.compile(
        rf"\b(?:the|that)\s+(?:same\s+)?(?P<thing>{'|'.join(map(re.escape, (*things, *others)))})\b(?!\s+of\b)"
    )


#: Of which basis, and of which kind, the places are that a word may point back to; empty where any is.
_Known = tuple[frozenset[str], frozenset[str]]
_ANY: _Known = (frozenset(), frozenset())


@cache
def _kinds_known() -> dict[str, _Known]:
    rows = read_words("geoiraq.reports", "modality")["places_known"]
    return {
        word: (frozenset(row["bases"]), frozenset(row.get("kinds", ())))
        for row in rows
        for word in row["words"]
    }
