"""Which reports a row of a review table speaks of: by the incident's id, else by the passages it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from geoiraq.incidents.fuse import identity
from geoiraq.incidents.review.rows import Row
from geoiraq.reports.report import Report

#: Told of a row: its number, and why it is not applied, or not fully.
Tell = Callable[[int, str], None]


@dataclass(eq=False)
class Claim:
    """Reports that a person says are one incident, and the rows that say so, the first before the others."""

    rows: list[Row]
    reports: list[Report] = field(default_factory=list)
    merged: bool = False


class Passages:
    """The reports that extraction found, by incident, by document and by their words."""

    def __init__(self, groups: Sequence[Sequence[Report]], rows: Iterable[Row]) -> None:
        self.groups = groups
        self.by_id: dict[str, int] = {identity(group): number for number, group in enumerate(groups)}
        self.group_of = {id(report): number for number, group in enumerate(groups) for report in group}
        evidence = [passage for row in rows for passage in row.evidence]
        documents = {str(passage.get("document")) for passage in evidence}
        quotes = {str(passage.get("quote")) for passage in evidence}
        self._in_document: dict[str, list[Report]] = {}
        self._in_words: dict[str, list[Report]] = {}
        for group in groups:
            for report in group:
                if report.document.id in documents:
                    self._in_document.setdefault(report.document.id, []).append(report)
                if report.quote in quotes:
                    self._in_words.setdefault(report.quote, []).append(report)

    def of(self, passage: Mapping[str, Any], row: Row) -> list[Report]:
        """Give the reports of a passage that a row can mean: all of one incident.

        Parameters
        ----------
        passage
            From the row's evidence.
        row
            What it says of layer and place tells apart the events of one sentence.

        Returns
        -------
        list of Report
            Empty where there is none.

        Raises
        ------
        ValueError
            Where it could mean several incidents.
        """
        quote = str(passage.get("quote", ""))
        here = self._in_document.get(str(passage.get("document")), [])
        # Ids may have moved, and a quote may have grown, shrunk or lost letters to a spreadsheet, since it was written.
        found = (
            [r for r in here if r.quote == quote]
            or self._in_words.get(quote, [])
            or [r for r in here if quote and (quote in r.quote or r.quote in quote)]
            or [r for r in here if _overlap(r, passage) and _is_there(r, row)]
        )
        own = self.by_id.get(row.incident_id)
        if in_own := [r for r in found if self.group_of[id(r)] == own]:
            return in_own
        alike = [r for r in found if r.layer == row.as_read.get("layer") and _is_there(r, row)]
        alike = alike or [r for r in found if r.layer == row.as_read.get("layer")] or found
        if len({self.group_of[id(report)] for report in alike}) > 1:
            raise ValueError("could mean several incidents that its passage now tells; not applied")
        return alike


def _overlap(report: Report, passage: Mapping[str, Any]) -> bool:
    start, end = passage.get("start"), passage.get("end")
    return isinstance(start, int) and isinstance(end, int) and report.start < end and start < report.end


def _is_there(report: Report, row: Row) -> bool:
    area = report.where.area
    names = {report.where.toponym, (area.name or "") if area else "", (area.place_id or "") if area else ""}
    return not names.isdisjoint({row.as_read.get("toponym", ""), row.as_read.get("place_id", "")} - {""})


def claims_of(rows: Sequence[Row], passages: Passages, tell: Tell) -> list[Claim]:
    """Give what the rows speak of.

    Parameters
    ----------
    rows
        The whole table.
    passages
        What extraction found.
    tell
        Told what cannot be applied.

    Returns
    -------
    list of Claim
        In the order of the rows; those without reports are of rows whose passage is no longer read as an incident.
    """
    claims: list[Claim] = []
    owners: dict[int, Claim] = {}
    for row in _without_doubles(rows, tell):
        try:
            claim = Claim([row], _reports(row, passages))
        except ValueError as error:
            tell(row.number, str(error))
            continue
        others = {id(o): o for r in claim.reports if (o := owners.get(id(r))) and o.rows[0].stem != row.stem}
        if others:
            named = ", ".join(str(other.rows[0].number) for other in others.values())
            tell(row.number, f"speaks of a passage that row {named} speaks of, which holds; not applied")
            continue
        owners |= {id(report): claim for report in claim.reports}
        claims.append(claim)
    _give_the_rest(claims, passages)
    return _merged(claims, rows, passages, tell)


def _without_doubles(rows: Sequence[Row], tell: Tell) -> Iterator[Row]:
    """Yield the rows that say something; of copies each with the passages that are its own."""
    copies: dict[str, list[Row]] = {}
    for row in rows:
        copies.setdefault(row.stem, []).append(row)
    for same in copies.values():
        if len(same) == 1:
            yield from (row for row in same if row.speaks)
        elif not any(row.speaks for row in same):
            continue
        elif all(row.evidence for row in same):
            distinct = {
                (row.incident_id, row.passages, row.verdict, str(row.values)): row for row in reversed(same)
            }
            yield from _apart(list(reversed(distinct.values())))
        else:
            yield from _agreed([row for row in same if row.speaks], tell)


def _apart(copies: list[Row]) -> Iterator[Row]:
    """Part the passages among the copies of a row: one that kept all of them has those that no other took."""
    every = set(range(1, max(len(row.evidence) for row in copies) + 1))
    taken = {n for row in copies for n in row.passages if set(row.passages) < every}
    for row in copies:
        rest = tuple(sorted(every - taken))
        keeps_all = not row.passages or set(row.passages) == every
        yield replace(row, passages=rest) if keeps_all and rest and taken else row


def _agreed(same: list[Row], tell: Tell) -> Iterator[Row]:
    """Make one row of several that were written by hand on one incident, if they do not gainsay each other."""
    if not same:
        return
    first, *others = same
    for row in others:
        clash = [
            name for name in row.values if name in first.values and row.values[name] != first.values[name]
        ]
        clash += (
            ["verdict"] if "reject" in (row.verdict, first.verdict) and row.verdict != first.verdict else []
        )
        if clash:
            tell(
                row.number,
                f"differs from row {first.number} on the same incident in {', '.join(clash)}; not applied",
            )
        else:
            merge_with = (*first.merge_with, *row.merge_with)
            touched = tuple(dict.fromkeys((*first.touched, *row.touched)))
            values = {**first.values, **row.values}
            first = replace(first, values=values, touched=touched, merge_with=merge_with)
    yield first


def _reports(row: Row, passages: Passages) -> list[Report]:
    number = passages.by_id.get(row.incident_id)
    if not row.evidence:
        if number is None:
            raise ValueError(f"no incident has the id {row.incident_id!r}")
        return list(passages.groups[number])
    wanted = [row.evidence[n - 1] for n in row.passages if 0 < n <= len(row.evidence)]
    if row.passages and not wanted:
        raise ValueError(f"has passages that the incident does not have (it has {len(row.evidence)})")
    found = [report for passage in wanted or row.evidence for report in passages.of(passage, row)]
    return list({id(report): report for report in found}.values())


def _give_the_rest(claims: Sequence[Claim], passages: Passages) -> None:
    """Let a row that speaks of an incident as a whole speak of the reports too that have joined it since."""
    claimants: dict[int, dict[int, Claim]] = {}
    for claim in claims:
        for report in claim.reports:
            claimants.setdefault(passages.group_of[id(report)], {})[id(claim)] = claim
    for number, owners in claimants.items():
        (claim, *others) = owners.values()
        row = claim.rows[0]
        if not others and not row.is_part:
            known = {id(report) for report in claim.reports}
            claim.reports += [report for report in passages.groups[number] if id(report) not in known]


def _merged(claims: list[Claim], rows: Sequence[Row], passages: Passages, tell: Tell) -> list[Claim]:
    by_id = {claim.rows[0].incident_id: claim for claim in reversed(claims)}
    silent = {row.incident_id: row for row in rows}
    for claim in list(claims):
        row = claim.rows[0]
        for other_id in row.merge_with:
            other = by_id.get(other_id) or _unspoken(other_id, silent, passages)
            if other is None:
                tell(row.number, f"is to be merged with {other_id!r}, which no incident has as its id")
            elif "reject" in (other.rows[0].verdict if other.rows else "", row.verdict):
                tell(row.number, f"is to be merged with {other_id}, but one of them is rejected; not merged")
            elif other is not (whole := by_id.get(row.incident_id, claim)):
                whole.merged = True
                whole.rows += other.rows
                known = {id(report) for report in whole.reports}
                whole.reports += [report for report in other.reports if id(report) not in known]
                by_id |= dict.fromkeys([other_id, *(i for i, c in by_id.items() if c is other)], whole)
                if other in claims:
                    claims.remove(other)
    return claims


def _unspoken(incident_id: str, silent: Mapping[str, Row], passages: Passages) -> Claim | None:
    """Give an incident on which a person wrote nothing, but which is to be merged with another."""
    number = passages.by_id.get(incident_id)
    if number is not None:
        return Claim([], list(passages.groups[number]))
    row = silent.get(incident_id)
    try:
        return Claim([row], _reports(row, passages)) if row is not None else None
    except ValueError:
        return None
