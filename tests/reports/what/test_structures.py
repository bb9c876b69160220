"""Bases given up, lines brought down, graves opened and bombs made safe, in the words of those who report them."""

from __future__ import annotations

from datetime import date

import pytest


def told(incidents):
    return [(i.layer, i.place_name) for i in incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Marines lowered their flag at Camp Fallujah on Sunday.", [("withdrawal", "Camp Fallujah")]),
        ("Camp Taji was signed over to the army on Sunday.", [("withdrawal", "Camp Taji")]),
        ("Forward Operating Base Danger closed on Sunday.", [("withdrawal", "FOB Danger")]),
        ("The brigade rolled out of Camp Taji on Sunday.", [("withdrawal", "Camp Taji")]),
        (
            "Soldiers handed the keys of the base in Tikrit over to the governor of Anbar on Sunday.",
            [("withdrawal", "Tikrit")],
        ),
        ("Police closed the road to the base at Balad on Sunday.", []),
        ("A handover of Camp Taji, scheduled for October, was discussed in Baghdad on Sunday.", []),
        ("Saboteurs felled two pylons near Baiji on Sunday.", [("attack", "near Baiji")]),
        ("A pipeline near Hawija was severed with charges on Sunday.", [("attack", "near Hawija")]),
        ("A grave of some forty people was opened near Hardan on Sunday.", [("other", "near Hardan")]),
        (
            "Sappers set off a lorry packed with explosives in a controlled explosion in Hilla on Sunday.",
            [("other", "Hilla")],
        ),
        ("Shepherds reported the discovery of a grave near Hardan on Sunday.", [("other", "near Hardan")]),
        ("The army pulled its soldiers out of the post in Tikrit on Sunday.", [("withdrawal", "Tikrit")]),
        (
            "Gunmen pulled four soldiers out of a taxi near Hawija on Sunday and shot them.",
            [("attack", "near Hawija")],
        ),
        ("أبطل الجهد الهندسي سيارة مفخخة في سامراء الأحد.", [("other", "Samarra")]),
        ("The bodies of nine men were picked up in Kirkuk on Sunday.", [("attack", "Kirkuk")]),
        ("Two pylons near Baiji were brought down by a storm on Sunday.", []),
        ("Flags were lowered to half-mast in Baghdad on Sunday.", []),
        ("The group has regained strength in Diyala this year.", []),
    ],
)
def test_it_is_told_in_its_own_words(tell, text, expected):
    assert told(tell(text)) == expected


def test_a_second_base_that_went_is_one_more_with_its_day(tell):
    found = tell("Camp Ramadi was handed over on Sunday, and Camp Taji went on Monday.")
    assert sorted((i.place_name, i.date_start) for i in found) == [
        ("Camp Ramadi", date(2020, 5, 3)),
        ("Camp Taji", date(2020, 5, 4)),
    ]


def test_people_let_go_on_a_day_recapture_no_place(tell):
    assert [
        i.layer for i in tell("Police arrested nine men in Ranya on Sunday. All were freed the next day.")
    ] == ["arrest"]


def test_what_bomb_makers_make_did_not_go_off(tell):
    entries = (
        "# Round-up, 5 May 2020\n\n- Tal Afar: Six suspected bomb makers were rounded up.\n- Kut: Nothing.\n"
    )
    assert [i.layer for i in tell(entries)] == ["arrest"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Camp Taji was turned over on 1 May and Camp Fallujah on 3 May.",
            {"Camp Taji": date(2020, 5, 1), "Camp Fallujah": date(2020, 5, 3)},
        ),
        (
            "The base at al-Qaim was handed over on 1 May. Qayyarah airfield, south of Mosul, followed on 2 May, and "
            "K-1 on 3 May.",
            {
                "Al-Qaim": date(2020, 5, 1),
                "Qayyarah Airfield West": date(2020, 5, 2),
                "K-1 Air Base": date(2020, 5, 3),
            },
        ),
        (
            "Mosul fell on 1 May, and Tikrit on 3 May.",
            {"Mosul": date(2020, 5, 1), "Tikrit": date(2020, 5, 3)},
        ),
    ],
)
def test_a_verb_that_is_told_once_holds_for_each_place_and_its_day(tell, text, days):
    assert {i.place_name: i.date_start for i in tell(text)} == days


def test_of_a_base_only_a_force_is_said_to_leave_it(tell):
    assert told(tell("On Sunday it left Al-Taqaddum.")) == [("withdrawal", "Al Taqaddum Air Base")]
    assert tell("On Sunday it left Ramadi.") == []
    assert tell("On Sunday the delegation left Al-Taqaddum.") == []


def test_what_followed_nothing_of_the_kind_is_no_handover(tell):
    assert told(
        tell("Gunmen shot a judge in Kirkuk on Sunday. A visit to Camp Taji followed on Monday.")
    ) == [("attack", "Kirkuk")]


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Soldiers captured three suspected al-Qaeda members near Hit on Monday.", "arrest"),
        ("Gunmen captured two soldiers near Hit on Monday.", "attack"),
        ("Fighters captured the town of Hit on Monday.", "attack"),
    ],
)
def test_who_is_captured_tells_an_arrest_from_an_attack(tell, text, layer):
    (incident,) = tell(text)
    assert incident.layer == layer


def test_what_somebody_is_believed_to_be_responsible_for_is_not_told(tell):
    (incident,) = tell(
        "Soldiers arrested two men in Taji on Monday believed to be responsible for kidnapping and murder."
    )
    assert incident.layer == "arrest"


def test_who_is_engaged_with_small_arms_is_attacked(tell):
    (incident,) = tell("Gunmen engaged a patrol with small-arms fire outside Tarmiyah on Monday.")
    assert (incident.layer, incident.actor) == ("attack", "Unidentified gunmen")
