"""Which figure stands where a text gives two: the new one, the first one, or both added."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

N = None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The raid killed three guards and four farmers, a doctor said, updating a toll of five.", 7, N),
        ("Sixteen people died, officials said, revising a count of 19.", 16, N),
        ("Seven died, raising the toll to 20.", 20, N),
    ],
)
def test_a_figure_that_a_new_one_replaces_counts_no_more(text, killed, injured):
    told = read_casualties(text)
    assert (told.best, told.injured) == (killed, injured)


def test_a_number_of_people_at_large_stays_beside_another_s_larger_one():
    told = read_casualties("Seven people died, police said. The hospital gave a higher toll of nine.")
    assert (told.low, told.best, told.high) == (7, 7, 9)


def test_a_lower_bound_gives_way_to_a_count():
    told = read_casualties("At least seven people died. The hospital put the number of dead at nine.")
    assert told.best == 9


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Wounded: 9, of whom 2 did not survive.", 2, 7),
        ("Three were killed and five hurt, one of whom could not be saved.", 4, 4),
        ("The bomb wounded eight; two of them did not make it.", 2, 6),
    ],
)
def test_who_did_not_survive_is_no_longer_among_the_injured(text, killed, injured):
    told = read_casualties(text)
    assert (told.best, told.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ten guests were killed. The three attackers died too.", 13),
        ("Ten guests were killed. The three attackers died as well.", 13),
        ("Ten guests were killed. The ten died at once.", 10),
    ],
)
def test_who_died_too_is_added(text, killed):
    assert read_casualties(text).best == killed
