"""GeoJSON: one feature a line, so that two versions of a file can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError
from geoiraq.exchange.cells import geojson, json_text, rows
from geoiraq.exchange.record import Record

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def write(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write a feature collection; properties bear the columns' names, in their order."""
    features = (
        json_text({"type": "Feature", "properties": cells, "geometry": geojson(point)})
        for cells, point in chain.from_iterable(map(rows, tables))
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "name": "incidents", "features": [')
        between = "\n"
        for feature in features:
            file.write(between + feature)
            between = ",\n"
        file.write("\n]}\n")


def read(path: Path) -> Iterator[Record]:
    """Read a feature collection, or a single feature."""
    collection = _parsed(path)
    features = collection.get("features") if collection.get("type") == "FeatureCollection" else [collection]
    if not isinstance(features, list):
        raise InputError("is no GeoJSON: its features are not a list")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield Record(number, {}, flaw="is no GeoJSON feature")
            continue
        properties = feature.get("properties") or {}
        if not isinstance(properties, dict):
            yield Record(number, {}, flaw="has properties that are no JSON object")
            continue
        try:
            yield Record(number, properties, geometry_of(feature.get("geometry")))
        except ValueError as error:
            yield Record(number, properties, flaw=f"{error}: unplaced")


def geometry_of(value: Any) -> Any:
    """Return the geometry that a GeoJSON object describes.

    Raises
    ------
    ValueError
        Where it describes none.
    """
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    if value is None:
        return None
    try:
        return shape(value)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, ShapelyError):
        raise ValueError("has a geometry that is no GeoJSON geometry") from None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("is no GeoJSON: it is not in UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"is no GeoJSON ({error.msg}, line {error.lineno}, character {error.colno})"
        ) from None
    except (RecursionError, ValueError):
        raise InputError("is no GeoJSON that can be read") from None
    if not isinstance(value, dict) or value.get("type") not in ("FeatureCollection", "Feature"):
        raise InputError("is no GeoJSON feature collection")
    return value
