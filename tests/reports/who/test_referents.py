"""Which group "the militants" are."""

from __future__ import annotations

import pytest

OPENING = "Islamic State fighters held the town of Hit in May.\n\n"


def doers(tell, text):
    return [incident.actor for incident in tell(text)]


@pytest.mark.parametrize(
    "told",
    [
        "On 3 May the militants shot dead a teacher in Rutba.",
        "On 3 May the jihadists stormed a post near Rutba.",
        "A teacher was shot dead in Rutba on 3 May by its fighters.",
    ],
)
def test_a_definite_word_speaks_of_the_one_group_that_was_named(tell, told):
    assert doers(tell, OPENING + told)[-1] == "ISIS"


@pytest.mark.parametrize(
    "told",
    [
        "On 3 May militants shot dead a teacher in Rutba.",
        "On 3 May the militants who hold Falluja shot dead a teacher in Rutba.",
        "On 3 May gunmen stormed a post near Rutba. A day later the militants shot dead a teacher in Hit.",
    ],
)
def test_others_are_told_apart_by_the_words_beside_them(tell, told):
    assert "ISIS" not in doers(tell, OPENING + told)


def test_of_two_groups_neither_is_meant(tell):
    text = OPENING + "Ansar al-Sunna fought them.\n\nOn 3 May the militants shot dead a teacher in Rutba."
    assert doers(tell, text) == ["Insurgents"]


def test_entries_of_a_list_stand_for_themselves(tell):
    text = "- Islamic State shot dead a judge in Kut on 2 May.\n- On 3 May the militants shot dead a teacher in Rutba."
    assert doers(tell, text) == ["ISIS", "Insurgents"]


def test_a_militia_beside_insurgents_is_not_who_is_meant(tell):
    text = OPENING + "Badr fighters came.\n\nOn 3 May the militants shot dead a teacher in Rutba."
    assert doers(tell, text)[-1] == "ISIS"
