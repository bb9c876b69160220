"""What the README says is so."""

from __future__ import annotations

import re

import geoiraq


def test_it_counts_the_gazetteer_right(repository):
    text = (repository / "README.md").read_text(encoding="utf-8")
    told = re.search(r"([\d,]+) places under ([\d,]+) names, of which ([\d,]+) points", text)
    places = geoiraq.gazetteer().places.values()
    counted = len(places), sum(len(place.names) for place in places), sum(place.checked for place in places)
    assert told is not None
    assert tuple(int(number.replace(",", "")) for number in told.groups()) == counted


def test_the_files_it_links_to_are_there(repository):
    text = (repository / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (repository / target).exists(), target
