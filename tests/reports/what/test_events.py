"""The words that tell an event, and those that only look like it."""

from __future__ import annotations

import pytest

from geoiraq.places.recognition.recognise import find_places
from geoiraq.reports.what.events import find_triggers, with_means
from geoiraq.reports.when.dates import find_dates


def told(text):
    dates = find_dates(text)
    return [(text[t.start : t.end], t.kind.layer) for t in find_triggers(text, 0, len(text), dates)]


@pytest.mark.parametrize(
    ("text", "word", "layer"),
    [
        ("Gunmen ambushed a convoy near Hit.", "ambushed", "attack"),
        ("Three mortar bombs fell on the market.", "fell", "attack"),
        ("ISIS seized the town of Rutba.", "seized", "attack"),
        ("The army retook Baiji.", "retook", "attack"),
        ("A crowd torched the party's office.", "torched", "attack"),
        ("The last trainers left the base.", "left", "withdrawal"),
        ("The camp was handed over to the army.", "was handed over", "withdrawal"),
        ("Two battalions of the army were sent to Basra.", "were sent to", "deployment"),
        ("Students marched through Kut.", "marched", "protest"),
        ("Police detained a smuggler in Amara.", "detained", "arrest"),
        ("Soldiers unearthed a mass grave at Badush.", "unearthed", "other"),
        ("قصفت الطائرات التركية جبال قنديل.", "قصفت", "attack"),
        ("تظاهر العشرات في السماوة.", "تظاهر", "protest"),
        ("انسحبت القوات من القاعدة.", "انسحبت", "withdrawal"),
    ],
)
def test_an_event_is_told_by_its_word(text, word, layer):
    assert (word, layer) in told(text)


def test_a_month_is_no_protest():
    assert told("On 8 March the talks ended. In March nothing happened.") == []
    assert told("The march through Kut ended on 8 March.") == [("march", "protest")]


def test_a_town_called_hit_hits_nothing():
    text = "Two rockets fell on Hit."
    hit = find_places(text)
    assert [text[t.start : t.end] for t in find_triggers(text, 0, len(text), hit)] == ["rockets", "fell"]


def test_shells_fall_and_prices_fall():
    assert told("Oil prices fell on Monday.") == []
    assert ("fell", "attack") in told("Two shells fell on Monday.")


def test_what_most_of_them_were_stands_in_the_sentence_before():
    text = "The militia fired ten rockets. Most of them hit an empty hangar."
    start = text.index("Most")
    assert not find_triggers(text, start, len(text))
    assert [t.kind.id for t in find_triggers(text, start, len(text), before=0)] == ["fire"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Militants attack a post.", "bare"),
        ("Militants want to attack posts.", "bare"),
        ("The attack on a post failed.", "noun"),
        ("A second attack followed.", "noun"),
        ("It attacks patrols.", "bare"),
    ],
)
def test_attack_is_a_noun_or_a_verb(text, form):
    assert [t.form for t in find_triggers(text, 0, len(text)) if "attack" in text[t.start : t.end]] == [form]


def means(text):
    trigger = find_triggers(text, 0, len(text))[0]
    return with_means(trigger, text, 0, len(text)).kind.sub_event_type


def test_the_weapon_says_what_kind_of_attack_it_was():
    assert means("The checkpoint was attacked by a suicide bomber.") == "Suicide bomb"
    assert means("The post was attacked with mortars.") == "Shelling/artillery/missile attack"


def test_what_a_strike_destroyed_is_not_what_it_was_made_with():
    assert means("Near Rawa, one strike destroyed two car bombs and a mortar.") == "Air/drone strike"
