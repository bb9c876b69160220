"""What is spoken of beside the news is no incident: what keeps happening, what lasts, whole lives, who rules."""

from __future__ import annotations

from datetime import date

import pytest

MONDAY = date(2020, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Militants kept up their attacks on villages in Kirkuk and Diyala.",
        "ISIL continued to mount attacks on the security forces in Anbar and Nineveh.",
        "The group has fought the state in the mountains around Qandil since 1987.",
        "The typical bombing in Ramadi kills two or three.",
        "Bodies were found in the streets of Baquba every day.",
        "تشهد قرى ديالى وكركوك هجمات متكررة.",
        "Her grandfather fought in Basra in 1986.",
        "Ten years after Baghdad proclaimed a truce, the hills around Qara Tapa are poor.",
        "Soldiers moved to clear the squares of Basra last week.",
        "He resigned in protest in Kut on Monday.",
        "Reporters in Kut finished a story about the arrests of teachers on Monday.",
        "Clerks in Samawa speak of a strike before the summer.",
    ],
)
def test_what_is_told_in_general_is_no_incident(tell, text):
    assert list(tell(text)) == []


@pytest.mark.parametrize(
    ("text", "layer", "place"),
    [
        ("On Monday jets continued their air strikes on caves near Qara Tapa.", "attack", "near Qara Tapa"),
        ("A bomber killed five in Kut on Monday, the worst attack there since 2017.", "attack", "Kut"),
        ("Her brother was shot dead in Basra on Monday.", "attack", "Basra"),
        (
            "Ten years after the war began, a mine killed a shepherd near Rutba on Monday.",
            "attack",
            "near Rutba",
        ),
        ("Soldiers moved to the town of Hit on Monday.", "deployment", "Hit"),
        ("In protest, hundreds of weavers marched through Kut on Monday.", "protest", "Kut"),
        ("Baghdad was struck by two rockets on Monday.", "attack", "Baghdad"),
        ("Troops newly posted to Kirkuk shot dead a smuggler in Hawija on Monday.", "attack", "Hawija"),
        (
            "Federal police relieved an army unit at two checkpoints in Daquq on Monday.",
            "deployment",
            "Daquq",
        ),
        ("Islamic State fighters took over two checkpoints in Daquq on Monday.", "attack", "Daquq"),
        ("Pupils boycotted lessons in Kut on Monday.", "protest", "Kut"),
        ("Nurses linked arms outside the hospital in Kut on Monday.", "protest", "Kut"),
    ],
)
def test_what_is_told_as_done_is_one(tell, text, layer, place):
    assert [(i.layer, i.place_name, i.date_start) for i in tell(text)] == [(layer, place, MONDAY)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("South of Baghdad, in Mahmudiya, a bomb killed two men on Monday.", "Mahmudiyah"),
        ("North of Baghdad, near Tarmiya, a bomb killed two men on Monday.", "near Tarmiyah"),
        ("East of Mosul, at Bartella, a bomb killed two men on Monday.", "Bartella"),
    ],
)
def test_a_direction_only_leads_up_to_the_place(tell, text, place):
    assert [i.place_name for i in tell(text)] == [place]


def test_an_arabic_article_makes_an_event_known(tell):
    text = "قتل شرطي في هجوم في الرشاد يوم الاثنين.\n\nوقال المصدر إن الهجوم استمر ساعة قبل أن يفروا نحو وادي الشاي."
    assert len(tell(text)) == 1


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("ISIS detained six villagers near Hawija on Monday.", "attack"),
        ("Police detained six ISIS suspects near Hawija on Monday.", "arrest"),
        ("Six ISIS members were detained near Hawija on Monday.", "arrest"),
    ],
)
def test_whom_insurgents_take_is_not_arrested(tell, text, layer):
    assert [i.layer for i in tell(text)] == [layer]


def test_an_address_goes_on_after_a_valley(tell):
    text = "A raid killed two men on Monday in Wadi al-Shay, in the south of Kirkuk province."
    assert [i.place_name for i in tell(text)] == ["Wadi al-Shay"]


def test_a_namesake_after_a_semicolon_is_elsewhere(tell):
    text = "A judge was shot dead in Kut on Monday; his counterpart in Amara was on leave."
    assert [i.place_name for i in tell(text)] == ["Kut"]
