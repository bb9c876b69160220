"""Of the places that a text names, those at which the event took place."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports


def places(incidents):
    return sorted(i.place_name for i in incidents)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BAGHDAD - Gunmen killed a guard in Ramadi on Monday.", "Ramadi"),
        ("Gunmen killed a guard in Ramadi on Monday, police in Fallujah said.", "Ramadi"),
        ("A policeman from Mosul was shot dead in Ramadi on Monday.", "Ramadi"),
        ("A rocket hit the K-1 base in Kirkuk on Monday.", "K-1 Air Base"),
        ("A mine killed two men in Ramadi, Anbar governorate, on Monday.", "Ramadi"),
        ("Mortars fell on Tikrit on Monday, the government in Baghdad said.", "Tikrit"),
        ("A mine killed two men in Wadi al-Shay, Daquq district, on Monday.", "Wadi al-Shay"),
        ("Jets bombed a farm near Deraluk, Amadiya district (Dohuk), on Monday.", "near Deralok"),
        ("A mine killed two men near Rutba, in Anbar governorate, on Monday.", "near Rutba"),
        ("A farmer was shot dead outside Buhriz, near Baquba, on Monday.", "outside Buhriz"),
        ("A mine hurt two pilgrims walking towards Karbala, near Latifiya, on Monday.", "near Latifiyah"),
        ("A mine hurt two pilgrims in Umm Qasr, near Basra, on Monday.", "Umm Qasr"),
        ("A mine derailed the Basra-Baghdad goods train at Samawa on Monday.", "Samawah"),
        ("A mine hurt two on the Mosul to Kirkuk bus near Makhmur on Monday.", "near Makhmur"),
        ("Gunmen threw a grenade at a house in Hawija district, Kirkuk, on Monday.", "Hawija District"),
        ("The mayor of Tal Afar said that a lorry bomb killed ten people on Monday.", "Tal Afar"),
        ("The last troops left Mosul for Kuwait on Monday.", "Mosul"),
        (
            "In Kirkuk, police arrested two men in Riyadh subdistrict on Monday.",
            "Riyadh subdistrict (Hawija)",
        ),
        ("In Kirkuk, 250 km north of Baghdad, guards shot a man on Monday.", "Kirkuk"),
        ("وفي كركوك، اعتقلت الشرطة رجلين في ناحية الرياض يوم الاثنين.", "Riyadh subdistrict (Hawija)"),
        ("Gunmen killed a man in Zaidan, a farming area south of Abu Ghraib, on Monday.", "Zaidan"),
        ("A bomb killed five porters in Jamila, a trading quarter of Sadr City, on Monday.", "Jamila"),
        ("Two battalions of the army were sent from Baghdad to Basra on Monday.", "Basra"),
    ],
)
def test_it_happened_where_it_happened(tell, text, place):
    assert places(tell(text)) == [place]


def test_an_event_at_several_places_is_one_incident_for_each(tell):
    assert places(tell("Students marched in Mosul, Ramadi and Tikrit on Monday.")) == [
        "Mosul",
        "Ramadi",
        "Tikrit",
    ]


def test_a_bearing_after_a_name_only_says_where_it_lies(tell):
    assert places(tell("Rockets hit Balad Air Base, 60 km north of Baghdad, on Monday.")) == [
        "Balad Air Base"
    ]


def test_two_bearings_side_by_side_are_of_one_place(tell):
    text = "A guard was shot dead in a village west of Karbala, 110 km southwest of Baghdad, on Monday."
    assert len(tell(text)) == 1


def test_a_quarter_only_says_where_a_square_lies(tell):
    (incident,) = tell(
        "A mine killed seven men in Firdos Square, in the Karrada section of Baghdad, on Monday."
    )
    assert incident.fatalities_best == 7


def test_a_bearing_by_itself_is_an_area(tell):
    (incident,) = tell("A convoy was attacked 30 km west of Ramadi on Monday.")
    assert (incident.basis, incident.where_precision) == ("relative", 2)


def test_the_base_is_the_one_named_before(tell):
    text = "Camp Taji was quiet on Sunday, a visitor said.\n\nOn Monday rockets hit the base and killed a soldier."
    (incident,) = tell(text)
    assert incident.place_name == "Camp Taji"


def test_a_heading_places_what_stands_under_it(tell):
    (incident,) = tell("The week\n\nDiyala\n- A sniper killed a policeman on Monday.\n")
    assert incident.place_name == "Diyala Governorate"


def test_a_place_is_never_made_up(tell):
    (incident,) = tell("Gunmen killed two engineers on Monday.")
    assert (incident.basis, incident.geometry, incident.place_id) == ("unknown", None, "")


def test_what_happened_abroad_is_no_incident_here(tell):
    assert tell("A bomb killed six people in Istanbul on Monday.") == []


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("US forces withdrew from the K-1 base to Ayn al-Asad on 29 March 2020.", "Ayn al-Asad"),
        ("On Thursday British troops left Basra for Umm Qasr.", "Umm Qasr"),
        ("On Thursday British troops pulled out of Basra.", ""),
    ],
)
def test_a_withdrawal_tells_where_the_force_went_if_the_text_does(text, destination):
    (report,) = read_reports(Document("d", text, date(2020, 4, 2)))
    assert report.layer == "withdrawal"
    assert report.destination == destination


@pytest.mark.parametrize(
    ("named", "place"),
    [("Ain al-Asad", "Ain al-Asad Air Base"), ("Camp Taji", "Anbar Governorate")],
)
def test_the_base_in_a_province_is_the_one_named_before_if_it_lies_there(tell, named, place):
    assert places(tell(f"A good example is {named}. On Monday rockets were fired at the base in Anbar.")) == [
        place
    ]


def test_a_headline_that_says_near_what_names_no_town_of_its_own(tell):
    text = (
        "Bombs at a market north of Baghdad\n\nA bomb went off near the gate on Monday, killing nine people."
    )
    assert [i.place_name for i in tell(text)] == [""]


def test_where_the_road_leads_on_which_a_place_lies_is_not_where_it_happened(tell):
    (incident,) = tell("In Aziziyah, on the highway to Baghdad, a bomb killed two bakers on Monday.")
    assert incident.place_name == "Aziziyah"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen shot at a lorry on the Kirkuk-Tikrit highway near Rashad on Monday.", "near Rashad"),
        ("Gunmen shot at a lorry on the Baghdad-Mosul highway, 20 km north of Taji.", "20 km north of Taji"),
        ("Gunmen shot at a lorry north of Baghdad near Taji on Monday.", "near Taji"),
        ("Gunmen shot at a shepherd in the Hamrin mountains near Jalawla on Monday.", "near Jalawla"),
        (
            "Gunmen shot at a lorry between the villages of Bashir and Taza, Kirkuk.",
            "between Bashir and Taza",
        ),
        ("Gunmen shot at a lorry in Yusufiyah on the old highway, Baghdad, on Monday.", "Yusufiyah"),
        ("Gunmen shot at a post in Altun Kupri, on the Kirkuk-Erbil border, on Monday.", "Altun Kupri"),
    ],
)
def test_of_what_is_long_the_place_told_along_it_is_where_it_happened(tell, text, place):
    assert places(tell(text)) == [place]
