"""The evidence, for the page: every report of every incident, each document once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from geoiraq.maps import cells
from geoiraq.maps.block import Integers, Texts

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import Series

DOCUMENT = ("id", "title", "publisher", "published", "url")

Report = Mapping[str, str]


def reports_data(table: GeoDataFrame) -> dict[str, Any]:
    """Lay out what reports the incidents.

    Parameters
    ----------
    table
        The incident table; evidence, else documents and quote, are used where they are there.

    Returns
    -------
    dict
        documents, and reports: how many each row has, and of each, row by row, its document, its quote and where
        that stands in the document's text; nothing where no row has a report.
    """
    told = list(_told(table))
    if not told:
        return {"documents": []}
    documents: dict[tuple[str, ...], int] = {}
    quotes = {"": 0}
    which = [documents.setdefault(_document(report), len(documents)) for _, report in told]
    quoted = [quotes.setdefault(report.get("quote", ""), len(quotes)) for _, report in told]
    counts = np.bincount([row for row, _ in told], minlength=len(table))
    return {
        "documents": [dict(zip(DOCUMENT, document, strict=True)) for document in documents],
        "reports": {
            "counts": Integers.of(counts),
            "document": Integers.of(which),
            "quote": Integers.of(quoted),
            "quotes": Texts(list(quotes)),
            "start": _offsets([report.get("start") for _, report in told]),
            "end": _offsets([report.get("end") for _, report in told]),
        },
    }


def _told(table: GeoDataFrame) -> Iterator[tuple[int, Report]]:
    evidence, documents, quotes = (_cells(table, name) for name in ("evidence", "documents", "quote"))
    if not (evidence or documents or quotes):
        return
    for row in range(len(table)):
        reports = cells.evidence(evidence.get(row))
        for report in reports or _named(documents.get(row), cells.text(quotes.get(row))):
            yield row, report


def _cells(table: GeoDataFrame, name: str) -> dict[int, Any]:
    """Give the cells of a column that say something, by their row's number."""
    if name not in table:
        return {}
    column: Series = table[name]
    rows = np.flatnonzero(column.notna())
    return dict(zip(rows.tolist(), column.iloc[rows], strict=True))


def _named(documents: Any, quote: str) -> list[Report]:
    """Documents that are only named: the quote is the first one's."""
    named = cells.documents(documents)
    if named:
        return [{"document": name, "quote": quote if i == 0 else ""} for i, name in enumerate(named)]
    return [{"document": "", "quote": quote}] if quote else []


def _document(report: Report) -> tuple[str, ...]:
    return (report.get("document", ""), *(report.get(name, "") for name in DOCUMENT[1:]))


def _offsets(written: list[str | None]) -> Integers:
    read = [cells.count(offset) for offset in written]
    said = np.array([offset is not None for offset in read])
    return Integers(np.array([offset or 0 for offset in read], dtype=np.int64), said)
