"""A person has the last word on what was extracted, on this run and on every next one."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from geoiraq.documents.document import Document
from geoiraq.errors import ReviewError
from geoiraq.exchange import write_incidents
from geoiraq.incidents.extract import extract

PUBLISHED = date(2020, 5, 6)
TAJI = Document("taji", "Rockets hit Camp Taji on Monday and killed two soldiers.", PUBLISHED)
TAJI_AGAIN = Document(
    "later", "Three soldiers were killed when rockets hit Camp Taji on 4 May.", date(2020, 5, 8)
)
MOSUL = Document("mosul", "A bomb exploded in Mosul on Monday and wounded a policeman.", PUBLISHED)
MARCH = Document("march", "Students marched in Basra on Sunday.", PUBLISHED)
DOCUMENTS = [TAJI, TAJI_AGAIN, MOSUL, MARCH]

Change = Callable[[list[dict[str, str]]], object]


class Desk:
    """Where a person works: a review table is written, changed and applied."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "review.csv"
        self.problems: list[str] = []

    def write(self, documents: list[Document], review: Path | None = None) -> list[dict[str, str]]:
        table = extract(documents, review=review, for_review=True, on_problem=self._note)
        write_incidents(table, self.file)
        return self.rows()

    def rows(self) -> list[dict[str, str]]:
        with self.file.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines))

    def save(self, rows: list[dict[str, str]]) -> None:
        with self.file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)

    def change(self, document: str, **cells: str) -> None:
        """Write into the cells of the row that rests on a document."""
        rows = self.rows()
        next(row for row in rows if document in row["documents"].split(";")).update(cells)
        self.save(rows)

    def copy(self, document: str, **cells: str) -> None:
        """Copy a row below itself, and write into the copy."""
        rows = self.rows()
        at = next(n for n, row in enumerate(rows) if document in row["documents"].split(";"))
        self.save([*rows[: at + 1], {**rows[at], **cells}, *rows[at + 1 :]])

    def apply(self, documents: list[Document]) -> gpd.GeoDataFrame:
        self.problems.clear()
        return extract(documents, review=self.file, on_problem=self._note)

    def id_of(self, document: str) -> str:
        return next(row["incident_id"] for row in self.rows() if document in row["documents"].split(";"))

    def _note(self, problem: object) -> None:
        self.problems.append(str(problem))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.write(DOCUMENTS)
    return made


def of(table: gpd.GeoDataFrame, document: str) -> gpd.GeoDataFrame:
    return table[[document in documents for documents in table.documents]]


def facts(table: gpd.GeoDataFrame) -> list[str]:
    """All that stands in the rows."""
    return [str(row) for row in table.to_dict("records")]


def test_an_untouched_table_changes_nothing(desk):
    reviewed = desk.apply(DOCUMENTS)
    assert facts(reviewed) == facts(extract(DOCUMENTS))
    assert desk.problems == []


def test_accepting_makes_it_certain_and_a_persons(desk):
    desk.change("mosul", verdict="accept")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert (row.confidence, row.reviewed) == (1.0, "accepted")
    assert set(desk.apply(DOCUMENTS).reviewed) == {"accepted", ""}


def test_rejecting_takes_it_out(desk):
    desk.change("march", verdict="reject")
    assert of(desk.apply(DOCUMENTS), "march").empty
    assert len(desk.apply(DOCUMENTS)) == 2


def test_a_changed_cell_is_a_changed_field_whether_or_not_there_is_a_verdict(desk):
    desk.change("mosul", actor="ISIS", injured="3", date_end="2020-05-05")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert (row.actor, row.injured, row.date_start, row.date_end) == ("ISIS", 3, "2020-05-04", "2020-05-05")
    assert row.date_precision == 2
    assert row.reviewed == "changed: actor, date_end, injured" or set(row.reviewed[9:].split(", ")) >= {
        "actor"
    }


def test_a_new_day_moves_the_last_day_of_a_one_day_incident_too(desk):
    desk.change("mosul", date_start="2020-05-03")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert (row.date_start, row.date_end, row.date_precision) == ("2020-05-03", "2020-05-03", 1)


