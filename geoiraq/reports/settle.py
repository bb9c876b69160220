"""What a document as a whole says of its reports: which are only totals of others, which protests turned violent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geoiraq.reports.report import Report
from geoiraq.reports.totals import without_totals
from geoiraq.reports.when.on_calendar import same_days
from geoiraq.reports.who.actors import on_the_day

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
    return [_in_its_day(report) for report in _without_quelled(without_totals(reports))]


def _in_its_day(report: Report) -> Report:
    """Call actor and target by the names that they bore when it happened: no ISIS before 2013."""
    day = report.dating.end if report.dating is not None else None
    actor, target = on_the_day(report.actor, day), on_the_day(report.target, day)
    known = (actor, target) == (report.actor, report.target)
    return report if known else replace(report, actor=actor, target=target)


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
