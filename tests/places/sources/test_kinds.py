"""What the codes of others mean is data that holds together."""

from __future__ import annotations

import pytest

from geoiraq.places.kinds import KINDS
from geoiraq.places.sources.kinds import (
    alike,
    codes,
    country_of,
    governorate_of,
    kind_of_code,
    kind_of_tags,
    prominence_of,
    radius_of,
)


def test_every_code_and_tag_means_one_of_our_kinds():
    table = codes()
    meant = {
        *table["codes"].values(),
        *table["classes"].values(),
        *(tag[3] for tag in table["openstreetmap"]["tags"]),
    }
    assert meant <= KINDS
    assert set(table["aat"]) <= KINDS
    assert {kind for group in table["alike"]["groups"] for kind in group} <= KINDS
    assert set(table["alike"]["areas"]) <= KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_radius_and_a_prominence_of_0_to_4(kind):
    assert radius_of(kind) > 0
    assert 0 <= prominence_of(kind, "PPLC", 10**7) <= 4


def test_every_governorate_code_is_a_governorate():
    from geoiraq.places.gazetteer import data_folder, read_gazetteer

    places = read_gazetteer(data_folder()).places
    named = set(codes()["governorates"].values())
    assert named == {place.place_id for place in places.values() if place.kind == "governorate"}


@pytest.mark.parametrize("code", ["15", "IZ15", "IQ15", "IQ-NI", "NI", "IQ-NI,IQ-DA"])
def test_the_codes_of_a_governorate_in_all_their_forms(code):
    assert governorate_of(code) == "nineveh"


@pytest.mark.parametrize("code", ["", "00", "XX", "IQ-KR", "-", ","])
def test_a_code_that_is_none_is_no_governorate(code):
    assert governorate_of(code) == ""


@pytest.mark.parametrize(
    ("code", "country"), [("IZ", "IQ"), ("IRQ", "IQ"), ("IQ", "IQ"), ("SY,IZ", "SY"), ("", "")]
)
def test_countries_in_each_code(code, country):
    assert country_of(code) == country


def test_a_code_that_is_not_listed_falls_back_on_its_class():
    assert kind_of_code("P", "PPLR") == "village"
    assert kind_of_code("", "XXXX") == ""


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"boundary": "administrative", "admin_level": "6", "place": "county"}, "district"),
        ({"boundary": "administrative", "admin_level": "4"}, "governorate"),
        ({"boundary": "administrative", "admin_level": "9"}, ""),
        ({"military": "range"}, "base"),
        ({"landuse": "military", "aeroway": "aerodrome"}, "base"),
        ({"shop": "bakery"}, ""),
    ],
)
def test_the_most_telling_tag_decides(tags, kind):
    assert kind_of_tags(tags) == kind


def test_alike_is_the_same_either_way():
    assert all(alike(a, b) == alike(b, a) and alike(a, a) for a in KINDS for b in KINDS)


def test_a_site_may_be_any_point_but_no_area():
    assert alike("site", "village")
    assert not alike("site", "governorate")
    assert not alike("village", "dam")
