"""The gazetteer's tables, as a user finds them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

import geoiraq
from geoiraq.errors import GazetteerError
from geoiraq.places.check import check
from geoiraq.places.gazetteer import read_gazetteer
from geoiraq.places.place import covers

GOVERNORATES = 19


@pytest.fixture(scope="module")
def book():
    return geoiraq.gazetteer()


def test_it_holds_what_reports_name(book):
    kinds = [place.kind for place in book.places.values()]
    assert len(kinds) >= 500
    assert kinds.count("governorate") == GOVERNORATES
    assert kinds.count("district") >= 100
    for kind in (
        "base",
        "airport",
        "dam",
        "refinery",
        "border_crossing",
        "mountain",
        "lake",
        "embassy",
        "neighbourhood",
    ):
        assert kind in kinds
    assert {place.country for place in book.places.values()} >= {"IQ", "SY", "IR", "TR", "JO", "KW", "SA"}


def test_it_holds_together(book):
    assert [str(problem) for problem in check(book)] == []


def test_every_row_has_a_source_and_a_licence(book):
    assert all(place.source and place.licence for place in book.places.values())


def test_names_come_in_latin_arabic_and_kurdish(book):
    erbil = book.places["erbil"].names
    assert {"Erbil", "أربيل", "هەولێر"} <= set(erbil)


def test_every_governorate_but_halabja_has_an_outline(book):
    without = [
        p.place_id for p in book.places.values() if p.kind == "governorate" and book.shape(p.place_id) is None
    ]
    assert without == ["halabja-governorate"]


def test_a_base_says_who_used_it_and_when_it_was_handed_over(book):
    k1 = next(p for p in book.places.values() if "K-1" in p.names)
    assert any(presence.handed_over == "2020-03-29" for presence in k1.presence)


def test_bases_on_a_date_are_those_in_use_that_day(book):
    before, after = book.bases(on=date(2020, 3, 1)), book.bases(on=date(2020, 4, 15))
    coalition = {"US", "Coalition"}

    def used_by_the_coalition(bases, name):
        row = bases[bases["name"] == name]
        return any(p["force"] in coalition for presences in row["presence"] for p in presences)

    assert used_by_the_coalition(before, "K-1 Air Base")
    assert not used_by_the_coalition(after, "K-1 Air Base")


def test_it_is_a_geodataframe_of_points(book):
    table = book.to_geodataframe()
    assert table.crs.to_epsg() == 4326
    assert len(table) == len(book.places)
    assert set(table.geom_type) == {"Point"}


def test_footprints_are_lines_areas_and_circles(book):
    table = book.to_geodataframe(footprints=True).set_index("place_id")
    kinds = {name: table.geometry[name].geom_type for name in ("tigris-river", "anbar", "mosul")}
    assert "LineString" in kinds["tigris-river"]
    assert kinds["mosul"] == "Polygon"
    assert table.geometry["anbar"].equals(book.shape("anbar"))
    assert table.crs.to_epsg() == 4326


@pytest.mark.parametrize(
    ("start", "end", "day", "inside"),
    [
        ("2003", "2011-12", date(2003, 1, 1), True),
        ("2003", "2011-12", date(2011, 12, 31), True),
        ("2003", "2011-12", date(2012, 1, 1), False),
        ("2014-08-10", "", date(2026, 1, 1), True),
        ("", "2006", date(1980, 1, 1), True),
        ("2014-08-10", "", date(2014, 8, 9), False),
    ],
)
def test_a_span_covers_a_day_as_exactly_as_it_is_written(start, end, day, inside):
    assert covers(start, end, day) is inside


def copied(repository: Path, folder: Path, change) -> Path:
    (folder / "places").mkdir(parents=True)
    with (repository / "gazetteer" / "places" / "governorates.csv").open(
        encoding="utf-8", newline=""
    ) as lines:
        rows = list(csv.DictReader(lines))
    change(rows)
    with (folder / "places" / "governorates.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows[2].update(kind="galaxy"), "row 3: unknown kind 'galaxy'"),
        (lambda rows: rows[1].update(latitude="north"), "row 2: could not convert"),
        (lambda rows: rows[1].update(place_id=rows[0]["place_id"]), "row 2: place_id .* is used twice"),
    ],
)
def test_a_broken_row_is_named(repository, tmp_path, change, reason):
    with pytest.raises(GazetteerError, match=f"governorates.csv, {reason}"):
        read_gazetteer(copied(repository, tmp_path / "data", change))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda rows: rows[0].update(source=""), "no source"),
        (lambda rows: rows[0].update(governorate="atlantis"), "its governorate 'atlantis' is none"),
        (lambda rows: rows[0].update(checked="yes", checked_against=""), "do not agree"),
        (lambda rows: rows[0].update(radius_km="0"), "radius"),
    ],
)
def test_the_check_finds_what_does_not_hold(repository, tmp_path, change, reason):
    book = read_gazetteer(copied(repository, tmp_path / "data", change))
    assert any(reason in str(problem) for problem in check(book))


def test_a_point_outside_its_governorate_is_found(book):
    from dataclasses import replace

    mosul = book.places["mosul"]._replace(latitude=30.5, longitude=47.8)
    moved = replace(book, places={**book.places, "mosul": mosul})
    assert any("mosul: lies outside nineveh" in str(problem) for problem in check(moved))
