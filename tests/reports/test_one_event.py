"""A short report of one event gives one incident, whatever else it says of it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "comment",
    [
        "This was one of four attacks around Baghdad that day.",
        "It was the third blast in Mosul since Sunday.",
        "The attack was part of a wave of bombings in Mosul and Kirkuk.",
        "It was the worst attack in Diyala this year.",
        "Three of the injured died on Tuesday.",
        "The driver is under arrest.",
        "Two hostages were freed near Balad in March.",
    ],
)
def test_what_a_report_says_of_its_event_is_no_second_one(tell, comment):
    (incident,) = tell(f"A car bomb killed three people in Baquba on Monday and wounded nine. {comment}")
    assert incident.place_name == "Baqubah"
    assert str(incident.date_start) == "2020-05-04"


@pytest.mark.parametrize("another", ["Another attack", "A second bomb attack", "An attack"])
def test_what_happened_elsewhere_is_another(tell, another):
    assert len(tell(f"A car bomb killed three in Baquba on Monday. {another} in Kirkuk killed two.")) == 2


@pytest.mark.parametrize(
    "died",
    [
        "two of whom died in hospital the day after",
        "two of whom died the next day",
        "one of whom later died of his wounds on Wednesday",
    ],
)
def test_who_dies_of_wounds_later_does_not_date_the_attack(tell, died):
    (incident,) = tell(f"A bomb in Baquba on Monday killed five and wounded nine men, {died}.")
    assert str(incident.date_start) == str(incident.date_end) == "2020-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "Militants attempted to blow up the gate of a gas plant in Taji on Monday.",
        "A suicide bomber tried to storm the bank in Taji on Monday but was shot dead by guards.",
    ],
)
def test_who_tries_to_attack_has_attacked(tell, text):
    (incident,) = tell(text)
    assert (incident.layer, incident.place_name) == ("attack", "Taji")
    assert incident.actor in ("Insurgents", "Suicide bomber")


@pytest.mark.parametrize(
    "text",
    [
        "Troops tried to withdraw from Tikrit on Monday.",
        "Police tried to arrest a preacher in Kut on Monday.",
        "A cell had planned to attack the shrine in Karbala on Monday.",
    ],
)
def test_what_else_was_only_tried_or_planned_did_not_happen(tell, text):
    assert not tell(text)


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Two brothers were found strangled in Dora on Monday.", "attack"),
        ("A shell landed in the courtyard of a school in Kut on Monday.", "attack"),
        ("A bomb beneath a pipeline near Baiji ignited a large blaze on Monday.", "attack"),
        ("A bomb beneath a car in Kirkuk was spotted and removed on Monday.", "other"),
        ("Troops disarmed two rockets in Basra on Monday.", "other"),
        ("Police arrested a suspect of a bombing network in Basra on Monday.", "arrest"),
        ("British troops handed over Camp Abu Naji on Monday and drove out in a convoy.", "withdrawal"),
    ],
)
def test_each_is_one_incident_of_its_layer(tell, text, layer):
    (incident,) = tell(text)
    assert (incident.layer, str(incident.date_start)) == (layer, "2020-05-04")


def test_a_bomb_tells_nothing_until_it_goes_off(tell):
    (incident,) = tell("05/04/2020: A sticky bomb attached to the car of an officer exploded in Tal Afar.")
    assert incident.sub_event_type == "Remote explosive/landmine/IED"


def test_the_middle_of_a_town_is_where_it_lies(tell):
    (incident,) = tell("Gunmen killed a guard in central Diwaniya, 180 km south of the capital, on Monday.")
    assert incident.toponym == "central Diwaniya"


def test_a_quarter_of_the_side_of_a_city_is_the_finer_place(tell):
    (incident,) = tell("A bomb killed a guard in the Nahrawan area of southeast Baghdad on Monday.")
    assert incident.place_name == "Nahrawan"


def test_where_its_shop_lies_is_where_somebody_was_shot(tell):
    (incident,) = tell(
        "A teacher was shot in his shop on Monday. The shop is in Dora, in the south of Baghdad."
    )
    assert incident.place_name == "Dora"


@pytest.mark.parametrize("aside", ["The minister was in Dora.", "His family is in Dora."])
def test_where_others_are_is_not(tell, aside):
    (incident,) = tell(f"A teacher was shot in his shop on Monday. {aside}")
    assert incident.place_name == ""


@pytest.mark.parametrize("day", ["The date was 4 May 2020.", "On 4 May 2020.", "05/04/2020.", "4 May 2020"])
def test_a_sentence_that_is_only_a_date_dates_what_was_told(tell, day):
    (incident,) = tell(f"Gunmen shot a guard in Hilla. {day}", "2020-05-20")
    assert str(incident.date_start) == "2020-05-04"


def test_a_square_is_of_the_city_that_the_text_names(tell):
    (incident,) = tell("Police shot at protesters in al-Nasr Square, Nasiriyah, on Monday.")
    assert incident.place_name == "Nasiriyah"


def test_whoever_is_told_as_killed_did_not_burn_the_station(tell):
    (incident,) = tell("Gunmen attacked a police station in Kut. Eleven policemen killed, station burned.")
    assert incident.actor == "Unidentified gunmen"


@pytest.mark.parametrize(
    "arrest",
    ["The gunman was arrested.", "Police said they had arrested a suspect.", "Two men were detained."],
)
def test_who_is_caught_for_an_attack_is_part_of_it(tell, arrest):
    assert [i.layer for i in tell(f"A guard was shot dead in Hilla on Monday. {arrest}")] == ["attack"]


@pytest.mark.parametrize(
    "arrest", ["Police arrested a suspect in Basra.", "Two men were detained on Tuesday."]
)
def test_who_is_caught_elsewhere_or_later_is_not(tell, arrest):
    assert len(tell(f"A guard was shot dead in Hilla on Monday. {arrest}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A candidate was killed by masked men in Kut on Monday, a month before the polls.",
        "Men believed to be of the Mahdi Army blew up a shrine in Kut on Monday.",
        "A bomb in a ditch at Kut was triggered on Monday as a convoy passed.",
        "05/04/2020: Car bomb on a street in Kut, killing three and wounding twelve.",
        "A worker of the Ministry of Trade was shot in Kut on Monday.",
    ],
)
def test_these_are_told_as_they_stand(tell, text):
    (incident,) = tell(text)
    assert (incident.layer, incident.place_name, str(incident.date_start)) == ("attack", "Kut", "2020-05-04")


def test_a_count_of_a_month_is_none(tell):
    assert not tell("At least 300 civilians were killed in Baghdad that month.")


def test_a_body_found_later_that_raises_a_toll_is_of_the_event_told_before(tell):
    (found,) = tell(
        "A gun battle in Kahla on Sunday left four dead. On Monday a man was found dead in a field, taking the toll"
        " to five."
    )
    assert found.fatalities_best == 5
    assert len(tell("A bomb killed four in Hilla on Sunday. On Monday a man was found dead in Kut.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2020 – Market bombing. A bomb left beside a stall in Kut killed six.",
        "4 May 2020: Mosque attack. Gunmen attacked a mosque in Kut and killed six.",
        "4 May 2020 - Market bombing. A bomb hidden beneath a stall in Kut kills six.",
    ],
)
def test_what_entitles_an_entry_tells_no_event_of_its_own(tell, text):
    (incident,) = tell(text)
    assert (incident.place_name, incident.fatalities_best, str(incident.date_start)) == (
        "Kut",
        6,
        "2020-05-04",
    )


def test_a_few_words_before_a_bare_toll_tell_the_event(tell):
    assert [i.fatalities_best for i in tell("4 May 2020: Suicide bombing. Kut. 7 killed.")] == [7]


def test_what_was_done_to_the_attacker_is_of_his_attack(tell):
    (incident,) = tell(
        "A man stabbed a guard to death in Hit on Monday. The attacker was shot dead by a third guard."
    )
    assert incident.fatalities_best == 2
