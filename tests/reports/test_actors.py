"""Who did it, to whom, and on whose word."""

from __future__ import annotations

import pytest

from geoiraq.reports.actors import attribution, find_actors, roles
from geoiraq.reports.events import find_triggers


def who(text):
    trigger = find_triggers(text, 0, len(text))[0]
    found = roles(text, trigger, find_actors(text, 0, len(text)), 0, len(text))
    return found.actor, found.target


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("ISIS attacked a police patrol.", "ISIS", "Iraqi police"),
        ("A police patrol was attacked by ISIS.", "ISIS", "Iraqi police"),
        ("Two Peshmerga were wounded by Iranian shelling.", "Iran", "Peshmerga"),
        ("The withdrawal of coalition forces from the base ended.", "Coalition", ""),
        ("American combat troops left the base.", "US", ""),
        ("Turkish jets bombed the mountain.", "Turkey", ""),
        ("انسحبت قوات التحالف من القاعدة.", "Coalition", ""),
    ],
)
def test_who_did_what_to_whom(text, actor, target):
    assert who(text) == (actor, target)


def test_iran_backed_militias_are_not_iran():
    names = [a.actor.name for a in find_actors("pro-Iranian rockets; Iran-backed militias", 0, 41)]
    assert names == ["Iran-backed militias"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomb killed two.", "stated"),
        ("ISIS claimed responsibility.", "claimed by ISIS"),
        ("Washington blamed Kataib Hezbollah.", "blamed on Kataib Hezbollah"),
        ("No group claimed the attack.", "stated; unclaimed"),
        ("Kataib Hezbollah denied involvement.", "denied by Kataib Hezbollah"),
    ],
)
def test_on_whose_word(text, words):
    assert attribution(text, 0, len(text)) == words


def test_a_pronoun_is_who_did_what_was_told_before(tell):
    first, second = tell("ISIS killed a judge in Mosul on Monday. On Tuesday it attacked a post in Tikrit.")
    assert (first.actor, second.actor) == ("ISIS", "ISIS")


def test_a_claim_in_the_next_sentence_names_the_actor(tell):
    (incident,) = tell("A bomb killed two people in Mosul on Monday. ISIS claimed responsibility.")
    assert (incident.actor, incident.attribution) == ("ISIS", "claimed by ISIS")
