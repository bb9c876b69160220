"""Linked Places Format: features whose names, types and links each say since when, until when and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from geoiraq.places.place import FormerName
from geoiraq.places.sources.feature import Feature, UnusableRowError, number_of
from geoiraq.places.sources.kinds import codes, kind_named
from geoiraq.places.sources.shapes import geometry_of, point_and_shape

#: How this package names its own places; see geoiraq/places/export.py.
URN = "urn:geoiraq:place:"


def is_linked_places(feature: Mapping[str, Any]) -> bool:
    """Tell whether a GeoJSON feature is one of Linked Places."""
    names = feature.get("names")
    return isinstance(names, list) and any(isinstance(name, dict) and "toponym" in name for name in names)


def feature(row: int, value: Mapping[str, Any]) -> Feature:
    """Read a feature of a Linked Places file.

    Parameters
    ----------
    row
        Its number in the file.
    value
        The whole feature: names and types stand beside its properties.

    Returns
    -------
    Feature
        The place, names that were in use for a time apart.

    Raises
    ------
    UnusableRowError
        Where it has no name or no place on earth.
    """
    properties = _object(value.get("properties"))
    names = [name for name in _objects(value.get("names")) if isinstance(name.get("toponym"), str)]
    current = [(str(n["toponym"]), str(n.get("lang") or "")) for n in names if not _spans(n)]
    title = properties.get("title")
    if isinstance(title, str) and title in (name for name, _ in current):
        current.sort(key=lambda name: name[0] != title)
    former = [FormerName(str(n["toponym"]), *span) for n in names for span in _spans(n)]
    if not current and not former:
        raise UnusableRowError("has no name")
    if not current:  # all its names have dates: the place has one all the same
        current = [(title if isinstance(title, str) else former[0].name, "")]
    point, shape, reach = point_and_shape(geometry_of(_located(_object(value.get("geometry")))))
    codes_ = properties.get("ccodes")
    id_ = str(value.get("@id") or "")
    radius = number_of(properties.get("radius_km"))
    return Feature(
        row=row,
        latitude=point[0],
        longitude=point[1],
        names=tuple(current),
        kind=_kind(value),
        source_id=id_,
        same_as=id_.removeprefix(URN) if id_.startswith(URN) else "",
        country=str(codes_[0])[:2] if isinstance(codes_, list) and codes_ else "",
        governorate=next(_parents(value), ""),
        radius_km=radius if radius and radius > 0 else reach,
        former_names=tuple(former),
        shape=shape,
        source=str(_object(next(_citations(names), {})).get("label") or "")[:100],
    )


def _located(geometry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out the parts that say a place is unknown; a part may be well-known text in place of coordinates."""
    is_list = geometry.get("type") == "GeometryCollection"
    parts = _objects(geometry.get("geometries")) if is_list else [dict(geometry)]
    found = [part if "coordinates" in part else _from_text(part) for part in parts]
    return {"type": "GeometryCollection", "geometries": [part for part in found if part is not None]}


def _from_text(part: Mapping[str, Any]) -> dict[str, Any] | None:
    from shapely import from_wkt
    from shapely.errors import ShapelyError
    from shapely.geometry import mapping

    text = part.get("geowkt") or part.get("geo_wkt")
    try:
        return dict(mapping(from_wkt(text))) if isinstance(text, str) and text else None
    except (ShapelyError, ValueError):
        return None


def _kind(value: Mapping[str, Any]) -> str:
    for type_ in _objects(value.get("types")):
        labels = [label.get("label") for label in _objects(type_.get("sourceLabels"))]
        for label in (*labels, type_.get("sourceLabel"), type_.get("label")):
            if isinstance(label, str) and (kind := kind_named(label)):
                return kind
        if kind := _by_aat().get(
            str(type_.get("identifier", "")).rpartition("/")[2].removeprefix("aat:"), ""
        ):
            return kind
    return ""


@cache
def _by_aat() -> dict[str, str]:
    return {str(number): kind for kind, (number, _, _) in reversed(codes()["aat"].items())}


def _parents(value: Mapping[str, Any]) -> Iterator[str]:
    for relation in _objects(value.get("relations")):
        if str(relation.get("relationType", "")).endswith("broaderPartitive"):
            yield str(relation.get("relationTo", "")).removeprefix(URN)


def _citations(names: list[dict[str, Any]]) -> Iterator[Any]:
    for name in names:
        yield from _objects(name.get("citations"))


def _spans(name: Mapping[str, Any]) -> list[tuple[str, str]]:
    spans = _objects(_object(name.get("when")).get("timespans"))
    read = [(_edge(span.get("start"), "earliest"), _edge(span.get("end"), "latest")) for span in spans]
    return [span for span in read if span[1]]  # a name without an end is in use


def _edge(edge: Any, outer: str) -> str:
    """Give a date as exactly as it is known; its outer bound where only that is."""
    found = edge if isinstance(edge, str) else _object(edge).get("in") or _object(edge).get(outer) or ""
    return str(found).rstrip("~?%")[:10]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
