"""A text file's text is the file's content, whatever it is encoded in, or it is said why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.documents.encoding import decode, encoding_of

ARABIC = "قال مسؤول عسكري إن القوات انسحبت من قاعدة القيارة جنوب الموصل يوم الخميس.\n"
TYPOGRAPHIC = "The attack – near “Mosul” – killed 3, said José Müller.\n"


def test_the_text_is_exactly_the_file(read, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes("\n  Taji \n\n\tرصد\u200f “x”\n\n ".encode())
    documents, problems = read()
    assert documents[0].text == path.read_text(encoding="utf-8")
    assert problems == []


@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_is_read_as_it_stands_but_for_the_line_ends(text):
    assert decode(f"A {text}".encode()) == f"A {text}".replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8-sig"),
        (ARABIC, "utf-16"),
        (TYPOGRAPHIC, "utf-16-le"),
        (TYPOGRAPHIC, "utf-16-be"),
        (ARABIC, "utf-32"),
        (ARABIC, "cp1256"),
        ("انفجار في بغداد", "cp1256"),
        (TYPOGRAPHIC, "cp1252"),
        ("A café in Erbil was hit.", "latin-1"),
    ],
)
def test_other_encodings_are_recognised(text, encoding, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(text.encode(encoding))
    assert decode(path.read_bytes()) == text
    assert path.read_text(encoding=encoding_of(path)) == text


def test_a_large_file_is_judged_by_all_of_it(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"plain words\n" * 100_000 + "– “Mosul” was quiet, José Müller said.".encode("cp1252"))
    assert path.read_text(encoding=encoding_of(path)).endswith("“Mosul” was quiet, José Müller said.")
    path.write_bytes("\ufeffال".encode() * 400_000)
    assert encoding_of(path) == "utf-8-sig"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 \xff", "looks like a PDF file"),
        (b"PK\x03\x04\x14\x00", "looks like a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "looks like a PNG picture"),
        (bytes(range(256)) * 4, "zero bytes"),
        (bytes(range(128, 160)) * 40, "text in no encoding"),
        (b"\xff\xfea", "is damaged"),
        (b"\xef\xbb\xbfabc\xff", "is damaged"),
        (ARABIC.encode()[:-3], "is nearly UTF-8"),
    ],
)
def test_what_is_no_text_is_said(read, tmp_path, data, reason):
    (tmp_path / "report.txt").write_bytes(data)
    (tmp_path / "taji.txt").write_text("Rockets hit Taji.")
    documents, problems = read()
    assert [document.id for document in documents] == ["taji"]
    assert len(problems) == 1
    assert problems[0].startswith("report.txt: ")
    assert reason in problems[0]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\n".encode()])
def test_an_empty_file_is_said(read, tmp_path, data):
    (tmp_path / "report.txt").write_bytes(data)
    documents, problems = read()
    assert documents == []
    assert len(problems) == 1
    assert problems[0].startswith("report.txt: ")
