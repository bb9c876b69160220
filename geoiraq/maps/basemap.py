"""The quiet map beneath the incidents: outlines, rivers, lakes and cities' names, from the gazetteer."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from geoiraq.errors import GazetteerError
from geoiraq.maps.block import lines, polygons
from geoiraq.places.gazetteer import Gazetteer

#: Places that the map names by themselves, if they are at least so prominent.
CITY_KINDS = ("city", "town")
LEAST_PROMINENCE = 3

_ARABIC = re.compile("[\u0600-\u06ff]")


def basemap(data: Traversable, gazetteer: Gazetteer) -> dict[str, Any]:
    """Lay out the basemap for the page.

    Parameters
    ----------
    data
        The gazetteer's folder, laid out as gazetteer/README.md says.
    gazetteer
        The places, for the cities' names.

    Returns
    -------
    dict
        countries, governorates, lakes, rivers, cities.

    Raises
    ------
    GazetteerError
        Where an outline is missing or cannot be read.
    """
    return {
        "countries": [
            {"name": _name(feature), "iso2": _property(feature, "iso2"), "shape": polygons(shape)}
            for feature, shape in features(data / "basemap" / "countries.geojson")
        ],
        "governorates": [
            {
                "name": _name(feature),
                "arabic": arabic(gazetteer, _property(feature, "place_id")),
                "shape": polygons(shape),
            }
            for feature, shape in features(data / "outlines" / "governorates.geojson")
        ],
        "lakes": [
            {"name": _name(feature), "shape": polygons(shape)}
            for feature, shape in features(data / "basemap" / "lakes.geojson")
        ],
        "rivers": [
            {"name": _name(feature), "shape": lines(shape)}
            for feature, shape in features(data / "basemap" / "rivers.geojson")
        ],
        "cities": [
            {
                "name": place.name,
                "arabic": arabic(gazetteer, place.place_id),
                "point": [place.latitude, place.longitude],
                "prominence": place.prominence,
            }
            for place in gazetteer.places.values()
            if place.kind in CITY_KINDS and place.prominence >= LEAST_PROMINENCE
        ],
    }


def arabic(gazetteer: Gazetteer, place_id: str) -> str:
    """Give a place's name in Arabic script; empty where the gazetteer has none.

    Parameters
    ----------
    gazetteer
        The places.
    place_id
        One of them, or anything.

    Returns
    -------
    str
        The first such name: a place's Arabic names stand before its Kurdish ones.
    """
    place = gazetteer.places.get(place_id)
    return next((name for name in place.names if _ARABIC.search(name)), "") if place else ""


def edition(data: Traversable) -> str:
    """Name the gazetteer's edition by its content, so that a page says which one made it."""
    digest = hashlib.sha256()
    for file in _files(data):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".csv", ".geojson")):
            yield entry


def features(file: Traversable) -> list[tuple[dict[str, Any], Any]]:
    """Read a file of the basemap: each feature with its shape."""
    from shapely.geometry import shape

    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        return [(feature, shape(feature["geometry"])) for feature in features]
    except FileNotFoundError as error:
        raise GazetteerError(
            f"{file.name} is missing from the gazetteer: build it, or install again"
        ) from error
    except (KeyError, TypeError, ValueError) as error:
        raise GazetteerError(f"{file.name}: {error}") from error


def _name(feature: dict[str, Any]) -> str:
    return _property(feature, "name")


def _property(feature: dict[str, Any], name: str) -> str:
    return feature["properties"].get(name) or ""
