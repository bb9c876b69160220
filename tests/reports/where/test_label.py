"""Where an event is of a report that opens with its place: "IRAQ (Ramadi). Gunmen shot a judge."."""

from __future__ import annotations

import pytest


def places(incidents):
    return [i.place_name for i in incidents]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Ramadi", "Gunmen kidnapped a brother of the governor of Anbar province."),
        ("Ramadi", "A bomb destroyed a bridge in Anbar province and hurt two guards."),
        ("Baiji", "A car bomb hit the convoy of the director of the North Oil Company and killed a guard."),
    ],
)
def test_the_label_is_where_it_was_rather_than_the_region_or_somebodys_office(tell, label, told):
    assert places(tell(f"IRAQ ({label}). {told}")) == [label]


def test_a_quarter_that_the_report_names_says_more_than_its_label(tell):
    assert places(tell("IRAQ (Baghdad). A bomb in the Karrada district killed two people.")) == ["Karrada"]


def test_another_country_is_no_region_around_the_label(tell):
    told = "IRAQ (Basra). Gunmen shot a colonel dead. Years before he led several raids from a camp in Iran."
    assert places(tell(told)) == ["Basra"]


@pytest.mark.parametrize(
    "way",
    [
        "a pipeline carrying crude to the Baiji refinery",
        "a lorry transporting cement to Tikrit",
        "soldiers escorting fuel lorries to Baiji",
    ],
)
def test_where_something_is_taken_is_not_where_it_was_hit(tell, way):
    assert places(tell(f"IRAQ (Kirkuk). A bomb went off beside {way}. Two men were hurt.")) == ["Kirkuk"]


def test_the_units_that_a_place_lies_in_are_no_list_around_it(tell):
    assert places(tell("A bomb killed a guard near Jalawla, Khanaqin district, Diyala.")) == ["near Jalawla"]
