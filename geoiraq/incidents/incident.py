"""The value at the end of the way: one incident, where, when, who, how many, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geoiraq.reports.layer import LAYERS, Layer

__all__ = ["LAYERS", "Basis", "Evidence", "Incident", "Layer"]

Basis = Literal[
    "site",
    "settlement",
    "neighbourhood",
    "district",
    "governorate",
    "landform",
    "relative",
    "between",
    "country",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of an incident: the document, and the exact slice of its text that tells it.

    Attributes
    ----------
    document, title, publisher, url
        Which document.
    published
        When it was published, where known.
    quote
        `text[start:end]` of that document.
    start, end
        Character offsets into the document's text.
    """

    document: str
    title: str
    publisher: str
    published: date | None
    url: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Incident:
    """One row of the incident table; `table.COLUMNS` says what each field means."""

    incident_id: str
    layer: Layer
    event_type: str
    sub_event_type: str
    date_start: date | None
    date_end: date | None
    date_precision: int | None
    actor: str
    target: str
    attribution: str
    fatalities_low: int | None
    fatalities_best: int | None
    fatalities_high: int | None
    injured: int | None
    toponym: str
    place_id: str
    place_name: str
    governorate: str
    district: str
    basis: Basis
    radius_km: float | None
    where_precision: int | None
    acled_geo_precision: int | None
    geometry: Point | None
    footprint: BaseGeometry | None
    confidence: float
    documents: tuple[str, ...]
    reports: int
    evidence: tuple[Evidence, ...]
    casualties: str = ""
    destination: str = ""
    merging: str = ""
    dates_told: str = ""
    places_told: str = ""
    reviewed: str = ""

    @property
    def quote(self) -> str:
        """The first report's quote."""
        return self.evidence[0].quote

    @property
    def quote_start(self) -> int:
        """Where the first report's quote starts in its document."""
        return self.evidence[0].start

    @property
    def quote_end(self) -> int:
        """Where the first report's quote ends in its document."""
        return self.evidence[0].end