def test_dates_and_numbers_as_a_spreadsheet_rewrites_them_are_no_changes(desk):
    rows = desk.rows()
    for row in rows:
        for name in ("date_start", "date_end"):
            row[name] = "/".join(reversed(row[name].split("-")))
        row["injured"] = row["injured"] and f"{row['injured']}.0"
    rows[0]["date_start"] = rows[0]["date_end"] = "13/05/2020"  # by which one can tell the day from the month
    desk.save(rows)
    reviewed = desk.apply(DOCUMENTS)
    assert desk.problems == []
    assert sorted(bool(mark) for mark in reviewed.reviewed) == [False, False, True]


def test_a_place_is_looked_up_as_any_other(desk):
    desk.change("mosul", place="Ain al-Asad")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert (row.governorate, row.basis, row.where_precision) == ("Anbar", "site", 1)


def test_a_point_that_a_person_set_is_the_place(desk):
    desk.change("mosul", latitude="36.4", longitude="43,2")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert row.geometry.equals(Point(43.2, 36.4))
    assert (row.basis, row.place_name) == ("site", "Mosul")


def test_an_emptied_place_is_no_place(desk):
    desk.change("mosul", place="")
    row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
    assert (row.geometry, row.basis) == (None, "unknown")


class TestSplit:
    def test_passages_are_parted_by_copying_the_row(self, desk):
        desk.copy("taji", passages="2", date_start="2020-05-05", date_end="2020-05-05")
        reviewed = desk.apply(DOCUMENTS)
        first, second = (of(reviewed, name).iloc[0] for name in ("taji", "later"))
        assert (first.documents, first.fatalities_best, first.date_start) == (["taji"], 2, "2020-05-04")
        assert (second.documents, second.fatalities_best, second.date_start) == (["later"], 3, "2020-05-05")
        assert "split" in first.reviewed
        assert "split" in second.reviewed
        assert desk.problems == []

    def test_one_passage_may_tell_of_two_places(self, desk):
        desk.change("mosul", actor="ISIS")
        desk.copy("mosul", place="Tal Afar", actor="ISIS")
        both = of(desk.apply(DOCUMENTS), "mosul")
        assert sorted(both.place_name) == ["Mosul", "Tal Afar"]
        assert both.incident_id.is_unique

    def test_a_row_copied_by_accident_changes_nothing(self, desk):
        desk.change("mosul", verdict="accept")
        desk.copy("mosul")
        assert len(of(desk.apply(DOCUMENTS), "mosul")) == 1

    def test_what_no_row_takes_is_left_as_it_was_read(self, desk):
        desk.change("taji", passages="1", verdict="accept")
        reviewed = desk.apply(DOCUMENTS)
        assert of(reviewed, "taji").iloc[0].reviewed == "split; accepted"
        assert of(reviewed, "later").iloc[0].reviewed == ""


class TestMerge:
    def test_incidents_are_joined_by_naming_the_other(self, desk):
        desk.change("march", merge_with=desk.id_of("mosul"))
        merged = of(desk.apply(DOCUMENTS), "march").iloc[0]
        assert set(merged.documents) == {"march", "mosul"}
        assert merged.reports == 2
        assert merged.reviewed == "merged"
        assert "joined by a person" in merged.merging

    def test_a_change_in_either_row_counts(self, desk):
        desk.change("march", merge_with=desk.id_of("mosul"), actor="Students")
        desk.change("mosul", injured="4")
        merged = of(desk.apply(DOCUMENTS), "march").iloc[0]
        assert (merged.actor, merged.injured) == ("Students", 4)

    def test_three_may_be_one(self, desk):
        desk.change("march", merge_with=desk.id_of("mosul"))
        desk.change("mosul", merge_with=desk.id_of("taji"))
        (only,) = desk.apply(DOCUMENTS).documents
        assert sorted(only) == ["later", "march", "mosul", "taji"]

    def test_an_unknown_id_is_told(self, desk):
        desk.change("march", merge_with="nobody", verdict="accept")
        assert of(desk.apply(DOCUMENTS), "march").iloc[0].reviewed == "accepted"
        (problem,) = desk.problems
        assert "'nobody', which no incident has as its id" in problem

    def test_what_is_rejected_is_not_merged(self, desk):
        desk.change("mosul", verdict="reject")
        desk.change("march", merge_with=desk.id_of("mosul"))
        assert len(desk.apply(DOCUMENTS)) == 2
        (problem,) = desk.problems
        assert "one of them is rejected" in problem

    def test_changes_that_gainsay_each_other_are_told(self, desk):
        desk.change("march", merge_with=desk.id_of("mosul"), actor="Students")
        desk.change("mosul", actor="ISIS")
        merged = of(desk.apply(DOCUMENTS), "march").iloc[0]
        assert merged.actor == "Students"
        (problem,) = desk.problems
        assert "differs from row" in problem
        assert "actor" in problem


