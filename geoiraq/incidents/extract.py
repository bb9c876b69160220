"""The verb: documents in, the incident table out."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from geoiraq.documents import read_documents
from geoiraq.documents.document import Document
from geoiraq.errors import InputWarning, Problem
from geoiraq.incidents.group import group_reports
from geoiraq.incidents.merge import fused_in_order, in_order
from geoiraq.incidents.review.apply import apply_review
from geoiraq.incidents.review.rows import REJECTED
from geoiraq.incidents.review.table import review_table
from geoiraq.incidents.table import to_geodataframe
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.reports.read import read_reports
from geoiraq.reports.report import Report
from geoiraq.reports.when.dates import Order, order_told

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Source = str | Path | Document

#: So many documents, and characters of them, tell before the first is read whether dates are written 05/29/2009.
TELLING_DOCUMENTS, TELLING_LENGTH = 1000, 4_000_000
#: So many rows of a table that is written in parts are in memory at once.
PART = 5000


def extract(
    documents: Source | Iterable[Source],
    published: date | str | None = None,
    merge: bool = True,
    review: str | Path | None = None,
    *,
    for_review: bool = False,
    gazetteer: Gazetteer | None = None,
    on_problem: Callable[[Problem], None] | None = None,
    on_document: Callable[[Document], None] | None = None,
) -> GeoDataFrame:
    """Read the incidents that documents report.

    Parameters
    ----------
    documents
        Files (text, Markdown, HTML, PDF), folders, tables of reports (CSV, JSON Lines, Parquet), `Document`s.
    published
        The publication date of documents that do not have one of their own; a date or ISO text.
    merge
        Whether the reports of different documents that tell one event become one incident. Sentences of one
        document that tell the same event do either way.
    review
        A review table, CSV or GPKG, with a person's corrections (docs/review.md).
    for_review
        Whether to give a review table, which a person can correct, in place of the incident table.
    gazetteer
        Where places are looked up; the one that comes with the package if None.
    on_problem
        Called with each thing that could not be used; a warning is given for each if None.
    on_document
        Called with each document when it has been read, to show progress.

    Returns
    -------
    geopandas.GeoDataFrame
        The incident table, or the review table, EPSG:4326, one row an incident; unplaced and undated incidents keep
        their row. What could not be used stands in `.attrs["problems"]`.

    Raises
    ------
    InputError
        Where `published` is no date or the review cannot be applied.

    Examples
    --------
    >>> from datetime import date
    >>> from geoiraq import Document, extract
    >>> report = Document("a", "On Monday a roadside bomb killed two soldiers near Hawija.", date(2020, 5, 6))
    >>> extract(report)[["layer", "date_start", "fatalities_best", "place_name"]].values.tolist()
    [['attack', '2020-05-04', 2, 'near Hawija']]
    """
    problems: list[Problem] = []

    def tell(problem: Problem) -> None:
        problems.append(problem)
        if on_problem is not None:
            on_problem(problem)
        else:
            warnings.warn(str(problem), InputWarning, stacklevel=3)

    (table,) = extract_parts(
        documents,
        published,
        merge,
        review,
        for_review=for_review,
        gazetteer=gazetteer,
        on_problem=tell,
        on_document=on_document,
        rows=sys.maxsize,
    )
    table.attrs["problems"] = [str(problem) for problem in problems]
    return table


def extract_parts(
    documents: Source | Iterable[Source],
    published: date | str | None = None,
    merge: bool = True,
    review: str | Path | None = None,
    *,
    for_review: bool = False,
    gazetteer: Gazetteer | None = None,
    on_problem: Callable[[Problem], None],
    on_document: Callable[[Document], None] | None = None,
    rows: int = PART,
) -> Iterator[GeoDataFrame]:
    """Read the incidents that documents report, and give their table in parts, of which one at a time is in memory.

    Parameters
    ----------
    documents, published, merge, review, for_review, gazetteer, on_problem, on_document
        As for `extract`.
    rows
        How many a part has; the last has those that are left.

    Yields
    ------
    geopandas.GeoDataFrame
        As of `extract`; one at least, and the first when all documents have been read.
    """
    read: set[str] = set()

    def reports() -> Iterator[Report]:
        for document, order in _in_one_order(_documents(documents, _day(published), on_problem)):
            yield from read_reports(document, gazetteer=gazetteer, order=order)
            if review is not None:
                read.add(document.id)
            if on_document is not None:
                on_document(document)

    groups = group_reports(reports(), across_documents=merge)
    if review is None:
        incidents = fused_in_order(groups)
    else:
        reviewed = apply_review(
            list(groups), review, documents=read, gazetteer=gazetteer, on_problem=on_problem
        )
        incidents = (i for i in in_order(reviewed) if for_review or i.reviewed != REJECTED)
    laid_out = review_table if for_review else to_geodataframe
    yield laid_out(islice(incidents, rows))
    for incident in incidents:
        yield laid_out(chain((incident,), islice(incidents, rows - 1)))


def _in_one_order(documents: Iterator[Document]) -> Iterator[tuple[Document, Order | None]]:
    """Give each document with the order of day and month that the first ones write: those of a call share it."""
    first, length = [], 0
    for document in documents:
        first.append(document)
        length += len(document.text)
        if len(first) == TELLING_DOCUMENTS or length > TELLING_LENGTH:
            break
    order = order_told(document.text for document in first)
    for document in chain(first, documents):
        yield document, order


def _documents(
    sources: Source | Iterable[Source], published: date | None, tell: Callable[[Problem], None]
) -> Iterator[Document]:
    given = [sources] if isinstance(sources, (str, Path, Document)) else list(sources)
    paths = [source for source in given if not isinstance(source, Document)]
    yield from (source for source in given if isinstance(source, Document))
    if paths:
        yield from read_documents(paths, published=published, on_problem=tell)


def _day(published: date | str | None) -> date | None:
    from geoiraq.errors import InputError

    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise InputError(f"published: {published!r} is no date of the form 2020-02-12") from error
