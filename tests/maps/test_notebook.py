"""In a notebook's cell: the same map, offline, however many incidents; what a user adds is drawn as safely."""

from __future__ import annotations

import json
import re
from html import escape

import folium
import geopandas as gpd
import nbformat
import pytest
from shapely.geometry import LineString, Point, box

import geoiraq
from geoiraq.errors import InputError
from tests.execution import execute, shown

HOSTILE = "<img src=x onerror=alert(1)>${7*7}</script><script>alert(2)</script>\\{{7*7}}"
MANY = """
import geopandas, numpy, shapely
import geoiraq

n = 10_000
rng = numpy.random.default_rng(1)
days = numpy.datetime64("2014-01-01") + rng.integers(0, 1400, n)
incidents = geopandas.GeoDataFrame(
    {
        "layer": rng.choice(["attack", "protest", "arrest"], n),
        "date_start": days.astype(str),
        "quote": [f"Sentence {i} of a report that says what happened." for i in range(n)],
        "documents": [[f"report-{i % 500}"] for i in range(n)],
    },
    geometry=shapely.points(rng.uniform(42, 47, n), rng.uniform(31, 36, n)),
    crs="EPSG:4326",
)
drawn = geoiraq.incident_map(incidents)
camps = geopandas.GeoDataFrame({"name": ["Camp"]}, geometry=[shapely.Point(44, 33)], crs=4326)
geoiraq.add_layer(drawn, camps.to_crs(32638), name="Camps")
drawn
"""

#: How VS Code shows what a cell gives: a view without an origin, with this policy, that sets it as markup.
EDITOR = """<!DOCTYPE html><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="default-src 'none';
script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src https: http: data:; font-src https:;
connect-src https:; child-src https: data:;">
<div id=output></div><script>output.innerHTML = {output}</script>"""


