"""Where a point lies, in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import geoiraq
from geoiraq.places.areas import destination, distance_km
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.geocoding.reverse import WINDS, Surroundings
from geoiraq.places.place import Presence

BOOK = geoiraq.gazetteer()
WORLD = Surroundings(BOOK)


def middle(place_id: str) -> tuple[float, float]:
    place = BOOK.places[place_id]
    return place.latitude, place.longitude


KIRKUK, RUTBA = middle("kirkuk"), middle("rutba")


@pytest.fixture(scope="module")
def book():
    return BOOK


@pytest.fixture(scope="module")
def around():
    return WORLD


@pytest.fixture(scope="module")
def without_villages(book):
    """The towns alone, so that what is asked about them does not depend on the village beside."""
    kept = {
        i: p for i, p in book.places.items() if p.kind not in ("village", "neighbourhood", "base", "airport")
    }
    return Surroundings(Gazetteer(kept, book.shapes_geojson))


def test_a_point_in_a_town_is_in_it(around):
    found = around.at(*KIRKUK)
    assert found.address == "in Kirkuk, Kirkuk district, Kirkuk governorate"
    assert found.direction == ""
    assert found.distance_km < 1


def test_a_point_on_a_base_is_at_it(around):
    assert around.at(*middle("k-1-air-base")).address.startswith("at K-1 Air Base, Kirkuk district")


TODAY, IN_2007, IN_2015 = None, date(2007, 6, 1), date(2015, 6, 1)


def test_no_point_in_iraq_is_at_a_base_that_was_handed_over_or_closed(around, book):
    for base in (p for p in book.places.values() if p.kind == "base"):
        found = around.at(base.latitude, base.longitude).place
        assert found is None or found.kind != "base" or any(not presence.end for presence in found.presence)


@pytest.mark.parametrize(
    ("base", "on", "is_at_it"),
    [
        ("tallil-air-base", TODAY, False),
        ("tallil-air-base", IN_2007, True),
        ("tallil-air-base", IN_2015, False),
        ("ain-al-asad-air-base", TODAY, True),
        ("fob-blackhawk", IN_2007, False),
    ],
    ids=["handed over", "in use then", "handed over then", "in use still", "never known to be in use"],
)
def test_a_base_is_told_only_of_days_on_which_it_was_in_use(around, base, on, is_at_it):
    assert (around.at(*middle(base), on).place.place_id == base) is is_at_it


def site(kind: str, prominence: int, km: float, radius_km: float = 0.5, place_id: str = "site"):
    """A site so far north of Rutba, which a force has used since 2014 if it is a base."""
    latitude, longitude = destination(RUTBA, km, 0)
    return BOOK.places["rutba"]._replace(
        place_id=place_id,
        kind=kind,
        prominence=prominence,
        latitude=latitude,
        longitude=longitude,
        radius_km=radius_km,
        presence=(Presence("Iraq", "2014", "", "", "", ""),) if kind == "base" else (),
    )


def told_at_rutba(*places) -> str:
    return Surroundings(Gazetteer({p.place_id: p for p in places})).at(*RUTBA).place.place_id


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (site("mosque", 5, km=0.2), "site"),
        (site("mosque", 3, km=0.2), "rutba"),
        (site("mosque", 5, km=0.6), "rutba"),
        (site("refinery", 5, km=1.5, radius_km=4), "site"),
        (site("refinery", 5, km=0.2, radius_km=20), "rutba"),
        (site("prison", 6, km=0.2), "rutba"),
        (site("base", 5, km=0.2, radius_km=4), "site"),
        (site("base", 2, km=0.2, radius_km=4), "rutba"),
    ],
    ids=["well known", "little known", "outside it", "large", "known too roughly", "prison", "base", "post"],
)
def test_a_well_known_site_is_told_before_the_town_where_the_point_lies_in_it(there, told):
    town = site("town", 6, km=1.8, radius_km=4, place_id="rutba")
    assert told_at_rutba(town, there) == told


@pytest.mark.parametrize(("km_to_quarter", "told"), [(0.4, "quarter"), (0.8, "base")])
def test_a_quarter_is_told_before_a_base_that_is_not_much_nearer(km_to_quarter, told):
    quarter = site("neighbourhood", 1, km_to_quarter, radius_km=2, place_id="quarter")
    assert told_at_rutba(site("base", 5, km=0.2, radius_km=4, place_id="base"), quarter) == told


def test_within_a_city_the_quarter_is_told_where_it_is_nearer_than_the_middle(around):
    assert around.at(*middle("mosul")).place.kind == "city"
    assert around.at(*middle("mosul-zanjili")).place.name == "Zanjili"


def test_a_town_holds_what_a_town_can_hold_however_roughly_it_is_known():
    town = site("town", 6, km=6, radius_km=10, place_id="town")
    assert Surroundings(Gazetteer({"town": town})).at(*RUTBA).direction == "south"
    assert Surroundings(Gazetteer({"town": town._replace(kind="city")})).at(*RUTBA).direction == ""


def test_a_point_in_the_open_is_told_from_the_town_that_readers_know(around):
    found = around.at(*destination(RUTBA, 30, 225))
    assert found.address == "30 km south-west of Rutba, Rutba district, Anbar governorate"
    assert (found.place.place_id, found.distance_km, found.direction) == ("rutba", 30.0, "south-west")


def beside_rutba(place_id: str, kind: str, prominence: int, km: float, turn: float):
    latitude, longitude = destination(RUTBA, km, turn)
    rutba = BOOK.places["rutba"]
    return rutba._replace(
        place_id=place_id, kind=kind, prominence=prominence, latitude=latitude, longitude=longitude
    )


@pytest.mark.parametrize(
    ("km_to_city", "km_to_town", "told_from"), [(20, 10, "city"), (40, 10, "town"), (60, 49, "town")]
)
def test_of_two_towns_the_better_known_is_chosen_unless_it_is_much_farther(km_to_city, km_to_town, told_from):
    city = beside_rutba("city", "city", 8, km_to_city, 0)
    town = beside_rutba("town", "town", 4, km_to_town, 180)
    assert Surroundings(Gazetteer({"city": city, "town": town})).at(*RUTBA).place.place_id == told_from


@pytest.mark.parametrize(("km_to_town", "told_from"), [(45, "town"), (55, "village")])
def test_a_village_serves_only_where_no_town_is_near(km_to_town, told_from):
    town = beside_rutba("town", "town", 4, km_to_town, 0)
    village = beside_rutba("village", "village", 2, 5, 180)
    assert Surroundings(Gazetteer({"town": town, "village": village})).at(*RUTBA).place.place_id == told_from


@pytest.mark.parametrize(("turn", "wind"), list(enumerate(WINDS)))
def test_directions_are_those_of_the_16_winds(around, turn, wind):
    assert around.at(*destination(RUTBA, 30, turn * 22.5)).direction == wind


def test_a_small_place_holds_little_even_where_little_is_known_of_it(book):
    village = next(p for p in book.places.values() if p.kind == "village" and p.radius_km >= 4)
    town = book.places["rutba"]._replace(
        place_id="there", latitude=village.latitude, longitude=village.longitude + 0.2
    )
    around = Surroundings(Gazetteer({"village": village, "there": town}))
    start = (village.latitude, village.longitude)
    assert around.at(*destination(start, 1.5, 0)).direction == ""
    assert around.at(*destination(start, 3.0, 0)).direction != ""


def test_beyond_the_border_it_says_which_country_and_that_it_is_not_iraq(around):
    assert around.at(35.953, 39.008).address == "in Raqqa, Syria, outside Iraq"
    assert around.at(34.0, 46.0).address.endswith(", Iran, outside Iraq")


def test_a_town_on_the_border_is_where_its_row_says_however_coarse_the_outline(around, book):
    for place in book.places.values():
        if place.kind in ("city", "town") and place.country in ("IQ", "SY"):
            found = around.at(place.latitude, place.longitude)
            assert (found.governorate != "") == (found.place.country == "IQ")


def test_at_sea_there_is_no_country(around):
    found = around.at(29.5, 49.3)
    assert found.country == found.governorate == ""
    assert found.address.endswith("of Faw (Iraq), outside Iraq")


def test_far_away_no_place_is_named(around):
    found = around.at(48.86, 2.35)
    assert found.address == "far outside Iraq"
    assert found.to_dict()["place_id"] is None


def test_halabja_and_outer_baghdad_are_found_though_their_outlines_are_missing_or_narrow(around, book):
    for place_id, governorate in (("halabja", "Halabja"), ("abu-ghraib", "Baghdad")):
        outside = destination(middle(place_id), book.places[place_id].radius_km + 0.5, 0)
        assert around.at(*outside).governorate == governorate


def test_what_a_place_holds_lies_in_the_district_that_its_row_names(around, book):
    for place in book.places.values():
        if place.kind in ("town", "village", "neighbourhood") and place.country == "IQ":
            found = around.at(place.latitude, place.longitude)
            assert found.place.district == "" or found.district == book.name_of(found.place.district)


def test_a_town_far_from_any_seat_marks_its_district_too(around):
    found = around.at(*destination(middle("nukhayb"), 25, 270))
    assert found.district == BOOK.name_of(BOOK.places["nukhayb"].district)


def test_the_district_of_most_villages_can_be_told_without_their_rows(without_villages, book):
    villages = [p for p in book.places.values() if p.kind == "village" and p.country == "IQ" and p.district]
    found = [without_villages.at(p.latitude, p.longitude) for p in villages]
    districts = sum(f.district == book.name_of(p.district) for f, p in zip(found, villages, strict=True))
    governorates = sum(
        f.governorate == book.name_of(p.governorate) for f, p in zip(found, villages, strict=True)
    )
    assert districts / len(villages) > 0.8
    assert governorates / len(villages) > 0.95


def test_a_gazetteer_of_ones_own_needs_no_outlines(book):
    around = Surroundings(Gazetteer({"kirkuk": book.places["kirkuk"]}))
    assert around.at(*destination(KIRKUK, 20, 180)).address == "20 km south of Kirkuk"
    assert Surroundings(Gazetteer({})).at(*KIRKUK).address == "Iraq"


@given(st.floats(-90, 90), st.floats(-180, 180))
@example(90.0, 0.0)
@example(33.0, 180.0)
def test_every_point_has_an_address(latitude, longitude):
    found = WORLD.at(latitude, longitude)
    assert found.address
    assert ("outside Iraq" in found.address) == (found.country != "Iraq")


@given(st.floats(29.5, 37.0), st.floats(39.5, 48.0))
def test_what_is_told_leads_back_to_the_point(latitude, longitude):
    found = WORLD.at(latitude, longitude)
    if found.direction:
        start = (found.place.latitude, found.place.longitude)
        back = destination(start, found.distance_km, WINDS.index(found.direction) * 22.5)
        # A wind is 22.5 degrees wide, so the point is off by no more than half of that, seen from the place.
        assert distance_km(back, (latitude, longitude)) <= found.distance_km * 0.2 + 0.2
