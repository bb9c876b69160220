"""Incidents out as a review table: what was read, with room for what a person has to say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from geoiraq.incidents.incident import Incident
from geoiraq.incidents.review.fields import FIELDS, REMEMBERED, cell_of
from geoiraq.incidents.review.rows import AS_READ, EVIDENCE, ID, MERGE, PASSAGES, REJECTED, VERDICT
from geoiraq.incidents.table import COLUMNS, CRS, evidence_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def review_table(incidents: Iterable[Incident]) -> GeoDataFrame:
    """Lay incidents out for review.

    Parameters
    ----------
    incidents
        As extracted, or as reviewed before.

    Returns
    -------
    geopandas.GeoDataFrame
        A row an incident: first the columns that a person writes in, then the fields, then what they rest on, and
        last `as_read`, by which a changed cell is known. What a person decided before stands as decided.
    """
    import geopandas as gpd
    import pandas as pd

    listed = list(incidents)
    numbers = {name for name in FIELDS if COLUMNS.get(name, ("",))[0] == "Int64"}
    cells: dict[str, list[Any]] = {
        VERDICT: [_verdict(i) for i in listed],
        MERGE: ["" for _ in listed],
        PASSAGES: [", ".join(str(n + 1) for n in range(len(i.evidence))) for i in listed],
        ID: [i.incident_id for i in listed],
        **{
            name: [cell_of(i, name) for i in listed]
            for name in FIELDS
            if name not in ("latitude", "longitude")
        },
        "confidence": [i.confidence for i in listed],
        "reviewed": [i.reviewed for i in listed],
        "quotes": [_quotes(i) for i in listed],
        "merging": [i.merging for i in listed],
        "documents": [list(i.documents) for i in listed],
        EVIDENCE: [[evidence_of(e) for e in i.evidence] for i in listed],
        AS_READ: [_as_read(i) for i in listed],
    }
    columns = {
        name: pd.Series(column, dtype="Int64" if name in numbers else "object")
        for name, column in cells.items()
    }
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([i.geometry for i in listed], crs=CRS), crs=CRS)


def _verdict(incident: Incident) -> str:
    """Let what a person did before hold: the table takes the place of the one that it was done in."""
    if incident.reviewed == REJECTED:
        return "reject"
    return "accept" if incident.reviewed else ""


def _quotes(incident: Incident) -> str:
    return "\n".join(f"{n}. ({e.document}) {e.quote}" for n, e in enumerate(incident.evidence, start=1))


def _as_read(incident: Incident) -> str:
    facts = {name: cell_of(incident, name) for name in FIELDS}
    facts |= {name: getattr(incident, name) for name in REMEMBERED}
    return json.dumps(
        {name: fact for name, fact in facts.items() if fact not in (None, "")}, ensure_ascii=False
    )
