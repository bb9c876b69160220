"""Do two reports tell the same event?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from geoiraq.documents.document import Document
from geoiraq.incidents.same import tell_same_event
from geoiraq.reports.read import read_reports
from geoiraq.reports.report import Report

TAJI = "Rockets hit Camp Taji on Monday and killed two soldiers."


@pytest.fixture(scope="module")
def reported() -> Callable[..., list[Report]]:
    """Read the reports of texts, each a document of its own, published on 6 May 2020."""

    def read(*texts: str) -> list[Report]:
        documents = (Document(f"d{number}", text, date(2020, 5, 6)) for number, text in enumerate(texts))
        return [report for document in documents for report in read_reports(document)]

    return read


@pytest.mark.parametrize(
    "other",
    [
        "On 4 May several rockets landed on Camp Taji; two soldiers died.",
        "Two soldiers were killed at Camp Taji on Monday.",
        "Three soldiers were killed by rockets at Camp Taji on Monday.",
        "Unidentified gunmen fired rockets at Camp Taji on Monday.",
    ],
)
def test_the_same_event(reported, other):
    one, two = reported(TAJI, other)
    assert tell_same_event(one, two)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("A judge was assassinated in Mosul on Monday.", True),
        ("Gunmen killed a man in Mosul on Monday.", True),
        ("Gunmen killed a teacher in Mosul on Monday.", False),
        ("A policeman was shot dead in Mosul on Monday.", False),
    ],
)
def test_the_one_person_killed_has_one_calling(reported, other, same):
    one, two = reported("Gunmen shot dead a judge in Mosul on Monday.", other)
    assert tell_same_event(one, two) is tell_same_event(two, one) is same


@pytest.mark.parametrize(
    "other",
    [
        "Rockets hit Camp Taji on Saturday and killed two soldiers.",
        "Rockets hit Balad Air Base on Monday and killed two soldiers.",
        "Rockets hit Camp Taji on Monday and killed forty soldiers.",
        "The last trainers left Camp Taji on Monday.",
        "A car bomb exploded at Camp Taji on Monday.",
        "Rockets hit Camp Taji.",
        "Rockets killed two soldiers on Monday.",
    ],
)
def test_not_the_same_event(reported, other):
    one, two = reported(TAJI, other)
    assert not tell_same_event(one, two)


def test_who_hands_a_base_over_leaves_it(reported):
    one, two = reported(
        "The coalition handed Camp Taji over to Iraqi forces on Monday.",
        "Coalition troops withdrew from Camp Taji on Monday.",
    )
    assert one.sub_event_type != two.sub_event_type
    assert tell_same_event(one, two)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Rockets killed a contractor at K-1 on Monday.",
            "The killing of a contractor at K-1 on Monday",
            True,
        ),
        (
            "A car bomb killed a man in Kirkuk on Monday.",
            "Gunmen shot a man dead in Kirkuk on Monday.",
            False,
        ),
        (
            "A car bomb killed nine people in Kirkuk on Monday.",
            "Nine people were killed in Kirkuk on Monday.",
            True,
        ),
    ],
)
def test_a_toll_tells_that_a_killing_is_the_attack_where_it_is_not_a_common_one(reported, one, other, same):
    first, second = reported(one, other)
    assert tell_same_event(first, second) == same


def test_two_named_quarters_are_two_places_however_near(reported):
    one, two = reported(
        "A bomb killed a man in Karrada on Monday.", "A bomb killed a man in Mansour on Monday."
    )
    assert not tell_same_event(one, two)


def test_the_coarser_place_of_one_day_is_the_finer(reported):
    one, two = reported("A bomb exploded in Mosul on Monday.", "A bomb exploded in western Mosul on Monday.")
    assert tell_same_event(one, two)


def test_a_governorate_holds_what_lies_in_it_and_not_what_lies_near_its_middle(reported):
    governorate, far, outside = reported(
        "A bomb exploded in Nineveh province on Monday.",
        "A bomb exploded in Rabia on Monday.",
        "A bomb exploded in Sherqat on Monday.",
    )
    assert tell_same_event(governorate, far)
    assert not tell_same_event(governorate, outside)


def test_it_does_not_matter_which_is_asked_first(reported):
    told = reported(
        TAJI,
        "Rockets hit Camp Taji on Saturday.",
        "A bomb exploded in Mosul on Monday.",
        "Gunmen shot a man in Mosul.",
    )
    for one, two in product(told, told):
        assert tell_same_event(one, two) == tell_same_event(two, one)
