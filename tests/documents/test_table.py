"""Tables of documents, one a row, in any of their formats; a bad row is said and the rest is read."""

from __future__ import annotations

import csv
import json
from datetime import date

import pandas as pd
import pytest

from geoiraq.documents import read_documents

ROWS = [
    {
        "id": "one",
        "text": "Rockets hit Taji,\nno one died.",
        "published": "2020-03-12",
        "title": 'Taji; "again"',
    },
    {"id": "two", "text": "انسحبت القوات من القيارة", "published": "2020-03", "title": "القيارة"},
]


def write(path, rows):
    """Write rows as the path's ending says."""
    if path.suffix == ".parquet":
        pd.DataFrame(rows).to_parquet(path)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    else:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".ndjson", ".parquet", ".CSV"])
def test_a_row_is_a_document(read, tmp_path, ending):
    path = tmp_path / f"reports{ending}"
    write(path.with_suffix(ending.lower()), ROWS)
    path.with_suffix(ending.lower()).rename(path)
    (one, two), problems = read()
    assert problems == []
    assert (one.id, one.text, one.published, one.title) == (
        "one",
        ROWS[0]["text"],
        date(2020, 3, 12),
        ROWS[0]["title"],
    )
    assert (two.text, two.published, two.published_precision) == (ROWS[1]["text"], date(2020, 3, 1), "month")
    assert one.source == str(path)


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_bad_rows_are_said_and_the_rest_is_read(read, tmp_path, ending):
    rows = [
        {"id": "a", "text": "Rockets hit Taji.", "published": "2020-03-12"},
        {"id": "b", "text": "Rockets hit Balad.", "published": "someday"},
        {"id": "c", "text": " ", "published": "2020-03-12"},
        {"id": "d", "text": "Rockets hit Basra.", "published": ""},
    ]
    write(tmp_path / f"reports{ending}", rows)
    documents, problems = read(published=date(2020, 1, 1))
    assert [(document.id, document.published) for document in documents] == [
        ("a", date(2020, 3, 12)),
        ("b", None),
        ("d", date(2020, 1, 1)),
    ]
    assert [problem.split(":")[0] for problem in problems] == [
        f"reports{ending}, row 2",
        f"reports{ending}, row 3",
    ]
    assert "'someday' is not a date" in problems[0]
    assert "has no text" in problems[1]


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_a_table_without_a_text_column_is_said_once(read, tmp_path, ending):
    write(tmp_path / f"reports{ending}", [{"id": "a", "body": "x"}, {"id": "b", "body": "y"}])
    documents, problems = read()
    assert documents == []
    assert problems == [f"reports{ending}: has no column named text"]


def test_columns_in_any_case_and_of_other_spreadsheets(read, tmp_path):
    (tmp_path / "reports.csv").write_bytes(
        "\ufeffID;Text ;Published;URL\r\n7;“Taji” hit;27/12/2019;x\r\n".encode()
    )
    (document,), problems = read()
    assert problems == []
    assert (document.id, document.text, document.url) == ("7", "“Taji” hit", "x")
    assert document.published == date(2019, 12, 27)


def test_an_old_arabic_spreadsheet_is_read(read, tmp_path):
    text = "قال مسؤول عسكري إن القوات انسحبت من قاعدة القيارة"
    (tmp_path / "reports.csv").write_bytes(f"id,text\r\n1,{text}\r\n".encode("cp1256"))
    (document,), problems = read()
    assert problems == []
    assert document.text == text


def test_the_text_of_a_spreadsheet_in_utf16_is_read(read, tmp_path):
    (tmp_path / "reports.csv").write_bytes("id\ttext\r\n1\tانفجار في بغداد\r\n".encode("utf-16"))
    (document,), problems = read()
    assert problems == []
    assert document.text == "انفجار في بغداد"


def test_one_broken_byte_does_not_cost_the_table(read, tmp_path):
    rows = [f"{n},انفجار في بغداد\n".encode() for n in range(50)]
    rows[7] = b"7,Rockets hit \xff Taji\n"
    (tmp_path / "reports.csv").write_bytes(b"id,text\n" + b"".join(rows))
    documents, problems = read()
    assert len(documents) == 50
    assert documents[7].text == "Rockets hit \ufffd Taji"
    assert documents[8].text == "انفجار في بغداد"
    assert problems == ["reports.csv, row 8: has bytes that are no text; each is now U+FFFD"]


