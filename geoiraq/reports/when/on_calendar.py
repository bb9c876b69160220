"""Date expressions of a document put on the calendar, and datings compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geoiraq.documents.document import Document
from geoiraq.reports.when.dates import DateExpression, Dating, Unanchored, anchor

#: Spans longer than this say when an episode ran, not when an event happened.
LONGEST_DAYS = 400


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


def same_days(a: Dating | None, b: Dating | None) -> bool:
    """Tell whether two datings could be of one day."""
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    latest_start: date = max(a.start, b.start)
    return latest_start <= min(a.end, b.end)
