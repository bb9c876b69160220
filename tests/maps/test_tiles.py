"""Online tiles: only where they are asked for, and only from that host."""

from __future__ import annotations

import re

import pytest

from geoiraq.errors import InputError
from geoiraq.maps import incident_map
from tests.maps import reading

URL = "https://tiles.example/{z}/{x}/{y}.png"


def test_a_page_with_tiles_may_ask_that_host_for_images_and_nothing_else(table):
    page = incident_map(table, tiles=URL, tiles_by="© Example").get_root().render()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    directives = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert directives["img-src"] == "data: blob: https://tiles.example"
    assert directives["default-src"] == "'none'"
    assert policy[1].count("https") == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://tiles.example/{z}/{x}/{y}",
        "https://{s}.tiles.example/{z}/{x}/{y}",
        "https://tiles.example/",
        "https://a;script-src *//{z}/{x}/{y}",
        "https://a b/{z}/{x}/{y}",
        "https://user@tiles.example/{z}/{x}/{y}",
        "//tiles.example/{z}/{x}/{y}",
        "{z}{x}{y}",
    ],
)
def test_an_address_that_is_not_one_host_is_refused(table, url):
    with pytest.raises(InputError, match="tiles are at"):
        incident_map(table, tiles=url)


@pytest.mark.parametrize(
    ("name", "origin", "owed"),
    [
        ("OpenStreetMap.Mapnik", "https://tile.openstreetmap.org", "© OpenStreetMap contributors"),
        ("opentopomap", "https://a.tile.opentopomap.org", "OpenTopoMap (CC-BY-SA)"),
        ("Esri.WorldImagery", "https://server.arcgisonline.com", "Esri"),
    ],
)
def test_a_provider_is_known_by_name_and_says_whom_it_is_owed_to(table, name, origin, owed):
    page = incident_map(table, tiles=name).get_root().render()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert f"img-src data: blob: {origin};" in policy[1]
    assert policy[1].count("https") == 1
    said = reading.about(page)["tiles"]
    assert said["url"].startswith(f"{origin}/")
    assert owed in said["by"]
    assert (
        reading.about(incident_map(table, tiles=name, tiles_by="Us").get_root().render())["tiles"]["by"]
        == "Us"
    )


@pytest.mark.parametrize(
    ("name", "said"), [("No Such Provider", "no provider"), ("Thunderforest.Outdoors", "key of your own")]
)
def test_a_provider_that_cannot_be_used_is_named(table, name, said):
    with pytest.raises(InputError, match=said):
        incident_map(table, tiles=name)


def test_the_map_stays_as_it_is_where_the_tiles_cannot_be_reached(look, table):
    opened = look(incident_map(table, tiles=URL, tiles_by="<b>Example</b>"))
    assert opened.marks() == 6
    assert opened.page.locator("path.border").count() == 1
    assert "<b>Example</b>" in opened.page.locator(".attribution").inner_text()
    hosts = {url.split("/")[2] for url in opened.requests if url.startswith("http")}
    assert hosts == {"tiles.example"}
    # Asked for, and refused by a browser that is offline: the one page that may do so.
    opened.requests.clear()
    opened.noises.clear()
