"""The card beside the mark: what is told, in which script, and what can be followed."""

from __future__ import annotations

from datetime import date

import pytest
from shapely.geometry import Point, box

from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map

ARABIC = "قال مصدر أمني إن صاروخين سقطا قرب القاعدة مساء الأحد."


def card_of(opened, place):
    opened.row(place).first.click()
    return opened.page.locator(".holder .card")


def test_every_report_stands_with_its_quote_its_document_and_its_date(look, incident):
    frame = to_geodataframe([incident(1, geometry=Point(44, 33), place_name="Here")])
    told = [
        {
            "document": f"d{i}",
            "title": f"Title {i}",
            "publisher": "Wire",
            "published": f"2020-03-0{i}",
            "url": "",
            "quote": f"Quote {i}.",
        }
        for i in range(1, 4)
    ]
    frame.at[0, "evidence"] = told
    card = card_of(look(incident_map(frame)), "Here")
    assert "3 reports" in card.inner_text()
    for i, figure in enumerate(card.locator("figure").all(), start=1):
        assert figure.locator("blockquote").inner_text() == f"Quote {i}."
        assert figure.locator("figcaption").inner_text() == f"Title {i}\nWire, {i} March 2020"


def test_text_runs_the_way_of_its_script(look, incident):
    rows = [
        incident(1, geometry=Point(44, 33), place_name="Here", quote=ARABIC),
        incident(2, geometry=Point(44, 35), place_name="There", quote="Two rockets fell."),
    ]
    opened = look(incident_map(to_geodataframe(rows)))
    direction = "quote => getComputedStyle(quote).direction"
    assert card_of(opened, "Here").locator("blockquote").evaluate(direction) == "rtl"
    assert card_of(opened, "There").locator("blockquote").evaluate(direction) == "ltr"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"basis": "governorate", "place_name": "Salah al-Din"}, "somewhere in Salah al-Din governorate"),
        ({"basis": "district", "place_name": "Tarmiya"}, "somewhere in Tarmiya district"),
        (
            {"basis": "relative", "toponym": "south of Mosul", "place_name": "Mosul"},
            "somewhere south of Mosul",
        ),
        ({"basis": "landform", "place_name": "Hamrin"}, "somewhere in the area of Hamrin"),
        ({"basis": "site", "place_name": "Camp Taji", "radius_km": 3.0}, "within 3 km of the mark"),
        (
            {"basis": "landform", "place_name": "Hamrin", "radius_km": 60.0},
            "within 60 km of the area's middle",
        ),
    ],
)
def test_how_exactly_the_place_is_known_is_said_in_words(look, incident, facts, words):
    row = incident(1, geometry=Point(44, 33), footprint=box(43, 32, 45, 34), **facts)
    opened = look(incident_map(to_geodataframe([row])))
    opened.page.locator(".table .row").click()
    assert words in opened.page.locator(".holder .card").inner_text()


def test_what_the_same_sentence_tells_is_one_click_away_such_as_where_a_force_went(look, incident):
    told = incident(1).evidence
    rows = [
        incident(1, layer="withdrawal", geometry=Point(43, 36), place_name="Fort Beta", evidence=told),
        incident(2, layer="deployment", geometry=Point(44, 33), place_name="Capital", evidence=told),
        incident(3, geometry=Point(45, 32), place_name="Elsewhere"),
    ]
    card = card_of(look(incident_map(to_geodataframe(rows))), "Fort Beta")
    assert "Capital\nDeployment · not dated" in card.inner_text()
    assert "Elsewhere" not in card.inner_text()
    card.get_by_role("button", name="Capital").click()
    assert card.locator("h2").inner_text().split() == ["Deployment", "Capital"]


def test_a_place_of_the_gazetteer_has_its_arabic_name_beside(look, incident):
    row = incident(
        1, geometry=Point(44.4, 33.3), place_id="capital", place_name="Capital", basis="settlement"
    )
    opened = look(incident_map(to_geodataframe([row])))
    assert "العاصمة" in card_of(opened, "Capital").locator("h2").inner_text()
    arabic = look(incident_map(to_geodataframe([row]), language="ar"))
    heading = card_of(arabic, "العاصمة").locator("h2").inner_text()
    assert "العاصمة" in heading
    assert "Capital" in heading


def test_a_toll_is_told_with_its_range(look, incident):
    row = incident(
        1,
        geometry=Point(44, 33),
        place_name="Here",
        fatalities_low=2,
        fatalities_best=3,
        fatalities_high=5,
        injured=0,
    )
    opened = look(incident_map(to_geodataframe([row])))
    assert "3 killed (2 to 5), none injured" in card_of(opened, "Here").inner_text()
    assert opened.row("Here").locator(".row-killed").inner_text() == "3"


def test_a_link_tells_nobody_where_it_was_followed_from(look, incident):
    opened = look(incident_map(to_geodataframe([incident(1, geometry=Point(44, 33), place_name="Here")])))
    link = card_of(opened, "Here").get_by_role("link")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("referrerpolicy") == "no-referrer"
    assert link.get_attribute("target") == "_blank"


def test_the_card_of_an_incident_without_a_report_says_so(look, incident):
    frame = to_geodataframe([incident(1, geometry=Point(44, 33), place_name="Here")]).drop(
        columns=["evidence", "documents", "quote"]
    )
    assert "No report is given for it." in card_of(look(incident_map(frame)), "Here").inner_text()


def test_what_is_not_on_the_map_is_told_at_its_edge_without_a_ring(look, incident):
    row = incident(1, basis="country", place_name="Iraq", date_start=date(2020, 1, 1))
    opened = look(incident_map(to_geodataframe([row])))
    assert "somewhere in Iraq" in card_of(opened, "Iraq").inner_text()
    assert opened.page.locator(".chosen").count() == 0