@pytest.fixture(scope="module")
def drawn_many(tmp_path_factory):
    """What a notebook shows of a map of 10,000 incidents."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(MANY)])
    outputs = execute(notebook, tmp_path_factory.mktemp("folder"), tmp_path_factory.mktemp("kernels"))
    (html,) = shown(outputs, "text/html")
    return html


@pytest.fixture
def areas():
    """A table of one area, one line, one point and nothing, in metres."""
    shapes = [box(43, 34, 44, 35), LineString([(42, 33), (45, 33)]), Point(44, 32), None]
    return gpd.GeoDataFrame({"name": ["area", "line", "point", "none"]}, geometry=shapes, crs=4326).to_crs(
        32638
    )


def features(layer):
    return json.loads(layer.features)["features"]


class TestACell:
    def test_ten_thousand_incidents_are_drawn_offline(self, look, tmp_path, drawn_many):
        cell = tmp_path / "cell.html"
        cell.write_text(f"<!DOCTYPE html><meta charset=utf-8>{drawn_many}", encoding="utf-8")
        opened = look(cell)
        frame = opened.page.frame_locator("iframe")
        frame.get_by_text("10,000 incidents").first.wait_for(timeout=20_000)
        assert opened.noises == []
        assert {url.split(":")[0] for url in opened.requests} <= {"file", "data", "about", "blob"}

    def test_it_shows_in_an_editor_s_view_that_has_no_origin_and_a_policy_of_its_own(
        self, look, tmp_path, drawn_many
    ):
        view = EDITOR.format(output=json.dumps(drawn_many).replace("<", "\\u003c"))
        cell = tmp_path / "cell.html"
        cell.write_text(
            f"<!DOCTYPE html><meta charset=utf-8><iframe sandbox='allow-scripts' width=900 height=700"
            f" srcdoc='{escape(view)}'></iframe>",
            encoding="utf-8",
        )
        opened = look(cell)
        frame = opened.page.frame_locator("iframe").frame_locator("iframe")
        frame.locator("main[aria-busy=false]").wait_for(timeout=20_000)
        assert frame.locator("canvas.marks").get_attribute("data-incidents") == "10000"
        frame.get_by_role("button", name="Zoom in").click()
        frame.locator("input[data-layer=protest]").uncheck()
        # Longer than the page waits before it writes its address, which it has none of here.
        frame.locator("main").evaluate("() => new Promise(then => setTimeout(then, 400))")

    def test_it_is_small_enough_for_a_notebook(self, drawn_many):
        assert len(drawn_many) < 4_000_000

    def test_the_page_within_is_one_attribute_that_nothing_can_leave(self, table):
        hostile = table.copy()
        hostile["place_name"] = '" onload="alert(1)"><script>alert(2)</script>'
        html = geoiraq.incident_map(hostile, title='"><script>alert(3)</script>')._repr_html_()
        (page,) = re.findall(r'srcdoc="([^"]*)"', html)
        assert "<script" not in page
        assert html.count("<script") == 0

    def test_what_is_shown_is_what_is_saved(self, table, tmp_path):
        from html import unescape

        drawn = geoiraq.incident_map(table)
        drawn.save(tmp_path / "map.html")
        (page,) = re.findall(r'srcdoc="([^"]*)"', drawn._repr_html_())
        assert unescape(page) == (tmp_path / "map.html").read_text(encoding="utf-8")


class TestOwnLayers:
    def test_geodata_of_any_kind_and_projection_are_drawn(self, look, table, areas):
        drawn = geoiraq.incident_map(table[:0])
        geoiraq.add_layer(drawn, areas, name="Mine", colour="#123456")
        opened = look(drawn)
        shapes = opened.page.locator("path[stroke='#123456']")
        shapes.first.wait_for(state="attached")
        assert shapes.count() == 3
        assert opened.noises == []
        assert {url.split(":")[0] for url in opened.requests} <= {"file", "data"}

    def test_coordinates_are_degrees_whatever_they_were(self, table, areas):
        layer = geoiraq.add_layer(geoiraq.incident_map(table), areas, name="Mine")
        assert features(layer)[2]["geometry"]["coordinates"] == pytest.approx([44, 32], abs=1e-4)
        assert len(features(layer)) == 3

    def test_text_is_text_in_the_switch_and_in_what_a_click_shows(self, look, table):
        hostile = gpd.GeoDataFrame({HOSTILE: [HOSTILE]}, geometry=[Point(42, 33)], crs=4326)
        drawn = geoiraq.incident_map(table[:0])
        geoiraq.add_layer(drawn, hostile, name=HOSTILE, colour="#123456")
        opened = look(drawn)
        opened.page.locator("path[stroke='#123456']").click()
        assert opened.page.locator(".leaflet-popup dd").inner_text() == HOSTILE
        assert opened.page.locator(".leaflet-popup dt").inner_text() == HOSTILE
        opened.page.locator(".leaflet-control-layers-toggle").hover(force=True)
        assert HOSTILE in opened.page.locator(".leaflet-control-layers-overlays").inner_text()
        assert opened.page.locator("img[onerror]").count() == 0
        assert opened.noises == []

    def test_several_share_one_switch_beside_folium_s_own(self, look, table, areas):
        drawn = geoiraq.incident_map(table[:0])
        geoiraq.add_layer(drawn, areas, name="First")
        folium.FeatureGroup(name="A group").add_to(drawn)
        geoiraq.add_layer(drawn, areas, name="Second", colour="#123456")
        opened = look(drawn)
        opened.page.locator(".leaflet-control-layers-toggle").hover(force=True)
        names = opened.page.locator(".leaflet-control-layers-overlays label").all_inner_texts()
        assert [name.strip() for name in names] == ["First", "A group", "Second"]
        opened.page.locator(".leaflet-control-layers-overlays input").last.uncheck()
        assert opened.page.locator("path[stroke='#123456']").count() == 0

    def test_the_same_layers_give_the_same_bytes(self, table, areas):
        pages = []
        for _ in range(2):
            drawn = geoiraq.incident_map(table)
            geoiraq.add_layer(drawn, areas, name="Mine")
            pages.append(drawn.get_root().render())
        assert pages[0] == pages[1]

    def test_columns_are_chosen_by_name(self, table, areas):
        wide = areas.assign(**{f"column {i}": i for i in range(20)})
        drawn = geoiraq.incident_map(table)
        assert len(features(geoiraq.add_layer(drawn, wide, name="All"))[0]["properties"]) == 12
        chosen = geoiraq.add_layer(drawn, wide, name="One", columns=["name"])
        assert features(chosen)[0]["properties"] == {"name": "area"}

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"colour": "red;x"}, "colour"),
            ({"columns": ["absent"]}, "absent"),
            ({"table": [1]}, "GeoDataFrame"),
        ],
    )
    def test_what_cannot_be_is_refused_by_name(self, table, areas, wrong, said):
        settings = {"table": areas, "name": "Mine", **wrong}
        with pytest.raises(InputError, match=said):
            geoiraq.add_layer(geoiraq.incident_map(table), **settings)

    def test_a_map_of_another_kind_is_refused(self, areas):
        with pytest.raises(InputError, match="incident_map"):
            geoiraq.add_layer(folium.Map(), areas, name="Mine")
