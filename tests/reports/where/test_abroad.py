"""What happened in another country is no incident of this table."""

from __future__ import annotations

import pytest


def places(incidents):
    return sorted(i.place_name for i in incidents)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed six people in Homs on Monday.",
        "A mine killed two soldiers near Deir ez-Zor on Monday.",
        "قتل ستة أشخاص بانفجار في حمص يوم الاثنين.",
        "قتل ستة أشخاص بانفجار سيارة مفخخة في القاهرة يوم الاثنين.",
        "Police arrested four men in Abadan, across the border, on Monday.",
    ],
)
def test_a_town_of_a_neighbour_is_abroad(tell, text):
    assert tell(text) == []


def test_of_places_on_both_sides_those_of_iraq_count(tell):
    assert places(tell("Jets bombed depots in al-Qaim and Albukamal on Monday.")) == ["Al-Qaim"]


def test_what_follows_an_event_abroad_adds_nothing_to_the_one_before_it(tell):
    (incident,) = tell(
        "A mine wounded a farmer near Sinjar on Monday. A blast shook Hasakah on Tuesday. It killed nine people."
    )
    assert (incident.fatalities_best, incident.injured) == (None, 1)


def test_a_list_of_strikes_counts_both_sides(tell):
    text = (
        "Strikes go on\n\nOn May 4, aircraft conducted two strikes in Syria and Iraq.\n\nSyria\n\n"
        "* Near Raqqa, one strike destroyed a bunker.\n\nIraq\n\n* Near Kisik, one strike destroyed a tunnel."
    )
    assert places(tell(text)) == ["Near Kisik", "Near Raqqa"]


def test_a_border_is_no_place_abroad(tell):
    assert len(tell("Guards killed a smuggler on the border with Iran on Monday.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He mourned the bombing of a hotel in Algiers on 4 May, and named a hall after the Canal Hotel.",
        "A bomb killed two in Beirut on Monday, and a minute of silence was kept in Mosul.",
    ],
)
def test_the_place_abroad_that_follows_an_event_first_is_its_place(tell, text):
    assert tell(text) == []


def test_an_envoy_of_a_place_abroad_is_attacked_where_the_text_says(tell):
    (incident,) = tell("Gunmen kidnapped the ambassador of Egypt in Mosul on Monday.")
    assert incident.place_name == "Mosul"
