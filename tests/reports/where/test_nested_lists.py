"""A list of places, of which some are told with the region they lie in."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bombs exploded in Hit, in Anbar province, and in Kut on 3 May.", ["Hit", "Kut"]),
        ("Bombs exploded in Hit, in Ramadi and in Kut on 3 May.", ["Hit", "Kut", "Ramadi"]),
        (
            "Attacks took place in Kut, in Anbar and in Diyala on 3 May.",
            ["Anbar Governorate", "Diyala Governorate", "Kut"],
        ),
    ],
)
def test_the_region_of_one_of_them_is_no_place_of_its_own(tell, text, places):
    assert sorted(incident.place_name for incident in tell(text)) == places
