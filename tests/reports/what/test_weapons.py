"""Weapons that are no event by themselves: stores that are struck, and drones and rockets that are brought down."""

from __future__ import annotations

import pytest


def told(incidents):
    return [(i.layer, i.sub_event_type) for i in incidents]


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed an arms depot near Tikrit on Monday.",
        "On Monday a third strike hit a weapons store outside Tikrit.",
        "Warplanes destroyed an ammunition cache near Tikrit on Monday.",
    ],
)
def test_a_store_that_is_struck_is_no_find(tell, text):
    assert told(tell(text)) == [("attack", "Air/drone strike")]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers found a weapons cache near Tikrit on Monday.",
        "Troops destroyed an arms cache near Tikrit on Monday.",
    ],
)
def test_a_store_that_is_found_is_no_attack(tell, text):
    assert [layer for layer, _ in told(tell(text))] == ["other"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("A drone was brought down on Monday as it neared Harir base.", "Air/drone strike"),
        ("Guards downed two drones over Harir base on Monday.", "Air/drone strike"),
        ("Militants sent three drones against Harir base on Monday.", "Air/drone strike"),
        ("A missile was intercepted above Harir base on Monday.", "Shelling/artillery/missile attack"),
        ("Gunners brought down a helicopter near Harir base on Monday.", "Armed clash"),
    ],
)
def test_what_is_brought_down_on_its_way_was_an_attack(tell, text, how):
    assert told(tell(text)) == [("attack", how)]


@pytest.mark.parametrize(
    "text",
    [
        "A helicopter was brought down by bad weather near Taji on Monday.",
        "The statue in Kut was brought down on Monday.",
        "Police intercepted a truck of rockets near Kut on Monday, bound for the border.",
    ],
)
def test_what_comes_down_or_is_stopped_otherwise_was_none(tell, text):
    assert not [i for i in tell(text) if i.layer == "attack"]


def test_drones_that_are_sent_to_watch_attack_nobody(tell):
    assert not [i for i in tell("The army sent drones to Kut on Monday to watch.") if i.layer == "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Police found a bomb by a school in Kut on Monday and blew it up.",
        "On Monday police found a truck rigged with explosives in Kut and detonated it.",
        "A shell was found in a yard in Kut on Monday and was detonated by engineers.",
        "Engineers detonated a bomb that they had found in Kut on Monday.",
    ],
)
def test_what_was_found_and_blown_up_was_found(tell, text):
    assert [layer for layer, _ in told(tell(text))] == ["other"]


def test_another_that_went_off_was_an_attack(tell):
    text = "On Monday police found a bomb in Kut and a second bomb exploded, killing two."
    assert sorted(layer for layer, _ in told(tell(text))) == ["attack", "other"]
