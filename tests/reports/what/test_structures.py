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
