"""The verb: documents in, the incident table out."""

from __future__ import annotations

from datetime import date

import pytest

import geoiraq
from geoiraq.documents.document import Document
from geoiraq.errors import InputError, InputWarning

RAID = Document("raid", "Gunmen killed two guards in Ramadi on Monday.", date(2020, 5, 6))
AGAIN = Document("again", "Two guards were killed by gunmen in Ramadi on 4 May.", date(2020, 5, 7))


def test_a_document_gives_its_incidents():
    table = geoiraq.extract(RAID)
    assert table[["layer", "date_start", "fatalities_best", "place_name"]].values.tolist() == [
        ["attack", "2020-05-04", 2, "Ramadi"]
    ]
    assert table.crs.to_epsg() == 4326


def test_the_quote_is_a_slice_of_the_document():
    row = geoiraq.extract(RAID).iloc[0]
    assert RAID.text[row.quote_start : row.quote_end] == row.quote


def test_who_was_hurt_is_told_where_the_text_tells_it():
    text = "A bomb killed two American soldiers and three civilians in Ramadi on Monday."
    assert geoiraq.extract(Document("bomb", text, date(2020, 5, 6)))["casualties"].tolist() == [
        "killed: American soldiers 2, civilians 3"
    ]


def test_documents_are_merged_unless_they_are_to_be_kept_apart():
    assert len(geoiraq.extract([RAID, AGAIN])) == 1
    assert len(geoiraq.extract([RAID, AGAIN], merge=False)) == 2


def test_the_rows_of_one_table_write_their_dates_in_one_order():
    rows = [Document("a", "03/04/2009: Gunmen killed two guards in Ramadi.")]
    clear = Document("b", "05/29/2009: A bomb killed a farmer in Baquba.")
    assert list(geoiraq.extract([*rows, clear])["date_start"]) == ["2009-03-04", "2009-05-29"]
    contrary = Document("c", "29/05/2009: A bomb killed a tailor in Kut.")
    table = geoiraq.extract([*rows, clear, contrary])
    assert (table["date_precision"] > 1).sum() == 1


def test_no_documents_give_an_empty_table():
    table = geoiraq.extract([])
    assert len(table) == 0
    assert {"layer", "date_start", "geometry"} <= set(table.columns)


def test_a_folder_is_read(tmp_path):
    (tmp_path / "raid.txt").write_text(RAID.text, encoding="utf-8")
    table = geoiraq.extract(tmp_path, published="2020-05-06")
    assert table["documents"].tolist() == [["raid"]]


def test_what_cannot_be_used_is_said_and_the_rest_done(tmp_path):
    (tmp_path / "raid.txt").write_text(RAID.text, encoding="utf-8")
    with pytest.warns(InputWarning, match=r"nowhere\.txt"):
        table = geoiraq.extract([tmp_path / "nowhere.txt", tmp_path / "raid.txt"], published="2020-05-06")
    assert len(table) == 1
    assert len(table.attrs["problems"]) == 1


def test_a_publication_date_that_is_none_is_refused():
    with pytest.raises(InputError, match="yesterday"):
        geoiraq.extract(RAID, published="yesterday")


def test_the_example_reports_are_read_as_gold_has_them(repository):
    """A floor, so that no change costs what was reached; `benchmarks.extraction` shows each miss."""
    from benchmarks.extraction import main_scores

    for score in main_scores().values():
        assert score.f1 > 0.85


@pytest.mark.parametrize(
    "sheaf",
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
    ],
)
def test_documents_written_without_sight_of_the_rules_are_read(repository, sheaf):
    """A floor likewise; what the first reading made of them stands in docs/measurements.md."""
    from json import loads

    from benchmarks.extraction import score_folder

    folder = repository / "tests" / "gold" / sheaf
    gold = loads((folder / "gold.json").read_text(encoding="utf-8"))
    score = score_folder(folder / "documents", gold)
    assert score.f1 > 0.7, "\n".join(score.lines)


def test_short_reports_are_read_field_by_field():
    """A floor likewise; `benchmarks.paragraphs` shows each miss."""
    from benchmarks.paragraphs import own_tables, score_table

    for reports, gold in own_tables():
        score = score_table(reports, gold)
        for field, share in (("found", 0.9), ("place", 0.85), ("killed", 0.75), ("injured", 0.85)):
            assert score.share(field) >= share, f"{reports.name}: {field} {score}"


def test_the_two_articles_are_read_whole(shared):
    from json import loads

    from benchmarks.extraction import score_folder

    gold = loads((shared / "gold" / "incidents.json").read_text(encoding="utf-8"))
    score = score_folder(shared / "documents" / "news", gold)
    assert (score.found, score.extra) == (score.required, 0), "\n".join(score.lines)


def test_strike_releases_give_each_place_struck_the_day_before(shared):
    found = geoiraq.extract(shared / "documents" / "centcom", merge=False)
    found = found.assign(document=[documents[0] for documents in found["documents"]])
    for ninth_or_eleventh, day, places in (("january-9", "2017-01-08", 10), ("january-11", "2017-01-10", 9)):
        rows = found[found.document.str.startswith(ninth_or_eleventh)]
        assert len(rows) == places
        assert set(rows.layer) == {"attack"}
        assert set(rows.date_start) == {day}
    for quiet in ("coalition-provides", "dod-identifies-army-casualty", "carter-"):
        assert found[found.document.str.startswith(quiet)].empty, quiet
