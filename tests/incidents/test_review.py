"""A person has the last word on what was extracted."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.errors import ReviewError
from geoiraq.incidents.review import apply_review


def reviewed(incident, tmp_path, text):
    file, problems = tmp_path / "review.csv", []
    file.write_text(text.format(id=incident.incident_id), encoding="utf-8")
    return apply_review([incident], file, on_problem=problems.append), [str(p) for p in problems]


def test_accepting_makes_it_certain(incident, tmp_path):
    (kept,), problems = reviewed(incident, tmp_path, "incident_id,verdict\n{id},accept\n")
    assert kept.confidence == 1.0
    assert problems == []


def test_rejecting_takes_it_out(incident, tmp_path):
    assert reviewed(incident, tmp_path, "incident_id,verdict\n{id},reject\n") == ([], [])


def test_fields_are_changed_emptied_or_left(incident, tmp_path):
    text = "incident_id,verdict,actor,date_end,fatalities_best,target,layer\n{id},accept,ISIS,2020-05-05,-,,attack\n"
    (kept,), _ = reviewed(incident, tmp_path, text)
    assert (kept.actor, kept.date_end, kept.fatalities_best) == ("ISIS", date(2020, 5, 5), None)
    assert kept.target == incident.target


def test_a_place_is_resolved_as_any_other(incident, tmp_path):
    (kept,), _ = reviewed(incident, tmp_path, "incident_id,verdict,place\n{id},accept,Camp Taji\n")
    assert (kept.place_id, kept.basis, kept.where_precision) == ("camp-taji", "site", 1)


def test_the_country_is_no_point(incident, tmp_path):
    (kept,), _ = reviewed(incident, tmp_path, "incident_id,verdict,place\n{id},accept,Iraq\n")
    assert kept.geometry is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("unknown,accept,,", "no incident has the id 'unknown'"),
        ("{id},maybe,,", "verdict is 'maybe'"),
        ("{id},accept,2020-02-31,", "day is out of range"),
        ("{id},accept,2021-01-01,", "date_end is before date_start"),
        ("{id},accept,,Atlantis", "place 'Atlantis' is unresolved"),
    ],
)
def test_a_row_that_cannot_be_applied_is_told_and_the_incident_kept(incident, tmp_path, row, reason):
    kept, (problem,) = reviewed(incident, tmp_path, f"incident_id,verdict,date_start,place\n{row}\n")
    assert kept == [incident]
    assert "review.csv, row 1" in problem
    assert reason in problem


@pytest.mark.parametrize("text", ["verdict\naccept\n", "", "incident_id\nx\n"])
def test_a_file_that_is_no_review_is_refused(incident, tmp_path, text):
    with pytest.raises(ReviewError, match=r"review\.csv: lacks the column"):
        reviewed(incident, tmp_path, text)


def test_a_missing_review_is_refused(incident, tmp_path):
    with pytest.raises(ReviewError, match="cannot be read"):
        apply_review([incident], tmp_path / "absent.csv", on_problem=print)
