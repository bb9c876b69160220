"""A person's corrections, applied to what was extracted: the person has the last word."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from shapely.geometry import Point

from geoiraq.errors import Problem, ReviewError
from geoiraq.incidents.codes import acled_geo_precision, where_precision
from geoiraq.incidents.incident import LAYERS, Incident
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.resolve import resolve

VERDICTS = ("accept", "reject")
_TEXT = ("event_type", "sub_event_type", "actor", "target", "attribution")
_NUMBERS = ("fatalities_low", "fatalities_best", "fatalities_high", "injured")
_DATES = ("date_start", "date_end")


def apply_review(
    incidents: Sequence[Incident],
    file: str | Path,
    *,
    gazetteer: Gazetteer | None = None,
    on_problem: Callable[[Problem], None],
) -> list[Incident]:
    """Apply a review file to the incidents it speaks of.

    Parameters
    ----------
    incidents
        As extracted.
    file
        A CSV with the columns `incident_id` and `verdict` (accept or reject), and any of layer, event_type,
        sub_event_type, date_start, date_end, actor, target, attribution, fatalities_low, fatalities_best,
        fatalities_high, injured and place (a name to resolve). An empty cell changes nothing; "-" empties the
        field.
    gazetteer
        Where places are looked up.
    on_problem
        Called for a row that cannot be applied; the incident is then kept as extracted.

    Returns
    -------
    list of Incident
        Without the rejected; those a person confirmed or changed have confidence 1.

    Raises
    ------
    ReviewError
        Where the file cannot be read or lacks its columns.
    """
    rows = _read(Path(file))
    kept = {incident.incident_id: incident for incident in incidents}
    for number, row in enumerate(rows, start=1):
        known = kept.get(row["incident_id"].strip())
        if known is None:
            on_problem(Problem(str(file), f"no incident has the id {row['incident_id']!r}", number))
            continue
        try:
            changed = _apply(known, row, gazetteer)
        except ValueError as error:
            on_problem(Problem(str(file), str(error), number))
            continue
        if changed is None:
            del kept[known.incident_id]
        else:
            kept[known.incident_id] = changed
    return [kept[i.incident_id] for i in incidents if i.incident_id in kept]


def _read(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = set(reader.fieldnames or ())
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReviewError(f"{file}: cannot be read as a review ({error})") from error
    missing = {"incident_id", "verdict"} - columns
    if missing:
        raise ReviewError(f"{file}: lacks the column {', '.join(sorted(missing))}")
    return [{name: cell or "" for name, cell in row.items() if name is not None} for row in rows]


def _apply(incident: Incident, row: dict[str, str], gazetteer: Gazetteer | None) -> Incident | None:
    verdict = row["verdict"].strip().lower()
    if verdict not in VERDICTS:
        raise ValueError(f"verdict is {verdict!r}, not one of {', '.join(VERDICTS)}")
    if verdict == "reject":
        return None
    changes: dict[str, Any] = {"confidence": 1.0}
    for name, cell in row.items():
        if cell.strip() and name not in ("incident_id", "verdict"):
            changes |= _change(name, "" if cell.strip() == "-" else cell.strip(), gazetteer)
    changed = replace(incident, **changes)
    if changed.date_start and changed.date_end and changed.date_end < changed.date_start:
        raise ValueError("date_end is before date_start")
    return changed


def _change(name: str, cell: str, gazetteer: Gazetteer | None) -> dict[str, Any]:
    if name == "layer":
        if cell not in LAYERS:
            raise ValueError(f"layer is {cell!r}, not one of {', '.join(LAYERS)}")
        return {"layer": cell}
    if name in _TEXT:
        return {name: cell}
    if name in _NUMBERS:
        return {name: int(cell) if cell else None}
    if name in _DATES:
        return {name: date.fromisoformat(cell) if cell else None}
    if name == "place":
        return _place(cell, gazetteer)
    return {}


def _place(name: str, gazetteer: Gazetteer | None) -> dict[str, Any]:
    answer = resolve(name, gazetteer=gazetteer)
    if answer.latitude is None or answer.longitude is None:
        raise ValueError(f"place {name!r} is {answer.status}: {answer.reason}")
    basis: Any = answer.basis
    return {
        "toponym": name,
        "place_id": answer.place_id or "",
        "place_name": answer.name or "",
        "governorate": answer.governorate or "",
        "district": answer.district or "",
        "basis": basis,
        "radius_km": answer.radius_km,
        "where_precision": where_precision(basis, answer.radius_km),
        "acled_geo_precision": acled_geo_precision(basis, answer.radius_km),
        "geometry": None if basis == "country" else Point(answer.longitude, answer.latitude),
        "footprint": None if basis == "country" else answer.footprint,
    }
