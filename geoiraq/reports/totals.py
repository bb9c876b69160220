"""Which reports only sum up others of their document: a total is no event beside its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from geoiraq.places.resolution import Resolution, apart_km
from geoiraq.reports.layer import Layer
from geoiraq.reports.report import Report
from geoiraq.reports.story import names_one, names_several
from geoiraq.reports.when.on_calendar import same_days

#: A total whose parts are told one by one has at least this many of them.
PARTS = 2
NEXT_DAY = timedelta(days=1)
#: "This week", "between 22 and 26 February": what a release opens with sums up days; without a toll two are enough.
SPAN = timedelta(days=2)
#: How far around the area that such a lead names its parts may lie.
AROUND_KM = 45.0
#: What was told together is told one by one within so many characters.
APART_REACH = 600


def without_totals(reports: Sequence[Report]) -> list[Report]:
    """Leave out reports that only sum up what their document tells part by part.

    Parameters
    ----------
    reports
        All reports of one document, in the order of the text.

    Returns
    -------
    list of Report
        Without what leads in a list, what opens a release by summing up its days, what tells several things together
        that are then told one by one, and what says nowhere exact or no day and is told with place and day elsewhere.
    """
    told = _Told(reports)
    opening = reports[0].start if reports else 0
    return [
        report
        for number, report in enumerate(reports)
        if not (
            (_may_be_total(report) and told.parts_of(report) >= PARTS)
            or _leads_in(report, reports[number + 1 : number + 2])
            or (report.start == opening and _sums_up(report, reports))
            or _is_told_apart(report, reports[number + 1 : number + 1 + PARTS])
        )
    ]


def _leads_in(report: Report, following: Sequence[Report]) -> bool:
    """Tell whether a report only announces the list after it: "one strike closed within the last 24 hours:"."""
    announces = report.document.text[report.end - 1 : report.end] == ":"
    return announces and not _is_placed(report) and any(part.layer == report.layer for part in following)


def _sums_up(report: Report, reports: Sequence[Report]) -> bool:
    """Tell whether a report spans the days and the area in which later ones of its kind tell what was done."""
    days = _length(report)
    counted = report.casualties.best is not None or report.casualties.injured is not None
    if days is None or report.dating_inherited or days < (SPAN if counted else NEXT_DAY):
        return False
    return any(
        part.start > report.start
        and part.layer == report.layer
        and (_length(part) or timedelta()) < days
        and _is_placed(part)
        and part.dating is not None
        and same_days(part.dating, report.dating)
        and _covers(report.where.area, part.where.area)
        for part in reports
    )


def _covers(whole: Resolution | None, part: Resolution | None) -> bool:
    """Tell whether a place lies somewhere in what a lead names: a country, a province, "around the capital"."""
    if whole is None or part is None or whole.basis == "country":
        return True
    if whole.basis == "governorate":
        return part.governorate == whole.governorate
    reach = AROUND_KM if whole.basis in ("relative", "landform") else 0.0
    roomy = whole.basis == "settlement" or reach > 0
    return (
        roomy
        and whole.place_id != part.place_id
        and apart_km(whole, part) <= (whole.radius_km or 0.0) + reach
    )


def _is_told_apart(report: Report, following: Sequence[Report]) -> bool:
    """Tell whether what a report tells together is then told one by one: "Two bombs", "the first in Kut", "in Hai"."""
    text = report.document.text
    if len(following) < PARTS or not names_several(text, report.start, report.end):
        return False
    near = all(
        part.layer == report.layer
        and part.start > report.start
        and part.start - report.end < APART_REACH
        and same_days(part.dating, report.dating)
        and _is_placed(part)
        for part in following
    )
    return near and names_one(text, following[0].start, following[0].end)


def _length(report: Report) -> timedelta | None:
    start, end = _days(report)
    return end - start if start is not None and end is not None else None


def _may_be_total(report: Report) -> bool:
    """Tell whether a report says nowhere exact, or no day: the rest of its document may tell it part by part."""
    return not _is_placed(report) or report.dating is None


class _Told:
    """What a document tells with a place and a day, counted once."""

    def __init__(self, reports: Sequence[Report]) -> None:
        parts = [r for r in reports if _is_placed(r) and r.dating is not None]
        self._days = Counter((r.layer, *_days(r)) for r in parts)
        self._starts = Counter((r.layer, _days(r)[0]) for r in parts)
        self._areas = {
            (r.layer, r.where.area.place_id): r.where.area for r in parts if r.where.area is not None
        }
        self._places = Counter((r.layer, r.where.area.place_id) for r in parts if r.where.area is not None)
        self._within: dict[tuple[Layer, str | None], int] = {}

    def parts_of(self, total: Report) -> int:
        """Count the reports that a total may count again."""
        area = total.where.area
        if total.dating is None:
            return 0 if area is None or not _is_placed(total) else self._inside(total.layer, area)
        start, end = _days(total)
        if area is None or start is None:
            return self._days[total.layer, start, end]
        # "A string of attacks in Iraq on Friday and Saturday": each part has its own day.
        return sum(self._starts[total.layer, start + day] for day in (-NEXT_DAY, timedelta(), NEXT_DAY))

    def _inside(self, layer: Layer, city: Resolution) -> int:
        known = self._within.get((layer, city.place_id))
        if known is None:
            known = sum(
                self._places[key]
                for key, area in self._areas.items()
                if key[0] == layer and _lies_in(area, city)
            )
            self._within[layer, city.place_id] = known
        return known


def _days(report: Report) -> tuple[date | None, date | None]:
    return (report.dating.start, report.dating.end) if report.dating is not None else (None, None)


def _lies_in(part: Resolution | None, whole: Resolution | None) -> bool:
    """Tell whether a quarter or site is in a city."""
    if part is None or whole is None or part.place_id == whole.place_id or whole.basis != "settlement":
        return False
    return whole.radius_km is not None and apart_km(part, whole) <= whole.radius_km


def _is_placed(report: Report) -> bool:
    return report.where.area is not None and report.where.area.basis != "country"
