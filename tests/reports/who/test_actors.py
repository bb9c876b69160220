"""Who is named: the table of actors, and its names in a text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.reports.who.actors import find_actors, is_kin, kind_of, on_the_day
from geoiraq.vocabulary import read_words

TABLE = read_words("geoiraq.reports", "actors")
NAMES = {row["name"] for row in TABLE["actor"]}


def named(text):
    return [mention.actor.name for mention in find_actors(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ISIL, Daesh and the Islamic State group", ["ISIS", "ISIS", "ISIS"]),
        ("the Islamic State of Iraq", ["Islamic State of Iraq"]),
        ("al-Qa`ida in Iraq", ["al-Qaeda in Iraq"]),
        ("Jaish al-Mahdi and the Promised Day Brigade", ["Mahdi Army", "Promised Day Brigade"]),
        ("a statement of Ashab al-Kahf", ["Ashab al-Kahf"]),
        ("the PMF's 30th Brigade", ["Shabak militia"]),
        ("اللواء 45 في الحشد الشعبي", ["Kataib Hezbollah"]),
        ("Polish soldiers and Ukrainian troops", ["Polish forces", "Ukrainian forces"]),
        ("a Polish engineer", []),
        ("Iranian pilgrims", ["Civilians (pilgrims)"]),
        ("two Iraqi policemen", ["Iraqi police"]),
        ("American combat troops", ["US forces"]),
        ("militants of the Islamic State", ["ISIS"]),
        ("gunmen loyal to the Mahdi Army", ["Mahdi Army"]),
        ("a cell belonging to Ansar al-Sunna", ["Ansar al-Sunna"]),
        ("مسلحون من تنظيم داعش", ["ISIS"]),
        ("what is done", []),
    ],
)
def test_names_of_the_table(text, names):
    assert named(text) == names


def test_iran_backed_militias_are_not_iran():
    assert named("pro-Iranian rockets; Iran-backed militias") == ["Iran-backed militias"]


def test_two_forces_in_one_sentence_are_two():
    assert named("ISIS attacked police and soldiers") == ["ISIS", "Iraqi police", "Iraqi army"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A group calling itself the Brigades of the Lions said so.", "Brigades of the Lions"),
        ("An unknown faction known as Sword of Truth said so.", "Sword of Truth"),
        ("A group called Tha'r al-Muhandis Brigade said so.", "Thar al-Muhandis"),
    ],
)
def test_a_group_that_names_itself_keeps_its_name(text, name):
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("name", "day", "then"),
    [
        ("ISIS", date(2014, 6, 10), "ISIS"),
        ("ISIS", date(2010, 6, 10), "Islamic State of Iraq"),
        ("ISIS", date(2005, 6, 10), "al-Qaeda in Iraq"),
        ("al-Qaeda in Iraq", date(2004, 2, 10), "Jama'at al-Tawhid wal-Jihad"),
        ("Saraya al-Salam", date(2007, 6, 10), "Mahdi Army"),
        ("ISIS", None, "ISIS"),
        ("somebody", date(2010, 6, 10), "somebody"),
    ],
)
def test_an_actor_bears_the_name_of_the_day(name, day, then):
    assert on_the_day(name, day) == then


def test_an_incident_of_before_its_time_is_its_predecessors(tell):
    (incident,) = tell("IS militants killed a judge in Mosul on 3 August 2009.", published="2016-01-01")
    assert incident.actor == "Islamic State of Iraq"


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("Federal Police", "Iraqi security forces", True),
        ("US forces", "Coalition", True),
        ("ISIS", "al-Qaeda in Iraq", True),
        ("US forces", "British forces", False),
        ("ISIS", "Iraqi police", False),
        ("", "ISIS", False),
    ],
)
def test_who_may_stand_for_whom(one, other, kin):
    assert is_kin(one, other) is is_kin(other, one) is kin


def test_every_parent_and_predecessor_is_in_the_table():
    rows = TABLE["actor"]
    assert {p for row in rows for p in row.get("parents", ())} <= NAMES
    assert {row["predecessor"] for row in rows if "predecessor" in row} <= NAMES


def test_a_name_is_one_actors():
    names = [n.casefold() for row in TABLE["actor"] for n in [*row.get("names", ()), *row.get("ar", ())]]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("row", TABLE["actor"], ids=lambda row: row["name"])
def test_a_row_is_found_by_its_own_name(row):
    assert row["name"] in named(f"So {row['name']} did it")
    assert kind_of(row["name"]) == row["kind"]


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(st.sampled_from([*sorted(NAMES), "of the", "loyal to", "and", "police", ",", "x"]), max_size=12)
)
def test_mentions_are_in_order_and_apart(words):
    text = " ".join(words)
    found = find_actors(text, 0, len(text))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
