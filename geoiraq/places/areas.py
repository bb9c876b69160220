"""Geometry on the ground: distances, bearings, circles, sectors and capsules, in kilometres and degrees."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LatLon = tuple[float, float]

#: The mean radius of the earth (IUGG).
EARTH_KM = 6371.009


def distance_km(a: LatLon, b: LatLon) -> float:
    """Give the great-circle distance of two points (latitude, longitude), km."""
    north, south = radians(a[0]), radians(b[0])
    half_lat, half_lon = (south - north) / 2, radians(b[1] - a[1]) / 2
    chord = sin(half_lat) ** 2 + cos(north) * cos(south) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def bearing(a: LatLon, b: LatLon) -> float:
    """Give the initial bearing from one point to another, degrees clockwise from north."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, p)) for p in (a, b))
    east = sin(lon2 - lon1) * cos(lat2)
    north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(lon2 - lon1)
    return degrees(atan2(east, north)) % 360


def destination(start: LatLon, km: float, towards: float) -> LatLon:
    """Go `km` from a point towards a bearing (degrees clockwise from north)."""
    lat, lon, turn, arc = radians(start[0]), radians(start[1]), radians(towards), km / EARTH_KM
    up = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    along = lon + atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(up))
    return degrees(up), (degrees(along) + 180) % 360 - 180


def midpoint(a: LatLon, b: LatLon) -> LatLon:
    """Give the point half way between two points."""
    return destination(a, distance_km(a, b) / 2, bearing(a, b))


def circle(latitude: float, longitude: float, radius_km: float) -> BaseGeometry:
    """Draw the circle around a point as a polygon of 48 corners."""
    from shapely.geometry import Polygon

    corners = (destination((latitude, longitude), radius_km, turn * 7.5) for turn in range(48))
    return Polygon([(round(lon, 5), round(lat, 5)) for lat, lon in corners])


def sector(
    start: LatLon, towards: float, half_width: float, inner_km: float, outer_km: float
) -> BaseGeometry:
    """Draw the part of a ring around a point that lies within `half_width` degrees of a bearing."""
    from shapely.geometry import Polygon

    turns = [towards - half_width + half_width * step / 8 for step in range(17)]
    outer = [destination(start, outer_km, turn) for turn in turns]
    inner = [destination(start, inner_km, turn) for turn in reversed(turns)] if inner_km > 0 else [start]
    return Polygon([(round(lon, 5), round(lat, 5)) for lat, lon in outer + inner])


def capsule(a: LatLon, b: LatLon, width_km: float) -> BaseGeometry:
    """Draw the strip between two points, `width_km` to either side, with round ends."""
    from shapely.geometry import MultiPoint, Polygon

    ends = [circle(*a, width_km), circle(*b, width_km)]
    return MultiPoint(
        [c for end in ends if isinstance(end, Polygon) for c in end.exterior.coords]
    ).convex_hull


def towards(shape: BaseGeometry, direction: float | None) -> BaseGeometry:
    """Give the half of an area that lies towards a bearing; its inner half where the bearing is None."""
    from shapely import affinity
    from shapely.geometry import box

    middle = shape.centroid
    if direction is None:
        return shape.intersection(affinity.scale(shape.envelope, 0.5, 0.5, origin=middle))
    reach = 10.0
    half = box(middle.x - reach, middle.y, middle.x + reach, middle.y + reach)
    return shape.intersection(affinity.rotate(half, -direction, origin=middle))


def reach_km(shape: BaseGeometry, start: LatLon) -> float:
    """Give how far the farthest corner of an area lies from a point, km."""
    from shapely import get_coordinates

    return max((distance_km(start, (lat, lon)) for lon, lat in get_coordinates(shape)), default=0.0)
