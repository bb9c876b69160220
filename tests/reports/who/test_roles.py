"""Who did what to whom."""

from __future__ import annotations

import time

import pytest

from geoiraq.reports.what.events import find_triggers
from geoiraq.reports.who.actors import find_actors
from geoiraq.reports.who.roles import roles


def who(text):
    trigger = find_triggers(text, 0, len(text))[0]
    found = roles(text, trigger, find_actors(text, 0, len(text)), 0, len(text))
    return found.actor, found.target


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("ISIS attacked a police patrol.", "ISIS", "Iraqi police"),
        ("A police patrol was attacked by ISIS.", "ISIS", "Iraqi police"),
        ("Two Peshmerga were wounded by Iranian shelling.", "Iranian forces", "Peshmerga"),
        ("Turkish jets bombed the mountain villages.", "Turkish forces", "mountain villages"),
        ("Gunmen in a white car shot dead a judge.", "Unidentified gunmen", "Judges"),
        ("U.S. forces killed two insurgents.", "US forces", "Insurgents"),
        ("A force of the Federal Police arrested three men.", "Federal Police", "men"),
        ("Rutba was retaken by army units.", "Iraqi army", ""),
        ("Clashes erupted between soldiers and militiamen of the Mahdi Army.", "Mahdi Army", "Iraqi army"),
    ],
)
def test_subject_and_object(text, actor, target):
    assert who(text) == (actor, target)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The withdrawal of coalition forces from the base ended.", "Coalition", ""),
        ("American combat troops left the base.", "US forces", ""),
        ("The soldiers of the Danish contingent withdrew from Basra.", "Danish forces", ""),
        ("انسحبت قوات التحالف من القاعدة.", "Coalition", ""),
        ("انسحبت القوات الأمريكية من معسكر دلتا وسلمته إلى الجيش العراقي.", "US forces", "Iraqi army"),
    ],
)
def test_who_left(text, actor, target):
    assert who(text) == (actor, target)


@pytest.mark.parametrize(
    "text",
    [
        "Three policemen were killed.",
        "A bomb went off near a police station.",
        "A roadside bomb struck a US convoy.",
        "Four people were killed in the blast, police said.",
        "According to the army, a bomb killed two shoppers.",
        "A source in the police said a bomb killed two shoppers.",
        "Two soldiers died when a mine exploded.",
    ],
)
def test_neither_victims_nor_speakers_did_it(text):
    assert who(text)[0] == ""


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Police arrested five men.", "Iraqi police"),
        ("Gunmen dressed as police kidnapped a trader.", "Unidentified gunmen"),
        ("Gunmen in army uniforms kidnapped a trader.", "Unidentified gunmen"),
        ("A civilian was killed when US soldiers opened fire on a car.", "US forces"),
        ("هاجم مسلحون من تنظيم داعش نقطة تفتيش للشرطة.", "ISIS"),
        ("أصيب جندي بهجوم لتنظيم داعش على نقطة أمنية.", "ISIS"),
        ("قتل أربعة إرهابيين بضربة جوية لطيران التحالف الدولي.", "Coalition"),
        ("ألقت قوة من جهاز مكافحة الإرهاب القبض على مطلوبين.", "Counter-Terrorism Service"),
    ],
)
def test_who_did_it(text, actor):
    assert who(text)[0] == actor


def test_a_pronoun_is_who_did_what_was_told_before(tell):
    first, second = tell("ISIS killed a judge in Mosul on Monday. On Tuesday it attacked a post in Tikrit.")
    assert (first.actor, second.actor) == ("ISIS", "ISIS")


def test_bodies_of_whom_nothing_is_said_are_unidentified(tell):
    (incident,) = tell("Police found five bodies in Baquba on Monday, all of them shot.")
    assert incident.target == "Unidentified persons"


@pytest.mark.parametrize("phrase", ["police killed by ", "as a patrol of the ", "was attacked, a ", "al-Al "])
def test_time_grows_with_the_text_alone(phrase):
    def spent(times):
        text = "ISIS attacked " + phrase * times
        begun = time.process_time()
        who(text)
        return time.process_time() - begun

    spent(50)
    assert min(spent(4000) for _ in range(3)) < 4 * 4 * max(0.01, min(spent(1000) for _ in range(3)))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Eleven policemen killed, a station burned.", ""),
        ("A suicide bomber wounded four when he detonated his vest.", "Suicide bomber"),
        ("A suicide bomber tried to enter but was shot dead by guards.", "Suicide bomber"),
        ("Soldiers and insurgents fought for an hour.", "Insurgents"),
        ("Arsonists burned a church.", "Unidentified gunmen"),
        ("Militants loyal to Abu Musab al-Zarqawi beheaded a driver.", "al-Qaeda in Iraq"),
    ],
)
def test_who_did_it_is_told_in_many_ways(text, actor):
    assert who(text)[0] == actor


def test_who_acts_in_the_next_sentence_did_it(tell):
    (incident,) = tell("Six tailors were shot dead in Kut on Monday. The gunmen fled on foot.")
    assert incident.actor == "Unidentified gunmen"
    (incident,) = tell("A bomb killed six tailors in Kut on Monday. Police fled on foot.")
    assert incident.actor == ""


def test_who_receives_a_report_of_a_killing_did_not_do_it(tell):
    (incident,) = tell(
        "UNAMI received reports that on Monday members of ISIS executed 11 policemen in Hawija."
    )
    assert incident.actor == "ISIS"
