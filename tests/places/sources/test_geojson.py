"""GeoJSON is read feature by feature, and what is read is what the file says, however it is cut into pieces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoiraq.errors import InputError
from geoiraq.places.sources import geojson
from geoiraq.places.sources.geojson import features

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(max_size=6), VALUES, max_size=4)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OBJECTS, max_size=6), st.integers(1, 40), st.sampled_from([None, 1]))
def test_features_come_as_they_stand_whatever_the_size_of_the_pieces(
    tmp_path, monkeypatch, objects, chunk, indent
):
    monkeypatch.setattr(geojson, "_CHUNK", chunk)
    file = tmp_path / "f.geojson"
    whole = {"type": "FeatureCollection", "crs": {"n": [1, 2]}, "features": objects, "after": 1}
    file.write_text(json.dumps(whole, ensure_ascii=False, indent=indent), encoding="utf-8", errors="replace")
    expected = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert [raw.value for raw in features(file)] == expected
    assert [raw.number for raw in features(file)] == list(range(1, len(objects) + 1))


def test_a_single_feature_is_a_collection_of_one(tmp_path):
    file = tmp_path / "f.geojson"
    file.write_text(
        '\ufeff {"type": "Feature", "properties": {"name": "Mithal"}, "geometry": null}', encoding="utf-8"
    )
    assert [raw.value["properties"]["name"] for raw in features(file)] == ["Mithal"]


def test_what_is_no_object_comes_as_an_empty_one(tmp_path):
    file = tmp_path / "f.geojson"
    file.write_text('{"features": [1, "two", {"a": 1}]}', encoding="utf-8")
    assert [raw.value for raw in features(file)] == [{}, {}, {"a": 1}]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"type": "Topology"}',
        '{"features": {}}',
        '{"features": [1 2]}',
        '{"features": [1,',
        '{"features"',
        "{1: 2}",
    ],
)
def test_what_is_no_feature_collection_is_refused(tmp_path, text):
    file = tmp_path / "f.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        list(features(file))


def test_a_feature_too_long_for_any_place_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(geojson, "LONGEST_FEATURE", 1000)
    monkeypatch.setattr(geojson, "_CHUNK", 100)
    file = tmp_path / "f.geojson"
    file.write_text(json.dumps({"features": [{"a": "x" * 5000}]}), encoding="utf-8")
    with pytest.raises(InputError, match="longer than"):
        list(features(file))
