"""Reports in, incidents out: reports that tell the same event become one incident, with all their evidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Literal

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geoiraq.incidents.codes import acled_geo_precision, where_precision
from geoiraq.incidents.incident import Basis, Evidence, Incident
from geoiraq.incidents.same import CLOSE_DAYS, tell_same_event
from geoiraq.reports.report import Report

_GRAIN: tuple[str, ...] = (
    *("site", "neighbourhood", "settlement", "between", "relative"),
    *("district", "landform", "governorate", "country", "unknown"),
)


def merge_reports(reports: Iterable[Report], *, across_documents: bool = True) -> list[Incident]:
    """Join the reports of each event.

    Parameters
    ----------
    reports
        Of any number of documents, in any order: the result does not depend on it.
    across_documents
        Whether reports of different documents may tell one event; those of one document always may.

    Returns
    -------
    list of Incident
        By date, the undated last.
    """
    groups: list[list[Report]] = []
    index: dict[object, list[int]] = {}
    for report in sorted(reports, key=_exactness):
        keys = _keys(report, across_documents)
        near = sorted({number for key in keys for number in index.get(key, ())})
        home = next((n for n in near if all(tell_same_event(report, other) for other in groups[n])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(report)
        for key in keys:
            known = index.setdefault(key, [])
            if home not in known:
                known.append(home)
    incidents = [fuse(group) for group in groups]
    return sorted(
        incidents,
        key=lambda i: (i.date_start is None, str(i.date_start), i.documents, i.quote_start, i.incident_id),
    )


def fuse(reports: Sequence[Report]) -> Incident:
    """Make one incident of the reports of one event.

    Parameters
    ----------
    reports
        At least one.

    Returns
    -------
    Incident
        The finest place and date that a report gives, the toll that most give with its spread, every report as
        evidence.
    """
    told = sorted(reports, key=lambda r: (r.document.id, r.start))
    placed = min(told, key=_place_rank)
    dated = min(told, key=_date_rank)
    specific = next((r for r in told if r.specific), told[0])
    basis, radius, point, footprint = _place(placed)
    area = placed.where.area
    known = area is not None and area.status == "resolved"
    return Incident(
        incident_id=_identity(told),
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
        confidence=round(min(max(r.confidence for r in told) + 0.04 * (len(_documents(told)) - 1), 0.98), 2),
        documents=_documents(told),
        reports=len(told),
        evidence=tuple(_evidence(told)),
    )


def _keys(report: Report, across_documents: bool) -> list[object]:
    """Give what reports of one event share at the least, so that only such are compared."""
    keys: list[object] = [("document", report.document.id, report.layer)]
    if across_documents:
        keys += [("person", person) for person in report.persons]
        dating = report.dating
        if dating is not None and dating.start is not None and dating.end is not None:
            span = (dating.end - dating.start).days
            if span <= CLOSE_DAYS:
                keys += [("day", report.layer, dating.start + timedelta(days=n)) for n in range(span + 1)]
    return keys


def _exactness(report: Report) -> tuple[object, ...]:
    return (
        _place_rank(report)[:2],
        _date_rank(report)[:2],
        report.document.id,
        report.start,
        report.where.toponym,
    )


def _place_rank(report: Report) -> tuple[bool, int, float, str, int]:
    area = report.where.area
    grain = _GRAIN.index(_basis(report))
    return (
        report.where.inherited,
        grain,
        (area.radius_km or 0.0) if area else 0.0,
        report.document.id,
        report.start,
    )


def _date_rank(report: Report) -> tuple[bool, int, str, int]:
    precision = report.dating.precision if report.dating else 9
    return report.dating_inherited, precision, report.document.id, report.start


def _basis(report: Report) -> Basis:
    area = report.where.area
    return area.basis if area is not None and area.status == "resolved" and area.basis else "unknown"  # type: ignore[return-value]


def _place(report: Report) -> tuple[Basis, float | None, Point | None, BaseGeometry | None]:
    basis, area = _basis(report), report.where.area
    if area is None or basis in ("country", "unknown") or area.latitude is None or area.longitude is None:
        return basis, None, None, None
    return basis, area.radius_km, Point(area.longitude, area.latitude), area.footprint


def _documents(told: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.document.id for r in told))


def _evidence(told: Sequence[Report]) -> Iterable[Evidence]:
    seen = set()
    for r in told:
        key = (r.document.id, r.start, r.end)
        if key not in seen:
            seen.add(key)
            d = r.document
            yield Evidence(
                d.id, d.title, d.publisher, d.published, d.url, d.text[r.start : r.end], r.start, r.end
            )


def _identity(told: Sequence[Report]) -> str:
    """Name an incident by its first evidence, so that the same evidence gives the same id on every run."""
    first = told[0]
    quote = first.document.text[first.start : first.end]
    mark = "\x1f".join((first.document.id, quote, first.layer, first.sub_event_type, first.where.toponym))
    return hashlib.sha256(mark.encode()).hexdigest()[:12]


def _most_told(names: Iterable[str]) -> str:
    counts = Counter(name for name in names if name)
    named = [n for n in counts if not n.startswith("Unidentified")] or list(counts)
    return max(named, key=lambda n: (counts[n], n)) if named else ""


def _agreed(told: Sequence[Report], field: Literal["best", "injured"]) -> int | None:
    """Give the number that most reports give; of equally many the one published last, then the highest."""
    numbers = [(r.casualties.best if field == "best" else r.casualties.injured, r) for r in told]
    given = [(n, r) for n, r in numbers if n is not None]
    if not given:
        return None
    counts = Counter(n for n, _ in given)
    latest = {n: max(str(r.document.published or "") for m, r in given if m == n) for n in counts}
    return max(counts, key=lambda n: (counts[n], latest[n], n))


def _least(numbers: Iterable[int | None]) -> int | None:
    return min((n for n in numbers if n is not None), default=None)


def _most(numbers: Iterable[int | None]) -> int | None:
    return max((n for n in numbers if n is not None), default=None)
