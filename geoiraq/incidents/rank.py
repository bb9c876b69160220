"""Which of several reports of one event tells its place, and its date, best."""

from __future__ import annotations

from geoiraq.incidents.incident import Basis
from geoiraq.reports.report import Report

#: From the finest to the coarsest.
_GRAIN: tuple[Basis, ...] = (
    *("site", "neighbourhood", "settlement", "between", "relative"),
    *("district", "landform", "governorate", "country", "unknown"),
)
#: After any precision that a date can have.
_UNDATED = 9


def place_rank(report: Report) -> tuple[bool, int, float]:
    """Rank a report by its place: named for the event before inherited, then the finer, then the smaller."""
    area = report.where.area
    return report.where.inherited, _GRAIN.index(basis_of(report)), (area.radius_km or 0.0) if area else 0.0


def date_rank(report: Report) -> tuple[bool, int]:
    """Rank a report by its date: given for the event before inherited, then the finer."""
    return report.dating_inherited, report.dating.precision if report.dating else _UNDATED


def basis_of(report: Report) -> Basis:
    """Give the basis of the place on which a report's incident would stand."""
    area = report.where.area
    return area.basis if area is not None and area.status == "resolved" and area.basis else "unknown"  # type: ignore[return-value]
