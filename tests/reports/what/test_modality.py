"""What is planned, denied, feared, supposed or told in general is not told as a fact."""

from __future__ import annotations

import pytest

from geoiraq.reports.what.events import find_triggers
from geoiraq.reports.what.modality import told_as_fact
from geoiraq.reports.when.dates import find_dates


def facts(text, historic=False):
    triggers = find_triggers(text, 0, len(text), find_dates(text))
    assert triggers, "no event word: the test would pass for the wrong reason"
    return [text[t.start : t.end] for t in told_as_fact(text, triggers, 0, len(text), historic=historic)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a post near Hit.",
        "The brigade decided to withdraw from the base.",
        "The brigade began to leave the base.",
        "Police in May arrested four men.",
        "The rockets that fell on the base were old.",
        "The group denied firing the rockets that hit the base.",
        "He did not speak of it, but gunmen killed his brother.",
    ],
)
def test_facts(text):
    assert facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army will withdraw its troops from the base.",
        "The coalition plans to hand over the base at Taji.",
        "Residents fear an attack on the village.",
        "She dreamed that a shell fell on her school.",
        "Mock mortars were fired on the parade ground.",
        "Clashes are expected near Hit.",
        "The ministry denied that aircraft had bombed the town.",
        "The command denies reports that the depot was bombed.",
        "No attack was reported in Basra.",
        "The army has never bombed the town.",
        "Had the bomb exploded in the market, hundreds would have been killed.",
        "If militants attacked the dam, the valley would flood.",
        "Reports that troops had withdrawn from the base were false.",
        "Rumours that a bomb had exploded turned out to be untrue.",
        "Others expect a raid on the camp.",
        "Were the rockets fired from the orchards?",
        "It ambushes patrols in the hills.",
        "Militants regularly attack checkpoints.",
        "The killing of civilians is a crime.",
        "In the film a bomb exploded under a bridge.",
        "The exercise simulated an attack on the airport.",
        "The brigade lost its counter-attack squad leader.",
        "He is accused of bombing a shrine.",
        "Soldiers are bracing for a suicide attack.",
        "“I heard a huge explosion and ran,” said a shopkeeper.",
        "نفى مصدر أمني سقوط صواريخ على القاعدة.",
        "من المتوقع انسحاب القوات من القاعدة.",
    ],
)
def test_no_facts(text):
    assert facts(text) == []


def test_a_denial_ends_where_the_sentence_turns():
    assert facts("The army denied that it had bombed the town; gunmen attacked it, it said.") == ["attacked"]


@pytest.mark.parametrize(
    "text", ["Turkish jets bomb the mountain.", "Gunmen kill a mayor.", "The base is handed over."]
)
def test_present_forms_are_facts_only_where_they_tell_history(text):
    assert facts(text) == []
    assert facts(text, historic=True)


@pytest.mark.parametrize(
    "text",
    [
        "يستعد الجيش لاقتحام القرية.",
        "هدد المسلحون بقصف القاعدة.",
        "دعا الأهالي إلى تظاهرة أمام المبنى.",
        "في حال وقوع هجوم على القاعدة سيأتي الرد.",
        "رفض النائب انسحاب القوات من القاعدة.",
        "نفى الناطق وقوع انفجار في السوق.",
        "تشهد البلدة بين الحين والآخر انفجارات.",
        "كان من المقرر انسحاب القوات من القاعدة لكن الانسحاب تأجل.",
    ],
)
def test_arabic_plans_threats_conditions_and_habits_are_no_facts(text):
    assert facts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "هدد المسلحون الأهالي ثم قصفوا القرية.",
        "حذر النائب من الفوضى بعد انفجار في السوق.",
        "رفضت العشيرة الصلح عقب مقتل شيخها.",
    ],
)
def test_what_came_before_an_arabic_warning_or_after_a_threat_is_a_fact(text):
    assert facts(text)
