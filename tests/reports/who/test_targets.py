"""Who or what was attacked."""

from __future__ import annotations

import pytest

from geoiraq.reports.who.actors import find_actors
from geoiraq.reports.who.targets import find_target


def target(text, agent=""):
    found = find_target(text, 0, len(text), find_actors(text, 0, len(text)), agent)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A suicide bomber attacked an army recruitment centre.", "Iraqi army"),
        ("Gunmen fired on a convoy of the Federal Police.", "Federal Police"),
        ("Gunmen attacked a checkpoint manned by tribal fighters.", "Tribal fighters"),
        ("Three bombs hit a British base.", "British forces"),
        ("A bomb exploded as a National Guard patrol was passing.", "Iraqi National Guard"),
        ("A bomb near a school killed two soldiers.", "Iraqi army"),
    ],
)
def test_a_force_is_its_posts_and_people(text, name):
    assert target(text) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen threw a grenade into a liquor store.", "liquor store"),
        (
            "Gunmen ambushed a convoy of the Ministry of Electricity on Monday.",
            "convoy of the Ministry of Electricity",
        ),
        ("Gunmen blew up the home of a Sunni cleric overnight.", "home of a Sunni cleric"),
        ("A bomb attached to the car of a judge went off near a market.", "car of a judge"),
        ("A bomb hidden in a cart exploded outside a bakery, killing two.", "bakery"),
        ("A parked car blew up at the gate of a power station.", "power station"),
        ("Rockets were fired at the Palestine Hotel.", "Palestine Hotel"),
        ("A bomb struck a bus carrying pilgrims.", "bus carrying pilgrims"),
        ("The office of a Kurdish party came under fire.", "office of a Kurdish party"),
        ("A bomb targeting a council member wounded a guard.", "Officials"),
        ("Gunmen stormed the village of Bashir.", "village of Bashir"),
        ("انفجرت عبوة ناسفة قرب سوق شعبي في المدائن.", "سوق شعبي"),
        ("استهدف تفجير سوقا شعبيا في المقدادية.", "سوقا شعبيا"),
        ("اغتال مسلحون، ليلة أمس، مختار القرية في جلولاء.", "مختار القرية"),
        ("استهدفت طائرة مسيرة مخزن عتاد في آمرلي.", "مخزن عتاد"),
    ],
)
def test_what_is_no_actor_is_told_as_written(text, words):
    assert target(text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb exploded among pilgrims.", "Civilians (pilgrims)"),
        ("A mine killed a farmer.", "Civilians (farmers)"),
        ("Two journalists were shot dead.", "Civilians (journalists)"),
        ("A bomb by the road killed three civilians.", "Civilians"),
    ],
)
def test_kinds_of_civilians_are_civilians(text, name):
    assert target(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed five people in Mosul on Monday.",
        "Five people were killed when a car bomb went off on a road in Hit.",
        "A truck packed with explosives blew up in the Karrada district.",
        "The wounded were taken to hospital.",
    ],
)
def test_the_scene_the_weapon_and_the_nameless_are_none(text):
    assert target(text) == ""


def test_who_did_it_is_not_whom_it_was_done_to():
    assert target("Two soldiers shot dead a shopkeeper.", agent="Iraqi army") == "Civilians (traders)"


def test_hostile_words_stay_words():
    assert target("Gunmen attacked a =HYPERLINK(1) shop.") in ("", "shop")
    assert "<" not in target("Gunmen attacked a <script>alert(1)</script> shop.")
