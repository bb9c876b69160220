"""Decode TopoJSON: quantized, delta-encoded arcs that shapes share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shapely import make_valid
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Position = tuple[float, float]


def decode(topology: Mapping[str, Any], layer: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Return the shapes of one layer, each with its properties and, as `id`, its identifier.

    Parameters
    ----------
    topology
        The parsed TopoJSON.
    layer
        The name of one of its objects.

    Returns
    -------
    list of (dict, shapely geometry)
        Polygons and lines, in the file's order; other types and empty shapes are left out.
    """
    arcs = [_positions(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = []
    for geometry in topology["objects"][layer]["geometries"]:
        shape = _shape(geometry, arcs)
        if shape is not None and not shape.is_empty:
            shapes.append(({**(geometry.get("properties") or {}), "id": geometry.get("id")}, shape))
    return shapes


def _positions(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Position]:
    """Return an arc's positions in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    positions = []
    for step_x, step_y, *_ in arc:
        x, y = x + step_x, y + step_y
        positions.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return positions


def _line(indices: Sequence[int], arcs: Sequence[list[Position]]) -> list[Position]:
    """Join arcs end to end; a negative index is its complement, walked backwards."""
    line: list[Position] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def _polygon(rings: Sequence[Sequence[int]], arcs: Sequence[list[Position]]) -> BaseGeometry:
    """Return a valid polygon: quantizing may make a narrow one touch itself."""
    lines = [_line(ring, arcs) for ring in rings]
    whole = [line for line in lines if len(line) >= 4]
    return make_valid(Polygon(whole[0], whole[1:])) if whole else Polygon()


def _shape(geometry: Mapping[str, Any], arcs: Sequence[list[Position]]) -> BaseGeometry | None:
    """Return the shape of one TopoJSON geometry, None for types that outlines do not have."""
    match geometry["type"]:
        case "Polygon":
            return _polygon(geometry["arcs"], arcs)
        case "MultiPolygon":
            parts = [_polygon(rings, arcs) for rings in geometry["arcs"]]
            polygons = [piece for part in parts for piece in getattr(part, "geoms", [part])]
            return MultiPolygon(
                [piece for piece in polygons if isinstance(piece, Polygon) and not piece.is_empty]
            )
        case "LineString":
            return LineString(_line(geometry["arcs"], arcs))
        case "MultiLineString":
            return MultiLineString([_line(line, arcs) for line in geometry["arcs"]])
        case _:
            return None
