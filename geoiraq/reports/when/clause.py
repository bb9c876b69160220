"""When it happened: the date a clause gives its event, or the one the story has reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from geoiraq.documents.document import Document
from geoiraq.reports.when.calendar import DaysOff
from geoiraq.reports.when.counted import counted_back, counted_from, day_before, is_apposed, is_base
from geoiraq.reports.when.dates import DateExpression, Dating, Unanchored, anchor
from geoiraq.reports.when.on_calendar import anchored
from geoiraq.reports.when.said import belongs_to_another, says_when, tells_when

#: What goes on "since" a day goes on no longer than this.
LONGEST_ONGOING = 45


class When(NamedTuple):
    """A date, and whether it was given in another sentence."""

    dating: Dating | None
    inherited: bool = False


NEVER = When(None)
#: UCDP's precision of a month: so coarse a date may frame a day that stands beside it.
FRAME = 4
#: How far before a date the aside begins that it stands in.
ASIDE_REACH = 90


def when(
    document: Document,
    dates: Sequence[DateExpression],
    trigger: int,
    start: int,
    end: int,
    story: Dating | None,
) -> When:
    """Date an event by the expressions of its clause.

    Parameters
    ----------
    document
        Its publication date anchors what is relative.
    dates
        The date expressions of the sentence.
    trigger
        Where the event word stands.
    start, end
        The clause.
    story
        The date that the story has reached, for "a few days later".

    Returns
    -------
    When
        Undated where no expression can be put on the calendar.
    """
    telling = [
        d for d in dates if tells_when(document.text, d) and not belongs_to_another(document.text, d, trigger)
    ]
    inside = [
        d
        for d in telling
        if start <= d.start < end
        and not _is_aside(document.text, d, trigger, start, end)
        and not is_apposed(document.text, dates, d, trigger)
        and not is_base(document.text, dates, d, trigger)
    ]
    inside = [d for d in inside if not says_when(document.text, d)] or inside
    for expression in sorted(inside, key=lambda d: _distance(d, trigger)):
        reached = (
            counted_from(document, dates, expression) or day_before(document, dates, expression) or story
        )
        dating = anchored(document, expression, reached)
        if dating is not None:
            finer = _finer(document, inside, dating)
            return When(finer or counted_back(document.text, dates, expression, dating, trigger, reached))
    for expression in [d for d in dates if start <= d.start < end and d.role == "since"]:
        ongoing = _ongoing(document, expression, story)
        if ongoing is not None:
            return When(ongoing)
    return NEVER


#: "The engineer, who had moved from Amara last year,": an aside on somebody, up to its comma.
_ASIDE = re.compile(r"\b(?:who|which|whose)\s[^,;]*\Z")


#: "Farmers abducted a day earlier", "a sheikh, seized by gunmen the night before,": what had been done to somebody,
#: of whom the sentence goes on to tell something else.
_DONE_BEFORE = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)\b(?:\w{2,}ed|taken|seized|held|shot|lost|freed)\s+[^,;]{0,60}\Z"
)
_GOES_ON = re.compile(r"[^;]{0,90}?\b(?:was|were|had|died|lost)\b")


def _is_aside(text: str, expression: DateExpression, trigger: int, start: int, end: int) -> bool:
    """Tell whether a date stands in an aside on somebody, and so says when something else was."""
    low = max(start, expression.start - ASIDE_REACH)
    if "," in text[expression.end : trigger] and _ASIDE.search(text, low, expression.start):
        return True
    counts_back = isinstance(expression.form, DaysOff) and expression.form.high < 0
    if not counts_back or expression.kind != "story":
        return False
    return bool(
        _DONE_BEFORE.search(text, low, expression.start) and _GOES_ON.match(text, expression.end, end)
    )


def _ongoing(document: Document, expression: DateExpression, story: Dating | None) -> Dating | None:
    """Give the time from "since 23 December" to the report; None where that is long, and tells of many events."""
    since = anchor(
        expression,
        published=document.published,
        published_precision=document.published_precision,
        story=story,
    )
    if isinstance(since, Unanchored) or since.start is None or document.published is None:
        return None
    days = (document.published - since.start).days
    if not 0 <= days <= LONGEST_ONGOING:
        return None
    return replace(since, end=document.published, precision=4 if days < 31 else 5)


def as_reported(document: Document, dates: Sequence[DateExpression], story: Dating | None) -> Dating | None:
    """Date by the day on which somebody said it, where nothing else does: then, or on the day before.

    Parameters
    ----------
    document
        The document.
    dates
        The date expressions of the sentence.
    story
        The date that the story has reached.

    Returns
    -------
    Dating or None
        Two days; None where no single day is given.
    """
    for expression in dates:
        if expression.role == "when" and not tells_when(document.text, expression):
            said = then_or_the_day_before(anchored(document, expression, story))
            if said is not None:
                return said
    return None


def then_or_the_day_before(told: Dating | None) -> Dating | None:
    """Give when it happened that was told on some day.

    Parameters
    ----------
    told
        When it was told.

    Returns
    -------
    Dating or None
        Two days; None where it was not told on a single day.
    """
    if told is None or told.precision != 1 or told.start is None:
        return None
    return replace(told, start=told.start - timedelta(days=1), precision=2)


def _finer(document: Document, dates: Sequence[DateExpression], frame: Dating) -> Dating | None:
    """Give the day within a month or year that a clause names beside it: "the 2008 attack was on 21 September"."""
    if frame.precision < FRAME or frame.basis != "stated" or frame.start is None or frame.end is None:
        return None
    for expression in dates:
        day = anchored(document, expression, frame) if expression.names_a_day else None
        if day is not None and day.start and day.end and frame.start <= day.start <= day.end <= frame.end:
            return day
    return None


def _distance(expression: DateExpression, trigger: int) -> int:
    return abs(expression.start - trigger) if expression.start < trigger else abs(expression.end - trigger)
