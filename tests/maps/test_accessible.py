"""The page is read by everyone: axe finds nothing, the keyboard reaches everything, the screen reader is told."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from geoiraq.maps import incident_map

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
DESK = {"width": 1440, "height": 900}


def read_an_incident(page):
    page.evaluate("document.querySelector('.table .row').click()")
    page.locator(".holder .card").wait_for()


def unfold_everything(page):
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")


def pull_the_sheet_up(page):
    page.locator(".fold").click()
    unfold_everything(page)


def ask_for_what_there_is_not(page):
    page.get_by_role("searchbox").fill("Xanadu")
    page.locator(".nothing").wait_for()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(
    ("room", "act"),
    [
        (DESK, unfold_everything),
        (DESK, read_an_incident),
        (DESK, ask_for_what_there_is_not),
        (PHONE, pull_the_sheet_up),
        (PHONE, read_an_incident),
    ],
    ids=["desk", "desk, a card", "desk, nothing found", "phone, the sheet", "phone, a card"],
)
def test_axe_finds_nothing(look, table, language, colours, room, act):
    opened = look(incident_map(table, language=language), **room, color_scheme=colours)
    act(opened.page)
    assert opened.violations() == []


def test_what_axe_finds_fails_a_test(look, table):
    opened = look(incident_map(table))
    opened.page.evaluate("document.querySelector('.fold').removeAttribute('aria-label')")
    found = opened.violations()
    opened.page.evaluate("document.querySelector('.fold').setAttribute('aria-label', 'Fold')")
    assert ["button-name" in violation for violation in found] == [True]


def test_the_table_says_how_long_it_is_and_where_one_stands_in_it(look, table):
    page = look(incident_map(table)).page
    grid = page.get_by_role("grid")
    assert grid.get_attribute("aria-rowcount") == "9"
    assert page.locator(".table .row").first.get_attribute("aria-rowindex") == "2"
    assert page.get_by_role("columnheader", name="Date").get_attribute("aria-sort") == "ascending"
    assert page.locator("table thead th").count() == 3


def test_the_keyboard_walks_the_table_and_opens_what_it_stands_on(look, table):
    page = look(incident_map(table)).page
    page.locator(".table .row").first.focus()
    for key in ("ArrowDown", "ArrowDown", "End", "Home", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    place = page.locator(".table .row:focus .row-title").inner_text()
    page.keyboard.press("Enter")
    assert place in page.locator(".holder .card:focus").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".table .row:focus .row-title").inner_text() == place


def test_the_keyboard_gets_back_to_the_list_when_the_row_it_came_from_was_made_anew(look, table):
    page = look(incident_map(table)).page
    page.locator(".table .row").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("columnheader", name="Killed").get_by_role("button").evaluate("button => button.click()")
    page.keyboard.press("Escape")
    page.locator(".table .row:focus").wait_for()


def test_only_one_row_is_a_stop_of_the_tab_key(look, table):
    page = look(incident_map(table)).page
    assert page.locator(".table .row[tabindex='0']").count() == 1
    page.locator(".table .row").nth(3).click()
    assert page.locator(".table .row[tabindex='0']").count() == 1


def test_counts_are_told_when_they_change(look, table):
    page = look(incident_map(table)).page
    page.locator("input[data-layer=attack]").uncheck()
    assert page.get_by_role("status").first.inner_text() == "2 of 8 incidents from 8 documents"


def many(count):
    rows = {
        "layer": ["attack"] * count,
        "date_start": pd.date_range("1990-01-01", periods=count, freq="h").strftime("%Y-%m-%d"),
        "place_name": [f"Place {i}" for i in range(count)],
    }
    return gpd.GeoDataFrame(rows, geometry=[Point(44, 33)] * count, crs="EPSG:4326")


def test_of_a_long_table_only_what_is_in_sight_exists_and_every_row_is_reached(look):
    page = look(incident_map(many(20_000))).page
    assert page.locator(".table .row").count() < 60
    page.locator(".table .row").first.focus()
    page.keyboard.press("End")
    assert page.locator(".table .row:focus .row-title").inner_text() == "Place 19999"
    page.keyboard.press("PageUp")
    page.keyboard.press("Home")
    assert page.locator(".table .row:focus .row-title").inner_text() == "Place 0"
    page.evaluate("document.querySelector('.panel-content').scrollTop = 400_000")
    page.wait_for_function("() => Number(document.querySelector('.table .row').ariaRowIndex) > 5000")
    rows = [
        int(i) for i in page.locator(".table .row").evaluate_all("rows => rows.map(row => row.ariaRowIndex)")
    ]
    assert rows == list(range(rows[0], rows[0] + len(rows)))


def test_what_moves_does_not_where_motion_is_unwelcome(look, table):
    page = look(incident_map(table), reduced_motion="reduce").page
    durations = page.evaluate(
        "[...document.querySelectorAll('*')].map(element => parseFloat(getComputedStyle(element).transitionDuration))"
    )
    assert set(durations) == {0}


def test_whatever_the_page_says_by_itself_is_said_in_its_language(look, table):
    page = look(incident_map(table), **DESK).page
    assert (page.title(), page.locator("h1").inner_text()) == ("Incidents reported in Iraq",) * 2
    page.locator(".language").click()
    assert (page.title(), page.locator("h1").inner_text()) == ("حوادث في العراق بحسب التقارير",) * 2
    assert page.get_by_role("button", name="تكبير").count() == 1
    assert "كم" in page.locator(".leaflet-control-scale-line").inner_text()
    page.locator(".language").click()
    assert page.get_by_role("button", name="Zoom in").count() == 1
    assert page.locator(".leaflet-control-scale-line").inner_text().endswith(" km")


def test_a_title_of_ones_own_is_kept_in_every_language(look, table):
    page = look(incident_map(table, title="Mine"), **DESK).page
    page.locator(".language").click()
    assert (page.title(), page.locator("h1").inner_text()) == ("Mine", "Mine")
