"""When it happened: the date a clause gives its event, or the one the story has reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from geoiraq.documents.document import Document
from geoiraq.reports.when.calendar import DaysOff
from geoiraq.reports.when.dates import DateExpression, Dating, Unanchored, anchor

#: Spans longer than this say when an episode ran, not when an event happened.
LONGEST_DAYS = 400
#: What goes on "since" a day goes on no longer than this.
LONGEST_ONGOING = 45


class When(NamedTuple):
    """A date, and whether it was given in another sentence."""

    dating: Dating | None
    inherited: bool = False


NEVER = When(None)
#: UCDP's precision of a month: so coarse a date may frame a day that stands beside it.
FRAME = 4
#: "A few days later" is so many days wide at most; "that year" is not counted from a day.
NEAR_DAYS = 31
#: How far before a date the aside begins that it stands in.
ASIDE_REACH = 90
#: How far after "Monday's" the event stands that is dated by it.
OWNED_REACH = 30


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
        d
        for d in dates
        if tells_when(document.text, d) and not _belongs_to_another(document.text, d, trigger)
    ]
    inside = [
        d
        for d in telling
        if start <= d.start < end
        and not _is_aside(document.text, d, trigger, start, end)
        and not _is_apposed(document.text, dates, d, trigger)
        and not _is_base(document.text, dates, d, trigger)
    ]
    inside = [d for d in inside if not _says_when(document.text, d)] or inside
    for expression in sorted(inside, key=lambda d: _distance(d, trigger)):
        reached = (
            counted_from(document, dates, expression) or _day_before(document, dates, expression) or story
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


def _is_apposed(text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int) -> bool:
    """Tell whether a distance only explains the day before it: "on 3 May, two days after the vote, a bomb"."""
    if not isinstance(expression.form, DaysOff) or "," not in text[expression.end : trigger]:
        return False
    return any(d.names_a_day and text[d.end : expression.start].strip() == "," for d in dates)


def _is_base(text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int) -> bool:
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


def _day_before(
    document: Document, dates: Sequence[DateExpression], distance: DateExpression
) -> Dating | None:
    """Give the day that a sentence names before a distance counted from it: "on Wednesday ... a day earlier"."""
    if not isinstance(distance.form, DaysOff) or distance.form.high - distance.form.low > NEAR_DAYS:
        return None
    named = [d for d in dates if d.end <= distance.start and d.names_a_day and d.kind != "story"]
    return anchored(document, named[-1], None) if named else None


def _finer(document: Document, dates: Sequence[DateExpression], frame: Dating) -> Dating | None:
    """Give the day within a month or year that a clause names beside it: "the 2008 attack was on 21 September"."""
    if frame.precision < FRAME or frame.basis != "stated" or frame.start is None or frame.end is None:
        return None
    for expression in dates:
        day = anchored(document, expression, frame) if expression.names_a_day else None
        if day is not None and day.start and day.end and frame.start <= day.start <= day.end <= frame.end:
            return day
    return None


_AFTER = re.compile(r"\bafter\b", re.IGNORECASE)
#: "And two days after that": it is counted on from what was told, and no deed follows.
_AFTER_THAT = re.compile(r"\s+(?:that|this|these|those|it)\b")


def _leads_up_to(
    text: str, dates: Sequence[DateExpression], expression: DateExpression, trigger: int
) -> bool:
    """Tell whether a distance counts back: "it came two days after gunmen stormed" dates the storming before it.

    "Two days after the bombing, gunmen stormed" opens its sentence, and counts on from what was told before.
    """
    if _OPENING.search(text, max(0, expression.start - 12), expression.start):
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
    return _day_before(document, dates, expression)


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


def owns(text: str, expression: DateExpression) -> bool:
    """Tell whether a date is the owner of something: "Friday's blast"."""
    return text[expression.end : expression.end + 2] in ("'s", "’s")


def _belongs_to_another(text: str, expression: DateExpression, trigger: int) -> bool:
    """Tell whether a date is the owner of some other thing: "last year's kidnapping" beside an arrest."""
    return owns(text, expression) and not 0 < trigger - expression.end < OWNED_REACH


#: "said on Friday", "a deal reached on Friday", "rose to 63 on Friday": the day of something else.
_OF_SPEECH = re.compile(
    r"(?:\b(?:said|says|announced|reported|confirmed|stated|added)|\btold\s+(?:\w+\s+){1,3}|\bstatement|\bdetails"
    r"|\b(?:deal|agreement|accord|plan)\s+(?:reached|signed|made|agreed)|\b(?:rose|risen|climbed)\s+to\s+[\w,-]+)"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)

#: "A blast reported on Friday", "was reported on Friday": nobody speaks here, and the day is that of what is told.
_TOLD_OF = re.compile(
    r"\b(?:was|were|been|is|are|being|(?:attack|bomb|bombing|blast|explosion|incident|clashe?|shooting|strike|raid|fire"
    r"|killing|murder|death|abduction|kidnapping)s?)\s+(?:also\s+|first\s+)?reported\s+(?:late\s+|early\s+)?(?:on\s+)?$"
)

#: "Two of whom died in hospital the day after": the day of a death that a wound led to.
_OF_A_LATER_DEATH = re.compile(
    r"\b(?:of\s+(?:whom|them|the\s+(?:wounded|injured|victims))|who(?:\s+had\s+been\s+\w+)?|later)\s+(?:later\s+|also\s+)?"
    r"(?:died|succumbed)\b(?:\s+(?:of|from|to|in|at)\s+[\w\s'’-]{1,40})?(?:\s+(?:on|by|early|late))*\s+$"
)
#: "Were arrested and held overnight": how long, and not when.
_HOW_LONG = re.compile(r"\b(?:held|kept|jailed|stayed|remained|camped|slept|waited|detained)\s+\Z")
#: "On Saturday a doctor at the hospital in nearby Baquba said": the day of what is said.
_SPEAKER_AFTER = re.compile(
    r",?\s+(?:an?|the|one|another|his|her|its)\s+(?:[\w-]+\s+){0,2}"
    r"(?:doctor|official|officer|spokes\w+|mayor|governor|minister|ministry|source|commander|witness|resident|medic|judge)\b"
    r"[^,;.]{0,60}\b(?:said|told|announced|reported|confirmed)\b"
)


#: "كشف مصدر أمني، الجمعة، عن ...": when it was said, which dates what was said only where nothing else does.
_SAID_IN_ARABIC = re.compile(
    r"(?<!\w)(?:أفاد|أعلن|كشف|قال|ذكر|أكد|صرح|أوضح|نفى|بين)ت?\s[^،.]{1,60}،\s*(?:في\s+)?(?:يوم\s+)?\Z"
)
_ARABIC_COMMA = re.compile(r"\s*،")


def _says_when(text: str, expression: DateExpression) -> bool:
    """Tell whether an Arabic sentence sets a date off by commas beside who says it."""
    if _ARABIC_COMMA.match(text, expression.end) is None:
        return False
    return _SAID_IN_ARABIC.search(text, max(0, expression.start - 90), expression.start) is not None


def tells_when(text: str, expression: DateExpression) -> bool:
    """Tell whether a date says when something happened, and not since when, or when it was said."""
    if expression.role != "when":
        return False
    before = max(0, expression.start - 60)
    if _OF_SPEECH.search(text, before, expression.start) and not _TOLD_OF.search(
        text, before, expression.start
    ):
        return False
    if _OF_A_LATER_DEATH.search(text, max(0, expression.start - 90), expression.start):
        return False
    if expression.text.lower() == "overnight" and _HOW_LONG.search(
        text, max(0, expression.start - 12), expression.start
    ):
        return False
    return not _opens_speech(text, expression)


def _opens_speech(text: str, expression: DateExpression) -> bool:
    """Tell whether a day is that of what is said: "On Friday a doctor said", not "died on Friday, a doctor said"."""
    if _SPEAKER_AFTER.match(text, expression.end, expression.end + 120) is None:
        return False
    apart = text.startswith(",", expression.end)
    return not apart or _OPENING.search(text, max(0, expression.start - 12), expression.start) is not None


#: What stands before a day with which a sentence opens.
_OPENING = re.compile(r"(?:\A|[.;!?\n–—\"”]\s*)(?:(?:[Oo]n|[Ll]ate|[Ee]arly)\s+){0,2}\Z")


def anchored(document: Document, expression: DateExpression, story: Dating | None) -> Dating | None:
    """Put an expression on the calendar; None where it cannot be, or is too long a span to date an event."""
    if expression.kind == "partial" and document.published is not None and not _lends_year(story):
        story = None
    dating = anchor(
        expression,
        published=document.published,
        published_precision=document.published_precision,
        story=story,
    )
    if isinstance(dating, Unanchored) or dating.start is None or dating.end is None:
        return None
    if (dating.end - dating.start).days > LONGEST_DAYS:
        return None
    return _until_published(dating, document)


def _lends_year(story: Dating | None) -> bool:
    """Tell whether the story gives "3 January" its year: only one that was written out does, not one reckoned."""
    return story is not None and story.basis == "stated"


def as_background(dating: Dating | None) -> Dating | None:
    """Give a date as the paragraphs after it know it: "a week later" counts from it, but it lends no year."""
    return replace(dating, basis="story") if dating is not None else None


def _until_published(dating: Dating, document: Document) -> Dating:
    """Let "this month" end where the report was published: nothing is reported before it happened."""
    last = document.published
    if last is None or document.published_precision != "day" or dating.end is None or dating.start is None:
        return dating
    if dating.start <= last < dating.end:
        return replace(dating, end=last)
    return dating


def _distance(expression: DateExpression, trigger: int) -> int:
    return abs(expression.start - trigger) if expression.start < trigger else abs(expression.end - trigger)


def same_days(a: Dating | None, b: Dating | None) -> bool:
    """Tell whether two datings could be of one day."""
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    latest_start: date = max(a.start, b.start)
    return latest_start <= min(a.end, b.end)
