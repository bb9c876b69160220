"""Objects of OpenStreetMap: their tags, as properties of GeoJSON or as GDAL reads them from an extract."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from geoiraq.places.sources.feature import Feature, UnusableRowError, number_of
from geoiraq.places.sources.kinds import is_unnamed_by_reports, kind_of_tags, prominence_of
from geoiraq.places.sources.shapes import point_and_shape

#: Tags that hold a name, and its language.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "name:en": "en",
        "int_name": "en",
        "name": "",
        "name:ar": "ar",
        "name:ckb": "ckb",
        "name:ku": "ku",
        "name:kmr": "kmr",
        "alt_name": "",
        "alt_name:en": "en",
        "alt_name:ar": "ar",
        "official_name": "",
        "old_name": "",
        "loc_name": "",
    }
)
_TELLING = ("place", "osm_id", "osm_way_id", "other_tags", "name:ar", "name:en", "name:ku", "name:ckb")
_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")


def is_openstreetmap(properties: Mapping[str, Any]) -> bool:
    """Tell whether properties are tags of an object of OpenStreetMap."""
    named = "name" in properties or "name:en" in properties or "name:ar" in properties
    is_id = re.fullmatch(r"(?:node|way|relation)/\d{1,19}", str(properties.get("@id", "")))
    return bool(is_id) or (named and any(tag in properties for tag in _TELLING))


def feature(row: int, properties: Mapping[str, Any], geometry: Any, id_: str = "") -> Feature:
    """Read an object by its tags.

    Parameters
    ----------
    row
        Its number in the file.
    properties
        The tags; those that GDAL puts together in `other_tags` count as well.
    geometry
        A shapely geometry.
    id_
        What stands for an id outside of the properties.

    Returns
    -------
    Feature
        The place.

    Raises
    ------
    UnusableRowError
        Where it has no name, is a shop or a street, or lies nowhere near Iraq.
    """
    tags = {str(key): str(value) for key, value in properties.items() if value not in (None, "")}
    tags |= other_tags(tags.pop("other_tags", ""))
    names = [
        (part, language) for tag, language in NAMES.items() for part in tags.get(tag, "").split(";") if part
    ]
    if not names:
        raise UnusableRowError("has no name")
    people = number_of(tags.get("population")) or 0
    kind = kind_of_tags(tags)
    if not kind and is_unnamed_by_reports(tags):
        raise UnusableRowError("is no kind of place that reports name")
    point, shape, reach = point_and_shape(geometry)
    return Feature(
        row=row,
        latitude=point[0],
        longitude=point[1],
        names=tuple(names),
        kind=kind,
        source_id=_id(tags, id_),
        country=tags.get("is_in:country_code", ""),
        governorate=tags.get("is_in:governorate", "") or tags.get("is_in:province", ""),
        radius_km=reach,
        prominence=prominence_of(kind, population=people),
        shape=shape,
    )


def other_tags(text: str) -> dict[str, str]:
    r"""Read the tags that GDAL writes into one cell.

    Examples
    --------
    >>> other_tags('"name:ar"=>"بلد","note"=>"a \\"b\\""')
    {'name:ar': 'بلد', 'note': 'a "b"'}
    """
    return {_ESCAPED.sub(r"\1", key): _ESCAPED.sub(r"\1", value) for key, value in _PAIR.findall(text)}


def _id(tags: Mapping[str, str], id_: str) -> str:
    written = tags.get("@id") or id_ or tags.get("osm_id") or ""
    if not written and "osm_way_id" in tags:
        written = f"way/{tags['osm_way_id']}"
    return written.removeprefix("https://www.openstreetmap.org/")
