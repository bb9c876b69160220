"""On whose word."""

from __future__ import annotations

import pytest

from geoiraq.reports.who.attribution import read_attribution


def words(text):
    return str(read_attribution(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bomb killed two.", "stated"),
        ("The blast claimed the lives of five.", "stated"),
        ("Three soldiers were held for two days.", "stated"),
        ("Suspected ISIS militants kidnapped three men.", "stated"),
        ("Police arrested 17 suspected al Qaeda militants.", "stated"),
        ("The party accused the police of failing to react.", "stated"),
    ],
)
def test_what_is_stated(text, told):
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ISIS claimed responsibility.", "claimed by ISIS"),
        ("The attack was later claimed by the Islamic State of Iraq.", "claimed by Islamic State of Iraq"),
        ("The Mujahideen Army claimed it had destroyed a tank.", "claimed by Mujahideen Army"),
        (
            "A Brigade of Planning and Pursuit claimed responsibility.",
            "claimed by Brigade of Planning and Pursuit",
        ),
        ("The Islamic Army said in a leaflet that it had fired them.", "claimed by Islamic Army in Iraq"),
        ("تبنى تنظيم داعش الهجوم.", "claimed by ISIS"),
        ("أعلن تنظيم داعش مسؤوليته عن الهجوم على الشرطة.", "claimed by ISIS"),
    ],
)
def test_what_is_claimed(text, told):
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Washington blamed Kataib Hezbollah.", "blamed on Kataib Hezbollah by Washington"),
        ("Kataib Hezbollah was widely blamed.", "blamed on Kataib Hezbollah"),
        ("Security officials attributed the attacks to ISIL.", "blamed on ISIS by security officials"),
        ("Al-Qaeda was blamed by local tribesmen.", "blamed on al-Qaeda in Iraq by local tribesmen"),
        ("The US held Kataib Hezbollah responsible.", "blamed on Kataib Hezbollah by US"),
        ("ISIL suspected.", "blamed on ISIS"),
        ("The Islamic State is believed to be the perpetrator.", "blamed on ISIS"),
        ("اتهمت السلطات تنظيم داعش بتنفيذ الهجوم.", "blamed on ISIS"),
    ],
)
def test_who_is_blamed_and_by_whom(text, told):
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No group claimed the attack.", "stated; unclaimed"),
        ("The incident went unclaimed.", "stated; unclaimed"),
        (
            "No group claimed it; police suspected Ansar al-Islam.",
            "blamed on Ansar al-Islam by police; unclaimed",
        ),
        ("لم تعلن أي جهة مسؤوليتها عن التفجير.", "stated; unclaimed"),
        ("Kataib Hezbollah denied involvement.", "denied by Kataib Hezbollah"),
        (
            "It was blamed on a Shia militia, which denied it.",
            "blamed on Shia militias; denied by Shia militias",
        ),
    ],
)
def test_what_is_unclaimed_or_denied(text, told):
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "actor", "attribution"),
    [
        (
            "A bomb killed two people in Mosul on Monday. ISIS claimed responsibility.",
            "ISIS",
            "claimed by ISIS",
        ),
        (
            "Gunmen killed two people in Mosul on Monday. ISIS claimed responsibility.",
            "ISIS",
            "claimed by ISIS",
        ),
        (
            "A bomb killed two people in Mosul on Monday. No group claimed it. Police suspect ISIS.",
            "ISIS",
            "blamed on ISIS by police; unclaimed",
        ),
        (
            "Turkish jets bombed a village near Zakho on Monday. The army blamed the PKK.",
            "Turkish forces",
            "blamed on PKK by army",
        ),
    ],
)
def test_a_later_sentence_tells_who_did_what_nobody_named_did(tell, text, actor, attribution):
    (incident,) = tell(text)
    assert (incident.actor, incident.attribution) == (actor, attribution)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ansar al-Islam was held responsible by the police.", "blamed on Ansar al-Islam by police"),
        ("The army's suspicion fell on Ansar al-Islam.", "blamed on Ansar al-Islam"),
        ("Ansar al-Islam posted a claim of responsibility for it.", "claimed by Ansar al-Islam"),
        ("Ansar al-Islam said on a website that its men were behind it.", "claimed by Ansar al-Islam"),
        ("They left a statement in the name of Ansar al-Islam.", "claimed by Ansar al-Islam"),
        ("They shot a man whom they accused of spying for the Americans.", "stated"),
        ("Police found no claim of responsibility by Ansar al-Islam.", "stated; unclaimed"),
    ],
)
def test_further_words_of_claim_and_blame(text, told):
    assert words(text) == told
