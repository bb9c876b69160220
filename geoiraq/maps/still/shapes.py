"""Shapes on the sheet as matplotlib draws them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path
    from shapely.geometry.base import BaseGeometry

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def path_of(written: str) -> Path:
    """Read a symbol's outline (an SVG path of M, L, C and Z, downwards) as a path of size 1, upwards."""
    from matplotlib.path import Path

    codes: dict[str, int] = {
        "M": int(Path.MOVETO),
        "L": int(Path.LINETO),
        "C": int(Path.CURVE4),
        "Z": int(Path.CLOSEPOLY),
    }
    vertices: list[tuple[float, float]] = []
    kinds: list[int] = []
    for letter, numbers in _STEP.findall(written):
        values = [float(number) / 10 for number in numbers.split()]
        points = [(x, -y) for x, y in zip(values[::2], values[1::2], strict=True)]
        vertices += points or [vertices[0]]
        kinds += [codes[letter]] * max(len(points), 1)
    return Path(vertices, kinds)


def fill(axes: Axes, shape: BaseGeometry, **look: Any) -> None:
    """Fill the areas of a shape, holes left open."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from shapely.geometry.polygon import orient

    rings = [
        Path(ring.coords, closed=True)
        for polygon in parts(shape, "Polygon")
        for ring in (orient(polygon).exterior, *orient(polygon).interiors)
    ]
    if rings:
        axes.add_patch(PathPatch(Path.make_compound_path(*rings), **{"linewidth": 0, **look}))


def stroke(axes: Axes, shape: BaseGeometry, **look: Any) -> None:
    """Draw the lines of a shape, the outlines of its areas included."""
    from matplotlib.collections import LineCollection

    lines = [line.coords for line in parts(shape, "LineString", "LinearRing")]
    lines += [ring.coords for p in parts(shape, "Polygon") for ring in (p.exterior, *p.interiors)]
    if lines:
        settings = {"capstyle": "round", "joinstyle": "round", **look}
        axes.add_collection(LineCollection(lines, **settings), autolim=False)


def parts(shape: BaseGeometry, *kinds: str) -> Iterator[Any]:
    """Walk over the parts of some kinds, however they are nested."""
    if shape.geom_type in kinds:
        if not shape.is_empty:
            yield shape
    else:
        for part in getattr(shape, "geoms", ()):
            yield from parts(part, *kinds)
