"""What the pages in docs/ say is so."""

from __future__ import annotations

import csv
import doctest
import re
from statistics import median

import pytest

import geoiraq

SITES = "embassies, government, prisons, hospitals, mosques, camps and other sites"
DIVIDED = {
    "cities, towns": "city town",
    "villages": "village",
    "neighbourhoods": "neighbourhood",
    "governorates, districts, subdistricts": "governorate district subdistrict",
    "bases": "base",
    "airports, ports, border crossings": "airport port border_crossing",
    "dams, power stations, oilfields, refineries": "dam power_station oilfield refinery",
    "roads, bridges": "road bridge",
    "mountains, deserts, plains, valleys, islands": "mountain desert plain valley island",
    "rivers, lakes, marshes": "river lake marsh",
    "countries, regions, borders": "country region border",
}


@pytest.fixture
def page(repository):
    return (repository / "docs" / "gazetteer.md").read_text(encoding="utf-8")


def test_the_gazetteer_page_tells_what_share_of_points_is_checked(page):
    """`python scripts/gazetteer_counts.py` brings it up to date."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line[:1] == "|"
    ]
    told = {what: numbers for what, *numbers in cells if what in (*DIVIDED, SITES, "all")}
    places = geoiraq.gazetteer().places.values()
    named = {kind for kinds in DIVIDED.values() for kind in kinds.split()}
    for what, numbers in told.items():
        kinds = DIVIDED.get(what, "").split()
        found = [p for p in places if what == "all" or (p.kind in kinds if kinds else p.kind not in named)]
        checked = sum(place.checked for place in found)
        assert numbers == [
            f"{len(found):,}",
            f"{checked:,}",
            f"{checked / len(found):.0%}",
            f"{median(place.radius_km for place in found):g} km",
        ], what
    assert told.keys() == {*DIVIDED, SITES, "all"}


def test_the_row_that_it_shows_is_one_of_the_tables_and_every_column_is_explained(page, repository):
    table = repository / "gazetteer" / "places" / "governorates" / "kirkuk.csv"
    columns, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    shown = next(line.strip() for line in page.splitlines() if line.count(",") >= len(columns) - 1)
    row = next(csv.reader([shown]))
    assert len(row) == len(columns)
    assert row[:3] in [each[:3] for each in rows]
    how_to = page.split("## How to add a place")[1].split("\n## ")[0]
    explained = {f"names{name}" if name.startswith("_") else name for name in re.findall(r"`(\w+)`", how_to)}
    assert explained >= set(columns)


def test_adding_a_place_is_told_on_one_screen(page):
    assert page.split("## How to add a place")[1].split("\n## ")[0].count("\n") < 40


def test_every_file_that_a_page_links_to_is_there(repository):
    for document in sorted((repository / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)[#)]", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


@pytest.mark.parametrize("name", ["geocoding"])
def test_the_examples_of_a_page_print_what_it_says(name, repository):
    failed, tried = doctest.testfile(str(repository / "docs" / f"{name}.md"), module_relative=False)
    assert tried
    assert not failed
