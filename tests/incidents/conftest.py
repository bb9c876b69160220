"""An incident to work on, made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from shapely.geometry import Point

from geoiraq.incidents.incident import Evidence, Incident


@pytest.fixture
def incident() -> Incident:
    quote = "A bomb killed two soldiers near Hawija on Monday."
    evidence = Evidence("a-report", "A report", "A paper", date(2020, 5, 6), "", quote, 10, 10 + len(quote))
    return Incident(
        incident_id="0123456789ab",
        layer="attack",
        event_type="Explosions/Remote violence",
        sub_event_type="Remote explosive/landmine/IED",
        date_start=date(2020, 5, 4),
        date_end=date(2020, 5, 4),
        date_precision=1,
        actor="",
        target="Iraqi security forces",
        attribution="stated",
        fatalities_low=2,
        fatalities_best=2,
        fatalities_high=2,
        injured=None,
        toponym="near Hawija",
        place_id="hawija",
        place_name="near Hawija",
        governorate="Kirkuk",
        district="Hawija",
        basis="relative",
        radius_km=14.0,
        where_precision=2,
        acled_geo_precision=2,
        geometry=Point(43.77, 35.32),
        footprint=Point(43.77, 35.32).buffer(0.1),
        confidence=0.8,
        documents=("a-report",),
        reports=1,
        evidence=(evidence,),
    )
