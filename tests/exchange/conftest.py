"""Incidents made by hand, from which tables for the tests are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from geopandas import GeoDataFrame
from shapely.geometry import Point, box

from geoiraq.errors import Problem
from geoiraq.incidents.incident import Evidence, Incident
from geoiraq.incidents.table import to_geodataframe

_EVIDENCE = Evidence(
    document="taji",
    title="صواريخ على التاجي",
    publisher="A ministry, its <office>",
    published=date(2020, 3, 12),
    url="https://example.org/?a=1&b=2",
    quote="Three soldiers “died” at Camp Taji;\nothers were hurt.",
    start=10,
    end=62,
)

_INCIDENT = Incident(
    incident_id="i-1",
    layer="attack",
    event_type="Explosions/Remote violence",
    sub_event_type="Shelling/artillery/missile attack",
    date_start=date(2020, 3, 11),
    date_end=date(2020, 3, 11),
    date_precision=1,
    actor="",
    target="Coalition",
    attribution="stated",
    fatalities_low=3,
    fatalities_best=3,
    fatalities_high=3,
    injured=None,
    toponym="Camp Taji",
    place_id="camp-taji",
    place_name="Camp Taji",
    governorate="Baghdad",
    district="Taji",
    basis="site",
    radius_km=2.5,
    where_precision=1,
    acled_geo_precision=1,
    geometry=Point(44.25, 33.52),
    footprint=None,
    confidence=0.9,
    documents=("taji", "news/other"),
    reports=1,
    evidence=(_EVIDENCE,),
)

_AREA = replace(
    _INCIDENT,
    incident_id="i-2",
    layer="withdrawal",
    basis="relative",
    geometry=Point(43.1, 36.0),
    footprint=box(43.0, 35.9, 43.2, 36.1),
    radius_km=12.0,
)

_UNPLACED = replace(
    _INCIDENT,
    incident_id="i-3",
    layer="other",
    basis="unknown",
    geometry=None,
    radius_km=None,
    where_precision=7,
    acled_geo_precision=None,
    date_start=None,
    date_end=None,
    date_precision=None,
    fatalities_low=None,
    fatalities_best=None,
    fatalities_high=None,
)


@pytest.fixture(scope="session")
def incident() -> Incident:
    """An attack at a site, on a day, told in one report."""
    return _INCIDENT


@pytest.fixture(scope="session")
def area() -> Incident:
    """A withdrawal somewhere within an area."""
    return _AREA


@pytest.fixture(scope="session")
def unplaced() -> Incident:
    """An incident of which neither place, nor day, nor toll is known."""
    return _UNPLACED


@pytest.fixture
def table(incident: Incident, area: Incident, unplaced: Incident) -> GeoDataFrame:
    """The three of them."""
    return to_geodataframe([incident, area, unplaced])


@pytest.fixture
def no_problem() -> Callable[[Problem], None]:
    """For files in which there is nothing to be found fault with."""

    def fail(problem: Problem) -> None:
        raise AssertionError(str(problem))

    return fail
