"""What a sentence leaves out because it has said it: a subject shared by two verbs, a pronoun, the rest of a number."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

N = None


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("A bomber tried to enter the shrine but was shot dead by guards.", 1, N),
        ("Two militants attempted to plant a mine but were killed when it went off.", 2, N),
        ("The mayor survived the ambush but was wounded in the arm.", N, 1),
        ("A clerk was abducted from his shop and found dead a day later.", 1, N),
        ("The head of the water office was kidnapped on Sunday and found shot dead on Tuesday.", 1, N),
        ("A guard fled the clash but was hit by a bullet and died.", 1, N),
        # Whom another noun phrase is the subject of, or whom the auxiliary does not agree with, did not die.
        ("Gunmen fired on a house and fled.", N, N),
        ("The governor opened a bridge and was praised.", N, N),
    ],
)
def test_verbs_may_share_a_subject(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Gunmen took five passengers off a bus and shot them.", 5),
        ("Fighters pulled a driver and two guards out of a car and executed them.", 3),
        ("Militants kidnapped nine farmers and then killed them.", 9),
        ("Militants displayed six captives and claimed to have killed them.", N),
        ("Militants captured two soldiers. Their bodies were found on Friday.", 2),
    ],
)
def test_them_means_those_counted_before(sentence, killed):
    assert read_casualties(sentence).best == killed


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("Three men were shot; one of them died, the others were taken to hospital.", 1, 2),
        ("Two nurses were shot at their door. One died, the other was wounded.", 1, 1),
        ("A cook and his guard were shot. The guard died, the cook was flown out for treatment.", 1, 1),
        ("A clerk was shot by two men and wounded in the leg.", N, 1),
        ("A canister hit a student in the neck, killing him.", 1, N),
    ],
)
def test_who_was_shot_is_dead_unless_the_text_goes_on(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("A soldier wounded in the raid died of his wounds on Friday.", 1, N),
        ("A captain, kidnapped last week, was found dead.", 1, N),
        ("The mayor, whose predecessor was assassinated in May, was killed by a bomb.", 1, N),
        ("Two shepherds ploughing near Hit, Anbar, lost their lives.", 2, N),
        ("A translator working for US forces was beheaded.", 1, N),
        ("Ten people, two of them children, were hurt.", N, 10),
    ],
)
def test_what_describes_a_subject_may_hold_a_verb(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Two people died instantly and three more on the way to hospital.", 5),
        ("One guard died at the scene and another in hospital.", 2),
        ("The dead numbered 12 in the market and 5 at the station.", 17),
        ("Two guards died in Hit and three in Rawa were hurt.", 2),
        ("Two guards died in Hit and three trucks in Rawa.", 2),
    ],
)
def test_a_verb_may_be_left_out(sentence, killed):
    assert read_casualties(sentence).best == killed


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Guards shot her dead at the gate.", 1, N),
        ("She died in hospital of her injuries.", 1, N),
        ("The chief died on Monday. His driver had been killed at once.", 2, N),
        ("The chief and his driver died. The driver was killed at once.", 2, N),
        ("A bomb wounded a sheikh and his brother. The sheikh died on Tuesday.", 1, 1),
        ("The ministry said six policemen, two soldiers and 11 civilians were killed.", 19, N),
        ("Gunmen attacked a guard and two soldiers were killed.", 2, N),
        ("Police counted nine militants and two villagers dead.", 11, N),
        ("In a fight lasting most of the day one cook and two guards died.", 3, N),
        ("The toll from two bombs that tore through a market rose to 23.", 23, N),
        ("Three guards had minor injuries.", N, 3),
        ("Driver missing. Cargo burnt.", N, N),
        ("Running total for May: 412 people killed.", N, N),
        ("Gunmen took a clerk on Sunday. He was found dead the next morning.", 1, N),
    ],
)
def test_who_is_meant_and_who_is_not(text, killed, injured):
    told = read_casualties(text)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("Four people were killed and nine taken to hospital.", 4, 9),
        ("Six men were shot dead and eleven rushed to the general hospital.", 6, 11),
        ("Two died at the scene and three in hospital.", 5, N),
        ("Two died in Hit and three more on the way to hospital.", 5, N),
    ],
)
def test_who_is_taken_to_hospital_beside_the_dead_is_hurt(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    "sentence",
    [
        "A brawl left four dead. A fifth man died on Friday, taking the toll to five.",
        "A brawl left four dead. A man was found dead on Friday, bringing the toll to five.",
    ],
)
def test_a_toll_that_is_raised_to_a_number_is_that_number(sentence):
    assert read_casualties(sentence).best == 5
