"""How the page looks: its parts keep apart, one typeface, few colours; on desk, tablet, phone, paper.

Fonts differ between machines, and with them every pixel: what has to hold is said here of the layout, and the
pictures that a person looks at are made by scripts/pictures.py.
"""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from pypdf import PdfReader
from shapely.geometry import Point

from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map

ROOMS = {
    "desk": {"width": 1440, "height": 900},
    "tablet": {"width": 768, "height": 1024},
    "phone": {"width": 360, "height": 740, "has_touch": True, "is_mobile": True},
}
TITLE = "Iraq, December 2019 to July 2020"
#: What is written on the page, and how.
WRITTEN = """property => [...new Set([...document.querySelectorAll('.geoiraq *')]
    .filter(e => !(e instanceof SVGElement) && e.checkVisibility())
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => getComputedStyle(e)[property]))]"""


@pytest.fixture(params=["en", "ar"])
def drawn(request, table):
    return incident_map(table, title=TITLE, language=request.param)


def boxes(page, *selectors):
    found = {selector: page.locator(selector).first for selector in selectors}
    return {name: part.bounding_box() for name, part in found.items() if part.is_visible()}


def overlap(a, b):
    return min(
        min(a[at] + a[size], b[at] + b[size]) - max(a[at], b[at])
        for at, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_the_parts_keep_apart_and_fill_the_window(look, drawn, room):
    page = look(drawn, **room).page
    parts = boxes(page, ".panel", ".folium-map", ".timeline")
    assert len(parts) == 3
    # The sheet's round corners lie over the map's edge.
    assert all(overlap(a, b) <= 14 for a, b in combinations(parts.values(), 2))
    edge = max(box["x"] + box["width"] for box in parts.values())
    foot = max(box["y"] + box["height"] for box in parts.values())
    assert (edge, foot) == (room["width"], room["height"])


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_nothing_lies_over_the_legend_the_buttons_and_the_scale(look, drawn, room):
    page = look(drawn, **room).page
    corners = boxes(page, ".legend", ".leaflet-control-zoom", ".leaflet-control-scale", ".panel", ".timeline")
    assert all(overlap(a, b) <= 0 for a, b in combinations(corners.values(), 2)), corners


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_the_map_has_most_of_the_window(look, drawn, room):
    box = boxes(look(drawn, **room).page, ".folium-map")[".folium-map"]
    assert box["width"] * box["height"] > 0.42 * room["width"] * room["height"]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_one_typeface_few_sizes_few_colours(look, drawn, colours):
    page = look(drawn, **ROOMS["desk"], color_scheme=colours).page
    page.locator(".table .row").first.click()
    assert len(page.evaluate(WRITTEN, "fontFamily")) == 1
    assert len(page.evaluate(WRITTEN, "fontSize")) <= 12
    assert len(page.evaluate(WRITTEN, "color")) <= 5


def test_no_word_of_the_panel_is_broken_or_cut(look, drawn):
    for room in ROOMS.values():
        page = look(drawn, **room).page
        page.evaluate("document.querySelectorAll('.panel details').forEach(d => { d.open = true; })")
        if room["width"] < 720:
            page.locator(".fold").click()
        for words in page.locator(".switch, .tab, .sort, .tool, .field > span").all():
            tall, wide = words.evaluate(
                "e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
            )
            assert tall <= 1, words.inner_text()
            assert wide <= 1, words.inner_text()


def test_counts_of_many_digits_stay_within_the_panel(look, incident):
    layers = ("attack", "withdrawal", "deployment", "protest", "arrest", "other")
    rows = [incident(i, layer=layers[i % 6], geometry=Point(44, 33)) for i in range(12_000)]
    page = look(incident_map(to_geodataframe(rows)), **ROOMS["desk"]).page
    wide = page.locator(".asking").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wide[0] <= wide[1]
    edge = page.locator(".search input").bounding_box()
    for count in page.locator(".switch .count").all():
        box = count.bounding_box()
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1


def test_the_capital_is_named_though_a_mark_covers_it(look, incident):
    rows = [incident(i, geometry=Point(44.4, 33.3), place_name="Capital") for i in range(40)]
    opened = look(incident_map(to_geodataframe(rows)), **ROOMS["desk"])
    name = opened.page.locator(".leaflet-labels-pane").get_by_text("Capital")
    name.wait_for()
    x, y = opened.where("40 incidents")
    box = name.bounding_box()
    near = (
        max(box["x"] - x, x - box["x"] - box["width"], 0),
        max(box["y"] - y, y - box["y"] - box["height"], 0),
    )
    assert 12 <= max(near) <= 40


def test_the_button_that_brings_the_panel_back_lies_over_no_other(look, drawn):
    page = look(drawn, **ROOMS["desk"]).page
    page.locator(".fold").click()
    button, zoom = boxes(page, ".fold", ".leaflet-control-zoom").values()
    assert overlap(button, zoom) < 0


def test_on_a_phone_on_its_side_the_map_has_the_window_until_the_list_is_asked_for(look, drawn):
    page = look(drawn, width=740, height=360, has_touch=True, is_mobile=True).page
    assert not page.locator(".panel-content").is_visible()
    assert page.locator(".folium-map").bounding_box()["width"] == 740
    page.locator(".fold").click()
    page.locator(".table .row").first.click()
    assert page.locator(".holder").is_visible()
    assert not page.locator(".panel-content").is_visible()


@pytest.mark.parametrize("room", [{"width": 360, "height": 740}, {"width": 320, "height": 256}])
def test_where_little_of_the_map_is_left_nothing_is_cut_off_on_it(look, drawn, room):
    page = look(drawn, **room).page
    page.locator(".fold").click()
    frame = page.locator(".folium-map").bounding_box()
    for corner in page.locator(".legend, .leaflet-control-zoom, .leaflet-control-scale, .attribution").all():
        if corner.is_visible():
            box = corner.bounding_box()
            assert frame["y"] <= box["y"]
            assert box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_in_the_readers_own_colours_cards_have_edges_and_marks_their_colours(look, drawn):
    page = look(drawn, **ROOMS["desk"], forced_colors="active").page
    page.locator(".table .row").first.click()
    for part in (".holder", ".legend", ".play"):
        assert page.locator(part).evaluate("e => getComputedStyle(e).borderTopWidth") != "0px", part
    colours = page.locator(".bar").evaluate_all("bars => bars.map(bar => getComputedStyle(bar).fill)")
    assert len(set(colours)) > 1


def test_rows_are_as_high_as_the_table_takes_them_to_be(look, drawn):
    for room in ROOMS.values():
        page = look(drawn, **room).page
        if room["width"] < 720:
            page.locator(".fold").click()
        heights = page.locator(".table .row").evaluate_all("rows => rows.map(row => row.offsetHeight)")
        assert set(heights) == {46}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_on_paper_there_are_title_map_legend_list_and_sources_and_nothing_to_click(look, drawn, colours):
    page = look(drawn, **ROOMS["phone"] if colours == "dark" else ROOMS["desk"], color_scheme=colours).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for part in (
        "h1",
        ".summary",
        ".folium-map",
        ".legend-layers",
        ".attribution",
        ".timeline",
        ".table .row",
        ".sources",
    ):
        assert page.locator(part).first.is_visible(), part
    for part in (
        ".search",
        ".filters",
        ".tabs",
        ".fold",
        ".tool",
        ".leaflet-control-zoom",
        ".handle",
        ".play",
    ):
        assert not page.locator(part).first.is_visible(), part
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.geoiraq')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert not page.locator("canvas.marks").is_visible()
    assert (
        page.locator("svg.vectors > :not(.lead)").count() >= page.locator("canvas.marks button").count() > 0
    )
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".paper").count() == 0
    assert page.locator("svg.vectors").count() == 0


