"""Which part a place plays in a clause: where it happened, or whose, whence and whither."""

from __future__ import annotations

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports


def places(text):
    return [report.where.area and report.where.area.name for report in read_reports(Document("d", text))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus going from Kut to Erbil was ambushed by gunmen at Baiji on Monday.", "Baiji"),
        ("Gunmen shot dead a driver on the Baghdad road in Kirkuk on Monday.", "Kirkuk"),
        ("IRAQ (Kirkuk). Gunmen shot dead a driver on Baghdad Road on Monday.", "Kirkuk"),
        ("Gunmen shot dead a driver of Najaf's health department at Mahmudiya.", "Mahmudiyah"),
        ("Gunmen shot two men returning from a wedding in Dujail as they drove through Balad.", "Balad"),
        ("A bomb killed four mourners at a burial in Najaf.", "Najaf"),
        ("Gunmen shot dead a driver in Najaf's health department on Monday.", "Najaf"),
        ("Gunmen shot dead a farmer from Rashad, Kirkuk, in Baiji on Monday.", "Baiji"),
        ("A bomb damaged the pipe joining the wells of Rumaila with the port of Fao, in Samarra.", "Samarra"),
        ("A Kut-bound coach was shot at in Suwayrah on Monday.", "Suwayrah"),
        ("US troops left the Kirkuk-side post at Altun Kupri on Monday.", "Altun Kupri"),
        ("Gunmen burned the huts of herders who had moved to Buhriz, south of Baquba, Diyala.", "Buhriz"),
        ("Gunmen burned the huts of herders who had moved to Buhriz in Diyala.", "Buhriz"),
        ("A brigade of the army moved into the town of Hit on Monday.", "Hit"),
    ],
)
def test_a_place_that_says_whence_whither_or_whose_is_not_where_it_happened(text, place):
    assert places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen kidnapped four men from Hawija on Monday.", "Hawija"),
        ("Gunmen kidnapped four men from Hawija in Baiji on Monday.", "Baiji"),
    ],
)
def test_who_was_taken_from_a_place_was_there_unless_another_is_named(text, place):
    assert places(text) == [place]
