"""What the next sentence says of an event, and what it says of another one."""

from __future__ import annotations

import pytest


def told(incidents):
    return sorted((i.sub_event_type, i.place_name, str(i.date_start)) for i in incidents)


@pytest.mark.parametrize(
    "said", ["The attack, on Monday,", "This attack came on Monday and", "The attack on Monday"]
)
def test_the_day_beside_its_name_dates_what_was_told_without_one(tell, said):
    text = f"A mine killed two boys on Tuesday in Kut.\n\nIn Hilla, gunmen shot a baker. {said} was the third there."
    assert ("Attack", "Hilla", "2020-05-04") in told(tell(text))


def test_who_takes_people_after_a_shelling_does_another_deed(tell):
    text = (
        "On Monday mortar shells hit houses in Khalis, a town north of Baquba. "
        "Gunmen later kidnapped four men outside the town."
    )
    assert told(tell(text)) == [
        ("Abduction/forced disappearance", "Khalis", "2020-05-04"),
        ("Shelling/artillery/missile attack", "Khalis", "2020-05-04"),
    ]


def test_who_takes_people_where_he_attacked_does_one(tell):
    assert len(tell("Gunmen stormed a bank in Kut on Monday. They kidnapped four clerks.")) == 1


def test_hours_after_is_of_the_day_that_its_sentence_names(tell):
    text = (
        "On 2 May a bomb went off in Kut. "
        "On 30 April jets had bombed Hilla, hours after a drone hit a depot in Amara."
    )
    assert ("Air/drone strike", "Amarah", "2020-04-30") in told(tell(text))


def test_a_newspaper_that_is_called_today_is_no_day(tell):
    (incident,) = tell("A clerk told Basra Today that a bomb had killed a baker in Hit.")
    assert incident.date_start is None


def test_the_second_line_of_a_headline_tells_nothing(tell):
    text = (
        "Bomb hits a bus in Kut\nShopkeepers protest wall in Amara; guard dies\n\n"
        "A bomb hit a bus in Kut on Monday. It went on.\n"
    )
    assert [i.place_name for i in tell(text)] == ["Kut"]


def test_the_next_sentence_places_what_was_told_of_the_country(tell):
    text = "American jets struck a militia in Iraq on Tuesday.\n\nThe strike hit a depot in Hit. Two men were killed."
    (incident,) = tell(text)
    assert (incident.place_name, incident.actor, incident.fatalities_best) == ("Hit", "US forces", 2)


def test_a_toll_of_the_country_is_not_that_of_one_place(tell):
    (incident,) = tell("Bombs killed 40 people across Iraq on Tuesday. The worst blast hit Kut.")[:1]
    assert (incident.place_name, incident.fatalities_best) != ("Kut", 40)
