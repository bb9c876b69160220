"""Turn a relation to a place into an area on the ground, as large as the words leave it open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoiraq.places.areas import (
    LatLon,
    capsule,
    circle,
    destination,
    distance_km,
    midpoint,
    reach_km,
    sector,
    towards,
)
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.place import Place
from geoiraq.places.relations import MIDDLE, Relation, in_english
from geoiraq.places.resolution import Resolution

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: "South of X" reaches this far: a big city casts a longer shadow than a village.
SHORTEST_REACH_KM, LONGEST_REACH_KM, REACH_PER_RADIUS = 12.0, 45.0, 2.5
#: A direction is meant to within this many degrees; with a distance, or between the winds, more narrowly.
HALF_WIDTH, NARROW_HALF_WIDTH = 45.0, 30.0
#: A distance is meant to within this share of itself.
DISTANCE_SLACK = 0.2
LEAST_SLACK_KM = 2.0
#: "Near" reaches this far beyond the place itself.
NEAR_REACH_KM = 10.0
#: An area lies in a governorate that holds more than this share of it.
MOST = 0.5
#: Outlines are coarse: what runs along one lies in it.
COARSE_DEGREES = 0.1
#: Areas larger than this have parts ("southern Anbar") rather than surroundings.
LARGE_KM = 40.0


def place_relative(book: Gazetteer, anchor: Resolution, relation: Relation, query: str) -> Resolution:
    """Give the area that stands in a relation to a place.

    Parameters
    ----------
    book
        The gazetteer, for the governorate that the area's middle lies in.
    anchor
        The place that the phrase starts from.
    relation
        How the phrase places something by it; not "between".
    query
        The whole phrase.

    Returns
    -------
    Resolution
        The middle of the area, a radius that covers it, and its shape; the anchor's own answer where that is
        not resolved.
    """
    if anchor.latitude is None or anchor.longitude is None or anchor.radius_km is None:
        return replace(anchor, query=query)
    start = (anchor.latitude, anchor.longitude)
    bearing, distance = relation.bearing, relation.distance_km
    if relation.kind == "near":
        return _around(book, anchor, relation, query, anchor.radius_km + NEAR_REACH_KM)
    if distance is not None and bearing is None:
        return _around(book, anchor, relation, query, anchor.radius_km + distance * (1 + DISTANCE_SLACK))
    if relation.kind == "part" or anchor.radius_km > LARGE_KM:
        return _part(book, anchor, relation, query)
    assert bearing is not None  # noqa: S101 - relations.py gives a bearing for every direction
    half_width = NARROW_HALF_WIDTH if distance is not None or bearing % 90 else HALF_WIDTH
    if distance is not None:
        slack = max(distance * DISTANCE_SLACK, LEAST_SLACK_KM)
        inner, outer = max(distance - slack, 0.0), distance + slack + min(anchor.radius_km, distance / 2)
        middle = destination(start, distance, bearing)
    else:
        outer = min(SHORTEST_REACH_KM + REACH_PER_RADIUS * anchor.radius_km, LONGEST_REACH_KM)
        inner, middle = 0.0, destination(start, outer / 2, bearing)
    return _placed(book, anchor, relation, query, middle, sector(start, bearing, half_width, inner, outer))


def place_between(book: Gazetteer, first: Resolution, second: Resolution, query: str) -> Resolution:
    """Give the strip between two places.

    Parameters
    ----------
    book
        The gazetteer.
    first, second
        The two places.
    query
        The whole phrase.

    Returns
    -------
    Resolution
        The middle of the strip, basis "between"; where a place is not resolved, the answer for that.
    """
    ends: list[LatLon] = []
    for end in (first, second):
        if end.latitude is None or end.longitude is None:
            return replace(end, query=query)
        ends.append((end.latitude, end.longitude))
    apart = distance_km(ends[0], ends[1])
    middle = midpoint(ends[0], ends[1])
    strip = capsule(ends[0], ends[1], max(LEAST_SLACK_KM, apart * 0.12))
    return replace(
        first,
        query=query,
        name=f"between {first.name} and {second.name}",
        latitude=round(middle[0], 3),
        longitude=round(middle[1], 3),
        radius_km=round(max(apart / 2, LEAST_SLACK_KM), 1),
        basis="between",
        governorate=first.governorate if first.governorate == second.governorate else _holding(book, strip),
        district=first.district if first.district == second.district else "",
        confidence=round(min(first.confidence, second.confidence) * 0.9, 2),
        reason=f"half way between {first.name} and {second.name}, {apart:.0f} km apart",
        draw=lambda: strip,
    )


def place_part_within(book: Gazetteer, whole: Resolution, area: Place) -> Resolution:
    """Give the part of a landform that lies in an area.

    Parameters
    ----------
    book
        The gazetteer.
    whole
        A resolved landform.
    area
        A governorate, or another place that has an outline.

    Returns
    -------
    Resolution
        The landform itself where it or the area has no outline, or nothing of it lies there.
    """
    shape, outline = whole.shape, book.shape(area.place_id)
    if shape is None or outline is None:
        return whole
    there = outline.buffer(COARSE_DEGREES)
    if area.kind == "governorate" and shape.intersects(there):
        whole = replace(whole, governorate=book.name_of(area.place_id))
    return _cut_to(whole, shape, there, f"in {area.name}")


def part_in_area(whole: Resolution, area: Resolution) -> Resolution:
    """Give the part of a landform that lies in the area of a relation.

    Parameters
    ----------
    whole
        A resolved landform.
    area
        The area.

    Returns
    -------
    Resolution
        The landform itself where nothing of it lies there.
    """
    shape, there = whole.footprint, area.footprint
    return whole if shape is None or there is None else _cut_to(whole, shape, there, f"{area.name}")


def _cut_to(whole: Resolution, shape: BaseGeometry, there: BaseGeometry, where: str) -> Resolution:
    from shapely.ops import nearest_points

    part = shape.intersection(there)
    if part.is_empty or part.equals(shape):
        return whole
    point = nearest_points(part, part.centroid)[0]
    return replace(
        whole,
        latitude=round(point.y, 3),
        longitude=round(point.x, 3),
        radius_km=round(max(reach_km(part, (point.y, point.x)), 1.0), 1),
        reason=f"{whole.reason}; the part of it {where}",
        draw=lambda: part,
    )


def _around(
    book: Gazetteer, anchor: Resolution, relation: Relation, query: str, radius_km: float
) -> Resolution:
    start = (anchor.latitude or 0.0, anchor.longitude or 0.0)
    shape = anchor.shape if (anchor.radius_km or 0) > LARGE_KM else None
    return _placed(book, anchor, relation, query, start, shape or circle(*start, radius_km))


def _part(book: Gazetteer, anchor: Resolution, relation: Relation, query: str) -> Resolution:
    whole = anchor.footprint
    assert whole is not None  # noqa: S101 - the caller has seen that the anchor is resolved
    direction = None if relation.bearing in (None, MIDDLE) else relation.bearing
    part = towards(whole, direction)
    middle = part.representative_point() if not part.contains(part.centroid) else part.centroid
    return _placed(book, anchor, relation, query, (middle.y, middle.x), part)


def _placed(
    book: Gazetteer, anchor: Resolution, relation: Relation, query: str, middle: LatLon, shape: BaseGeometry
) -> Resolution:
    radius = max(reach_km(shape, middle), 1.0)
    return replace(
        anchor,
        query=query,
        name=f"{in_english(relation)} {anchor.name}",
        latitude=round(middle[0], 3),
        longitude=round(middle[1], 3),
        radius_km=round(radius, 1),
        basis="relative",
        governorate=_governorate(book, anchor, relation, shape, middle),
        district="" if relation.kind != "part" else anchor.district,
        confidence=round(anchor.confidence * 0.9, 2),
        reason=f"{in_english(relation)} {anchor.name}: an area of which the middle is given; {anchor.reason}",
        draw=lambda: shape,
    )


def _governorate(
    book: Gazetteer, anchor: Resolution, relation: Relation, shape: BaseGeometry, middle: LatLon
) -> str | None:
    """Give the governorate that an area lies in; empty where it may be the anchor's or the next one."""
    if relation.kind in ("part", "near"):
        return anchor.governorate
    holding = _holding(book, shape)
    if not holding or holding == anchor.governorate:
        return anchor.governorate
    home = book.places.get(book.places[anchor.place_id or ""].governorate)
    # The outlines are coarse (Baghdad's is narrower than the governorate): near the line neither is sure.
    unsure = home is not None and distance_km(middle, (home.latitude, home.longitude)) <= home.radius_km
    return "" if unsure else holding


def _holding(book: Gazetteer, shape: BaseGeometry) -> str:
    """Give the governorate whose outline holds most of an area; empty where none does."""
    for place_id in book.shapes_geojson:
        place = book.places.get(place_id)
        if place is not None and place.kind == "governorate":
            outline = book.shape(place_id)
            if (
                outline is not None
                and outline.intersects(shape)
                and outline.intersection(shape).area > MOST * shape.area
            ):
                return book.name_of(place_id)
    return ""
