"""Places that are told by others reach the page in parts, which it puts together in its reader's language."""

from __future__ import annotations

import pytest

from geoiraq.maps.described import described_data
from geoiraq.maps.incidents import incidents_data
from geoiraq.places.gazetteer import gazetteer
from geoiraq.places.resolve import resolve

KIRKUK, HAWIJA, BAIJI = ["Kirkuk", "كركوك"], ["Hawija", "الحويجة"], ["Baiji", "بيجي"]
BAGHDAD = ["Baghdad", "بغداد"]


@pytest.fixture
def parts(incident):
    def of(phrase):
        from geoiraq.incidents.table import to_geodataframe

        answer = resolve(phrase)
        row = incident(place_name=answer.name, place_id=answer.place_id, basis=answer.basis)
        found = described_data(incidents_data(to_geodataframe([row, incident(2)])), gazetteer())
        return found.get(answer.name)

    return of


@pytest.mark.parametrize(
    ("phrase", "kind", "side", "km", "names"),
    [
        ("12 km south of Kirkuk", "away", 180, 12, [KIRKUK]),
        ("north-west of Kirkuk", "side", 315, None, [KIRKUK]),
        ("50 km from Kirkuk", "distance", None, 50, [KIRKUK]),
        ("around Kirkuk", "near", None, None, [KIRKUK]),
        ("southern Baghdad", "part", 180, None, [BAGHDAD]),
        ("central Kirkuk", "middle", -1, None, [KIRKUK]),
        ("شمال غربي كركوك", "side", 315, None, [KIRKUK]),
        ("between Hawija and Baiji", "between", None, None, [HAWIJA, BAIJI]),
    ],
)
def test_a_phrase_is_taken_apart(parts, phrase, kind, side, km, names):
    assert parts(phrase) == {"kind": kind, "side": side, "km": km, "names": names}


def test_a_name_is_not_and_neither_is_what_is_not_understood(parts, incident):
    from geoiraq.incidents.table import to_geodataframe

    assert parts("Kirkuk") is None
    odd = incident(place_name="beyond Kirkuk", place_id="kirkuk", basis="relative")
    unknown = incident(2, place_name="south of Xanadu", place_id="xanadu", basis="relative")
    assert described_data(incidents_data(to_geodataframe([odd, unknown])), gazetteer()) == {}
