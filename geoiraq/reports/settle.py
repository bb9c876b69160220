"""What a document as a whole says of its reports: which are only totals of others, which protests turned violent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geoiraq.places.resolution import Resolution, apart_km
from geoiraq.reports.layer import Layer
from geoiraq.reports.report import Report
from geoiraq.reports.when.clause import same_days
from geoiraq.reports.who.actors import on_the_day

#: A total whose parts are told one by one has at least this many of them.
PARTS = 2
NEXT_DAY = timedelta(days=1)
#: Violence told this near to a protest, at its place and time, is of that protest.
NEAR = 400
#: Violence by or against a crowd, in ACLED's terms.
_VIOLENT = frozenset({"Excessive force against protesters", "Mob violence", "Violent demonstration"})


def settle(reports: Sequence[Report]) -> list[Report]:
    """Leave out what the rest of its document tells better.

    Parameters
    ----------
    reports
        All reports of one document.

    Returns
    -------
    list of Report
        Without totals ("23 strikes in Syria and Iraq") whose parts are told place by place, and without protests at
        whose place and time the document tells of violence by or against the crowd; actors bear their names of the day.
    """
    return [_in_its_day(report) for report in _without_quelled(_without_totals(reports))]


def _in_its_day(report: Report) -> Report:
    """Call actor and target by the names that they bore when it happened: no ISIS before 2013."""
    day = report.dating.end if report.dating is not None else None
    actor, target = on_the_day(report.actor, day), on_the_day(report.target, day)
    known = (actor, target) == (report.actor, report.target)
    return report if known else replace(report, actor=actor, target=target)


def _without_totals(reports: Sequence[Report]) -> list[Report]:
    told = _Told(reports)
    return [r for r in reports if not _may_be_total(r) or told.parts_of(r) < PARTS]


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


def _without_quelled(reports: Sequence[Report]) -> list[Report]:
    violence: dict[str | None, list[Report]] = {}
    for report in reports:
        if report.layer == "attack" and report.where.area is not None:
            violence.setdefault(report.where.area.place_id, []).append(report)
    return [r for r in reports if r.layer != "protest" or not _turned_violent(r, violence)]


def _turned_violent(protest: Report, violence: dict[str | None, list[Report]]) -> bool:
    if protest.where.area is None:
        return False
    return any(
        same_days(protest.dating, attack.dating) for attack in violence.get(protest.where.area.place_id, ())
    )
