"""Where things next door are, in a story that is told from one street or shop."""

from __future__ import annotations

import pytest

HERE = "The tailor\n\nIn his street, off the vegetable market in Hawija, most shops are closed.\n\n"


def places(incidents):
    return [i.place_name for i in incidents]


@pytest.mark.parametrize(
    "near",
    [
        "Last week gunmen shot the barber next door.",
        "On Sunday a bomb went off outside a tea house two doors down and hurt three men.",
        "On Sunday a mortar round fell on the school across the street; a guard was hurt.",
        "On Sunday the soldiers left their outpost at the end of the street.",
    ],
)
def test_next_door_is_where_the_story_is_told_from(tell, near):
    assert places(tell(HERE + near)) == ["Hawija"]


def test_what_has_a_place_of_its_own_is_there(tell):
    assert places(tell(f"{HERE}On Sunday gunmen shot a judge across the street from a court in Tikrit.")) == [
        "Tikrit"
    ]


def test_what_is_not_said_to_be_near_has_no_place(tell):
    assert places(tell(f"{HERE}On Sunday a bomb killed four soldiers.")) == [""]


def test_a_town_that_is_only_named_is_no_setting(tell):
    text = "The tailor\n\nHe sells cloth in Hawija.\n\nLast week gunmen shot the barber next door."
    assert places(tell(text)) == [""]


def test_this_town_is_where_the_report_was_filed(tell):
    filed = "Bomb in Hit\n\nHIT, Iraq, May 5 (MEW) - A bomber struck a queue in this town west of Baghdad on Monday."
    (incident,) = tell(filed)
    assert incident.place_name == "Hit"


def test_an_airport_is_not_the_quarter_named_before(tell):
    incidents = tell(
        "Rockets hit the International Zone on Sunday. On Monday a rocket hit the airport in Basra."
    )
    assert [i.governorate for i in incidents] == ["Baghdad", "Basra"]


def test_an_event_with_a_day_of_its_own_does_not_borrow_the_place_of_another_day(tell):
    told = tell(
        "Iran fired missiles at bases on Wednesday, its answer to the killing of a general in Baghdad on 3 May."
    )
    assert {(i.place_name, str(i.date_start)) for i in told} & {("Baghdad", "2020-05-06")} == set()
