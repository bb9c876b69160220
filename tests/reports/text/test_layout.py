"""A document's headings, entries and sentences, each with its span."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geoiraq.reports.text.layout import sentences


def read(text):
    return [text[s.start : s.end] for s in sentences(text)]


def headings(text):
    return [(text[s.start : s.end], [text[a:b] for a, b in s.section]) for s in sentences(text)]


def test_abbreviations_and_initials_end_no_sentence():
    text = "Lt. Gen. Paul R. Smith spoke on Dec. 3 in Erbil. The U.S. Army moved 3 km. north."
    assert read(text) == [
        "Lt. Gen. Paul R. Smith spoke on Dec. 3 in Erbil.",
        "The U.S. Army moved 3 km. north.",
    ]


def test_arabic_sentences_end_at_their_own_marks():
    assert read("انفجرت عبوة في بغداد. هل أصيب أحد؟ لم يصب أحد.") == [
        "انفجرت عبوة في بغداد.",
        "هل أصيب أحد؟",
        "لم يصب أحد.",
    ]


def test_the_headline_is_told_from_the_story():
    title, first = sentences("Two killed near Hit\n\nA mine killed two shepherds near Hit.")
    assert title.title
    assert not first.title


def test_lines_that_a_page_broke_are_one_paragraph():
    text = (
        "The convoy had just left the city and was heading for the border when the first\nshots "
        "were heard from the hill."
    )
    assert len(sentences(text)) == 1


def test_a_heading_stands_over_what_follows():
    assert headings("Report\n\nWasit\nA mine went off.\n\nBabil\nA car was stolen.")[1:] == [
        ("A mine went off.", ["Wasit"]),
        ("A car was stolen.", ["Babil"]),
    ]


def test_markdown_headings_nest():
    text = "# Week 3\n\n## Anbar\n\n- A mine went off.\n\n## Diyala:\n\n- A car was stolen."
    assert headings(text)[-1] == ("A car was stolen.", ["Diyala:"])


def test_what_leads_a_list_in_does_not_stand_over_what_follows_the_list():
    text = "Bases\n\nThe bases handed over so far:\n- Taji, in August.\n- K-1, in March.\n\nThe talks go on."
    assert headings(text)[1] == ("Taji, in August.", ["The bases handed over so far:"])
    assert headings(text)[-1] == ("The talks go on.", [])


def test_entries_are_told_from_paragraphs_whatever_marks_them():
    for mark in (
        "- ",
        "-- ",
        "* ",
        "• ",
        "●",
        "► ",
        "1. ",
        "2) ",
        "3- ",
        "(iv) ",
        "b) ",
        ".       ",
        ".\u00a0\u00a0 ",
    ):
        text = f"In short\n\n{mark}A mine went off.\n{mark}A car was stolen."
        assert [s.bullet for s in sentences(text)][1:] == [True, True], mark


def test_lines_that_name_their_place_first_are_entries():
    text = "Kirkuk: a mine killed a man on Monday.\nMosul: two men were arrested on Tuesday."
    assert [s.bullet for s in sentences(text)] == [True, True]


def test_what_else_there_is_to_read_is_no_part_of_the_text():
    text = "A blast\n\nA bomb went off.\n\nAlso read: A judge is shot in Kut | The price of dates\n"
    assert [s[0] for s in headings(text)][1:] == ["A bomb went off."]
    text = (
        "A blast\n\nA bomb went off.\n\nRelated stories\n\n- A judge is shot in Kut\n- The price of dates\n"
    )
    assert [s[0] for s in headings(text)][1:] == ["A bomb went off."]
    assert (
        headings("A blast\n\nRelated raids took place in Kut.")[-1][0] == "Related raids took place in Kut."
    )


def test_a_first_line_that_ends_with_a_colon_is_a_heading_and_no_headline():
    assert headings("Sunday, May 4:\n- Mosul: a man was shot.") == [
        ("Mosul: a man was shot.", ["Sunday, May 4:"])
    ]


@given(st.text(alphabet="Ab. :\n-*#•!?“”12\u00a0\tبغ،"))
def test_sentences_are_in_order_and_never_overlap(text):
    spans = [(s.start, s.end) for s in sentences(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
