"""Tables of events within a text: each row is an event, and its columns say when, where and how many."""

from __future__ import annotations

HEAD = """The month in figures

| Date | City | Type of incident | KIA | WIA | Claimed by |
|---|---|---|---|---|---|
"""


def test_columns_say_when_where_how_many_and_who(tell):
    (told,) = tell(HEAD + "| 3 May 2020 | Hit | Car bomb at a market | at least 12 | 30 | Islamic State |\n")
    assert (str(told.date_start), told.place_name, told.actor) == ("2020-05-03", "Hit", "ISIS")
    assert (told.fatalities_low, told.fatalities_best, told.fatalities_high, told.injured) == (
        12,
        12,
        None,
        30,
    )
    assert told.evidence[0].quote.startswith("| 3 May 2020 | Hit |")


def test_the_column_of_the_place_goes_before_what_the_event_names_besides(tell):
    (told,) = tell(
        HEAD + "| 3 May 2020 | Kut | Bomb damaged the power line that leads to Nasiriyah | 0 | - | |\n"
    )
    assert (told.place_name, told.fatalities_best, told.injured) == ("Kut", 0, None)


def test_a_quarter_of_the_town_in_the_column_is_the_place(tell):
    (told,) = tell(HEAD + "| 3 May 2020 | Baghdad | Gunmen killed a baker in Mansour | | | |\n")
    assert (told.place_name, told.fatalities_best) == ("Mansour", 1)


def test_what_a_row_only_plans_or_denies_is_no_event(tell):
    assert (
        tell(
            HEAD + "| 3 May 2020 | Hit | A strike was planned for June | - | - | |\n| Total | | | 3 | 4 | |\n"
        )
        == []
    )
