"""What feature writers and monitors tell in plain words: who was led away, put to death, stood in a square."""

from __future__ import annotations

from datetime import date

import pytest


def told(incidents):
    return [(i.layer, i.place_name) for i in incidents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Masked men stopped a bus in Hit on 3 May and led away four passengers.", [("attack", "Hit")]),
        ("Two brothers were taken from their melon field in Hit on 3 May.", [("attack", "Hit")]),
        ("Militants put to death two shepherds in Hit on 3 May.", [("attack", "Hit")]),
        ("Some sixty women stood in the square in Hit on 3 May and held up pictures.", []),
        (
            "Some sixty women stood in the square in Hit on 3 May and held up pictures of their sons.",
            [("protest", "Hit")],
        ),
        ("Two patients were taken from their ward to a hospital in Hit on 3 May.", []),
        ("The guide led away his camels from the well in Hit on 3 May.", []),
        ("Families in Hit do not know where their sons are held.", []),
        ("The Ministry denied, for its part, what was reported about the killing of two men in Hit.", []),
        (
            "Men in hoods broke into a smithy in Hit on 3 May and slit his throat.",
            [("attack", "Hit")],
        ),
        ("On 3 May a cobbler cut his hair in Hit.", []),
        ("A man in an explosive vest was tackled by bystanders in Hit on 3 May.", [("attack", "Hit")]),
        ("Police overpowered a pickpocket in Hit on 3 May.", []),
        ("Four men from Hit died when jets struck their hut in Rutba on 3 May.", [("attack", "Rutba")]),
        ("Police detained two men according to Article 4 in a raid in Hit on 3 May.", [("arrest", "Hit")]),
    ],
)
def test_a_deed_is_told_without_its_usual_name(tell, text, expected):
    assert told(tell(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor said on Monday that Rutba had been retaken.", [("attack", "Rutba")]),
        ("Two aid workers were beaten at a checkpoint in Daquq on 3 May.", [("attack", "Daquq")]),
        ("A stove set fire to nine tents in Khazir camp on 3 May.", []),
        ("Fighting over Rutba will go on.", []),
        ("A march is called for 16 May in Basra.", []),
        ("Forty shopkeepers sat down on the road in Hit on 3 May with placards.", [("protest", "Hit")]),
    ],
)
def test_what_had_been_done_is_told_and_what_will_be_is_not(tell, text, expected):
    assert told(tell(text)) == expected


def test_the_same_road_is_where_the_paragraph_was(tell):
    text = "Gunmen shot a judge near Hit on 3 May.{}The next day a mine on the same road killed a man."
    places = [[i.place_name for i in tell(text.format(gap))] for gap in (" ", "\n\n")]
    assert places[0] == ["near Hit", "near Hit"]
    assert places[1][0] == "near Hit"


def test_islamic_state_in_capitals_is_no_verb(tell):
    assert told(tell("IS captured Rutba on 3 May.")) == [("attack", "Rutba")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Gunmen shot a judge in Hit on 3 April. The following afternoon shells hit Rawa, killing one.",
            (4, 4),
        ),
        ("Gunmen shot a judge in Hit on 3 April. The next evening a mine killed a man in Rawa.", (4, 4)),
    ],
)
def test_a_part_of_the_next_day_is_counted_from_what_was_told(tell, text, day):
    assert [i.date_start for i in tell(text) if i.place_name == "Rawa"] == [date(2020, *day)]


def test_the_same_year_is_that_of_the_story(tell):
    found = tell(
        "On 9 April 2016 a bomb killed a man in Hit. In December of the same year gunmen shot a judge in Rawa."
    )
    assert [i.date_start for i in found] == [date(2016, 4, 9), date(2016, 12, 1)]
    found = tell(
        "On 9 April 2016 a bomb killed a man in Hit. In May of the following year gunmen shot a judge in Rawa."
    )
    assert [i.date_start for i in found] == [date(2016, 4, 9), date(2017, 5, 1)]
