"""Score short reports, one event each, against gold: place, date, toll, actor, target, with each miss shown.

    python -m benchmarks.paragraphs [REPORTS.csv GOLD.jsonl] [--only FIELD] [--quiet]

Without a table it scores the project's own, `tests/gold/*.csv`.

REPORTS.csv has columns id, text, published; a line of GOLD.jsonl has id, layer, date (or date_start and date_end),
latitude, longitude, tolerance_km, killed, injured, actor, target. Gold is of the report's main event: of several
incidents that a text gives, the one with the greatest toll among those of the layer is compared, the first of equals.
A number that the text does not give is right where none is read, or 0. The reports stand for a table, whose rows
write their dates in one order.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.extraction import REPOSITORY, same_actor
from geoiraq.documents import Document
from geoiraq.incidents.incident import Incident
from geoiraq.incidents.merge import merge_reports
from geoiraq.places.areas import distance_km
from geoiraq.reports.read import read_reports
from geoiraq.reports.when.dates import order_told

FIELDS = ("found", "place", "date", "killed", "injured", "actor", "target", "one")

Gold = Mapping[str, Any]


def score_report(gold: Gold, incidents: Sequence[Incident]) -> dict[str, tuple[bool, Any, Any]]:
    """Compare what was read of a report with its gold: {field: (right, gold, given)}, without what gold leaves open."""
    of_layer = [i for i in incidents if i.layer == gold["layer"]]
    told: dict[str, tuple[bool, Any, Any]] = {
        "found": (bool(of_layer), gold["layer"], [i.layer for i in incidents]),
    }
    main = max(of_layer, key=_toll, default=None)
    start, end = gold.get("date_start", gold.get("date")), gold.get("date_end", gold.get("date"))
    if gold["latitude"] is not None:
        told["place"] = (any(_near(gold, i) for i in of_layer), gold["place"], [i.toponym for i in of_layer])
    given = main.date_start if main else None
    told["date"] = (
        _day(start) == given or (main is not None and _inside(start, end, main)),
        start,
        str(given),
    )
    for name, number in (
        ("killed", main.fatalities_best if main else None),
        ("injured", main.injured if main else None),
    ):
        told[name] = ((gold[name] or 0) == (number or 0), gold[name], number)
    for name, who in (("actor", main.actor if main else ""), ("target", main.target if main else "")):
        if gold[name]:
            told[name] = (same_actor(gold[name], who), gold[name], who)
    if gold.get("only"):
        told["one"] = (len([i for i in incidents if i.layer != "other"]) <= 1, 1, len(incidents))
    return told


def _toll(incident: Incident) -> int:
    return (incident.fatalities_best or 0) + (incident.injured or 0)


def _near(gold: Gold, incident: Incident) -> bool:
    if incident.geometry is None:
        return False
    point = (incident.geometry.y, incident.geometry.x)
    return distance_km((gold["latitude"], gold["longitude"]), point) <= gold["tolerance_km"]


def _inside(start: str | None, end: str | None, incident: Incident) -> bool:
    """Tell whether the days that were read lie within gold's."""
    low, high = _day(start), _day(end)
    if low is None or high is None or incident.date_start is None or incident.date_end is None:
        return False
    return low <= incident.date_start and incident.date_end <= high


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@dataclass
class Score:
    """How often each field was asked and right, and the misses in lines that a person reads."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[frozenset[str], str]] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Give the share of a field that was right."""
        return self.right[name] / max(1, self.asked[name])

    def __str__(self) -> str:
        told = (name for name in FIELDS if self.asked[name])
        return "  ".join(f"{n} {self.right[n]}/{self.asked[n]} {self.share(n):.1%}" for n in told)


def score_table(reports: Path, gold: Path) -> Score:
    """Score a table of short reports against its gold."""
    with reports.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    order = order_told(row["text"] for row in rows.values())
    score = Score()
    for line in gold.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        row = rows[wanted["id"]]
        document = Document(wanted["id"], row["text"], _day(row["published"]))
        told = score_report(wanted, merge_reports(read_reports(document, order=order)))
        wrong = {name: answer for name, answer in told.items() if not answer[0]}
        score.asked.update(told.keys())
        score.right.update(name for name in told if name not in wrong)
        if wrong:
            lines = (f"    {name}: {given!r} for {asked!r}" for name, (_, asked, given) in wrong.items())
            score.misses.append((frozenset(wrong), "\n".join([f"{wanted['id']}  {row['text']}", *lines])))
    return score


def own_tables() -> list[tuple[Path, Path]]:
    """List the project's own tables of short reports, each with its gold."""
    tables = sorted((REPOSITORY / "tests" / "gold").glob("*.csv"))
    return [(table, table.with_suffix(".jsonl")) for table in tables]


def main(arguments: Sequence[str]) -> int:
    """Print each miss and the share of each field that was right."""
    parser = argparse.ArgumentParser(prog="paragraphs.py", description=__doc__)
    parser.add_argument("table", type=Path, nargs="*", metavar="REPORTS.csv GOLD.jsonl")
    parser.add_argument("--only", choices=FIELDS, help="show the misses of one field")
    parser.add_argument("--quiet", action="store_true", help="show no misses")
    options = parser.parse_args(arguments)
    if len(options.table) not in (0, 2):
        parser.error("a table of reports and its gold are wanted, or neither")
    warnings.simplefilter("ignore")
    for reports, gold in [tuple(options.table)] if options.table else own_tables():
        score = score_table(reports, gold)
        for fields, lines in score.misses:
            if not options.quiet and (options.only is None or options.only in fields):
                print(lines)
        print(f"{reports.name}  {score}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
