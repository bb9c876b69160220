"""Reports in, incidents out: reports that tell the same event become one incident, with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geoiraq.incidents.fuse import fuse
from geoiraq.incidents.group import Groups, group_reports
from geoiraq.incidents.incident import Incident
from geoiraq.incidents.order import order_of
from geoiraq.reports.report import Report


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
    return list(fused_in_order(group_reports(reports, across_documents=across_documents)))


def fused_in_order(groups: Groups) -> Iterator[Incident]:
    """Yield the incident of each group in the order of the table.

    Each is made twice, to learn where it stands and when its turn comes: that takes less than to lay it aside would.
    """
    order = order_of(map(_standing, map(fuse, groups)))
    return (fuse(groups[number]) for number in order)


def in_order(incidents: Iterable[Incident]) -> list[Incident]:
    """Put incidents in the order of the table: by date, the undated last."""
    return sorted(incidents, key=_standing)


def _standing(incident: Incident) -> tuple[bool, str, tuple[str, ...], int, str]:
    start = incident.date_start
    return start is None, str(start), incident.documents, incident.quote_start, incident.incident_id
