"""The value between a document and an incident: one report of one event, as one document tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from geoiraq.documents.document import Document
from geoiraq.places.resolution import Resolution
from geoiraq.reports.layer import Layer
from geoiraq.reports.tolls.casualties import Casualties
from geoiraq.reports.when.dates import Dating


@dataclass(frozen=True, slots=True)
class Where:
    """Where a report places its event.

    Attributes
    ----------
    toponym
        The words of the text; empty where it names no place.
    area
        What they resolve to; None where there is none.
    inherited
        Whether the place was named in another sentence or a heading.
    """

    toponym: str
    area: Resolution | None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One report of one event at one place.

    Attributes
    ----------
    document
        The document that tells it.
    start, end
        The sentence or sentences that tell it: `document.text[start:end]`.
    layer, event_type, sub_event_type
        What happened.
    specific
        Whether it was told by a word that names a kind of attack, rather than by "attack" or "killed".
    dating
        When; None where the text gives no date.
    dating_inherited
        Whether the date was given in another sentence or a heading.
    where
        Where.
    actor, target, attribution
        Who, to whom, on whose word.
    casualties
        The toll, as far as the text gives one.
    persons
        Persons named as those it was done to; two reports that share one tell the same event.
    confidence
        0-1.
    destination
        Where a force went that left the place, in the words of the text; empty where they do not say.
    quote
        Those words, so that a report can do without its document's text.
    """

    document: Document
    start: int
    end: int
    layer: Layer
    event_type: str
    sub_event_type: str
    specific: bool
    dating: Dating | None
    dating_inherited: bool
    where: Where
    actor: str
    target: str
    attribution: str
    casualties: Casualties
    persons: frozenset[str] = field(default_factory=frozenset)
    confidence: float = 0.5
    destination: str = ""
    quote: str = ""
