"""Geometry of features: a shape, the point that stands for it, and how far it reaches."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any

from geoiraq.places.sources.feature import UnusableRowError, point_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.2
#: Outlines are kept to about 150 m: finer than any question that is asked of them.
TOLERANCE = 0.0015
_PLACES = 4


def geometry_of(value: Any) -> BaseGeometry:
    """Read a GeoJSON geometry.

    Parameters
    ----------
    value
        The object.

    Returns
    -------
    shapely geometry
        Not empty, its coordinates finite.

    Raises
    ------
    UnusableRowError
        Where it is none.
    """
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        geometry = shape(value)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, ShapelyError):
        raise UnusableRowError("has no geometry that can be read") from None
    if geometry.is_empty:
        raise UnusableRowError("has an empty geometry")
    return geometry


def point_and_shape(geometry: BaseGeometry) -> tuple[tuple[float, float], BaseGeometry | None, float | None]:
    """Give the point (latitude, longitude) that stands for a geometry, its shape, and how far it reaches, km.

    Of several parts, points come before areas: a Linked Places file gives the point to stand on, then the shape.

    Raises
    ------
    UnusableRowError
        Where it lies nowhere near Iraq.
    """
    import shapely
    from shapely.geometry import Point

    parts = list(shapely.get_parts(geometry)) if geometry.geom_type == "GeometryCollection" else [geometry]
    points = [part for part in parts if isinstance(part, Point) and not part.is_empty]
    others = [part for part in parts if part.geom_type not in ("Point", "MultiPoint") and not part.is_empty]
    if not others:
        stand = points[0] if points else geometry.centroid
        return point_of(stand.y, stand.x), None, None
    shape = others[0] if len(others) == 1 else shapely.union_all(others)
    for x, y in ((shape.bounds[0], shape.bounds[1]), (shape.bounds[2], shape.bounds[3])):
        point_of(y, x)
    shape = shapely.set_precision(shape.simplify(TOLERANCE), 10**-_PLACES, mode="pointwise")
    if not shape.is_valid:
        shape = shapely.make_valid(shape)
    if shape.is_empty:
        raise UnusableRowError("has an empty geometry")
    stand = points[0] if points else shape.representative_point()
    return point_of(stand.y, stand.x), shape, _reach_km(shape, stand.y, stand.x)


def _reach_km(shape: BaseGeometry, latitude: float, longitude: float) -> float:
    west, south, east, north = shape.bounds
    across = max(abs(west - longitude), abs(east - longitude)) * cos(radians(latitude))
    return round(hypot(across, max(abs(south - latitude), abs(north - latitude))) * KM_PER_DEGREE, 1)
