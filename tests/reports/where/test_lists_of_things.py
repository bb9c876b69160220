"""Things hit in several places by one deed, where somebody is held, and which base stands near a town."""

from __future__ import annotations


def places(incidents):
    return [i.place_name for i in incidents]


def test_things_in_two_places_are_two_incidents(tell):
    found = tell(
        "Jets bombed stores of the group in Rawa and an unfinished civilian airport near Karbala on Sunday."
    )
    assert sorted(places(found)) == ["Rawa", "near Karbala"]


def test_other_places_of_a_region_are_no_place_beside_those_named(tell):
    found = tell(
        "Jets hit Sinjar mountain, the Qandil range and several other places in the Kurdistan Region on Sunday."
    )
    assert sorted(places(found)) == ["Mount Sinjar", "Qandil Mountains"]


def test_people_killed_in_two_places_have_one_toll(tell):
    (found,) = tell("Gunmen killed a policeman in Kut and a soldier near Numaniya on Sunday.")
    assert found.fatalities_best == 2


def test_where_somebody_is_held_is_not_where_he_was_arrested(tell):
    (found,) = tell("Five nurses were arrested in Hilla on Sunday and held overnight in Najaf.")
    assert (found.place_name, found.date_precision) == ("Hilla", 1)


def test_the_base_is_the_one_near_the_town_of_its_paragraph(tell):
    text = (
        "Troops left Camp Taji on Sunday.\n\nIn Habbaniyah opinions were mixed. An Iraqi brigade has moved into"
        " the base and held its first parade on Monday."
    )
    (moved,) = [i for i in tell(text) if i.layer == "deployment"]
    assert moved.place_name == "Habbaniyah"
