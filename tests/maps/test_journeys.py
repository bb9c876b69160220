"""Where forces went that left a place: an arrow between two places that are known, words where they are not."""

from __future__ import annotations

from datetime import date

import pytest
from shapely.geometry import Point, box

from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map
from tests.maps.reading import data


@pytest.fixture
def left(incident):
    """A force that left Fort Alpha, and where to."""

    def make(destination, **facts):
        plain = {
            "layer": "withdrawal",
            "date_start": date(2020, 3, 26),
            "geometry": Point(43.2, 34.2),
            "place_name": "Fort Alpha",
        }
        return incident(1, destination=destination, **{**plain, **facts})

    return make


def block(drawn, tmp_path):
    drawn.save(tmp_path / "map.html")
    return data((tmp_path / "map.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("destination", "point"),
    [
        ("Fort Beta", [35.9, 42.8]),
        ("Northtown", [36.3, 43.1]),
        ("Middle governorate", None),
        ("Xanadu", None),
    ],
)
def test_a_place_has_a_point_and_an_area_or_what_is_not_known_has_none(left, tmp_path, destination, point):
    found = block(incident_map(to_geodataframe([left(destination)])), tmp_path)["destinations"]
    assert found.get(destination, {}).get("point") == point


def test_a_country_is_never_pinned():
    from geoiraq.maps.destinations import destinations_data
    from geoiraq.places.gazetteer import gazetteer

    found = destinations_data(["Kuwait", "Syria", "Iraq", "Anbar", "Erbil", "Camp Taji", ""], gazetteer())
    assert set(found) == {"Erbil", "Camp Taji"}
    assert found["Erbil"]["arabic"] == "أربيل"


def test_an_arrow_leads_from_the_base_to_where_the_force_went(look, left):
    opened = look(incident_map(to_geodataframe([left("Fort Beta")])))
    assert opened.page.locator("path.journey.layer-withdrawal").count() == 2  # one is the legend's
    assert "where forces went" in opened.page.locator(".legend").inner_text()
    opened.click("Withdrawal, Fort Alpha")
    assert "Went to\nFort Beta" in opened.page.locator(".holder .card").inner_text()


def test_the_arrow_follows_the_filters_and_the_window_of_time(look, left, incident):
    later = incident(2, date_start=date(2020, 6, 1), geometry=Point(44, 33))
    opened = look(incident_map(to_geodataframe([left("Fort Beta"), later])))
    arrows = opened.page.locator(".leaflet-journeys-pane path.journey")
    assert arrows.count() == 1
    withdrawals = opened.page.locator("input[data-layer=withdrawal]")
    withdrawals.uncheck()
    assert arrows.count() == 0
    withdrawals.check()
    assert arrows.count() == 1
    opened.page.get_by_label("First day shown").evaluate(
        "handle => { handle.value = 18400; handle.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    assert arrows.count() == 0


def test_an_area_is_told_in_words(look, left):
    opened = look(incident_map(to_geodataframe([left("Middle governorate")])))
    assert opened.page.locator("path.journey").count() == 0
    opened.click("Withdrawal, Fort Alpha")
    told = opened.page.locator(".holder .card").inner_text()
    assert "Middle governorate" in told
    assert "no one place, so the map shows no arrow" in told


def test_from_an_area_no_arrow_starts(look, left):
    area = left("Fort Beta", basis="governorate", footprint=box(39, 29.5, 48.5, 35), place_name="Middle")
    opened = look(incident_map(to_geodataframe([area])))
    assert opened.page.locator("path.journey").count() == 0


def test_the_arrow_is_printed(look, left):
    opened = look(incident_map(to_geodataframe([left("Fort Beta")])))
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".leaflet-journeys-pane path.journey").is_visible()
    opened.page.emulate_media(media="screen")
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
