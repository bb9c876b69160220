"""Incidents laid out as the incident table."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geoiraq.incidents.table import COLUMNS, to_geodataframe


def test_the_columns_are_those_of_the_contract_in_order(incident):
    assert list(to_geodataframe([incident]).columns) == list(COLUMNS)


def test_dates_are_iso_text_and_missing_numbers_are_missing(incident):
    row = to_geodataframe([incident]).iloc[0]
    assert row["date_start"] == "2020-05-04"
    assert row["injured"] is pd.NA
    assert row["fatalities_best"] == 2


def test_evidence_is_a_list_of_plain_values(incident):
    (report,) = to_geodataframe([incident]).iloc[0]["evidence"]
    assert report["published"] == "2020-05-06"
    assert report["quote"] == incident.quote
    assert report["end"] - report["start"] == len(report["quote"])


def test_an_incident_without_a_place_keeps_its_row(incident):
    unplaced = replace(incident, geometry=None, footprint=None, basis="unknown", radius_km=None)
    table = to_geodataframe([incident, unplaced])
    assert table.geometry.isna().tolist() == [False, True]


def test_no_incidents_make_an_empty_table_with_all_columns():
    table = to_geodataframe([])
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == 0
    assert table.crs.to_epsg() == 4326
