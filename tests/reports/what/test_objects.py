"""What a verb is done to decides what it tells: posts are left, protests broken up, forces carried somewhere."""

from __future__ import annotations

import pytest


def told(incidents):
    return [(i.layer, i.place_name) for i in incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brigade quit its last outpost near Rawa on Monday.", [("withdrawal", "near Rawa")]),
        ("Soldiers evacuated three hilltop positions near Rawa on Monday.", [("withdrawal", "near Rawa")]),
        ("Displaced families left the camp near Khazir on Monday.", []),
        ("Police scattered a gathering of nurses in Hilla on Sunday.", [("attack", "Hilla")]),
        ("A rally in Hilla was broken up by police on Sunday.", [("attack", "Hilla")]),
        ("The demonstrators in Hilla dispersed peacefully on Sunday.", []),
        ("The municipality cleared rubble in Hilla on Sunday.", []),
        ("Some 200 commandos were airlifted to Sinjar on Sunday.", [("deployment", "Sinjar")]),
        ("Commandos were carried by helicopter into Haftanin on Sunday.", [("deployment", "Haftanin")]),
        ("The base at Balad was taken by American forces in April 2003.", [("attack", "Balad")]),
        ("An air defence battery was set up near Kirkuk on Sunday.", [("deployment", "near Kirkuk")]),
        ("A committee was set up in Kirkuk on Sunday by the army.", []),
        ("Peshmerga completed their takeover of Zumar on Sunday.", [("attack", "Zummar")]),
        ("Tribesmen drove them out of Hit on Sunday.", [("attack", "Hit")]),
        ("The last trucks drove out through the gate of Camp Taji on Sunday.", []),
        (
            "A vet was taken from a minibus near Balad on Sunday by men in uniform.",
            [("attack", "near Balad")],
        ),
        ("A patient was taken from a clinic in Balad to Samarra on Sunday.", []),
        ("A lawyer who defends detained protesters was shot in Hilla on Sunday.", [("attack", "Hilla")]),
        ("A further bombing in Hilla on Sunday killed two.", [("attack", "Hilla")]),
        ("The ministry handed the envoy a note of protest in Baghdad on Sunday.", []),
        ("The advisers quit Camp Taji on Sunday and returned to Kuwait City.", [("withdrawal", "Camp Taji")]),
    ],
)
def test_an_object_tells_what_was_done(tell, text, expected):
    assert told(tell(text)) == expected


def test_a_protest_that_is_fired_on_is_no_protest_beside_the_violence(tell):
    found = tell("In Najaf, gunmen attacked the sit-in at Sadrayn Square on Sunday.")
    assert told(found) == [("attack", "Sadrayn Square")]


def test_fighting_that_only_says_why_a_force_left_is_no_event_of_its_own(tell):
    assert told(tell("The unit withdrew from Rawa on Sunday after days of shelling.")) == [
        ("withdrawal", "Rawa")
    ]
    assert len(tell("The unit withdrew from Rawa on Sunday after clashes in which nine died.")) == 2


def test_a_base_whose_turn_it_was_is_handed_over_too(tell):
    found = tell("Camp Taji was handed over on Sunday. On Monday it was the turn of Camp Ramadi.")
    assert told(found) == [("withdrawal", "Camp Taji"), ("withdrawal", "Camp Ramadi")]
    assert tell("On Monday it was the turn of Camp Ramadi.") == []


def test_a_base_that_is_handed_over_needs_no_word_but_its_name(tell):
    (told,) = tell("The coalition handed over K-1, in Kirkuk, to the Iraqi army on 29 March 2020.")
    assert (told.layer, told.place_name) == ("withdrawal", "K-1 Air Base")
