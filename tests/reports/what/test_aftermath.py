"""What belongs to one event: a further blow at its scene, and all whom one verb tells of."""

from __future__ import annotations

import pytest

from geoiraq.reports.what.aftermath import strikes_again


def tolls(incidents):
    return sorted((i.place_name, i.fatalities_best, i.injured) for i in incidents)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two men in Kut on Monday. A second one hit people rushing to the scene, killing three.",
        "A bomb killed two men in Kut on Monday; five minutes later another went off as medics arrived, killing three.",
        "A bomb killed two men in Kut on Monday, and a second blast at the same spot killed three.",
    ],
)
def test_a_further_blow_at_the_scene_is_of_the_same_event(tell, text):
    assert tolls(tell(text)) == [("Kut", 5, None)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two men in Kut on Monday. Minutes later another bomb killed three in Hilla.",
        "A bomb killed two men in Kut on Monday. A second bomb killed three in Hilla.",
    ],
)
def test_one_at_another_place_is_another(tell, text):
    assert tolls(tell(text)) == [("Hilla", 3, None), ("Kut", 2, None)]


@pytest.mark.parametrize("words", ["Hours later a bomb killed two", "People came home and a bomb killed two"])
def test_what_does_not_point_back_to_the_scene(words):
    assert not strikes_again(words, 0, len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed a judge and two of his guards in an ambush in Kut on Monday.", (3, None)),
        ("Gunmen wounded a mayor and a driver during a raid in Kut on Monday.", (None, 2)),
        ("Two soldiers were killed and another hurt in an attack in Kut on Monday.", (2, 1)),
        ("Two soldiers were killed by a U.S. air strike in Kut on Monday, doctors said.", (2, None)),
    ],
)
def test_what_stands_beside_one_another_is_one_event(tell, text, expected):
    assert tolls(tell(text)) == [("Kut", *expected)]


def test_two_places_are_two_events(tell):
    text = "Two soldiers were killed in Kut on Monday and a third hurt in an ambush in Hilla."
    assert tolls(tell(text)) == [("Hilla", None, 1), ("Kut", 2, None)]
