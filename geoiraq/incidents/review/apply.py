"""A person's corrections, applied to what was extracted: the person has the last word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from geoiraq.errors import Problem
from geoiraq.incidents.fuse import fuse
from geoiraq.incidents.incident import Evidence, Incident
from geoiraq.incidents.review.claims import Claim, Passages, claims_of
from geoiraq.incidents.review.fields import FIELDS, PLACE, cell_of, changed, restored
from geoiraq.incidents.review.rows import REJECTED, Row, read_rows
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.reports.report import Report
from geoiraq.reports.when.calendar import precision_of

#: What a person has seen is certain.
CERTAIN = 1.0


def apply_review(
    groups: Sequence[Sequence[Report]],
    file: str | Path,
    *,
    documents: Collection[str],
    gazetteer: Gazetteer | None = None,
    on_problem: Callable[[Problem], None],
) -> list[Incident]:
    """Make incidents of groups of reports as a review table says.

    Parameters
    ----------
    groups
        The reports of each event, as extraction brought them together.
    file
        A CSV or GPKG file: a review table that was written by `review_table` and changed, or a table of one's own
        with the column `incident_id` and any of `verdict`, `merge_with` and the fields.
    documents
        Ids of the documents that were read: what a person accepted stands while its document is there, even where
        extraction no longer finds it.
    gazetteer
        Where places are looked up.
    on_problem
        Called for a row that cannot be applied; its incident is then kept as extracted.

    Returns
    -------
    list of Incident
        In no particular order. Those that a person saw are certain and bear in `reviewed` what the person did; the
        rejected are there, with "rejected".

    Raises
    ------
    ReviewError
        Where the file cannot be read or lacks its columns.
    """
    source = str(file)
    rows, wrong = read_rows(Path(file))

    def tell(number: int | None, reason: str) -> None:
        on_problem(Problem(source, reason, number))

    for number, reason in wrong:
        tell(number, reason)
    passages = Passages(groups, rows)
    claims = claims_of(rows, passages, tell)
    claimed = {id(report) for claim in claims for report in claim.reports}
    incidents = [fuse(rest) for group in groups if (rest := [r for r in group if id(r) not in claimed])]
    for claim in claims:
        row = claim.rows[0]
        try:
            incidents.extend(_incident(claim, set(documents), gazetteer, tell))
        except ValueError as error:
            tell(row.number, f"{error}; not applied")
            incidents += [fuse(claim.reports)] if claim.reports else []
    return list(_with_own_ids(incidents))


def _incident(
    claim: Claim, documents: Collection[str], gazetteer: Gazetteer | None, tell: Callable[[int, str], None]
) -> Iterator[Incident]:
    row = claim.rows[0]
    if claim.reports:
        read = fuse(claim.reports)
    elif row.verdict == "reject":
        return
    elif not any(passage.get("document") in documents for passage in row.evidence):
        raise ValueError("speaks of documents that are not among those read")
    else:
        read = _remembered(row)
    if row.verdict == "reject":
        yield replace(read, reviewed=REJECTED, confidence=CERTAIN)
        return
    changes = changed(read, _values(claim, tell), gazetteer)
    if row.verdict and row.as_read and not claim.merged and not set(PLACE) & set(row.touched):
        changes |= _as_accepted(read, row)
    yield replace(read, **{**changes, "confidence": CERTAIN, "reviewed": _deed(claim)})


def _values(claim: Claim, tell: Callable[[int, str], None]) -> dict[str, Any]:
    """Give the fields that the person's rows set; in a merger the changed ones, for the rest is summed up anew."""
    first, *others = claim.rows
    if not claim.merged:
        return {
            name: value for name, value in first.values.items() if name not in PLACE or name in first.touched
        }
    values = {name: first.values[name] for name in first.touched}
    for row in others:
        for name in row.touched:
            if values.setdefault(name, row.values[name]) != row.values[name]:
                tell(
                    row.number,
                    f"differs from row {first.number}, with which it is merged, in {name}; that one holds",
                )
    return values


def _as_accepted(read: Incident, row: Row) -> dict[str, Any]:
    """Give the place as it was when the person accepted it, if it is read otherwise now."""
    same = all((cell_of(read, name) or "") == (row.as_read.get(name) or "") for name in PLACE)
    return {} if same else restored(row.as_read)


def _deed(claim: Claim) -> str:
    """Say what a person did with an incident."""
    first = claim.rows[0]
    touched = dict.fromkeys(name for row in claim.rows for name in row.touched)
    deeds = [
        "merged" if claim.merged else "",
        "split" if first.is_part or not first.speaks else "",
        f"changed: {', '.join(touched)}" if touched else "",
        "accepted" if first.verdict and not touched else "",
        "" if claim.reports else "no longer read",
    ]
    return "; ".join(deed for deed in deeds if deed)


def _remembered(row: Row) -> Incident:
    """Give an incident as the review table has it, where extraction no longer finds it."""
    evidence = tuple(_evidence(passage) for passage in row.evidence)
    facts: dict[str, Any] = {
        **{name: parse(name, str(row.as_read.get(name, "")), None) for name, parse in FIELDS.items()},
        **restored(row.as_read),
        "documents": tuple(dict.fromkeys(e.document for e in evidence)),
    }
    kept = {name: fact for name, fact in facts.items() if name not in ("place", "latitude", "longitude")}
    start, end = facts["date_start"], facts["date_end"]
    return Incident(
        **kept,
        incident_id=row.incident_id,
        date_precision=precision_of(start, end) if start or end else None,
        confidence=CERTAIN,
        reports=len(evidence),
        evidence=evidence,
    )


def _evidence(passage: Mapping[str, Any]) -> Evidence:
    texts = {
        name: str(passage.get(name) or "") for name in ("document", "title", "publisher", "url", "quote")
    }
    published = str(passage.get("published") or "")
    start = int(passage.get("start") or 0)
    return Evidence(
        **texts,
        published=date.fromisoformat(published) if published else None,
        start=start,
        end=start + len(texts["quote"]),
    )


def _with_own_ids(incidents: Sequence[Incident]) -> Iterator[Incident]:
    """Tell apart by a number the incidents that a person made of one passage."""
    times: dict[str, int] = {}
    for incident in incidents:
        number = times[incident.incident_id] = times.get(incident.incident_id, 0) + 1
        yield incident if number == 1 else replace(incident, incident_id=f"{incident.incident_id}-{number}")
