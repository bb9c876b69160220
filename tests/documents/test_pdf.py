"""The words on a PDF file's pages, with what the page's width broke mended."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.documents.pdf import mended


def test_lines_become_paragraphs_across_pages(read, tmp_path, pdf):
    data = pdf(
        [
            "Rockets struck the air base of Qay-",
            "yarah in Nineveh on Friday night, and",
            "no one was hurt there, the ministry of",
            "defence said.",
            "In Baghdad, protesters gathered near the",
            "1",
        ],
        ["Green Zone until the morning hours, then", "went home.", "2"],
        title="Situation report",
    )
    (tmp_path / "report.pdf").write_bytes(data)
    (document,), problems = read()
    assert problems == []
    assert document.text == (
        "Rockets struck the air base of Qayyarah in Nineveh on Friday night, and no one was hurt there, "
        "the ministry of defence said.\n\n"
        "In Baghdad, protesters gathered near the Green Zone until the morning hours, then went home."
    )
    assert document.title == "Situation report"


def test_what_is_printed_on_every_page_is_read_once(read, tmp_path, pdf):
    """A running head with the issue's date is read where it stands first, a running foot nowhere."""
    head = "Weekly Security Report, 10 May 2020"
    pages = [
        [head, "Gunmen attacked a checkpoint in Ramadi on", "For internal use", "Page 1 of 3"],
        [head, "Sunday evening and wounded three of the", "For internal use", "Page 2 of 3"],
        [head, "policemen who stood there.", "For internal use", "Page 3 of 3"],
    ]
    (tmp_path / "weekly.pdf").write_bytes(pdf(*pages))
    (document,), _ = read()
    assert document.text == (
        f"{head}\n\nGunmen attacked a checkpoint in Ramadi on Sunday evening and wounded three of the policemen "
        "who stood there."
    )


def test_the_date_of_its_making_is_not_that_of_its_publication(read, tmp_path, pdf):
    (tmp_path / "report.pdf").write_bytes(pdf(["Rockets struck Taji."]))
    (document,), _ = read()
    assert document.published is None
    (document,), _ = read(published=date(2020, 3, 12))
    assert document.published == date(2020, 3, 12)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Forces left al-", "Qaim today."], "Forces left al-Qaim today."),
        (["Forces left Salah-", "al-Din today."], "Forces left Salah-al-Din today."),
        (["A pro-war", "force, then a pro-", "war rally"], "A pro-war force, then a pro-war rally"),
        (["They left Mo\u00ad", "sul."], "They left Mosul."),
        (["NINEVEH", "Gunmen attacked a checkpoint."], "NINEVEH\n\nGunmen attacked a checkpoint."),
        (["• One in Basra", "• Two in Kirkuk"], "• One in Basra\n\n• Two in Kirkuk"),
        ([], ""),
    ],
)  # fmt: skip
def test_what_is_one_word_and_one_paragraph(lines, text):
    assert mended(lines) == text


def test_ligatures_and_shaped_arabic_letters_become_letters():
    from geoiraq.documents.pdf import _letters

    assert _letters("ﬁre in ﺑﻐﺪﺍﺩ") == "fire in بغداد"


def test_what_cannot_be_read_is_said(read, tmp_path, pdf):
    whole = pdf(["Rockets struck Taji."])
    (tmp_path / "a-scan.pdf").write_bytes(pdf([]))
    (tmp_path / "b-encrypted.pdf").write_bytes(pdf(["Rockets struck Taji."], encrypted=True))
    (tmp_path / "c-cut.pdf").write_bytes(whole[: len(whole) // 5])
    (tmp_path / "d-no.pdf").write_bytes(b"no such thing")
    (tmp_path / "e-whole.pdf").write_bytes(whole)
    documents, problems = read()
    assert [document.id for document in documents] == ["e-whole"]
    assert [problem.split(":")[0] for problem in problems] == [
        "a-scan.pdf",
        "b-encrypted.pdf",
        "c-cut.pdf",
        "d-no.pdf",
    ]
    scan, encrypted, cut, other = problems
    assert "has no text on its pages" in scan
    assert "is encrypted" in encrypted
    assert "is damaged" in cut
    assert "is damaged, or no PDF file" in other
    assert not any("\n" in problem for problem in problems)


@pytest.mark.parametrize("step", [7, 31])
def test_no_damage_stops_the_reading_of_the_rest(read, tmp_path, pdf, step):
    whole = pdf(["Rockets struck Taji.", "No one was hurt."])
    for place in range(0, len(whole), len(whole) // 20):
        damaged = bytearray(whole)
        damaged[place : place + step] = b"\xff" * step
        (tmp_path / f"{place:05}.pdf").write_bytes(damaged)
    (tmp_path / "taji.txt").write_text("Rockets hit Taji.")
    documents, problems = read()
    assert documents[-1].id == "taji"
    assert len(documents) + len(problems) == len(list(tmp_path.iterdir()))
