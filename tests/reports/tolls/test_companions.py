"""Who shared a fate, how old they were, of how many they are a part."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

N = None


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Gunmen killed a lawyer, Nasir Abbas, with his wife.", 2),
        ("Gunmen killed him with his brother and a guard.", 3),
        ("Gunmen killed a lawyer with a knife.", 1),
        ("Ali Hasan, a baker, was shot and killed together with his son.", 2),
        ("Killed in the raid were Captain Nuri, Lieutenant Hadi and two policemen.", 4),
    ],
)
def test_who_is_told_by_whose_they_are_shares_the_fate(sentence, killed):
    assert read_casualties(sentence).best == killed


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Gunmen shot dead Khalid Omar (45) and his son Ali (17).", 2),
        ("A mine killed Sgt. Adam Brown, 28, of Dallas, and Spc. Karl White, 21, of Tampa.", 2),
        ("A mine killed a guard, 12 pilgrims and a cook.", 14),
    ],
)
def test_ages_and_home_towns_count_nobody(sentence, killed):
    assert read_casualties(sentence).best == killed


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("Five of the 14 dead were children.", 14, N),
        ("Four of the six people killed were policemen.", 6, N),
        ("Two of the seven wounded died in hospital.", 2, 5),
        ("One of five wounded guards died on Friday.", 1, 4),
        ("Two of the 20 pupils were killed.", 2, N),
    ],
)
def test_a_part_of_a_number_stands_beside_the_number(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "injured"),
    [
        ("A guard lost both legs.", 1),
        ("A clerk lost three fingers.", 1),
        ("The pilot survived with two bullets in his shoulder.", 1),
        ("A boy suffered a broken arm.", 1),
        ("Some 40 villagers had to be treated for burns.", 40),
        ("The team lost three matches.", N),
        ("The party lost two seats.", N),
    ],
)
def test_wounds_are_told_by_what_was_lost_or_broken(sentence, injured):
    assert read_casualties(sentence).injured == injured


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("3 killed/8 injured.", 3, 8),
        ("Casualties: 3 killed, 8 wounded.", 3, 8),
        ("First reports spoke of four dead; police later raised the count to six with 22 injured.", 6, 22),
    ],
)
def test_figures_in_short(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured)
