"""Reports of one event are found among all, in whatever order they came and however many there are."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.documents.document import Document
from geoiraq.incidents import group as grouping
from geoiraq.incidents.group import group_reports
from geoiraq.places.resolution import Resolution
from geoiraq.reports.report import Report, Where
from geoiraq.reports.tolls.casualties import Casualties
from geoiraq.reports.when.calendar import Dating, precision_of

FIRST_DAY = date(2020, 3, 1)
PLACES = [
    # basis, name, latitude, longitude, radius, governorate, district: a cell's border lies between some of them
    ("settlement", "Kirkuk", 35.47, 44.39, 9.0, "Kirkuk", "Kirkuk"),
    ("site", "K-1", 35.51, 44.32, 3.0, "Kirkuk", "Kirkuk"),
    ("relative", "near Kirkuk", 35.49, 44.51, 12.0, "Kirkuk", "Kirkuk"),
    ("governorate", "Kirkuk Governorate", 35.4, 44.2, 60.0, "Kirkuk", ""),
    ("district", "Sinjar District", 35.9, 41.8, 20.0, "Nineveh", ""),
    ("settlement", "Rabia", 36.8, 42.09, 5.0, "Nineveh", "Tel Afar"),
    ("governorate", "Nineveh Governorate", 36.0, 42.5, 120.0, "Nineveh", ""),
    ("settlement", "Sinjar", 36.32, 41.86, 8.0, "Nineveh", "Sinjar"),
    ("landform", "Hamrin", 34.7, 44.6, 80.0, "", ""),
    ("country", "Iraq", 33.0, 44.0, None, "", ""),
    ("unknown", "Atlantis", None, None, None, "", ""),
]


def report(
    document: str = "d",
    place: int = 0,
    first: int = 0,
    last: int | None = None,
    start: int = 0,
    killed: int | None = None,
    actor: str = "",
    kind: str = "Suicide bomb",
    person: str = "",
) -> Report:
    basis, name, latitude, longitude, radius, governorate, district = PLACES[place]
    begun = FIRST_DAY + timedelta(days=first)
    ended = FIRST_DAY + timedelta(days=first if last is None else last)
    known = "resolved" if latitude is not None else "unresolved"
    area = Resolution(
        name, known, name, name, "", latitude, longitude, radius, basis, governorate, district, 1.0
    )
    return Report(
        document=Document(document, ""),
        start=start,
        end=start + 9,
        layer="attack",
        event_type="Explosions/Remote violence",
        sub_event_type=kind,
        specific=True,
        dating=None if first < 0 else Dating(begun, ended, precision_of(begun, ended), "text"),
        dating_inherited=False,
        where=Where(name, area),
        actor=actor,
        target="",
        attribution="stated",
        casualties=Casualties(killed, killed, killed),
        persons=frozenset([person] if person else []),
        quote=f"{kind} {killed} {place} {person}",
    )


def spans(longest: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(-1, 12), st.integers(0, longest)).map(lambda s: (s[0], s[0] + s[1]))


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    made = [
        report(
            document=draw(st.sampled_from("abc")),
            place=draw(st.integers(0, len(PLACES) - 1)),
            first=(span := draw(st.one_of(spans(0), spans(9), spans(400))))[0],
            last=span[1],
            start=10 * draw(st.integers(0, 4)),
            killed=draw(st.sampled_from([None, 1, 2, 40])),
            actor=draw(st.sampled_from(["", "ISIS", "PKK"])),
            kind=draw(st.sampled_from(["Suicide bomb", "Armed clash"])),
            person=draw(st.sampled_from(["", "", "hashimi"])),
        )
        for _ in range(draw(st.integers(1, 14)))
    ]
    return list(dict.fromkeys(made))


class _Everyone:
    """Finds every group, as if all reports were worth comparing."""

    def __init__(self, *_: object, **__: object) -> None:
        self.numbers: set[int] = set()

    def add(self, _: Report, number: int) -> None:
        self.numbers.add(number)

    def of(self, _: Report) -> list[int]:
        return sorted(self.numbers)


@settings(max_examples=200, deadline=None)
@given(told=reports(), across=st.booleans(), many=st.sampled_from([2, 3, 8]))
def test_comparing_only_neighbours_and_those_unlike_loses_nothing(told, across, many):
    from unittest.mock import patch

    with patch.object(grouping, "MANY", 10**6), patch.object(grouping, "Neighbours", _Everyone):
        thorough = list(group_reports(told, across_documents=across))
    with patch.object(grouping, "MANY", many):
        assert list(group_reports(told, across_documents=across)) == thorough


@settings(max_examples=100, deadline=None)
@given(told=reports(), data=st.data())
def test_the_order_in_which_reports_come_does_not_matter(told, data):
    assert list(group_reports(data.draw(st.permutations(told)))) == list(group_reports(told))


@settings(max_examples=50, deadline=None)
@given(told=reports())
def test_every_report_is_in_one_group(told):
    assert sorted(map(hash, told)) == sorted(hash(r) for group in group_reports(told) for r in group)


def test_two_attacks_on_one_base_two_days_apart_are_two():
    assert len(group_reports([report("a", 1, 0), report("b", 1, 2)])) == 2
    assert len(group_reports([report("a", 1, 0), report("b", 1, 0)])) == 1


def seconds(work: Callable[[], object]) -> float:
    """Measure without the collector, which walks what other tests have left."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


def apart(count: int) -> list[Report]:
    """As many events, a day and place each to some three of them."""
    return [
        report(f"d{n}", n % 3, n // 6, killed=(1, 40)[n % 2], actor=("ISIS", "PKK")[n % 2])
        for n in range(count)
    ]


def alike(count: int) -> list[Report]:
    """One event that as many documents tell in the same words."""
    return [report(f"d{n}", killed=2) for n in range(count)]


def in_one_document(count: int) -> list[Report]:
    """A chronicle: one place, one entry a day."""
    return [replace(report("d", 0, n), start=10 * n) for n in range(count)]


def test_the_time_grows_with_the_number_of_reports():
    for made in (apart, alike, in_one_document):
        few, many = made(500), made(4000)
        once = min(seconds(lambda: group_reports(few)) for _ in range(3))  # noqa: B023
        often = min(seconds(lambda: group_reports(many)) for _ in range(2))  # noqa: B023
        assert often < 8 * once * 3, made.__name__
