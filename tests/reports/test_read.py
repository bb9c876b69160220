"""One document in, its reports out."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geoiraq.documents.document import Document
from geoiraq.reports.read import read_reports

PUBLISHED = date(2020, 5, 6)


def reports(text):
    return read_reports(Document("report", text, PUBLISHED))


def test_what_came_of_an_attack_joins_it(tell):
    (incident,) = tell(
        "Gunmen attacked a checkpoint in Ramadi on Monday. Two policemen were killed. Three others "
        "were wounded in the attack."
    )
    assert (incident.fatalities_best, incident.injured) == (2, 3)


@pytest.mark.parametrize(
    "found",
    [
        "Their bodies were found in Kirkuk on Tuesday.",
        "The bodies of both were recovered on Tuesday.",
        "The corpses of two of them turned up on Tuesday.",
        "The two were found beheaded on Tuesday.",
        "They were found shot in a ditch on Tuesday.",
    ],
)
def test_whose_bodies_are_found_died_of_their_abduction(tell, found):
    (incident,) = tell(f"Gunmen abducted two workers near Hawija on Monday. {found}")
    assert (incident.sub_event_type, incident.fatalities_best) == ("Abduction/forced disappearance", 2)


def test_an_attack_on_another_day_is_another(tell):
    assert len(tell("Rockets hit Camp Taji on Friday. On Saturday rockets hit Camp Taji again.")) == 2


def test_the_attack_that_is_spoken_of_again_is_no_new_one(tell):
    text = (
        "A bomb killed two people in Mosul on Monday.\n\nThe governor condemned the attack.\n\nThe "
        "attack on Monday had been expected."
    )
    assert len(tell(text)) == 1


def test_the_deadliest_attack_is_one_of_several(tell):
    text = "Bombs killed forty people across Baghdad on Monday. The deadliest attack hit Karrada, where nine died."
    assert [i.fatalities_best for i in tell(text)] == [40, 9]


def test_a_headline_and_the_lead_that_it_repeats_are_one_report(tell):
    (incident,) = tell("Bomb kills two in Mosul\n\nA bomb killed two people in Mosul on Monday.")
    assert incident.reports == 1


def test_entries_of_a_timeline_are_told_in_the_present(tell):
    text = (
        "A spring in dates\n\n"
        "- 2 March: Gunmen kill a judge in Mosul.\n"
        "- 9 March: Coalition troops hand over the base at Taji.\n"
        "- 11 March: Police arrest five men in Ramadi. Two are released.\n"
    )
    assert [i.layer for i in tell(text)] == ["attack", "withdrawal", "arrest"]


def test_a_total_gives_way_to_its_parts(tell):
    text = (
        "On Monday, aircraft conducted three strikes in Iraq. Near Mosul, a strike destroyed a "
        "car. Near Tikrit, two strikes destroyed a bridge."
    )
    assert sorted(i.place_name for i in tell(text)) == ["Near Mosul", "Near Tikrit"]


def test_a_protest_that_met_with_violence_is_the_violence(tell):
    text = "Hundreds demonstrated in Nasiriyah on Monday. Police opened fire on the demonstrators and killed two."
    (incident,) = tell(text)
    assert (incident.layer, incident.fatalities_best) == ("attack", 2)


def test_a_toll_told_for_several_places_is_not_that_of_each(tell):
    told = tell("Bombs in Mosul, Ramadi and Tikrit killed thirty people on Monday.")
    assert [i.fatalities_best for i in told] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at a market in Mosul on Monday. Two other women and a man were killed in the blast.",
        "Gunmen stormed Albu Bali on Monday after army units withdrew from it. Officials spoke of three deaths.",
        "A bomb went off in Mosul on Monday. Reports vary between 3 and 5 fatalities.",
    ],
)
def test_a_toll_that_follows_belongs_to_the_attack_told_before(tell, text):
    assert [i.fatalities_best for i in tell(text) if i.layer == "attack"] == [3]


def test_that_nobody_was_hurt_is_no_event():
    assert reports("Troops were on alert in Mosul. Nobody was hurt.") == []


def test_what_is_told_separately_is_of_another_event(tell):
    text = "A bomb killed two people in Mosul on Monday. Separately, gunmen wounded a judge in Ramadi."
    assert [(i.fatalities_best, i.injured) for i in tell(text)] == [(2, None), (None, 1)]


def test_that_nobody_was_hurt_holds_for_each_of_several_places(tell):
    told = tell("Rockets hit Camp Taji and Balad Air Base on Monday. Nobody was hurt.")
    assert [i.injured for i in told] == [0, 0]


def test_an_arabic_report_is_read_as_an_english_one(tell):
    (incident,) = tell("انفجرت عبوة ناسفة في مدينة الموصل يوم الاثنين وقتل جنديان.")
    assert (incident.layer, str(incident.date_start), incident.governorate) == (
        "attack",
        "2020-05-04",
        "Nineveh",
    )


def test_nothing_is_read_from_nothing():
    assert reports("") == []
    assert reports("\n \n") == []


PIECES = st.sampled_from(
    [
        "Rockets hit Camp Taji on Monday. ",
        "killing two soldiers ",
        "The army denied that ",
        "\n- ",
        "\n\n# Mosul\n",
        "3 May: ",
        "in Ramadi, Tikrit and Mosul ",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "وقتل جنديان في بغداد. ",
        "two hundred and ",
        "between Kut and ",
        "the attack ",
        "\u202e\ufffd\x00 ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
@example("Had " * 40)
@example("in " * 200 + "Mosul")
def test_every_quote_is_an_exact_slice_and_no_text_makes_it_fail(text):
    for report in reports(text):
        assert 0 <= report.start < report.end <= len(text)
        assert report.layer in ("attack", "withdrawal", "deployment", "protest", "arrest", "other")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_can_be_read(text):
    assert isinstance(reports(text), list)


def work(text):
    """Count the calls that reading a text takes: the same on every machine, unlike its time."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        reports(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        "Rockets hit Camp Taji on Monday and killed two soldiers. ",
        "Mosul, Ramadi and Tikrit. ",
        "attack ",
        "in ",
        "- 3 May: a bomb\n",
        "Had the ",
        "killing two, ",
        "a bomb exploded in Mosul on Monday and gunmen killed two men, ",
        "\n\nAnbar\n\n",
        "There, at the base, they fired. ",
        "انفجرت عبوة ناسفة في الموصل. ",
    ],
)
def test_work_grows_with_the_length_of_the_text_and_no_faster(piece):
    small = 3000 // len(piece)
    work(piece * (small + 1))  # what is built once is built; the last texts read are remembered
    assert work(piece * small * 4) < 6 * work(piece * small)
