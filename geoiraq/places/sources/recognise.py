"""Which format a gazetteer file has: what is in it says, not its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from geoiraq.documents.delimited import open_table
from geoiraq.errors import InputError
from geoiraq.places.sources import boundaries, geonames, gns, linked_places, openstreetmap, tables
from geoiraq.places.sources.feature import Item, Reader, Refused, UnusableRowError
from geoiraq.places.sources.geojson import features, properties_of
from geoiraq.places.sources.kinds import PACKAGE
from geoiraq.places.sources.lines import lines
from geoiraq.places.sources.shapes import geometry_of, point_and_shape
from geoiraq.places.sources.vector import records
from geoiraq.vocabulary import read_words

_START = 4096
_SHAPEFILE = b"\x00\x00\x27\x0a"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its key in words/formats.toml, what it is called, and what its rows have where they say nothing."""

    key: str
    label: str
    source: str
    licence: str
    kind: str
    read: Reader


def recognise(path: Path) -> Format:
    """Say which format a file has.

    Parameters
    ----------
    path
        A file, not an archive.

    Returns
    -------
    Format
        With the function that reads it.

    Raises
    ------
    InputError
        Where it is none that is known; its text does not name the file.
    """
    if path.is_dir():  # the layers of a shapefile's archive
        return _of_vector(path)
    with path.open("rb") as file:
        start = file.read(_START)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"SQLite format 3") or start.startswith(_SHAPEFILE):
        return _of_vector(path)
    if b"OSMHeader" in start[:64] or (text.startswith(b"<") and b"<osm" in text[:1024]):
        return _format("osm", _read_extract)
    if text.startswith(b"{"):
        return _of_geojson(path)
    if text.startswith((b"<", b"[", b"%PDF", b"PAR1", b"\x1f\x8b")):
        raise InputError("is none of the formats of gazetteers that are known")
    return _of_text(path)


def _of_text(path: Path) -> Format:
    first = next((cells for _, cells in lines(path)), [])
    if isinstance(first, list) and geonames.is_geonames(first):
        return _format("geonames", geonames.read)
    if isinstance(first, list) and gns.is_gns(first):
        return _format("gns", gns.read)
    with open_table(path) as table:
        header = table.columns
    columns = tables.columns_of(header)
    if not tables.is_places(columns):
        raise InputError(f"{tables.missing(columns)}; nor is it a dump of GeoNames or a file of GNS")
    return _format("dtm" if tables.is_dtm(header) else "table", tables.read)


def _of_geojson(path: Path) -> Format:
    first = next(features(path), None)
    if first is None:
        raise InputError("has no features")
    properties = properties_of(first.value)
    if linked_places.is_linked_places(first.value):
        return _format("lpf", _read_linked_places)
    for key, is_it in (
        ("ocha", boundaries.is_ocha),
        ("geoboundaries", boundaries.is_geoboundaries),
        ("osm", openstreetmap.is_openstreetmap),
    ):
        if is_it(properties) and (key == "osm" or _is_area(first.value)):
            return _format(key, partial(_read_geojson, key=key))
    if "name" not in tables.columns_of(properties):
        raise InputError("has features whose properties hold no name")
    return _format("features", partial(_read_geojson, key="features"))


def _is_area(feature: Mapping[str, Any]) -> bool:
    geometry = feature.get("geometry")
    return isinstance(geometry, dict) and str(geometry.get("type", "")).endswith("Polygon")


def _of_vector(path: Path) -> Format:
    first = next(records(path), None)
    if first is None:
        raise InputError("has no features")
    is_area = first[2] is not None and first[2].geom_type.endswith("Polygon")
    if is_area and boundaries.is_ocha(first[1]):
        key = "ocha"
    elif is_area and boundaries.is_geoboundaries(first[1]):
        key = "geoboundaries"
    elif openstreetmap.is_openstreetmap(first[1]):
        key = "osm"
    elif "name" in tables.columns_of(first[1]):
        key = "features"
    else:
        raise InputError("has features whose attributes hold no name")
    return _format(key, partial(_read_records, key=key, osm=False))


def _read_extract(path: Path) -> Iterator[Item]:
    return _read_records(path, "osm", osm=True)


def _read_records(path: Path, key: str, *, osm: bool) -> Iterator[Item]:
    for number, attributes, geometry in records(path, osm=osm):
        if geometry is None or geometry.is_empty:
            yield Refused(number, "has no geometry that can be read")
            continue
        try:
            yield _feature(key, number, attributes, geometry)
        except UnusableRowError as error:
            yield error.of(number)


def _read_geojson(path: Path, key: str) -> Iterator[Item]:
    for raw in features(path):
        try:
            geometry = geometry_of(raw.value.get("geometry"))
            yield _feature(key, raw.number, properties_of(raw.value), geometry, str(raw.value.get("id", "")))
        except UnusableRowError as error:
            yield error.of(raw.number)


def _read_linked_places(path: Path) -> Iterator[Item]:
    for raw in features(path):
        try:
            yield linked_places.feature(raw.number, raw.value)
        except UnusableRowError as error:
            yield error.of(raw.number)


def _feature(key: str, number: int, properties: Mapping[str, Any], geometry: Any, id_: str = "") -> Item:
    if key == "ocha":
        return boundaries.ocha_feature(number, properties, geometry)
    if key == "geoboundaries":
        return boundaries.geoboundaries_feature(number, properties, geometry)
    if key == "osm":
        return openstreetmap.feature(number, properties, geometry, id_)
    from dataclasses import replace

    point, shape, reach = point_and_shape(geometry)
    place = tables.feature(number, properties, tables.columns_of(properties), point)
    return replace(place, shape=shape, radius_km=place.radius_km or reach)


def _format(key: str, read: Reader) -> Format:
    words = read_words(PACKAGE, "formats")[key]
    return Format(key, words["label"], words["source"], words["licence"], words["kind"], read)
