"""What is laid aside on disk comes back as it was, and nothing of it is left."""

from __future__ import annotations

import os
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoiraq.documents.document import Document
from geoiraq.errors import OutputError
from geoiraq.incidents import kept, order
from geoiraq.incidents.extract import extract_parts
from geoiraq.incidents.kept import Reports
from geoiraq.incidents.merge import merge_reports
from geoiraq.incidents.order import order_of
from geoiraq.reports.read import read_reports

TEXTS = (
    "Rockets hit Camp Taji on Monday and killed two American soldiers and three civilians.",
    "Two soldiers were killed when rockets hit Camp Taji on 4 May. Gunmen killed a judge 20 km west of Ramadi.",
    "Students marched in Mosul and in southern Nineveh governorate on Tuesday.",
    "Gunmen killed two engineers in Atlantis.",
)


@pytest.fixture(scope="module")
def reports():
    documents = [Document(f"d{n}", text, date(2020, 5, 6)) for n, text in enumerate(TEXTS)]
    return [report for document in documents for report in read_reports(document)]


@given(keys=st.lists(st.tuples(st.booleans(), st.text(max_size=2))), run=st.integers(1, 5))
def test_keys_are_ordered_however_few_are_in_memory(keys, run):
    with patch.object(order, "RUN", run):
        assert list(order_of(keys)) == sorted(range(len(keys)), key=keys.__getitem__)


def test_a_report_comes_back_from_disk_as_it_was_kept(reports, monkeypatch):
    monkeypatch.setattr(kept, "HELD", 1)
    shelf = Reports()
    as_kept = [shelf.add(report) for report in reports]
    assert [shelf[number] for number in range(len(shelf))] == as_kept
    assert [report.quote for report in as_kept] == [report.quote for report in reports]
    for number, report in enumerate(reports):
        drawn, area = report.where.area and report.where.area.footprint, shelf[number].where.area
        assert drawn is None if area is None else drawn == area.footprint


@pytest.mark.parametrize("across", [True, False])
def test_incidents_are_the_same_whether_their_reports_lay_on_disk_or_not(reports, across, monkeypatch):
    in_memory = merge_reports(reports, across_documents=across)
    monkeypatch.setattr(kept, "HELD", 0)
    monkeypatch.setattr(order, "RUN", 2)
    assert merge_reports(reports, across_documents=across) == in_memory


def test_what_is_laid_aside_has_no_name(reports, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(kept, "HELD", 0)
    shelf = Reports()
    for report in reports:
        shelf.add(report)
    assert len(shelf) == len(reports)
    assert os.name == "nt" or not list(tmp_path.iterdir())


def test_a_disk_that_cannot_be_written_is_an_output_error(reports, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    monkeypatch.setattr(kept, "HELD", 0)
    with pytest.raises(OutputError, match="laid aside"):
        Reports().add(reports[0])


@pytest.mark.parametrize("for_review", [True, False])
def test_a_table_in_parts_is_the_table(for_review):
    import pandas as pd

    documents = [Document(f"d{n}", text, date(2020, 5, 6)) for n, text in enumerate(TEXTS)]
    (whole,) = extract_parts(documents, for_review=for_review, on_problem=print)
    parts = list(extract_parts(documents, for_review=for_review, on_problem=print, rows=2))
    assert {len(part) for part in parts[:-1]} == {2}
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