def test_ragged_rows_are_said(read, tmp_path):
    (tmp_path / "reports.csv").write_text(
        "id,text,published\n1,Rockets hit Taji, again,2020-03-12\n2,Rockets hit Balad.\n"
        '3,"a"b,\n4,Rockets hit Basra.,\n'
    )
    documents, problems = read()
    assert [document.id for document in documents] == ["2", "4"]
    assert [problem.split(":")[0] for problem in problems] == [f"reports.csv, row {row}" for row in (1, 2, 3)]
    assert "has 4 cells where the header has 3 (a comma" in problems[0]
    assert "has 2 cells where the header has 3" in problems[1]
    assert "cannot be told apart" in problems[2]


def test_a_quotation_mark_never_closed_is_said(read, tmp_path):
    (tmp_path / "reports.csv").write_text(
        'id,text\n1,Rockets hit Taji.\n2,"Rockets hit Balad.\n3,Rockets hit Basra.\n'
    )
    documents, problems = read()
    assert [document.id for document in documents] == ["1", "3"]
    assert len(problems) == 1
    assert problems[0].startswith("reports.csv, row 2: ")


def test_lines_that_are_no_json_objects_are_said(read, tmp_path):
    lines = [
        '{"text": "Rockets hit Taji."}',
        "{oops",
        "[1]",
        "",
        '{"text": 7}',
        '{"title": "x"}',
        "[" * 100_000,
    ]
    (tmp_path / "reports.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n')
    documents, problems = read()
    assert [document.id for document in documents] == ["reports-1"]
    assert [problem.split(":")[0] for problem in problems] == [
        f"reports.jsonl, row {row}" for row in (2, 3, 5, 6, 7, 8)
    ]


def test_half_a_character_in_json_becomes_a_whole_one(read, tmp_path):
    (tmp_path / "reports.jsonl").write_text('{"text": "hit \\ud83d Taji \\ud83d\\ude00"}\n')
    (document,), _ = read()
    assert document.text == "hit \ufffd Taji 😀"


@pytest.mark.parametrize("name", ["reports.parquet", "reports.csv", "reports.jsonl"])
def test_a_damaged_or_empty_table_is_said(read, tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    (tmp_path / f"binary-{name}").write_bytes(b"PAR1\0\xff\0\xfe" * 9)
    documents, problems = read()
    assert documents == []
    assert {problem.split(":")[0].split(",")[0] for problem in problems} == {name, f"binary-{name}"}


def test_a_table_of_a_header_alone_is_said(read, tmp_path):
    (tmp_path / "reports.csv").write_text("id,text\n")
    assert read() == ([], ["reports.csv: is a table without any row"])


def test_dates_of_parquet_are_dates(read, tmp_path):
    pd.DataFrame({"text": ["a", "b"], "published": pd.to_datetime(["2020-03-12", None])}).to_parquet(
        tmp_path / "reports.parquet"
    )
    documents, problems = read()
    assert problems == []
    assert [document.published for document in documents] == [date(2020, 3, 12), None]


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_a_large_table_is_read_row_by_row(tmp_path, ending):
    path = tmp_path / f"reports{ending}"
    write(path, [{"id": f"{n}", "text": "Rockets hit Taji. " * 20} for n in range(20_000)])
    documents = read_documents([path], on_problem=print)
    assert next(documents).id == "0"
    with path.open("r+b") as file:  # what has not been read yet is not held
        file.truncate(path.stat().st_size // 2)
    assert 5_000 < sum(1 for _ in documents) < 15_000


def test_a_quotation_mark_never_closed_costs_its_own_row_only(read, tmp_path):
    rows = [f'{n},"A bomb in Mosul,\nthe {n}th."' for n in range(1, 4000)]
    rows[1] = '2,"A bomb in Kirkuk'
    (tmp_path / "table.csv").write_text("id,text\n" + "\n".join(rows) + "\n")
    documents, problems = read("table.csv")
    assert [d.id for d in documents] == ["1", *(str(n) for n in range(3, 4000))]
    assert documents[-1].text == "A bomb in Mosul,\nthe 3999th."
    (problem,) = problems
    assert problem.startswith("table.csv, row 2: cannot be told apart into cells")


def test_one_date_settles_the_order_of_day_and_month_for_its_column(read, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("text,published\nA bomb.,03/04/2020\nA bomb.,27/04/2020\n")
    documents, problems = read("table.csv")
    assert [d.published for d in documents] == [date(2020, 4, 3), date(2020, 4, 27)]
    assert problems == []
    table.write_text("text,published\nA bomb.,03/04/2020\nA bomb.,05/04/2020\n")
    documents, problems = read("table.csv")
    assert [d.published for d in documents] == [None, None]
    assert "'03/04/2020' could be two dates" in problems[0]
