"""Reports in, groups out: the reports of one event together, whatever the order in which they came."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby

from geoiraq.incidents.gist import Gist, gist_of
from geoiraq.incidents.kept import Reports
from geoiraq.incidents.neighbours import Neighbours
from geoiraq.incidents.order import order_of
from geoiraq.incidents.rank import date_rank, place_rank
from geoiraq.incidents.same import why_same
from geoiraq.reports.layer import LAYERS
from geoiraq.reports.report import Report

#: Groups of fewer reports are asked report by report.
MANY = 8


class Groups:
    """The reports of each event, taken from where they are kept each time that they are asked for."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports
        self._members = array("Q")
        self._ends = array("Q")

    def add(self, numbers: Iterable[int]) -> None:
        """Take in the numbers of the reports of one more event."""
        self._members.extend(numbers)
        self._ends.append(len(self._members))

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[list[Report]]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> list[Report]:
        start = self._ends[number - 1] if number else 0
        return [self._reports[member] for member in self._members[start : self._ends[number]]]


def group_reports(reports: Iterable[Report], *, across_documents: bool = True) -> Groups:
    """Bring the reports of each event together.

    A report joins a group only if it tells the same event as each report in it: that A is like B and B like C does
    not make A like C. The most exact reports come first, so that the vague ones join them and not each other.

    Parameters
    ----------
    reports
        Of any number of documents, in any order: the groups do not depend on it. They are taken one after the other,
        and no more than their gists is held in memory when there are many.
    across_documents
        Whether reports of different documents may tell one event; those of one document always may.

    Returns
    -------
    Groups
        Each report once. The time taken grows with the number of reports, not with its square: only reports are
        compared that share place, time and layer, and of those that are alike only a few.
    """
    kept = Reports()
    gists: list[Gist] = []

    def exactness() -> Iterator[tuple[object, ...]]:
        for report in reports:
            gists.append(gist_of(kept.add(report)))
            yield LAYERS.index(report.layer), *_exactness(report)

    order = order_of(exactness())
    groups = Groups(kept)
    for _, numbers in groupby(order, key=lambda number: gists[number].layer):
        for members in _grouped(list(numbers), gists, across_documents=across_documents):
            groups.add(members)
    return groups


def _grouped(numbers: Sequence[int], gists: Sequence[Gist], *, across_documents: bool) -> list[list[int]]:
    neighbours = Neighbours([gists[number] for number in numbers], across_documents=across_documents)
    events = _Events(gists, across_documents=across_documents)
    for number in numbers:
        gist = gists[number]
        home = next((n for n in neighbours.of(gist) if events.takes(n, gist)), len(events.members))
        events.add(home, number)
        neighbours.add(gist, home)
    return events.members


class _Events:
    """The reports of each event, by number; once they are many, those alike in all that counts are asked once."""

    def __init__(self, gists: Sequence[Gist], *, across_documents: bool) -> None:
        self.members: list[list[int]] = []
        self._gists = gists
        self._across = across_documents
        self._few: dict[int, _Few] = {}

    def takes(self, event: int, gist: Gist) -> bool:
        """Tell whether a report tells the same event as each report of one of them."""
        members = self.members[event]
        if not self._across and gist.document != self._gists[members[0]].document:
            return False
        few = self._few.get(event)
        asked = (self._gists[number] for number in members) if few is None else few.to_ask(gist)
        return all(why_same(gist, other) for other in asked)

    def add(self, event: int, number: int) -> None:
        """Take a report into one of them, or into one more."""
        if event == len(self.members):
            self.members.append([number])
            return
        members = self.members[event]
        members.append(number)
        if event in self._few:
            self._few[event].add(self._gists[number])
        elif len(members) == MANY:
            self._few[event] = _Few(self._gists[n] for n in members)


class _Few:
    """Of many reports the few that answer for all."""

    def __init__(self, reports: Iterable[Gist]) -> None:
        self._sentences: dict[tuple[str, int], list[Gist]] = {}
        self._alike: dict[Hashable, dict[str, Gist]] = {}
        for report in reports:
            self.add(report)

    def add(self, report: Gist) -> None:
        self._sentences.setdefault(_sentence(report), []).append(report)
        # Whether two share a sentence or a document counts too: of each that there can be, one is asked.
        alike = self._alike.setdefault(_what_counts(report), {})
        first = alike.setdefault("first", report)
        if _sentence(report) != _sentence(first):
            alike.setdefault("of another sentence", report)
        if report.document != first.document:
            alike.setdefault("of another document", report)

    def to_ask(self, report: Gist) -> Iterator[Gist]:
        sentence = _sentence(report)
        yield from self._sentences.get(sentence, ())
        for alike in self._alike.values():
            yield from (other for other in alike.values() if _sentence(other) != sentence)


def _sentence(report: Gist) -> tuple[str, int]:
    return report.document, report.start


def _what_counts(report: Gist) -> Hashable:
    """Give all that `same` looks at, but for the document and the sentence."""
    area = report.area
    return (
        report.layer,
        report.sub_event_type,
        report.specific,
        report.dating,
        report.actor,
        report.killed,
        report.persons,
        (area.place_id, area.name, area.basis, area.radius_km, area.latitude, area.longitude)
        if report.is_pinned and area
        else None,
        report.toponym,
        None if report.is_pinned else report.words,
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