class TestReExtraction:
    """The next run may read other documents, in another order, with other rules."""

    def test_new_reports_of_an_accepted_incident_join_it(self, desk):
        desk.write([TAJI, MOSUL])
        desk.change("taji", verdict="accept", actor="Kataib Hezbollah")
        row = of(desk.apply(DOCUMENTS), "later").iloc[0]
        assert (row.documents, row.actor, row.fatalities_best) == (["taji", "later"], "Kataib Hezbollah", 2)

    def test_a_rejected_incident_stays_out_when_another_document_tells_it(self, desk):
        desk.write([TAJI, MOSUL])
        desk.change("taji", verdict="reject")
        assert of(desk.apply(DOCUMENTS), "later").empty

    def test_a_passage_is_known_under_another_documents_id(self, desk):
        desk.change("mosul", actor="ISIS")
        moved = [replace(document, id=f"row-{n}") for n, document in enumerate(reversed(DOCUMENTS))]
        assert of(desk.apply(moved), "row-1").iloc[0].actor == "ISIS"
        assert desk.problems == []

    def test_a_passage_is_known_though_it_is_read_otherwise(self, desk):
        """Stands in for a new version of the rules: another kind, another place, another quote."""
        desk.change("mosul", verdict="accept")
        longer = replace(MOSUL, text="A car bomb exploded in Mosul on Monday and wounded a policeman.")
        rows = desk.rows()
        for row in rows:
            row["evidence"] = row["evidence"].replace("A bomb exploded", "bomb exploded")
            row["as_read"] = row["as_read"].replace('"mosul"', '"erbil"').replace('"Mosul"', '"Erbil"')
            row["place"] = row["place"].replace("Mosul", "Erbil")
        desk.save(rows)
        row = of(desk.apply([TAJI, TAJI_AGAIN, longer, MARCH]), "mosul").iloc[0]
        assert (row.reviewed, row.place_name) == ("accepted", "Erbil")

    def test_a_passage_is_known_though_a_spreadsheet_lost_some_of_its_letters(self, desk):
        desk.change("mosul", verdict="accept", incident_id="0")
        desk.save([{**row, "evidence": row["evidence"].replace("bomb", "b?mb")} for row in desk.rows()])
        assert of(desk.apply(DOCUMENTS), "mosul").reviewed.tolist() == ["accepted"]

    def test_what_is_accepted_stands_though_it_is_no_longer_found(self, desk):
        desk.change("march", verdict="accept", actor="Students")
        silent = replace(MARCH, text="Nothing happened.")
        row = of(desk.apply([TAJI, TAJI_AGAIN, MOSUL, silent]), "march").iloc[0]
        assert (row.layer, row.date_start, row.place_name) == ("protest", "2020-05-03", "Basra")
        assert row.actor == "Students"
        assert row.reviewed == "changed: actor; no longer read"
        assert row.quote == MARCH.text

    def test_a_new_number_of_killed_widens_its_spread(self, desk):
        desk.change("taji", fatalities_best="7")
        row = of(desk.apply(DOCUMENTS), "taji").iloc[0]
        assert (row.fatalities_low, row.fatalities_best, row.fatalities_high) == (2, 7, 7)
        assert row.reviewed == "changed: fatalities_best"

    def test_a_toll_out_of_order_is_named(self, desk):
        desk.change("taji", fatalities_low="9", fatalities_best="7")
        desk.apply(DOCUMENTS)
        (problem,) = desk.problems
        assert "not in order" in problem

    def test_documents_that_are_not_read_are_named(self, desk):
        desk.change("march", verdict="accept")
        assert of(desk.apply([TAJI, MOSUL]), "march").empty
        (problem,) = desk.problems
        assert "documents that are not among those read" in problem

    def test_a_table_written_anew_keeps_what_was_decided(self, desk):
        raid = Document("raid", "Police arrested two men in Ramadi on Monday.", PUBLISHED)
        documents = [*DOCUMENTS, raid]
        desk.write(documents)
        desk.copy("taji", passages="2", fatalities_best="4", fatalities_high="4")
        desk.change("march", merge_with=desk.id_of("mosul"))
        desk.change("raid", verdict="reject")
        before = desk.apply(documents)
        desk.write(documents, review=desk.file)
        again = desk.apply(documents)
        columns = ["incident_id", "fatalities_best", "documents", "place_name"]
        assert len(before) == 3
        assert again[columns].values.tolist() == before[columns].values.tolist()
        assert desk.problems == []


