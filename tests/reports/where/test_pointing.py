"""Which place told before is meant by "the airfield", "the town", "the same area"."""

from __future__ import annotations

import pytest


def places(incidents):
    return [i.place_name for i in incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants hold an airfield outside Hit. Jets bombed the airfield on Sunday.", ["outside Hit"]),
        (
            "Traders keep a market in Kut. The governor was away.\n\nA bomb hit the market on Sunday.",
            ["Kut"],
        ),
        ("Jets bombed the airfield on Sunday.", [""]),
    ],
)
def test_what_has_no_name_is_where_the_text_put_it(tell, text, expected):
    assert places(tell(text)) == expected


def test_what_a_force_goes_back_to_is_not_what_it_left(tell):
    text = "Students met at a roundabout in Kut on Sunday. The troops had pulled back to the roundabout."
    assert "Kut" not in places(i for i in tell(text) if i.layer == "withdrawal")


def test_the_town_is_that_of_its_paragraph_before_that_of_the_headline(tell):
    text = (
        "Fires near Duhok\n\nOn Sunday people sat down in Sheladize. In 2019 a crowd stormed a camp outside the"
        " town and soldiers shot two dead."
    )
    (stormed,) = [i for i in tell(text) if i.date_start is not None and i.date_start.year == 2019]
    assert stormed.place_name == "Sheladze"


@pytest.mark.parametrize("closer", ["near Kut", "not far from Kut"])
def test_a_stretch_of_road_is_where_its_end_is_told_closer(tell, closer):
    text = f"Gunmen attacked a bus on Sunday on the road between Kut and Numaniya, {closer}."
    assert places(tell(text)) == [closer]


def test_who_has_left_for_another_town_was_not_hit_there(tell):
    text = (
        "A singer was shot in Hilla on Sunday. She was hit in the arm and has since left the city for Erbil."
    )
    assert places(tell(text)) == ["Hilla"]


def test_an_answer_in_the_same_area_is_an_event_of_its_own_there(tell):
    text = "A mine killed a soldier near Rawa on Sunday. In reply jets hit two targets in the same area, killing four."
    assert [(i.place_name, i.fatalities_best) for i in tell(text)] == [("near Rawa", 1), ("near Rawa", 4)]
