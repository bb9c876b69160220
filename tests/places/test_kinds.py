"""What kind of place the words of a name imply."""

from __future__ import annotations

import pytest

from geoiraq.places.kinds import KINDS, basis_of, kind_rank, kind_words, take_apart


@pytest.mark.parametrize(
    ("name", "core", "first"),
    [
        ("Camp Taji", "taji", "base"),
        ("Al Qayyarah Military Base", "qayyarah", "base"),
        ("FOB Warhorse", "warhorse", "base"),
        ("Anbar province", "anbar", "governorate"),
        ("محافظة نينوى", "نينوى", "governorate"),
        ("قاعدة بلد", "بلد", "base"),
        ("Hamrin mountains", "hamrin", "mountain"),
        ("Mosul Dam", "mosul", "dam"),
        ("Qada' Hit", "hit", "district"),
        ("Nāḩiyat Yathrib", "yathrib", "subdistrict"),
        ("Baghdad International Airport", "baghdad", "airport"),
        ("Kirkuk city", "kirkuk", "city"),
    ],
)
def test_kind_words_are_taken_off_and_understood(name, core, first):
    parts = take_apart(name)
    assert parts.core == core
    assert parts.kinds[0][0] == first


@pytest.mark.parametrize("name", ["Mosul", "Camp", "Dam", "الموصل"])
def test_a_name_without_a_kind_word_implies_nothing(name):
    assert take_apart(name).kinds == ()


def test_every_kind_in_the_word_list_exists():
    before, after = kind_words()
    used = {
        kind for table in (before, after) for word in table.values() for group in word.kinds for kind in group
    }
    assert used <= KINDS


def test_every_kind_has_a_basis():
    assert {basis_of(kind) for kind in KINDS} == {
        "site",
        "settlement",
        "neighbourhood",
        "district",
        "governorate",
        "landform",
        "country",
    }


def test_preference_is_the_order_of_the_groups():
    groups = (("airport",), ("base", "camp"))
    assert [kind_rank(groups, kind) for kind in ("airport", "camp", "town")] == [0, 1, None]