class TestOwnTable:
    """A table of one's own needs an id and what is to be changed."""

    def write(self, desk: Desk, text: str) -> None:
        desk.file.write_text(text.format(id=desk.id_of("mosul")), encoding="utf-8")

    def test_cells_that_are_not_empty_are_changes(self, desk):
        self.write(desk, "incident_id,verdict,actor,injured,target\n{id},accept,ISIS,-,\n")
        row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
        assert (row.actor, row.target) == ("ISIS", of(extract(DOCUMENTS), "mosul").iloc[0].target)
        assert pd.isna(row.injured)

    def test_rows_on_one_incident_are_taken_together_unless_they_clash(self, desk):
        self.write(desk, "incident_id,actor,target\n{id},ISIS,\n{id},,Police\n{id},PKK,\n")
        row = of(desk.apply(DOCUMENTS), "mosul").iloc[0]
        assert (row.actor, row.target) == ("ISIS", "Police")
        (problem,) = desk.problems
        assert "review.csv, row 3: differs from row 1 on the same incident in actor" in problem

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("unknown,accept,,,", "no incident has the id 'unknown'"),
            ("{id},maybe,,,", "verdict is 'maybe'"),
            ("{id},accept,2020-02-31,,", "there is no date '2020-02-31'"),
            ("{id},accept,2021-01-01,2020-01-01,", "date_end is before date_start"),
            ("{id},accept,,,Atlantis", "place 'Atlantis' is unresolved"),
        ],
    )
    def test_a_row_that_cannot_be_applied_is_told_and_the_incident_kept(self, desk, row, reason):
        self.write(desk, f"incident_id,verdict,date_start,date_end,place\n{row}\n")
        assert facts(desk.apply(DOCUMENTS)) == facts(extract(DOCUMENTS))
        (problem,) = desk.problems
        assert "review.csv, row 1" in problem
        assert reason in problem

    def test_a_column_that_is_misspelt_is_told(self, desk):
        self.write(desk, "incident_id,fatalites_best,note\n{id},3,mine\n")
        desk.apply(DOCUMENTS)
        assert "is it fatalities_best?" in desk.problems[0]

    def test_a_row_that_cannot_be_told_apart_is_told_and_the_rest_applied(self, desk):
        self.write(desk, 'incident_id,actor\n"broken"row,x\n{id},ISIS\n')
        assert of(desk.apply(DOCUMENTS), "mosul").iloc[0].actor == "ISIS"
        (problem,) = desk.problems
        assert "review.csv, row 1: cannot be told apart into cells" in problem

    @pytest.mark.parametrize("text", ["verdict\naccept\n", "note\nx\n"])
    def test_a_file_that_is_no_review_is_refused(self, desk, text):
        desk.file.write_text(text, encoding="utf-8")
        with pytest.raises(ReviewError, match=r"review\.csv: lacks the column incident_id"):
            desk.apply(DOCUMENTS)

    def test_a_missing_review_is_refused(self, desk):
        desk.file.unlink()
        with pytest.raises(ReviewError, match="cannot be read"):
            desk.apply(DOCUMENTS)


def test_a_point_moved_on_a_map_is_the_place(tmp_path):
    file = tmp_path / "review.gpkg"
    write_incidents(extract(DOCUMENTS, for_review=True), file)
    table = gpd.read_file(file)
    at = table.index[table.place == "Mosul"][0]
    table.loc[at, "geometry"] = Point(43.2, 36.4)
    table.loc[table.place == "Basra", "verdict"] = "reject"
    table.to_file(file, layer="incidents", driver="GPKG")
    reviewed = extract(DOCUMENTS, review=file)
    assert sorted(reviewed.reviewed) == ["", "changed: latitude, longitude"]
    assert of(reviewed, "mosul").iloc[0].geometry.equals(Point(43.2, 36.4))
