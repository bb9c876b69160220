"""A folder's manifest describes the documents in it, and those in the folders within."""

from __future__ import annotations

from datetime import date

import pytest

HEADER = "file,title,publisher,published,published_precision,url\n"


@pytest.fixture
def folder(tmp_path):
    """A folder of two reports."""
    (tmp_path / "taji.txt").write_text("Rockets hit Taji.")
    (tmp_path / "balad.txt").write_text("Rockets hit Balad.")
    return tmp_path


def test_a_line_describes_its_file(read, folder):
    line = 'taji.txt,"Rockets, again",A ministry,2020-03-12,week,https://example.org\n'
    (folder / "manifest.csv").write_text(HEADER + line)
    (balad, taji), problems = read(published=date(2020, 1, 1))
    assert problems == []
    assert (taji.title, taji.publisher, taji.url) == ("Rockets, again", "A ministry", "https://example.org")
    assert (taji.published, taji.published_precision) == (date(2020, 3, 12), "week")
    assert (balad.title, balad.published) == ("", date(2020, 1, 1))


def test_a_file_named_alone_has_its_line_too(read, folder):
    (folder / "manifest.csv").write_text(HEADER + "gone.txt,,,,,\ntaji.txt,Taji,,2020-03,,\n")
    (taji,), problems = read("taji.txt")
    assert problems == []
    assert (taji.title, taji.published, taji.published_precision) == ("Taji", date(2020, 3, 1), "month")


def test_a_name_with_a_colon_is_a_name(read, folder):
    (folder / "2020-03-12T08:00.txt").write_text("Rockets hit Taji.")
    (folder / "manifest.csv").write_text(HEADER + "2020-03-12T08:00.txt,Taji,,,,\n")
    documents, problems = read("2020-03-12T08:00.txt")
    assert problems == []
    assert documents[0].title == "Taji"


def test_the_nearest_manifest_holds(read, folder):
    (folder / "in").mkdir()
    (folder / "in" / "basra.txt").write_text("Rockets hit Basra.")
    (folder / "manifest.csv").write_text(HEADER + "in/basra.txt,far,,,,\n")
    assert {document.id: document.title for document in read()[0]}["basra"] == "far"
    (folder / "in" / "manifest.csv").write_text(HEADER + "basra.txt,near,,,,\n")
    assert {document.id: document.title for document in read()[0]}["basra"] == "near"


def test_lines_that_cannot_be_used_are_said(read, folder):
    (folder / "manifest.csv").write_text(
        HEADER
        + "gone.txt,,,,,\n../etc/passwd,,,,,\n/etc/passwd,,,,,\nC:\\x.txt,,,,,\n,,,,,x\n"
        + "taji.txt,Taji,,31/02/2020,,\ntaji.txt,Other,,,,\nbalad.txt,Balad,,2020-03-12,decade,\n"
    )
    documents, problems = read(published=date(2020, 1, 1))
    assert [(document.title, document.published) for document in documents] == [
        ("Balad", None),
        ("Taji", None),
    ]
    said = {problem.split(":")[0]: problem for problem in problems}
    assert sorted(said) == [f"manifest.csv, row {row}" for row in range(1, 9)]
    assert "is not there" in said["manifest.csv, row 1"]
    for row in (2, 3, 4):
        assert "outside the folder" in said[f"manifest.csv, row {row}"]
    assert "names no file" in said["manifest.csv, row 5"]
    assert "there is no date '31/02/2020'" in said["manifest.csv, row 6"]
    assert "a second time" in said["manifest.csv, row 7"]
    assert "'decade'" in said["manifest.csv, row 8"]


@pytest.mark.parametrize("manifest", [b"", b"name,title\ntaji.txt,x\n", b"\0\xff\0\xfe\0" * 9])
def test_a_manifest_that_is_none_is_said_and_the_files_read(read, folder, manifest):
    (folder / "manifest.csv").write_bytes(manifest)
    documents, problems = read()
    assert len(documents) == 2
    assert len(problems) == 1
    assert problems[0].startswith("manifest.csv: ")


def test_a_manifest_describes_the_rows_of_a_table_that_do_not_themselves(read, folder):
    (folder / "table.csv").write_text(
        "id,text,publisher\n1,Rockets hit Basra.,\n2,Rockets hit Kut.,A ministry\n"
    )
    (folder / "manifest.csv").write_text(HEADER + "table.csv,,An agency,2020-03-12,,\n")
    documents, problems = read("table.csv")
    assert problems == []
    assert [(each.publisher, each.published) for each in documents] == [
        ("An agency", date(2020, 3, 12)),
        ("A ministry", date(2020, 3, 12)),
    ]
