"""When an event was: by its clause, else by its sentence, its heading, its story; places in a list each by its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geoiraq.reports.accept import EXACT_DAYS, is_supported
from geoiraq.reports.page import Page, Words, within
from geoiraq.reports.report import Report
from geoiraq.reports.story import LOOK_BACK, Story, moves_along
from geoiraq.reports.what.clauses import Clause
from geoiraq.reports.what.events import CONSEQUENCE, Trigger, stands_for
from geoiraq.reports.when.clause import NEVER, When, as_reported, then_or_the_day_before, when
from geoiraq.reports.when.counted import counted_back, counted_from, is_counted_from, is_hours, led_up_to
from geoiraq.reports.when.dates import Dating
from geoiraq.reports.when.said import owns
from geoiraq.reports.where.scene import Scene

#: The day that a story has reached dates what is told this many characters further on, in the same tense.
STORY_REACH = 1000
_PERFECT = re.compile(r"\b(?:has|have|had|been|already|previously|once)\s+(?:[\w-]+\s*){0,3}$", re.IGNORECASE)


def date_event(
    page: Page, words: Words, clause: Clause, lead: Trigger, story: Story, reached: Dating | None
) -> When:
    """Date an event by its clause, else by its sentence or paragraph, else by the heading or the story.

    Parameters
    ----------
    page
        The document and what it names.
    words, clause, lead
        The sentence, its clause, and the word that tells what happened.
    story
        What was told so far.
    reached
        The date that the story had reached when the sentence began.

    Returns
    -------
    When
        Undated where nothing dates it.
    """
    part = words.part
    told_here = bool(story.latest) and story.told_from >= part.start
    now = story.dating if told_here else reached
    dated = when(page.document, words.dates, lead.start, clause.start, clause.end, now)
    if dated.dating is not None:
        return dated
    before = [d for d in words.dates if d.start < clause.start]
    after = [d for d in words.dates if d.start >= clause.end and not owns(page.text, d)]
    for expression in reversed([d for d in before if not is_counted_from(page.text, words.dates, d)]):
        if told_here and now is not None and is_hours(expression):
            return When(now)
        base = (
            counted_from(page.document, words.dates, expression)
            or led_up_to(page.document, words.dates, expression, lead.start)
            or reached
        )
        early = page.date_of([expression], base)
        if early is not None:
            return When(counted_back(page.text, words.dates, expression, early, lead.start, base))
    if story.paragraph_date is not None:
        return When(story.paragraph_date, inherited=True)
    late = page.date_of(after, reached)
    if late is not None:
        return When(late)
    along = stands_for(page.text, part.start, part.end) or moves_along(page.text, part)
    if story.dating is not None and story.dating.precision <= EXACT_DAYS and along:
        return When(story.dating, inherited=True)
    if _is_simply_past(page.text, clause) and part.start - story.told_to < STORY_REACH and not part.listed:
        carried = story.dating if story.dating is not None and story.dating.precision <= EXACT_DAYS else None
        if carried is not None and story.latest:
            return When(carried, inherited=True)
    said = as_reported(page.document, words.dates, reached)
    if said is None and _is_news(page.text, clause, lead) and _is_simply_past(page.text, clause):
        said = story.news_date or then_or_the_day_before(page.day_of_writing(part))
    return When(said, inherited=True) if said is not None else NEVER


def _is_simply_past(text: str, clause: Clause) -> bool:
    """Tell whether an event is told in the story's own tense, and not as what had been before."""
    deeds = _deeds(text, clause)
    return bool(deeds) and not any(_PERFECT.search(text, max(0, t.start - 24), t.end) for t in deeds)


def _is_news(text: str, clause: Clause, lead: Trigger) -> bool:
    """Tell whether a clause tells a deed as done, and not one that a report may bring up from any time."""
    return lead.kind.layer != "other" and bool(_deeds(text, clause))


def _deeds(text: str, clause: Clause) -> list[Trigger]:
    """Give the words that tell a deed: verbs, and things that a verb says were done ("held a vigil")."""
    return [
        t
        for t in clause.triggers
        if t.form in ("verb", "doing") or (t.form == "noun" and is_supported(text, clause, t))
    ]


def as_told_there(
    clause: Clause, lead: Trigger, dated: When, own: Sequence[Scene], found: Sequence[Report]
) -> When:
    """Date what came of an event told before at the same place ("five were killed at the camp") by that event."""
    if dated.dating is not None or not own or any(t.kind.id != CONSEQUENCE for t in clause.triggers):
        return dated
    places = {scene.area.place_id for scene in own}
    for report in reversed(found[-LOOK_BACK:]):
        area = report.where.area
        if area is not None and area.place_id in places and report.layer == lead.kind.layer and report.dating:
            return When(report.dating, inherited=True)
    return dated


def date_each(page: Page, words: Words, own: Sequence[Scene], dated: When, end: int) -> list[When]:
    """Date the places of a list each by the day that stands beside it: "al-Qaim on 17 March, K-1 on 29 March".

    Parameters
    ----------
    page, words
        The document, and the sentence and what it names.
    own
        The places, in order.
    dated
        When the event was, as far as the clause tells of it as a whole.
    end
        Where the clause ends.

    Returns
    -------
    list of When
        One for each place.
    """
    edges = [*(scene.mention.phrase_end for scene in own), end]
    each, reached = [], dated
    for start, stop in pairwise(edges):
        day = page.date_of(within(words.dates, start, stop), reached.dating)
        reached = When(day) if day is not None else reached
        each.append(reached if day is not None else dated)
    return each


#: "On 11 March and again on 14 March": it happened on each of these days.
_AND_AGAIN = re.compile(r"\s*,?\s+and\s+(?:then\s+)?(?:again|once\s+more|a\s+second\s+time)\s+(?:on\s+)?")


def dates_again(page: Page, words: Words, clause: Clause, dated: When) -> list[When]:
    """Give the further days on which the same was done at the same place: "on 11 March and again on 14 March".

    Parameters
    ----------
    page, words
        The document, and the sentence and what it names.
    clause
        The clause that tells it.
    dated
        When it was first.

    Returns
    -------
    list of When
        Empty where it was done once.
    """
    told = within(words.dates, clause.start, clause.end)
    again = [late for early, late in pairwise(told) if _AND_AGAIN.fullmatch(page.text, early.end, late.start)]
    days = (page.date_of([expression], dated.dating) for expression in again)
    return [When(day) for day in days if day is not None]
