"""Reports in, groups out: the reports of one event together, whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from geoiraq.incidents.neighbours import Neighbours
from geoiraq.incidents.rank import date_rank, place_rank
from geoiraq.incidents.same import is_pinned, tell_same_event
from geoiraq.reports.layer import LAYERS, Layer
from geoiraq.reports.report import Report

#: Groups of fewer reports are asked report by report.
MANY = 8

Reports = list[Report]


def group_reports(reports: Iterable[Report], *, across_documents: bool = True) -> list[Reports]:
    """Bring the reports of each event together.

    A report joins a group only if it tells the same event as each report in it: that A is like B and B like C does
    not make A like C. The most exact reports come first, so that the vague ones join them and not each other.

    Parameters
    ----------
    reports
        Of any number of documents, in any order: the groups do not depend on it.
    across_documents
        Whether reports of different documents may tell one event; those of one document always may.

    Returns
    -------
    list of list of Report
        Each report once. The time taken grows with the number of reports, not with its square: only reports are
        compared that share place, time and layer, and of those that are alike only a few.
    """
    layers: dict[Layer, Reports] = {}
    for report in reports:
        layers.setdefault(report.layer, []).append(report)
    return [
        group
        for layer in LAYERS
        if layer in layers
        for group in _grouped(layers.pop(layer), across_documents)
    ]


def _grouped(reports: Reports, across_documents: bool) -> list[Reports]:
    reports.sort(key=_exactness)
    neighbours = Neighbours(reports, across_documents=across_documents)
    groups: list[_Group] = []
    for report in reports:
        home = next((n for n in neighbours.of(report) if groups[n].takes(report)), len(groups))
        if home == len(groups):
            groups.append(_Group(across_documents=across_documents))
        groups[home].add(report)
        neighbours.add(report, home)
    return [group.reports for group in groups]


class _Group:
    """The reports of one event; once they are many, those alike in all that counts are asked once."""

    __slots__ = ("_across", "_few", "reports")

    def __init__(self, *, across_documents: bool) -> None:
        self.reports: Reports = []
        self._few: _Few | None = None
        self._across = across_documents

    def takes(self, report: Report) -> bool:
        """Tell whether a report tells the same event as each report of the group."""
        if not self._across and report.document.id != self.reports[0].document.id:
            return False
        asked = self.reports if self._few is None else self._few.to_ask(report)
        return all(tell_same_event(report, other) for other in asked)

    def add(self, report: Report) -> None:
        """Take a report in."""
        self.reports.append(report)
        if self._few is not None:
            self._few.add(report)
        elif len(self.reports) == MANY:
            self._few = _Few(self.reports)


class _Few:
    """Of many reports the few that answer for all."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._sentences: dict[tuple[str, int], Reports] = {}
        self._alike: dict[Hashable, dict[str, Report]] = {}
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> None:
        self._sentences.setdefault(_sentence(report), []).append(report)
        # Whether two share a sentence or a document counts too: of each that there can be, one is asked.
        alike = self._alike.setdefault(_what_counts(report), {})
        first = alike.setdefault("first", report)
        if _sentence(report) != _sentence(first):
            alike.setdefault("of another sentence", report)
        if report.document.id != first.document.id:
            alike.setdefault("of another document", report)

    def to_ask(self, report: Report) -> Iterator[Report]:
        sentence = _sentence(report)
        yield from self._sentences.get(sentence, ())
        for alike in self._alike.values():
            yield from (other for other in alike.values() if _sentence(other) != sentence)


def _sentence(report: Report) -> tuple[str, int]:
    return report.document.id, report.start


def _what_counts(report: Report) -> Hashable:
    """Give all that `same` looks at, but for the document and the sentence."""
    area = report.where.area
    pinned = is_pinned(report) and area is not None
    return (
        report.layer,
        report.sub_event_type,
        report.specific,
        report.dating,
        report.actor,
        report.casualties.best,
        report.persons,
        (area.place_id, area.name, area.basis, area.radius_km, area.latitude, area.longitude)
        if pinned and area
        else None,
        report.where.toponym,
        "" if pinned else report.quote,
    )


def _exactness(report: Report) -> tuple[object, ...]:
    """Order reports by how exactly they tell, then by what they tell, last by which document happens to tell it."""
    days = (report.dating.start, report.dating.end) if report.dating else ()
    return (
        *place_rank(report),
        *date_rank(report),
        report.quote,
        report.sub_event_type,
        report.where.toponym,
        report.actor,
        *(str(day) for day in days),
        str(report.document.published or ""),
        report.document.id,
        report.start,
    )
