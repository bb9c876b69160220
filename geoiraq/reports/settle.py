"""What a document as a whole says of its reports: which are only totals of others, which protests turned violent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from geoiraq.reports.report import Report
from geoiraq.reports.when import same_days

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
        whose place and time the document tells of violence by or against the crowd.
    """
    return _without_quelled(_without_totals(reports))


def _without_totals(reports: Sequence[Report]) -> list[Report]:
    parts = [r for r in reports if _is_placed(r)]
    return [r for r in reports if _is_placed(r) or sum(_is_part(p, r) for p in parts) < PARTS]


def _is_part(part: Report, total: Report) -> bool:
    """Tell whether a report of an event somewhere may be counted in one that says nowhere more exact."""
    if part.layer != total.layer or total.dating is None or part.dating is None:
        return False
    days, all_days = part.dating, total.dating
    if (days.start, days.end) == (all_days.start, all_days.end):
        return True
    # "A string of attacks in Iraq on Friday and Saturday": each part has its own day.
    if total.where.area is None or days.start is None or all_days.start is None:
        return False
    return abs(days.start - all_days.start) <= NEXT_DAY


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
