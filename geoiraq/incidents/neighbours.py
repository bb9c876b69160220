"""Which reports are worth comparing: those that share a place, a time and a layer, found without asking all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from math import cos, floor, radians

from geoiraq.incidents.gist import Gist
from geoiraq.incidents.same import SAME_PLACE_KM, is_closely_dated, reach_km, unit_of, units_around
from geoiraq.places.resolution import Resolution
from geoiraq.reports.when.dates import Dating

#: The map is cut into squares of this many degrees; those that a report's reach touches are looked into.
CELL = 0.5
#: A degree of latitude, km.
DEGREE_KM = 111.2
#: A report dated within more months than this is compared with those of any date.
MONTHS = 3
#: So many bytes a report tell which keys more than one report has; others that share a byte are kept for nothing.
SLOTS = 64


class Neighbours:
    """Remembers numbers under what reports of one event share at the least; asks only those.

    That two reports tell one event is for `same` to say. Whatever it could say yes to is found here.

    Parameters
    ----------
    reports
        All that are to be added.
    across_documents
        Whether reports of different documents are to be compared at all.
    """

    def __init__(self, reports: Sequence[Gist], *, across_documents: bool) -> None:
        self._across = across_documents
        times = Counter((report.document, report.layer) for report in reports)
        self._together = {key for key, count in times.items() if count > 1}
        # There may be a million keys: they are held as hashes (two keys of one hash cost a comparison, no more), those
        # of one number without a list, and those that only one report has not at all.
        self._known: dict[int, int | list[int]] = {}
        self._times = bytearray(SLOTS * len(reports))
        for report in reports:
            for slot in {
                self._slot(key) for asked in (False, True) for key in self._keys(report, asked=asked)
            }:
                self._times[slot] = min(self._times[slot] + 1, 2)

    def _slot(self, key: int) -> int:
        return key % len(self._times)

    def add(self, report: Gist, number: int) -> None:
        """Remember that this report is of the group of this number."""
        for key in self._keys(report, asked=False):
            if self._times[self._slot(key)] < 2:
                continue
            known = self._known.setdefault(key, number)
            if isinstance(known, list):
                if known[-1] != number:
                    known.append(number)
            elif known != number:
                self._known[key] = [known, number]

    def of(self, report: Gist) -> list[int]:
        """Give the numbers under which reports that could tell the same event were remembered."""
        found: set[int] = set()
        for key in self._keys(report, asked=True):
            known = self._known.get(key)
            if isinstance(known, list):
                found.update(known)
            elif known is not None:
                found.add(known)
        return sorted(found)

    def _keys(self, report: Gist, *, asked: bool) -> Iterator[int]:
        return map(hash, self._shared(report, asked=asked))

    def _shared(self, report: Gist, *, asked: bool) -> Iterator[tuple[Hashable, ...]]:
        layer, document = report.layer, report.document
        is_alone = (document, layer) not in self._together
        months = [] if is_alone and not report.persons else list(_months(report.dating, asked=asked))
        scope = "" if self._across else document
        yield from (("person", scope, layer, *who) for who in product(report.persons, months))
        area = report.area if report.is_pinned else None
        places = [] if area is None else list(_places(report, area, asked=asked))
        if not is_alone:
            yield "sentence", document, layer, report.start
            yield from (("words", document, layer, report.words, month) for month in months)
            yield from (("in document", document, layer, *there) for there in product(places, months))
        if self._across:
            yield from (("anywhere", layer, *there) for there in product(places, _days(report.dating)))


def _days(dating: Dating | None) -> Iterable[date]:
    if dating is None or dating.start is None or dating.end is None or not is_closely_dated(dating):
        return ()
    return [dating.start + timedelta(days=n) for n in range((dating.end - dating.start).days + 1)]


def _months(dating: Dating | None, *, asked: bool) -> Iterable[int | str]:
    """Give the months of a date, and with them the open ones; an open date is asked for in any month."""
    if dating is not None and dating.start is not None and dating.end is not None:
        first, last = (day.year * 12 + day.month for day in (dating.start, dating.end))
        if last - first < MONTHS:
            return [*range(first, last + 1), "open" if asked else "any"]
    return ["any"] if asked else ["open", "any"]


def _places(report: Gist, area: Resolution, *, asked: bool) -> Iterator[Hashable]:
    """Give the squares and areas of a place.

    A report is found where it stands, and a roomy one also wherever it reaches; it asks where it reaches, and who
    reaches where it stands. What lies in a governorate or district is found by that too.
    """
    latitude, longitude, reach = area.latitude or 0.0, area.longitude or 0.0, reach_km(report)
    standing, reaching = ("of", "at") if asked else ("at", "of")
    yield standing, (floor(latitude / CELL), floor(longitude / CELL))
    if asked or reach > SAME_PLACE_KM:
        yield from ((reaching, square) for square in _squares(latitude, longitude, reach))
    inside, outside = ("is", "in") if asked else ("in", "is")
    yield from ((inside, unit) for unit in units_around(area))
    if (unit := unit_of(area)) is not None:
        yield outside, unit


def _squares(latitude: float, longitude: float, km: float) -> Iterator[tuple[int, int]]:
    north = km / DEGREE_KM
    east = north / max(0.1, cos(radians(min(89.0, abs(latitude) + north))))
    rows = range(floor((latitude - north) / CELL), floor((latitude + north) / CELL) + 1)
    columns = range(floor((longitude - east) / CELL), floor((longitude + east) / CELL) + 1)
    return product(rows, columns)
