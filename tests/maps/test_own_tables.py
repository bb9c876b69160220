"""A table of one's own, of geometry, layer and date alone: nothing is pinned that is no point."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely.geometry import LineString, MultiPoint, Point, box

from geoiraq.maps import incident_map

POINT = Point(44.4, 33.3)


def own(*geometries, layer="attack", dates=None):
    rows = {"layer": [layer] * len(geometries), "date_start": dates or ["2020-03-11"] * len(geometries)}
    return gpd.GeoDataFrame(rows, geometry=list(geometries), crs="EPSG:4326")


@pytest.mark.parametrize(
    "geometry",
    [box(43, 32, 45, 34), LineString([(43, 32), (44, 34)]), MultiPoint([(43, 32), (44, 34)])],
    ids=["area", "line", "points"],
)
def test_what_is_no_point_is_drawn_as_what_it_is_and_never_pinned(look, geometry):
    opened = look(incident_map(own(geometry), bases=False))
    assert opened.page.locator("path.area").count() == 1
    assert opened.page.locator("canvas.marks button").get_attribute("data-kind") == "tag"
    opened.page.locator(".row").click()
    assert "somewhere in the hatched area" in opened.page.locator(".card").inner_text()


def test_a_point_without_a_name_is_told_by_where_it_lies(look):
    opened = look(incident_map(own(POINT), bases=False))
    assert opened.page.locator("canvas.marks button").get_attribute("data-kind") == "symbol"
    assert opened.page.locator(".row-title").inner_text() == "Attack"
    assert opened.page.locator(".row-note").inner_text() == "at 33.300° N, 44.400° E"


def test_one_day_has_no_axis_and_nothing_to_play(look):
    opened = look(incident_map(own(POINT, POINT), bases=False))
    assert opened.page.locator(".timeline").inner_text() == "11 Mar 2020"
    assert opened.page.locator(".axis, .track, .play").count() == 0


def test_deaths_have_a_side_of_the_axis_only_where_some_are_told(look):
    table = own(POINT, POINT, dates=["2020-03-11", "2020-04-11"])
    assert look(incident_map(table)).page.locator(".bars-names").count() == 0
    told = look(incident_map(table.assign(fatalities_best=[0, 2]))).page
    assert told.locator(".bars-names").all_inner_texts() == ["incidents\nkilled"]


def test_lists_of_what_is_on_the_map_and_what_is_not_are_offered_where_there_are_both(look):
    for geometries, offered in (((POINT, POINT), False), ((None, None), False), ((POINT, None), True)):
        page = look(incident_map(own(*geometries))).page
        assert page.locator(".tabs").is_visible() is offered
        assert page.locator(".row").count() == 2


def test_a_link_to_a_list_that_is_not_offered_lists_all(look, tmp_path):
    incident_map(own(POINT, POINT)).save(tmp_path / "map.html")
    page = look(tmp_path / "map.html").page
    page.goto(f"{(tmp_path / 'map.html').as_uri()}#list=unplaced")
    page.reload()
    page.locator("main[aria-busy=false]").wait_for()
    assert page.locator(".row").count() == 2
