"""The date of an event: its own words', else its sentence's, its entry's, its story's; never a made-up one."""

from __future__ import annotations

from datetime import date

import pytest


def days(incidents):
    return [(str(i.date_start), str(i.date_end)) if i.date_start else None for i in incidents]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb exploded in Mosul on Monday.", "2020-05-04"),
        ("On Monday, as a crowd looked on, gunmen shot a man in Mosul.", "2020-05-04"),
        ("3 May: Rockets hit Camp Taji.", "2020-05-03"),
        ("3 May 2020 - Gunmen kill a judge in Mosul.", "2020-05-03"),
        ("ERBIL, May 6 - A bomb exploded in Mosul on Monday.", "2020-05-04"),
        ("Monday's bombing in Mosul killed three people, police said on Tuesday.", "2020-05-04"),
        ("A bomb exploded in Mosul. It happened on Monday, police said.", "2020-05-04"),
        ("Near Mosul, a strike destroyed a tunnel. The strikes were carried out on Monday.", "2020-05-04"),
    ],
)
def test_an_event_has_the_day_that_the_text_gives_it(tell, text, day):
    assert days(tell(text)) == [(day, day)]


def test_the_entries_of_a_list_have_the_day_of_what_leads_it_in(tell):
    text = (
        "Strikes\n\nOn Monday, aircraft conducted strikes in Iraq.\n- Near Mosul, a strike "
        "destroyed a car.\n- Near Hit, one strike destroyed a bridge.\n"
    )
    assert days(tell(text)) == [("2020-05-04", "2020-05-04")] * 2


def test_a_heading_dates_what_stands_under_it(tell):
    text = "Log\n\nMonday, 4 May\n- Mosul: gunmen killed a tailor.\n- Ramadi: a mine killed a farmer.\n"
    assert days(tell(text)) == [("2020-05-04", "2020-05-04")] * 2


def test_relative_days_are_reckoned_from_the_event_before(tell):
    text = "A bomb exploded in Mosul on 1 May. Two days later, gunmen killed a judge in Tikrit."
    assert days(tell(text)) == [("2020-05-01", "2020-05-01"), ("2020-05-03", "2020-05-03")]


def test_a_year_frames_the_day_that_is_named_beside_it(tell):
    text = "The 2008 attack in Mosul was a bombing on 21 September that killed 17 people."
    assert days(tell(text, published=None)) == [("2008-09-21", "2008-09-21")]


def test_the_day_as_of_which_a_report_speaks_dates_nothing(tell):
    text = "Report No. 11 (as of 2 May 2020)\n\n- A bomb killed two men in Mosul.\n- A mine killed a boy in Hit.\n"
    assert days(tell(text)) == [None, None]


def test_where_only_the_telling_is_dated_it_was_then_or_the_day_before(tell):
    (incident,) = tell("A bomb exploded in Mosul, police said on Monday.")
    assert (incident.date_start, incident.date_end) == (date(2020, 5, 3), date(2020, 5, 4))
    assert incident.date_precision == 2


@pytest.mark.parametrize(
    "text",
    [
        "MOSUL, Iraq, May 4 2020 (Agency) - Gunmen killed a judge outside his home, relatives said.",
        "TIKRIT, May 4, 2020 - A bomb killed two guards at a bank, police said.",
    ],
)
def test_the_day_of_writing_dates_what_its_paragraph_tells_then_or_the_day_before(tell, text):
    (incident,) = tell(text, published=None)
    assert (incident.date_start, incident.date_end) == (date(2020, 5, 3), date(2020, 5, 4))


def test_the_day_of_writing_gives_way_to_one_that_is_told(tell):
    text = "MOSUL, Iraq, May 4 2020 (Agency) - Gunmen killed a judge outside his home on Saturday."
    assert days(tell(text)) == [("2020-05-02", "2020-05-02")]


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2020: Six drivers, abducted a day earlier by masked men, were found dead near Tarmiya.",
        "4 May 2020: The bodies of six men seized two days earlier at a checkpoint were found in Dora.",
    ],
)
def test_what_had_been_done_to_somebody_before_does_not_date_what_the_sentence_tells(tell, text):
    assert days(tell(text)) == [("2020-05-04", "2020-05-04")]


def test_what_is_told_in_a_clause_of_its_own_keeps_its_own_day(tell):
    text = "On 4 May 2020 police freed three drivers; they had been abducted a day earlier near Taji."
    assert ("2020-05-03", "2020-05-03") in days(tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "A blast reported on Monday in Mosul killed two guards.",
        "An attack was reported on Monday in Mosul that killed two guards.",
    ],
)
def test_a_day_on_which_something_was_reported_is_its_own_where_nobody_speaks(tell, text):
    assert days(tell(text)) == [("2020-05-04", "2020-05-04")]


def test_a_day_carries_on_to_what_the_story_tells_in_the_same_tense(tell):
    text = "A bomb killed a guard in Mosul on Monday.\n\nAnother bomb wounded two men in Tikrit."
    assert days(tell(text)) == [("2020-05-04", "2020-05-04")] * 2


def test_a_day_does_not_carry_on_to_what_had_been_before(tell):
    text = "A bomb killed a guard in Mosul on Monday.\n\nGunmen have attacked patrols in Tikrit."
    assert days(tell(text)) == [("2020-05-04", "2020-05-04"), None]


def test_a_season_holds_for_its_paragraph(tell):
    text = (
        "In the autumn of 2011 the Americans were leaving. On 2 December they handed over the base at Taji."
    )
    assert days(tell(text)) == [("2011-12-02", "2011-12-02")]


def test_no_day_is_made_up(tell):
    assert days(tell("A bomb exploded in Mosul on Monday.", published=None)) == [None]
    assert days(tell("A bomb exploded in Mosul.")) == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A soldier died on Tuesday of wounds suffered a day earlier when a bomb hit his car in Balad.",
            "2020-05-04",
        ),
        ("Police said on Wednesday that two days earlier gunmen had shot a judge in Balad.", "2020-05-04"),
    ],
)
def test_a_distance_is_counted_from_the_day_that_its_sentence_names(tell, text, day):
    (incident,) = tell("On 2 May a bomb went off in Kut.\n\n" + text)[1:]
    assert str(incident.date_start) == day


def test_a_day_in_an_aside_on_somebody_dates_no_event(tell):
    (incident,) = tell(
        "A bomb went off in Balad on Monday.\n\nA tailor, who had come from Kut last year, was shot dead in Hit."
    )[1:]
    assert str(incident.date_start) == "2020-05-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two days after Christmas a mortar round killed a baker in Hit.", "2019-12-27"),
        ("A mortar round killed a baker in Hit a day before New Year's Eve.", "2019-12-30"),
        ("Three days after 20 March gunmen shot a baker in Hit.", "2020-03-23"),
        ("A rocket hit a bank in Hit two days after the April 10 vote.", "2020-04-12"),
    ],
)
def test_a_distance_is_counted_from_the_day_that_follows_it(tell, text, day):
    assert days(tell(text)) == [(day, day)]


@pytest.mark.parametrize(
    "opening", ["Two days after that", "Two days after this", "Two days after the blast", "Two days later"]
)
def test_what_came_days_after_what_was_told_is_counted_on(tell, opening):
    (_, after) = tell(
        f"On 12 April a bomb went off in Kut. {opening} a drone crashed into a school in Amara."
    )
    assert str(after.date_start) == "2020-04-14"


def test_a_feast_that_only_describes_dates_nothing(tell):
    assert days(tell("Shells hit the Christmas market in Kut.")) == [None]
