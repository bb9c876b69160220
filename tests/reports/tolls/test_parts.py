"""Who is part of a number, who stands beside it, and what is told again by its parts."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import died_of_wounds, read_casualties

N = None

BESIDE_A_PART = [
    ("Six policemen, including an officer, and two bombers died.", 8, N),
    ("Eleven pilgrims, three of them women, and their driver were killed.", 12, N),
    ("Three porters, including their foreman, and a passer-by were wounded.", N, 4),
    ("Seven people, mostly women, and two soldiers were killed.", 9, N),
    ("She killed six worshippers, including a cleric, and herself, and wounded ten.", 7, 10),
    ("The strike killed ten militants, most of them foreigners, and a family of five.", 15, N),
]

ONLY_A_PART = [
    ("Five soldiers, among them a captain and a major, were killed.", 5, N),
    ("Seven people, including a woman, a child, and a guard were killed.", 7, N),
    ("A bomb killed 25 people, including a woman, a child, and a guard.", 25, N),
    ("Nine soldiers were killed, among them a captain, and four were wounded.", 9, 4),
    ("A bomb killed six, including a cleric, and two others were hurt.", 6, 2),
    ("Killing five people, including two women, and injuring nine.", 5, 9),
]

BUT_THE_BOMBER = [
    ("Apart from the bomber, nobody died.", 1, N),
    ("Besides the two attackers, nobody was killed.", 2, N),
    ("No one was killed apart from the bomber.", 1, N),
    ("Other than the bomber, there were no fatalities.", 1, N),
    ("No one was killed except the bomber.", 1, N),
    ("Aside from a car, nothing was damaged and no one was killed.", 0, N),
]

LOST_AND_FALLEN = [
    ("Police lost two officers in the fight.", 2, N),
    ("The battalion lost four of its men.", 4, N),
    ("The unit lost two vehicles.", N, N),
    ("Four men lost their jobs.", N, N),
    ("Two rebels fell and three fled.", 2, N),
    ("Three officers fell asleep at the gate.", N, N),
    ("Police said two 'terrorists' were killed.", 2, N),
    ("In the fighting 11 policemen and nine militants died.", 20, N),
    ("In the shelling of 4 villages two boys were hurt.", N, 2),
    ("Four shells fell on soldiers.", N, N),
    ("Nine militants were 'neutralised' in the raid.", 9, N),
    ("Police neutralised two bombs.", N, N),
    ("Nine militants were 'neutralised', a term that means killed or captured.", N, N),
]

TOLD_BY_PARTS = [
    (
        "Bombs killed 20 people and wounded 30. Eleven of them died in Hit, five in Kut and four in Mosul.",
        20,
        30,
    ),
    ("Thirty people died. The deadliest blast accounts for 12 of the deaths.", 30, N),
    ("Five died in Mosul, three in Hit, and two more in Kut.", 10, N),
    ("Bombs killed 20 people and wounded 30. Two of them died later.", 22, 28),
    ("Two died in Hit, and three in Kut were hurt.", 2, 3),
    ("Gunmen seized five men. The corpses of two of them turned up on Friday.", 2, N),
]

ONE_MORE = [
    ("Seven died on the spot and an eighth at the hospital.", 8, N),
    ("Ten died. An 11th died on Friday.", 11, N),
    ("Two men died. A 3rd man died on Monday.", 3, N),
    ("The 10th of May saw 4 killed.", 4, N),
    ("A 5th Brigade soldier was killed.", 1, N),
    ("Two more died, taking the dead from the bombing to nine.", 9, N),
    ("Taking the dead to two morgues took hours.", N, N),
]


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [*BESIDE_A_PART, *ONLY_A_PART, *BUT_THE_BOMBER, *LOST_AND_FALLEN, *TOLD_BY_PARTS, *ONE_MORE],
)
def test_killed_and_injured(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured), told


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("Figures for the dead range between 38 and 52.", (38, 38, 52)),
        ("Estimates of those killed ranged from 11 to 15.", (11, 11, 15)),
        ("Reports of the number of deaths varied from 7 to 9.", (7, 7, 9)),
        ("The dead ranged in age from 4 to 60.", (None, None, None)),
    ],
)
def test_range_of_figures(sentence, bounds):
    told = read_casualties(sentence)
    assert (told.low, told.best, told.high) == bounds


def test_range_of_the_wounded():
    told = read_casualties("Figures for the wounded range between 38 and 52.")
    assert (told.injured_low, told.injured, told.injured_high) == (38, 38, 52)


@pytest.mark.parametrize("clause", ["A third died on Friday.", "A 10th man died the following day."])
def test_one_more_who_died_is_of_those_told_before(clause):
    assert died_of_wounds(clause, 0, len(clause))


@pytest.mark.parametrize("clause", ["A third man was shot dead on Friday.", "Three died on Friday."])
def test_who_was_killed_on_another_day_is_not(clause):
    assert not died_of_wounds(clause, 0, len(clause))
