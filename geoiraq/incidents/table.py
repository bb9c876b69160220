"""The incident table: incidents as a GeoDataFrame, one documented column after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from geoiraq.incidents.incident import Evidence, Incident

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

CRS = "EPSG:4326"

#: column -> (pandas dtype, meaning). The order is the order of the table.
COLUMNS: dict[str, tuple[str, str]] = {
    "incident_id": ("object", "stable: same evidence, same id"),
    "layer": ("object", "attack, withdrawal, deployment, protest, arrest or other"),
    "event_type": ("object", "ACLED's event type"),
    "sub_event_type": ("object", "ACLED's sub-event type"),
    "date_start": ("object", "first day, ISO; empty where the text gives none"),
    "date_end": ("object", "last day, ISO, inclusive; empty where the text gives none"),
    "date_precision": ("Int64", "UCDP date precision, 1 (day) to 5 (longer than a month)"),
    "actor": ("object", "who did it"),
    "target": ("object", "to whom"),
    "attribution": ("object", "stated, claimed, blamed or denied, and by whom"),
    "fatalities_low": ("Int64", "lowest number of killed; empty where the text gives none"),
    "fatalities_best": ("Int64", "best number of killed; empty where the text gives none"),
    "fatalities_high": ("Int64", "highest number of killed; empty where the text gives none"),
    "injured": ("Int64", "injured; empty where the text gives none"),
    "casualties": ("object", "who was killed and injured, by group and nation, where the text says"),
    "destination": ("object", "where a force went that left the place, as the text writes it"),
    "toponym": ("object", "the place as the text writes it"),
    "place_id": ("object", "the gazetteer's id of the place"),
    "place_name": ("object", "the gazetteer's name of the place"),
    "governorate": ("object", "ADM1"),
    "district": ("object", "ADM2"),
    "basis": ("object", "what kind of place the incident stands on"),
    "radius_km": ("Float64", "how far the truth may lie from the point, km"),
    "where_precision": ("Int64", "UCDP where precision, 1-7"),
    "acled_geo_precision": ("Int64", "ACLED geo precision, 1-3"),
    "confidence": ("Float64", "0-1"),
    "documents": ("object", "ids of the documents that report it, a list"),
    "reports": ("Int64", "how many reports were merged"),
    "merging": ("object", "which passages were joined to the first, and why; empty where there is one"),
    "dates_told": ("object", "the dates that the reports give, where they differ"),
    "places_told": ("object", "the places that the reports give, where they differ"),
    "reviewed": ("object", "what a person did with the row; empty where nobody did anything"),
    "evidence": ("object", "every report: document, title, publisher, published, url, quote, start, end"),
    "quote": ("object", "the first report's quote, an exact slice of its document's text"),
    "quote_start": ("Int64", "where the quote starts in that text"),
    "quote_end": ("Int64", "where the quote ends in that text"),
    "footprint": ("geometry", "the area in which the incident lies"),
    "geometry": ("geometry", "a point to stand on; none at country level or where unknown"),
}


def to_geodataframe(incidents: Iterable[Incident]) -> GeoDataFrame:
    """Lay incidents out as the incident table.

    Parameters
    ----------
    incidents
        In the order in which the rows are wanted.

    Returns
    -------
    geopandas.GeoDataFrame
        One row an incident, the columns of `COLUMNS`, EPSG:4326, an empty table where there is none.
    """
    import geopandas as gpd
    import pandas as pd

    cells: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for incident in incidents:
        for name, column in cells.items():
            column.append(_cell(name, getattr(incident, name)))
    columns: dict[str, Any] = {}
    for name, (dtype, _) in COLUMNS.items():
        values = cells.pop(name)
        if dtype == "geometry":
            columns[name] = gpd.GeoSeries(values, crs=CRS)
        else:
            columns[name] = pd.Series(values, dtype=dtype)
    return gpd.GeoDataFrame(columns, geometry="geometry", crs=CRS)


def _cell(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if name == "documents":
        return list(value)
    if name == "evidence":
        return [evidence_of(e) for e in value]
    return value


def evidence_of(evidence: Evidence) -> dict[str, Any]:
    """Give a report as the table holds it."""
    facts = asdict(evidence)
    facts["published"] = evidence.published.isoformat() if evidence.published else None
    return facts
