"""Reports in, incidents out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.documents.document import Document
from geoiraq.incidents.merge import fuse, merge_reports
from geoiraq.reports.read import read_reports
from geoiraq.reports.report import Report

TEXTS = (
    "Rockets hit Camp Taji on Monday and killed two soldiers.",
    "Three soldiers were killed when rockets hit Camp Taji on Monday, north of Baghdad.",
    "Rockets hit Camp Taji on Saturday. Nobody was hurt.",
    "A bomb exploded in Mosul on Monday and wounded a policeman. ISIS claimed responsibility.",
    "A bomb wounded a policeman in Nineveh governorate on 4 May.",
    "Students marched in Mosul on Monday.",
    "Gunmen killed two engineers.",
)


@pytest.fixture(scope="module")
def reported() -> Callable[..., list[Report]]:
    """Read the reports of texts, each a document of its own, published on 6 May 2020."""

    def read(*texts: str) -> list[Report]:
        documents = (Document(f"d{number}", text, date(2020, 5, 6)) for number, text in enumerate(texts))
        return [report for document in documents for report in read_reports(document)]

    return read


@pytest.fixture(scope="module")
def told(reported):
    return reported(*TEXTS)


def test_reports_of_one_event_are_one_incident_with_all_its_evidence(told):
    taji = [i for i in merge_reports(told) if i.place_name == "Camp Taji" and i.date_start.day == 4]
    assert [i.documents for i in taji] == [("d0", "d1")]
    assert [e.quote for e in taji[0].evidence] == list(TEXTS[:2])


def test_the_spread_of_the_tolls_is_kept(told):
    taji = next(i for i in merge_reports(told) if i.documents == ("d0", "d1"))
    assert (taji.fatalities_low, taji.fatalities_best) == (2, 3)


def test_what_was_joined_and_why_is_said(told):
    merged = {i.documents: i for i in merge_reports(told)}
    assert merged["d0", "d1"].merging == "2 as 1: the same place (Camp Taji), on one day"
    assert merged["d3", "d4"].merging == "2 as 1: Mosul is within Nineveh Governorate, on one day"
    assert merged["d3", "d4"].places_told == "Mosul | Nineveh Governorate"
    assert merged["d2",].merging == merged["d2",].places_told == merged["d2",].dates_told == ""


def test_what_was_published_first_names_the_incident(reported):
    """What is published later, under whatever id, leaves the incident its id and its first quote."""
    (first,) = reported(TEXTS[0])
    (later,) = reported(TEXTS[1])
    later = replace(later, document=replace(later.document, id="a-later-one", published=date(2020, 5, 8)))
    alone, both = fuse([first]), fuse([later, first])
    assert (both.incident_id, both.quote) == (alone.incident_id, alone.quote)


def test_dates_that_differ_are_all_told(reported):
    told = reported(
        "Rockets hit Camp Taji on Monday.", "Rockets hit Camp Taji between 3 May and 5 May. Nobody was hurt."
    )
    assert fuse(told).dates_told == "2020-05-04 | 2020-05-03/2020-05-05"


def test_the_finest_place_is_the_incidents_place(told):
    bomb = next(i for i in merge_reports(told) if i.documents == ("d3", "d4"))
    assert (bomb.place_name, bomb.actor) == ("Mosul", "ISIS")


def test_a_finer_place_that_was_taken_over_is_the_incidents_where_it_lies_within_the_one_named(reported):
    one, two, elsewhere = reported(
        "A bomb exploded in Mosul on Monday.",
        "A bomb exploded in Zuhur, Mosul, on Monday.",
        "A bomb exploded in Kirkuk on Monday.",
    )
    taken_over = [replace(r, where=replace(r.where, inherited=True)) for r in (two, elsewhere)]
    assert fuse([one, taken_over[0]]).place_name == two.where.area.name
    assert fuse([one, taken_over[1]]).place_name == "Mosul"


def test_documents_can_be_kept_apart(told):
    apart = merge_reports(told, across_documents=False)
    assert all(len(i.documents) == 1 for i in apart)
    assert len(apart) > len(merge_reports(told))


def test_an_incident_without_day_and_place_keeps_its_row(told):
    lost = merge_reports(told)[-1]
    assert (lost.documents, lost.date_start, lost.geometry) == (("d6",), None, None)


def test_more_documents_make_it_surer(told):
    both = next(i for i in merge_reports(told) if i.documents == ("d0", "d1"))
    assert both.confidence > fuse([r for r in told if r.document.id == "d0"]).confidence


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_order_of_the_documents_does_not_matter(told, data):
    assert merge_reports(data.draw(st.permutations(told))) == merge_reports(told)


def test_the_same_evidence_has_the_same_name(told, reported):
    assert [i.incident_id for i in merge_reports(told)] == [
        i.incident_id for i in merge_reports(reported(*TEXTS))
    ]
    assert len({i.incident_id for i in merge_reports(told)}) == len(merge_reports(told))
