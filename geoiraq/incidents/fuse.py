"""The reports of one event in, the incident out: its best date, place and toll, and how far they differ."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geoiraq.incidents.codes import acled_geo_precision, where_precision
from geoiraq.incidents.confidence import calibrated
from geoiraq.incidents.gist import gist_of
from geoiraq.incidents.incident import Basis, Evidence, Incident
from geoiraq.incidents.rank import basis_of, date_rank, place_rank
from geoiraq.incidents.same import PLAIN_ATTACK, lies_within, why_same
from geoiraq.places.resolution import Resolution
from geoiraq.reports.report import Report

#: Stands where no rule says why reports are one incident.
BY_HAND = "joined by a person"

Passage = tuple[str, int, int]


def fuse(reports: Sequence[Report]) -> Incident:
    """Make one incident of the reports of one event.

    Parameters
    ----------
    reports
        At least one, in any order.

    Returns
    -------
    Incident
        The finest place and date that a report gives, the toll that most give with its spread, every report as
        evidence, the one published first before the others.
    """
    told = sorted(reports, key=_as_told)
    placed = _best_placed(told)
    dated = min(told, key=date_rank)
    specific = max(told, key=lambda r: (r.specific, r.sub_event_type != PLAIN_ATTACK))
    basis, radius, point, footprint = _place(placed)
    area = placed.where.area
    known = area is not None and area.status == "resolved"
    documents = tuple(dict.fromkeys(r.document.id for r in told))
    return Incident(
        incident_id=identity(told),
        layer=specific.layer,
        event_type=specific.event_type,
        sub_event_type=specific.sub_event_type,
        date_start=dated.dating.start if dated.dating else None,
        date_end=dated.dating.end if dated.dating else None,
        date_precision=dated.dating.precision if dated.dating else None,
        actor=_most_told(r.actor for r in told),
        target=_most_told(r.target for r in told),
        attribution=next((r.attribution for r in told if r.attribution != "stated"), "stated"),
        fatalities_low=_least(r.casualties.low for r in told),
        fatalities_best=_agreed(told, "best"),
        fatalities_high=_most(r.casualties.high for r in told),
        injured=_agreed(told, "injured"),
        toponym=placed.where.toponym,
        place_id=(area.place_id or "") if known and area else "",
        place_name=(area.name or "") if known and area else "",
        governorate=(area.governorate or "") if known and area and basis != "country" else "",
        district=(area.district or "") if known and area else "",
        basis=basis,
        radius_km=radius,
        where_precision=where_precision(basis, radius),
        acled_geo_precision=acled_geo_precision(basis, radius),
        geometry=point,
        footprint=footprint,
        confidence=calibrated(max(r.confidence for r in told), len(documents)),
        documents=documents,
        reports=len(told),
        evidence=_evidence(told),
        destination=_most_told(r.destination for r in told),
        casualties=max((r.casualties.who for r in told), key=len),
        merging=_merging(told),
        dates_told=_told_otherwise(told, _dates),
        places_told=_told_otherwise(told, lambda r: r.where.area.name or "" if r.where.area else ""),
    )


def _as_told(report: Report) -> tuple[date, str, int, str, str]:
    """Put first what was published first: what is published later does not change which report that is."""
    document = report.document
    return (
        document.published or date.max,
        document.id,
        report.start,
        report.where.toponym,
        report.sub_event_type,
    )


def _best_placed(told: Sequence[Report]) -> Report:
    """Give the report with the finest place named for the event, or a finer one within it that a report takes over."""
    named = min(told, key=place_rank)
    return min(
        (r for r in told if r is named or lies_within(gist_of(r), gist_of(named))),
        key=lambda r: place_rank(r)[1:],
    )


def _place(report: Report) -> tuple[Basis, float | None, Point | None, BaseGeometry | None]:
    basis, area = basis_of(report), report.where.area
    if area is None or basis in ("country", "unknown") or area.latitude is None or area.longitude is None:
        return basis, None, None, None
    return basis, area.radius_km, _point(area.longitude, area.latitude), _footprint(area)


@lru_cache(4096)
def _point(longitude: float, latitude: float) -> Point:
    """Points and areas never change: what happens at one place a thousand times stands on one point."""
    return Point(longitude, latitude)


@lru_cache(4096)
def _footprint(area: Resolution) -> BaseGeometry | None:
    return area.footprint


def _evidence(told: Sequence[Report]) -> tuple[Evidence, ...]:
    passages: dict[Passage, Report] = {}
    for report in told:
        passages.setdefault(_passage(report), report)
    return tuple(
        Evidence(d.id, d.title, d.publisher, d.published, d.url, r.quote, r.start, r.end)
        for r in passages.values()
        for d in [r.document]
    )


def _passage(report: Report) -> Passage:
    return report.document.id, report.start, report.end


def identity(reports: Sequence[Report]) -> str:
    """Name an incident by its first evidence, so that the same evidence gives the same id on every run."""
    first = min(reports, key=_as_told)
    parts = (first.document.id, first.quote, first.layer, first.sub_event_type, first.where.toponym)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _merging(told: Sequence[Report]) -> str:
    """Say which reports were joined to the first, and why: "2, 3 as 1: the same place (Taji), on one day"."""
    numbers: dict[Passage, int] = {}
    reasons: dict[str, dict[int, None]] = {}
    first = gist_of(told[0])
    for report in told:
        number = numbers.setdefault(_passage(report), len(numbers) + 1)
        if number > 1:
            reasons.setdefault(why_same(first, gist_of(report)) or BY_HAND, {})[number] = None
    return "; ".join(f"{', '.join(map(str, joined))} as 1: {reason}" for reason, joined in reasons.items())


def _told_otherwise(told: Sequence[Report], what: Callable[[Report], str]) -> str:
    """Give what the reports say where they do not all say the same, the first report's word first."""
    said = list(dict.fromkeys(words for report in told if (words := what(report))))
    return " | ".join(said) if len(said) > 1 else ""


def _dates(report: Report) -> str:
    dating = report.dating
    if dating is None or (dating.start is None and dating.end is None):
        return ""
    days = dict.fromkeys(day.isoformat() if day else "" for day in (dating.start, dating.end))
    return "/".join(days)


def _most_told(names: Iterable[str]) -> str:
    counts = Counter(name for name in names if name)
    named = [n for n in counts if not n.startswith("Unidentified")] or list(counts)
    return max(named, key=lambda n: (counts[n], n)) if named else ""


def _agreed(told: Sequence[Report], field: Literal["best", "injured"]) -> int | None:
    """Give the number that most reports give; of equally many the one published last, then the highest."""
    counts: Counter[int] = Counter()
    latest: dict[int, str] = {}
    for report in told:
        number = report.casualties.best if field == "best" else report.casualties.injured
        if number is not None:
            counts[number] += 1
            latest[number] = max(latest.get(number, ""), str(report.document.published or ""))
    return max(counts, key=lambda n: (counts[n], latest[n], n), default=None)


def _least(numbers: Iterable[int | None]) -> int | None:
    return min((n for n in numbers if n is not None), default=None)


def _most(numbers: Iterable[int | None]) -> int | None:
    return max((n for n in numbers if n is not None), default=None)
