"""Who is meant, though words stand between them and what befell them: participles, clauses, units, offices."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

N = None


def toll(sentence):
    told = read_casualties(sentence)
    return told.best, told.injured


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("A bomber approaching the town hall was shot dead by its guards.", 1),
        ("Two men employed as cooks in the barracks were shot dead.", 2),
        ("A corporal attached to the 3rd Engineer Division was killed in action.", 1),
        ("Three men dressed as porters were shot dead.", 3),
        ("The imam, who had survived a bomb in May, and his nephew were killed.", 2),
        ("A corporal, whose name is kept back until his mother is told, died on Friday.", 1),
        ("Three soldiers of the 2nd Battalion, 7th Brigade and a cook were killed.", 4),
        ("The head of the 9th Brigade's Third Regiment and two of his men were killed.", 3),
        ("The gunman was then killed by a guard.", 1),
        ("The group executed by firing squad seven villagers.", 7),
    ],
)
def test_what_only_describes_the_dead_hides_none_of_them(sentence, killed):
    assert toll(sentence) == (killed, N)


def test_a_victim_told_by_a_thing_that_follows_is_not_that_thing():
    assert toll("A woman was killed, and four men riding in another car sustained burns.") == (1, 4)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("Twelve guards were poisoned; three have died.", 3, 9),
        ("Nine guards were wounded. Two have since died.", 2, 7),
        ("Two were killed and nine have been wounded.", 2, 9),
    ],
)
def test_who_has_died_since_is_one_of_the_injured(sentence, killed, injured):
    assert toll(sentence) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Gunmen broke in and cut his throat.", 1),
        ("Gunmen stabbed a tailor and slit his throat.", 1),
        ("Gunmen killed a tailor and slit his throat.", 1),
        ("A tailor had his throat slit.", 1),
        ("The surgeon cut the wire at his throat.", N),
    ],
)
def test_whose_throat_is_cut_is_dead_once(sentence, killed):
    assert toll(sentence)[0] == killed


def test_who_plays_dead_is_not():
    assert toll(
        "They shot dead two cooks. A third cook played dead and survived with a bullet in his arm."
    ) == (
        2,
        1,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Three herdsmen were led away. Their headless bodies were thrown into a canal.",
        "Three herdsmen were dragged from their huts. Their strangled bodies were dumped by a road.",
    ],
)
def test_the_bodies_of_the_taken_are_theirs_whatever_was_done_to_them(sentence):
    assert toll(sentence)[0] == 3


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Two PMF fighters were killed; three of the attackers died as well.", 5),
        ("A soldier was killed. The army counted four enemy dead.", 5),
        ("Two rebel fighters were killed; three of the attackers died.", 3),
    ],
)
def test_fighters_of_either_side_are_told_apart(sentence, killed):
    assert toll(sentence)[0] == killed


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Medics first put the number killed at four; it was later revised to seven.", 7),
        ("Medics first put the toll at four. This has since been raised to seven.", 7),
        ("The blast killed four people. It was raised to warn the others.", 4),
    ],
)
def test_a_sentence_that_only_corrects_a_number_gives_the_new_one(sentence, killed):
    assert toll(sentence)[0] == killed
