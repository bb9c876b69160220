"""What only sums up other reports of its document is no incident beside them."""

from __future__ import annotations

import pytest


def places(incidents):
    return sorted(incident.place_name for incident in incidents)


def test_what_is_told_together_and_then_one_by_one_is_told_by_its_parts(tell):
    incidents = tell(
        "Two bombs exploded south of Baghdad on Monday. The first hit a depot in Hilla, killing three people. "
        "In Kut the blast wounded four drivers."
    )
    assert places(incidents) == ["Hilla", "Kut"]


def test_what_is_told_together_stays_where_its_parts_have_no_places_of_their_own(tell):
    (incident,) = tell(
        "Two bombs exploded in Hilla on Monday. The first killed three people, the second nobody."
    )
    assert incident.place_name == "Hilla"


RELEASE = """Camp Victory, Iraq

Task force keeps up its work

Iraqi police and soldiers {done} this week.

Police arrested two men near Hit on May 4.

A bomb hit a patrol in Rutba on May 5 and hurt nobody."""


def test_a_lead_that_sums_up_the_days_of_a_release_is_told_by_its_paragraphs(tell):
    incidents = tell(RELEASE.format(done="arrested suspects and repelled an attack in Anbar province"))
    assert [(i.layer, str(i.date_start)) for i in incidents] == [
        ("arrest", "2020-05-04"),
        ("attack", "2020-05-05"),
    ]


def test_a_lead_on_another_province_is_an_incident_of_its_own(tell):
    assert len(tell(RELEASE.format(done="arrested suspects in Wasit province"))) == 3


@pytest.mark.parametrize(
    "total",
    [
        "More than 400 caches have been found in Diyala since Operation Broad Sword was launched in January.",
        "Since the start of the year, police in Anbar have arrested more than 300 suspects.",
        "Some 1,200 people have been detained in Baquba since the curfew was lifted.",
        "Hundreds of rockets have hit the base at Balad since 2017.",
    ],
)
def test_a_count_of_what_was_done_since_long_ago_is_no_event(tell, total):
    assert tell(total) == []


@pytest.mark.parametrize(
    "news",
    [
        "At least 20 rockets have hit the base at Balad since Sunday.",
        "A bomb killed four in Balad on Monday; the number of wounded has since risen from 11 to 15.",
        "On Monday some 150 soldiers arrived in Balad, the first that people here have seen since the summer.",
    ],
)
def test_since_does_not_make_news_a_count(tell, news):
    (incident,) = tell(news)
    assert incident.governorate == "Salah al-Din"


STRIKES = """May 6, 2020
Release No. 20200506-02
FOR IMMEDIATE RELEASE

Strikes against ISIS go on

SOUTHWEST ASIA - On May 5, Coalition forces conducted four strikes in Syria and Iraq.

In Syria, Coalition forces conducted one strike against ISIS.
* Near Raqqah, one strike destroyed a truck.

In Iraq, Coalition forces conducted two strikes in support of the government.
* Near Hatra, one strike destroyed a bunker.
* Near Rawa, one strike destroyed a cave.

Additionally, one strike was conducted on May 3 in Iraq that was not reported:
* On May 3, near Tal Afar, one strike destroyed a tunnel."""


def test_the_day_that_a_release_of_strikes_opens_with_holds_for_all_its_lists(tell):
    told = {incident.toponym: (str(incident.date_start), incident.actor) for incident in tell(STRIKES)}
    assert told.keys() == {"Near Raqqah", "Near Hatra", "Near Rawa", "near Tal Afar"}
    assert {told[name][0] for name in ("Near Raqqah", "Near Hatra", "Near Rawa")} == {"2020-05-05"}
    assert told["near Tal Afar"][0] == "2020-05-03"
    assert told["Near Hatra"][1] == "Coalition"


@pytest.mark.parametrize(
    "background",
    [
        "More than 40 voters died on the day of an earlier poll, when bombers struck in several cities.",
        "Attacks on shopkeepers continued in the capital.",
        "We pay tribute to those who died at the Canal Hotel in 2003.",
        "The mission is concerned that an assault on Amerli could end in a massacre.",
    ],
)
def test_what_sums_up_many_places_or_recalls_the_dead_is_no_event(tell, background):
    assert tell(background) == []


def test_bombs_in_several_cities_on_one_day_are_news(tell):
    assert tell("Bombers struck in several cities on Monday and killed 40 people.") != []


def test_two_days_summed_up_before_their_arrests_are_told_by_these(tell):
    (incident,) = tell(
        "Soldiers detained suspects in Baghdad on May 3-4.\n\nTwo men were arrested in Bayaa on May 3."
    )
    assert incident.place_name == "Bayaa"


def test_other_attacks_that_a_wave_also_brought_have_places_of_their_own(tell):
    incidents = tell(
        "A bomb killed nine in Kut on Monday, in a wave of attacks that also left two dead in Mosul."
    )
    assert {i.place_name: i.fatalities_best for i in incidents} == {"Kut": 9, "Mosul": 2}
