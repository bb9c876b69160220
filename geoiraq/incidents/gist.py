"""What of a report tells which event it is of: little enough to be held in memory for every report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geoiraq.places.resolution import Resolution
from geoiraq.reports.layer import Layer
from geoiraq.reports.report import Report
from geoiraq.reports.when.calendar import Dating
from geoiraq.vocabulary import read_words


@dataclass(frozen=True, slots=True)
class Gist:
    """All that is asked of a report when it is compared with others.

    Attributes
    ----------
    document, start
        The document's id, and where in it the sentence begins.
    words
        Stands for the quote: the same for the same words.
    layer, sub_event_type, specific, dating, actor, persons
        As of the report.
    toponym, area
        Where.
    killed
        The best number of killed.
    calling
        What the one person killed was; empty where there were more, or none, or it is not told.
    """

    document: str
    start: int
    words: int
    layer: Layer
    sub_event_type: str
    specific: bool
    dating: Dating | None
    actor: str
    persons: frozenset[str]
    toponym: str
    area: Resolution | None
    killed: int | None
    calling: str

    @property
    def is_pinned(self) -> bool:
        """Whether it has a place finer than the country."""
        return self.area is not None and self.area.latitude is not None and self.area.basis != "country"


def gist_of(report: Report) -> Gist:
    """Give the gist of a report."""
    return Gist(
        document=report.document.id,
        start=report.start,
        words=hash(report.quote),
        layer=report.layer,
        sub_event_type=report.sub_event_type,
        specific=report.specific,
        dating=report.dating,
        actor=report.actor,
        persons=report.persons,
        toponym=report.where.toponym,
        area=report.where.area,
        killed=report.casualties.best,
        calling=report.target if report.casualties.high == 1 and report.target in _callings() else "",
    )


@cache
def _callings() -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "targets")["callings"])
