"""The memory that extraction takes hardly grows with the number of reports."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import date, timedelta

import pytest

from geoiraq.documents.document import Document
from geoiraq.exchange import write_parts
from geoiraq.incidents import extract, kept, order
from geoiraq.reports.read import read_reports

#: Of a report no more bytes than these stay in memory; the report itself and its row of the table take 3,000.
GIST = 1000
PLACES = ("Mosul", "Ramadi", "Kirkuk", "Taji", "Hawija", "Basra", "Kut", "Sinjar")


def documents(count: int):
    """Give as many documents, each of a day and words of its own."""
    for number in range(count):
        yield Document(f"report-{number}", str(number), date(2004, 1, 1) + timedelta(days=number % 7000))


@pytest.fixture
def told(monkeypatch):
    """Have each of these documents read as a report of its own, without the reading: it is long, and keeps nothing."""
    texts = (f"Gunmen killed two judges in {place} on 4 May 2020." for place in PLACES)
    made = [read_reports(Document("made", text))[0] for text in texts]

    def read(document: Document, **_: object):
        number = int(document.text)
        pattern = made[number % len(PLACES)]
        dating = replace(pattern.dating, start=document.published, end=document.published)
        yield replace(pattern, document=document, dating=dating, quote=f"{pattern.quote} Report {number}.")

    monkeypatch.setattr(extract, "read_reports", read)
    monkeypatch.setattr(kept, "HELD", 100)
    monkeypatch.setattr(order, "RUN", 100)


def peak(count: int, path, *, merge: bool) -> int:
    tracemalloc.start(1)
    try:
        parts = extract.extract_parts(documents(count), merge=merge, on_problem=print, rows=100)
        write_parts(parts, path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("ending", "merge"), [(".csv", True), (".parquet", False)])
def test_what_stays_in_memory_of_a_report_is_its_gist(told, tmp_path, ending, merge):
    path = tmp_path / f"incidents{ending}"
    peak(150, path, merge=merge)  # what is loaded once is loaded now
    few, many = (peak(count, path, merge=merge) for count in (200, 800))
    assert many - few < 600 * GIST
