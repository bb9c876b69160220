"""Which format a gazetteer file has: what is in it says, not its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from geoiraq.documents.delimited import open_table
from geoiraq.errors import InputError
from geoiraq.places.sources import boundaries, geonames, gns, linked_places, openstreetmap, tables
from geoiraq.places.sources.alternate_names import is_alternate_names
from geoiraq.places.sources.feature import Item, Reader, Refused, UnusableRowError
from geoiraq.places.sources.geojson import features, properties_of
from geoiraq.places.sources.kinds import PACKAGE
from geoiraq.places.sources.lines import first_line
from geoiraq.places.sources.shapes import geometry_of, point_and_shape
from geoiraq.places.sources.vector import records
from geoiraq.vocabulary import read_words

_START = 4096
_SHAPEFILE = b"\x00\x00\x27\x0a"


#: The key of a format and what reads it.
_Found = tuple[str, Reader]


@dataclass(frozen=True, slots=True)
class Format:
    """A file's format: its key in words/formats.toml, what it is called, what its rows have where they say nothing."""

    key: str
    label: str
    source: str
    licence: str
    kind: str
    read: Callable[[], Iterator[Item]]


def recognise(files: Sequence[Path], beside: Sequence[Path] = ()) -> Format:
    """Say which format the first of some files has, and which of the others belong to it.

    Parameters
    ----------
    files
        None an archive. Of these, GeoNames' alternate names belong to its dump, and all else is passed over.
    beside
        Files that must belong to it.

    Returns
    -------
    Format
        With the function that reads the file.

    Raises
    ------
    InputError
        Where it is none that is known; its text does not name the file.
    """
    names = [file for file in (*files, *beside) if is_alternate_names(first_line(file))]
    if beside and not any(file in names for file in beside):
        raise InputError("the file beside it holds no alternate names of GeoNames")
    if not names:
        key, read = _recognised(files[0])
        return _format(key, partial(read, files[0]))
    dump = next((file for file in files if geonames.is_geonames(first_line(file))), None)
    if dump is None:
        raise InputError(
            "alternate names of GeoNames say of no place where it lies: give the dump of the country, "
            "and after it these"
        )
    found = _format("geonames", partial(geonames.read, dump, names))
    return replace(found, label=f"{found.label} with its alternate names")


def _recognised(path: Path) -> _Found:
    if path.is_dir():  # the layers of a shapefile's archive
        return _of_vector(path)
    with path.open("rb") as file:
        start = file.read(_START)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"SQLite format 3") or start.startswith(_SHAPEFILE):
        return _of_vector(path)
    if b"OSMHeader" in start[:64] or (text.startswith(b"<") and b"<osm" in text[:1024]):
        return "osm", _read_extract
    if text.startswith(b"{"):
        return _of_geojson(path)
    if text.startswith((b"<", b"[", b"%PDF", b"PAR1", b"\x1f\x8b")):
        raise InputError("is none of the formats of gazetteers that are known")
    return _of_text(path)


def _of_text(path: Path) -> _Found:
    first = first_line(path)
    if geonames.is_geonames(first):
        return "geonames", geonames.read
    if gns.is_gns(first):
        return "gns", gns.read
    with open_table(path) as table:
        header = table.columns
    columns = tables.columns_of(header)
    if not tables.is_places(columns):
        raise InputError(f"{tables.missing(columns)}; nor is it a dump of GeoNames or a file of GNS")
    return "dtm" if tables.is_dtm(header) else "table", tables.read


def _of_geojson(path: Path) -> _Found:
    first = next(features(path), None)
    if first is None:
        raise InputError("has no features")
    properties = properties_of(first.value)
    if linked_places.is_linked_places(first.value):
        return "lpf", _read_linked_places
    for key, is_it in (
        ("ocha", boundaries.is_ocha),
        ("geoboundaries", boundaries.is_geoboundaries),
        ("osm", openstreetmap.is_openstreetmap),
    ):
        if is_it(properties) and (key == "osm" or _is_area(first.value)):
            return key, partial(_read_geojson, key=key)
    if "name" not in tables.columns_of(properties):
        raise InputError("has features whose properties hold no name")
    return "features", partial(_read_geojson, key="features")


def _is_area(feature: Mapping[str, Any]) -> bool:
    geometry = feature.get("geometry")
    return isinstance(geometry, dict) and str(geometry.get("type", "")).endswith("Polygon")


def _of_vector(path: Path) -> _Found:
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
    return key, partial(_read_records, key=key, osm=False)


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
    point, shape, reach = point_and_shape(geometry)
    place = tables.feature(number, properties, tables.columns_of(properties), point)
    return replace(place, shape=shape, radius_km=place.radius_km or reach)


def _format(key: str, read: Callable[[], Iterator[Item]]) -> Format:
    words = read_words(PACKAGE, "formats")[key]
    return Format(key, words["label"], words["source"], words["licence"], words["kind"], read)
