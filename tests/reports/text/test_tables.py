"""Tables of events within a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.reports.text.layout import sentences
from geoiraq.reports.text.tables import find_rows


def lines(text):
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def rows(text):
    return [row for row in find_rows(text, lines(text)).values() if row is not None]


HEAD = "Date | Place | Event | Killed | Wounded\n"


def test_a_row_is_cut_into_what_its_columns_are_for():
    text = HEAD + "5 May 2007 | Hit | A mine went off | 4 | 11"
    (row,) = rows(text)
    cells = {name: text[slice(*getattr(row, name))] for name in ("day", "place", "told", "killed", "injured")}
    assert cells == {
        "day": "5 May 2007",
        "place": "Hit",
        "told": "A mine went off",
        "killed": "4",
        "injured": "11",
    }
    assert row.actor is None


@pytest.mark.parametrize(
    "text",
    [
        "| Date | Place | Event |\n|---|:--:|---|\n| 5 May | Hit | A mine went off |",
        "Date | Place | Event\n\n---|---|---\n\n5 May | Hit | A mine went off",
        "DATE|LOCATION|INCIDENT\n5 May|Hit|A mine went off",
        "التاريخ | المكان | الحدث\n5 May | Hit | A mine went off",
    ],
)
def test_tables_are_known_however_they_are_drawn(text):
    (row,) = rows(text)
    assert text[slice(*row.told)] == "A mine went off"


@pytest.mark.parametrize(
    "text",
    [
        "Sunni | Shia | Kurd\n1 | 2 | 3",
        "Home | News | Events\nAbout | Contact | Terms",
        "Date | Event\n5 May | A mine went off",
        "He said: yes | no | perhaps.",
    ],
)
def test_other_lines_with_bars_are_no_table_of_events(text):
    assert rows(text) == []


def test_a_row_of_sums_and_one_of_another_length_tell_nothing():
    assert rows(HEAD + "Total | | | 8 | 13\n5 May 2007 | Hit | A mine went off") == []


def test_a_table_ends_with_the_next_paragraph():
    assert rows(HEAD + "\nThe ministry gave these figures.\n\n5 May | Hit | A mine went off | 4 | 11") == []


def test_only_the_cell_of_the_event_is_read_as_sentences():
    text = (
        "A chronicle\n\n" + HEAD + "5 May 2007 | Hit | A mine went off. It was old. | 4 | 11\n\nThe end came."
    )
    assert [text[s.start : s.end] for s in sentences(text)][1:] == [
        "A mine went off.",
        "It was old.",
        "The end came.",
    ]


@given(st.text(alphabet="|- \nDatePlcEvn:5"))
def test_cells_lie_within_their_line(text):
    for row in rows(HEAD + text):
        assert all(row.start <= cell[0] < cell[1] <= row.end for cell in row[2:] if cell is not None)