@pytest.mark.parametrize("room", ["desk", "phone"])
def test_on_paper_the_map_shows_all_of_the_country_in_its_middle_and_the_legend_hides_none_of_it(
    look, drawn, room
):
    page = look(drawn, **ROOMS[room], color_scheme="dark").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    # The country of these tests is larger than what the map opens with, its marks lie within that.
    marks = page.locator("canvas.marks button")
    places = [
        (float(mark.get_attribute("data-x")), float(mark.get_attribute("data-y"))) for mark in marks.all()
    ]
    frame, legend = (page.locator(part).bounding_box() for part in (".folium-map", ".legend"))
    assert all(0 < x < frame["width"] and 0 < y < frame["height"] for x, y in places)
    assert legend["y"] >= frame["y"] + frame["height"]
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".folium-map > .legend").count() == 1


def test_a_list_longer_than_the_screen_is_printed_whole_and_one_too_long_says_so(look, incident):
    rows = [incident(i, geometry=Point(44, 33), place_name=f"Place {i}") for i in range(1200)]
    page = look(incident_map(to_geodataframe(rows)), **ROOMS["desk"]).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".table .row").count() == 1000
    assert page.locator(".printed").text_content() == "The first 1,000 incidents of 1,200."
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".table .row").count() < 60


def test_the_pdf_that_a_browser_prints_has_every_incident_and_source_as_text(look, table):
    page = look(incident_map(table, title=TITLE), **ROOMS["desk"]).page
    printed = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    for words in (
        TITLE,
        "Legend",
        "Fort Alpha",
        "Tell Nowhere",
        "Report 8",
        "Natural Earth",
        "Made with geoiraq",
    ):
        assert words in printed
