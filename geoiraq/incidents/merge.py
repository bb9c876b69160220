"""Reports in, incidents out: reports that tell the same event become one incident, with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geoiraq.incidents.fuse import fuse
from geoiraq.incidents.group import group_reports
from geoiraq.incidents.incident import Incident
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
    groups = group_reports(reports, across_documents=across_documents)
    return in_order(fuse_each(groups))


def fuse_each(groups: list[list[Report]]) -> Iterator[Incident]:
    """Make an incident of each group, from the last to the first, and let go of its reports: there may be many."""
    while groups:
        yield fuse(groups.pop())


def in_order(incidents: Iterable[Incident]) -> list[Incident]:
    """Put incidents in the order of the table: by date, the undated last."""
    return sorted(
        incidents,
        key=lambda i: (i.date_start is None, str(i.date_start), i.documents, i.quote_start, i.incident_id),
    )
