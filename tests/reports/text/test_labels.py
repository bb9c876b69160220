"""The words before an item that say where it happened."""

from __future__ import annotations

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports
from geoiraq.reports.text.labels import find_labels
from geoiraq.reports.text.layout import sentences

TOLD = "A car bomb exploded outside a bakery, killing eight people."


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("IRAQ (Mosul). ", "(Mosul)"),
        ("IRAQ (Al-Hillah): ", "(Al-Hillah)"),
        ("Tal Afar: ", "Tal Afar"),
        ("NEAR TIKRIT - ", "NEAR TIKRIT"),
        ("*FALLUJA - ", "FALLUJA"),
        ("BASRA, Iraq (Reuters) - ", "BASRA"),
    ],
)
def test_an_item_may_open_with_its_place(opening, place):
    text = opening + TOLD
    (label,) = find_labels(text, [(0, len(text))], alone=True)
    assert label is not None
    assert text[label.start : label.end] == place
    assert text[label.told_from :] == TOLD


@pytest.mark.parametrize("opening", ["", "In Mosul - a city - ", "Soldiers (in Mosul) "])
def test_other_openings_are_none(opening):
    text = opening + TOLD
    assert find_labels(text, [(0, len(text))], alone=True) == [None]


def test_over_a_report_the_city_in_capitals_is_a_dateline():
    text = f"BAGHDAD - {TOLD}\n\nOfficials said more."
    assert find_labels(text, [(0, len(text) - 22), (len(text) - 20, len(text))], alone=False) == [None, None]


def test_an_event_that_names_no_place_is_where_the_label_says():
    (report,) = read_reports(Document("item", f"IRAQ (Mosul). {TOLD}"))
    assert report.where.area is not None
    assert report.where.area.place_id == "mosul"


def test_a_place_of_its_own_comes_before_the_label():
    told = "A car bomb exploded in Iskandariya on Sunday, killing two people."
    (report,) = read_reports(Document("item", f"HILLA - {told}"))
    assert report.where.area is not None
    assert report.where.area.name == "Iskandariyah"


def test_over_a_list_a_dateline_is_no_label():
    text = "DOHA - Aircraft struck twice on 7 March 2016.\n\n-- Near Hit, one strike hit a bunker."
    assert [sentence.label for sentence in sentences(text)] == [None, None]
