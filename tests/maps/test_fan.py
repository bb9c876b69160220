"""A mark for several opens in its place: each incident stands around it, for mouse, finger and keyboard."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from shapely.geometry import Point

from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
LEGS = "canvas.marks button[data-key^='leg ']"


@pytest.fixture
def stack(incident):
    """So many incidents of two layers on one point, one a day."""

    def make(count, at=(44.4, 33.3)):
        return to_geodataframe(
            [
                incident(
                    i,
                    layer="attack" if i % 3 else "protest",
                    date_start=date(2020, 1, 1) + timedelta(days=i),
                    geometry=Point(*at),
                    place_name=f"Place {i}",
                    fatalities_best=4 * i,
                )
                for i in range(count)
            ]
        )

    return make


def open_all(opened, count):
    opened.click(f"{count} incidents around here")
    opened.page.locator(LEGS).first.wait_for(state="attached")


def shut(opened):
    opened.page.locator(LEGS).first.wait_for(state="detached")


def test_each_incident_of_a_point_gets_a_mark_of_its_own_and_opens_its_card(look, stack):
    opened = look(incident_map(stack(7)))
    open_all(opened, 7)
    assert opened.page.locator(LEGS).count() == 7
    assert opened.marks() == 7
    hub = opened.where("7 incidents around here")
    places = [opened.where(f"Place {i}") for i in range(7)]
    assert len(set(places)) == 7
    assert all(abs(x - hub[0]) + abs(y - hub[1]) > 30 for x, y in places)
    opened.click("Place 4")
    assert "Place 4" in opened.page.locator(".holder .card h2").inner_text()
    card = opened.page.locator(".holder").bounding_box()
    assert not any(card["x"] <= x <= card["x"] + card["width"] for x, _ in places)
    assert opened.page.locator(LEGS).count() == 7


def test_escape_shuts_the_card_and_then_what_is_opened(look, stack):
    opened = look(incident_map(stack(3)))
    open_all(opened, 3)
    opened.click("Place 1")
    opened.page.locator(".holder").wait_for()
    opened.page.keyboard.press("Escape")
    opened.page.locator(".holder").wait_for(state="hidden")
    assert opened.page.locator(LEGS).count() == 3
    opened.page.locator(".folium-map").focus()
    opened.page.keyboard.press("Escape")
    shut(opened)


@pytest.mark.parametrize("act", ["click elsewhere", "zoom in", "open another"])
def test_it_shuts_when_something_else_is_done(look, stack, incident, act):
    import pandas as pd

    other = to_geodataframe([incident(99, geometry=Point(41, 31), place_name="Elsewhere")])
    opened = look(incident_map(pd.concat([stack(4), other], ignore_index=True)))
    open_all(opened, 4)
    if act == "click elsewhere":
        frame = opened.page.locator(".folium-map").bounding_box()
        opened.page.mouse.click(frame["x"] + frame["width"] / 2, frame["y"] + 20)
    elif act == "zoom in":
        opened.page.get_by_label("Zoom in").click()
    else:
        opened.click("Elsewhere")
    shut(opened)
    assert opened.mark("4 incidents around here").get_attribute("aria-expanded") == "false"


def test_it_stays_open_while_the_map_is_moved(look, stack):
    opened = look(incident_map(stack(5)))
    open_all(opened, 5)
    before = opened.where("Place 2")
    opened.page.locator(".folium-map").focus()
    opened.page.keyboard.press("ArrowUp")
    opened.page.wait_for_function(
        "before => document.querySelector(\"canvas.marks button[data-key='leg 2']\")?.dataset.y !== before",
        arg=opened.mark("Place 2").get_attribute("data-y"),
    )
    assert opened.page.locator(LEGS).count() == 5
    assert opened.where("Place 2") != before


def test_it_follows_what_is_asked_for(look, stack):
    opened = look(incident_map(stack(6)))
    open_all(opened, 6)
    opened.page.locator("input[data-layer=protest]").uncheck()
    assert opened.page.locator(LEGS).count() == 4
    opened.page.locator("input[data-layer=attack]").uncheck()
    assert opened.page.locator(LEGS).count() == 0
    opened.page.locator("input[data-layer=attack]").check()
    assert opened.page.locator(LEGS).count() == 4
    day = (date(2020, 1, 4) - date(1970, 1, 1)).days
    opened.page.get_by_label("Last day shown").evaluate(
        "(handle, day) => { handle.value = day; handle.dispatchEvent(new Event('input', {bubbles: true})); }",
        day,
    )
    assert opened.page.locator(LEGS).count() == 2


def test_the_keyboard_opens_it_walks_along_it_and_gets_back(look, stack):
    opened = look(incident_map(stack(3)))
    page = opened.page
    whole = opened.mark("3 incidents around here")
    whole.focus()
    assert whole.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaExpanded") == "true"
    told = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        told.append(page.evaluate("document.activeElement.textContent"))
    assert [text.split(", ")[1] for text in told] == ["Place 0", "Place 1", "Place 2"]
    page.keyboard.press("Enter")
    assert "Place 2" in page.locator(".holder .card:focus").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    shut(opened)
    assert page.evaluate("document.activeElement.textContent") == "3 incidents around here"


def test_choosing_it_again_lists_its_incidents(look, stack):
    opened = look(incident_map(stack(4)))
    open_all(opened, 4)
    opened.click("4 incidents around here")
    assert opened.page.locator(".holder .stack .row").count() == 4


def test_very_many_are_listed_at_once(look, stack):
    opened = look(incident_map(stack(40)))
    opened.click("40 incidents around here")
    assert opened.page.locator(".holder .stack .row").count() == 40
    assert opened.page.locator(LEGS).count() == 0
    assert opened.mark("40 incidents around here").get_attribute("aria-expanded") is None


@pytest.mark.parametrize("at", [(44.4, 33.3), (38.9, 33.4), (47.9, 29.9)])
def test_on_a_phone_all_of_it_is_in_sight_and_a_finger_opens_each(look, stack, at):
    opened = look(incident_map(stack(12, at)), **PHONE)
    opened.page.touchscreen.tap(*opened.where("12 incidents around here"))
    opened.page.locator(LEGS).first.wait_for(state="attached")
    frame = opened.page.locator(".folium-map").bounding_box()
    for i in range(12):
        x, y = opened.where(f"Place {i},")
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]
    opened.page.touchscreen.tap(*opened.where("Place 7,"))
    assert "Place 7" in opened.page.locator(".holder .card h2").inner_text()
    assert opened.page.locator(LEGS).count() == 12


def test_nothing_moves_of_itself_where_motion_is_unwelcome(look, stack):
    opened = look(incident_map(stack(5)), reduced_motion="reduce")
    opened.click("5 incidents around here")
    # All in its place at once: no frame has to pass.
    assert opened.page.locator(LEGS).count() == 5


def test_on_paper_it_is_shut(look, stack):
    opened = look(incident_map(stack(5)))
    open_all(opened, 5)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("svg.vectors .ring-count").text_content() == "5"
    assert opened.page.locator(LEGS).count() == 0
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
