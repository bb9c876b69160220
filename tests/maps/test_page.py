"""The map as a Python object: a folium.Map, same input same bytes, written whole or not at all."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import folium
import geopandas as gpd
import pytest
from shapely import Point

import geoiraq
from geoiraq.errors import InputWarning, OutputError
from geoiraq.maps import IncidentMap, incident_map
from geoiraq.maps.draw import incident_page
from tests.maps import reading

DRAW = """
import sys
import geopandas as gpd
import folium
from shapely import Point
from geoiraq.maps import incident_map
table = gpd.GeoDataFrame(
    {"layer": ["attack", "protest"], "date_start": ["2020-01-01", None], "documents": [["b", "a"], ["a"]]},
    geometry=[Point(44, 33), None], crs=4326,
)
drawn = incident_map(table)
folium.Marker([33, 43], popup="mine").add_to(drawn)
sys.stdout.buffer.write(drawn.get_root().render().encode())
"""


ARTICLES = """
import sys
import geoiraq
geoiraq.incident_map(geoiraq.extract([sys.argv[1]])).save(sys.argv[2])
"""


def render(drawn: folium.Map) -> str:
    return drawn.get_root().render()


def policy_of(drawn: folium.Map) -> dict[str, str]:
    """The directives of the page's policy."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', render(drawn))
    assert policy is not None
    return dict(part.strip().split(" ", 1) for part in policy[1].split(";"))


def test_is_a_folium_map(table):
    drawn = incident_map(table)
    assert isinstance(drawn, folium.Map)
    assert isinstance(drawn, IncidentMap)


def test_names_no_host_but_in_links_and_credits(table):
    page = render(incident_map(table))
    assert not re.search(r"<(link|script|img|iframe)[^>]*(src|href)=", page)
    assert "cdn." not in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy[1]
    assert "unsafe" not in policy[1]


def test_nothing_of_our_own_is_markup_and_the_policy_says_so(table):
    policy = policy_of(incident_map(table))
    assert "unsafe" not in " ".join(policy.values())
    assert policy["style-src"].startswith("'sha256-")
    assert policy["require-trusted-types-for"] == "'script'"
    camps = gpd.GeoDataFrame({"name": ["Camp"]}, geometry=[Point(44, 33)], crs=4326)
    drawn = incident_map(table)
    geoiraq.add_layer(drawn, camps, name="Camps")
    assert policy_of(drawn)["style-src"] == policy["style-src"]


def test_folium_s_own_layers_are_let_set_styles_and_markup_but_no_script_of_a_document_s(table):
    drawn = incident_map(table)
    folium.Marker([33, 43], popup="mine").add_to(drawn)
    policy = policy_of(drawn)
    assert policy["style-src"] == "'unsafe-inline'"
    assert "require-trusted-types-for" not in policy
    assert "unsafe" not in policy["script-src"]


def test_what_is_written_into_the_figure_itself_is_kept(table):
    drawn = incident_map(table)
    drawn.get_root().html.add_child(folium.Element("<p style='color:red'>A note</p>"))
    assert "<p style='color:red'>A note</p>" in render(drawn)
    assert policy_of(drawn)["style-src"] == "'unsafe-inline'"


def test_the_command_line_writes_the_same_page_without_folium(table, tmp_path):
    incident_map(table, title="One").save(tmp_path / "folium.html")
    incident_page(table, title="One").save(tmp_path / "page.html")
    assert (tmp_path / "folium.html").read_bytes() == (tmp_path / "page.html").read_bytes()
    loaded = "import sys, geoiraq.maps.draw; sys.exit('folium' in sys.modules)"
    subprocess.run([sys.executable, "-c", loaded], check=True)


def test_the_same_input_gives_the_same_bytes_in_another_process():
    def draw(seed: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-c", DRAW],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        return done.stdout

    first = draw("1")
    assert len(first) > 100_000
    assert first == draw("2")


def test_rendering_twice_gives_the_same_bytes(table):
    drawn = incident_map(table)
    folium.Marker([33, 43], popup="mine", icon=folium.Icon()).add_to(drawn)
    assert render(drawn) == render(drawn)


def test_what_needs_the_network_is_left_out_and_named(table):
    from folium.plugins import MarkerCluster

    drawn = incident_map(table)
    MarkerCluster().add_to(drawn)
    with pytest.warns(InputWarning, match="markercluster"):
        page = render(drawn)
    assert "<link" not in page


def test_saves_to_a_path_and_to_an_open_file(table, tmp_path):
    drawn = incident_map(table)
    drawn.save(tmp_path / "map.html")
    drawn.save(str(tmp_path / "again.html"))
    memory = io.BytesIO()
    drawn.save(memory, close_file=False)
    written = (tmp_path / "map.html").read_bytes()
    assert written == (tmp_path / "again.html").read_bytes() == memory.getvalue()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["again.html", "map.html"]


def test_where_it_cannot_be_written_nothing_is_left(table, tmp_path):
    drawn = incident_map(table)
    with pytest.raises(OutputError, match="cannot be written"):
        drawn.save(tmp_path / "no such folder" / "map.html")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="folder"):
        drawn.save(tmp_path / "folder")
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_the_title_is_text(table):
    page = render(incident_map(table, title="</title><script>alert(1)</script>"))
    assert "<script>alert(1)" not in page
    assert "&lt;/title&gt;" in page


def test_says_which_versions_made_it(table):
    from geoiraq import __version__

    said = reading.about(render(incident_map(table)))
    assert said["version"] == __version__
    assert len(said["gazetteer"]) == 10
    assert {"GeoNames", "Natural Earth"} <= {source["name"] for source in said["sources"]}


def test_the_two_articles_make_a_page_of_less_than_half_a_megabyte(shared, tmp_path):
    page = tmp_path / "map.html"
    subprocess.run([sys.executable, "-c", ARTICLES, shared / "documents" / "news", page], check=True)
    assert page.stat().st_size < 500_000
    assert reading.data(page.read_text(encoding="utf-8"))["incidents"]["count"] >= 13
