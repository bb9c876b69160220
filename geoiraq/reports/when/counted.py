"""Days counted from another: "two days after the raid on 1 May", "on 3 May, a day before the vote"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geoiraq.documents.document import Document
from geoiraq.reports.when.calendar import DaysOff
from geoiraq.reports.when.dates import DateExpression, Dating
from geoiraq.reports.when.on_calendar import anchored
from geoiraq.reports.when.said import opens_sentence

#: "A few days later" is so many days wide at most; "that year" is not counted from a day.
NEAR_DAYS = 31


def is_apposed(text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int) -> bool:
    """Tell whether a distance only explains the day before it: "on 3 May, two days after the vote, a bomb"."""
    if not isinstance(expression.form, DaysOff) or "," not in text[expression.end : trigger]:
        return False
    return any(d.names_a_day and text[d.end : expression.start].strip() == "," for d in dates)


def is_base(text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int) -> bool:
    """Tell whether "two days after the raid on 1 May" dates the raid by the one, or another event by the other."""
    base = _day_after(text, dates, expression)
    if base is not None and expression.end <= trigger < base.end:
        return True
    return trigger > expression.end and is_counted_from(text, dates, expression)


def counted_from(
    document: Document, dates: Sequence[DateExpression], distance: DateExpression
) -> Dating | None:
    """Give the day that is told right after a distance counted from it: "two days after Christmas".

    Parameters
    ----------
    document
        The document.
    dates
        The date expressions of the sentence.
    distance
        "Two days after".

    Returns
    -------
    Dating or None
        None where no day follows it.
    """
    day = _day_after(document.text, dates, distance)
    return anchored(document, replace(day, role="when"), None) if day is not None else None


def is_counted_from(text: str, dates: Sequence[DateExpression], day: DateExpression) -> bool:
    """Tell whether a day only says from when another is counted: "two days after the vote on 3 May, a bomb ..."."""
    return any(_day_after(text, dates, distance) is day for distance in dates)


def _day_after(text: str, dates: Sequence[DateExpression], distance: DateExpression) -> DateExpression | None:
    if not isinstance(distance.form, DaysOff) or distance.kind != "story":
        return None
    following = (d for d in dates if d.start > distance.end and d.kind != "story" and d.names_a_day)
    return next((d for d in following if _JOINT.fullmatch(text, distance.end, d.start)), None)


#: What may stand between a distance and the day that it is counted from: "two days after the vote of January 15".
_JOINT = re.compile(r"\s+(?:(?:the|an?)\s+(?:[^\s,;.:]+\s+){0,8}?(?:(?:on|of|in)\s+)?)?")


def day_before(
    document: Document, dates: Sequence[DateExpression], distance: DateExpression
) -> Dating | None:
    """Give the day that a sentence names before a distance counted from it: "on Wednesday ... a day earlier"."""
    if not isinstance(distance.form, DaysOff) or distance.form.high - distance.form.low > NEAR_DAYS:
        return None
    named = [d for d in dates if d.end <= distance.start and d.names_a_day and d.kind != "story"]
    return anchored(document, named[-1], None) if named else None


_AFTER = re.compile(r"\bafter\b", re.IGNORECASE)
#: "And two days after that": it is counted on from what was told, and no deed follows.
_AFTER_THAT = re.compile(r"\s+(?:that|this|these|those|it)\b")


def _leads_up_to(
    text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int
) -> bool:
    """Tell whether a distance counts back: "it came two days after gunmen stormed" dates the storming before it.

    "Two days after the bombing, gunmen stormed" opens its sentence, and counts on from what was told before.
    """
    if opens_sentence(text, expression):
        return False
    if expression.kind != "story" or trigger < expression.end or not _AFTER.search(expression.text):
        return False
    if _AFTER_THAT.match(text, expression.end) or _day_after(text, dates, expression) is not None:
        return False
    return "," not in text[expression.end : trigger]


def counted_back(
    text: str,
    dates: Sequence[DateExpression],
    expression: DateExpression,
    dating: Dating,
    trigger: int,
    story: Dating | None,
) -> Dating:
    """Count a distance from the story the other way, where the event word leads up to what the story tells.

    Parameters
    ----------
    text
        The text.
    dates
        The date expressions of the sentence.
    expression, dating
        "Two days after", and where it was put on the calendar.
    trigger
        Where the event word stands.
    story
        The date that it was counted from.

    Returns
    -------
    Dating
        The same dating where it dates what follows it.
    """
    if (
        story is None
        or dating.start is None
        or dating.end is None
        or story.start is None
        or story.end is None
    ):
        return dating
    if not _leads_up_to(text, dates, expression, trigger):
        return dating
    start, end = story.start - (dating.end - story.end), story.end - (dating.start - story.start)
    return replace(dating, start=start, end=end)


def is_hours(expression: DateExpression) -> bool:
    """Tell whether a distance is one of hours: "hours after" is of the same day, as far as is told."""
    return (
        isinstance(expression.form, DaysOff)
        and expression.kind == "story"
        and expression.form.low <= 0 <= expression.form.high
    )


def led_up_to(
    document: Document, dates: Sequence[DateExpression], expression: DateExpression, trigger: int
) -> Dating | None:
    """Give the day that a distance is counted back from: "a raid on Friday, two days after gunmen stormed".

    Parameters
    ----------
    document
        The document.
    dates
        The date expressions of the sentence.
    expression
        "Two days after".
    trigger
        Where the event word stands that the distance dates.

    Returns
    -------
    Dating or None
        None where it counts nothing back, or the sentence names no day before it.
    """
    if is_hours(expression) or not _leads_up_to(document.text, dates, expression, trigger):
        return None
    return day_before(document, dates, expression)
