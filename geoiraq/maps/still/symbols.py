"""Symbols, and the areas in which incidents may have been."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from geoiraq.maps.palette import ground, looks
from geoiraq.maps.still.lettering import write
from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.shapes import fill, path_of, stroke
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.stacks import BEGIN, Cluster, Stack
from geoiraq.maps.still.view import View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

#: Between the lines that fill an area, in millimetres.
SPACING = 1.7
#: How far above its middle a symbol is fullest, by its radius.
FULLEST = {"withdrawal": 0.22, "deployment": -0.22}
#: Darker than this a colour takes white numbers.
DARK = 0.36


def draw_areas(axes: Axes, marks: Iterable[Mark], view: View, order: float, clip: Any) -> None:
    """Draw areas as areas, once for each layer, the largest beneath."""
    areas = {(mark.layer, mark.area.wkb): mark.area for mark in marks if mark.area is not None}
    for (layer, _), area in sorted(areas.items(), key=lambda each: (-each[1].area, each[0])):
        hatched(axes, view.lay(area), layer, zorder=order, clip_path=clip)


def hatched(axes: Axes, area: BaseGeometry, layer: str, **placing: Any) -> None:
    """Draw an area of the sheet: light, hatched at its layer's angle, with a broken edge."""
    look = looks()[layer]
    fill(axes, area, facecolor=look.colour, alpha=0.07, **placing)
    stroke(axes, _hatch(area, look.hatch), colors=look.colour, linewidths=0.35, alpha=0.45, **placing)
    edge = {"colors": look.colour, "linewidths": 0.7, "linestyles": [(0, (3.5, 2.5))]}
    stroke(axes, area, **edge, alpha=0.85, capstyle="butt", **placing)


def _hatch(area: BaseGeometry, angle: int) -> BaseGeometry:
    """Cut lines at a distance and an angle (from upright) to an area; they fit from one area to the next."""
    import shapely

    left, low, right, high = area.bounds if not area.is_empty else (0.0, 0.0, 0.0, 0.0)
    along = math.radians(90 - angle)
    across = -math.sin(along), math.cos(along)
    corners = [(left, low), (left, high), (right, low), (right, high)]
    distances = [x * across[0] + y * across[1] for x, y in corners]
    reach = math.hypot(right - left, high - low)
    x, y = (left + right) / 2, (low + high) / 2
    middle = x * math.cos(along) + y * math.sin(along)
    lines = []
    for number in range(math.ceil(min(distances) / SPACING), math.floor(max(distances) / SPACING) + 1):
        foot = number * SPACING
        ends = [
            (d * math.cos(along) + foot * across[0], d * math.sin(along) + foot * across[1])
            for d in (middle - reach, middle + reach)
        ]
        lines.append(ends)
    cut: BaseGeometry = shapely.intersection(shapely.multilinestrings(lines), area)
    return cut


def draw_clusters(axes: Axes, clusters: Sequence[Cluster], order: float, clip: Any, speech: Speech) -> None:
    """Draw symbols, the largest beneath, and a line from those that stepped aside to where they belong."""
    look = {"color": ground()["ink"], "zorder": order, "clip_path": clip}
    for cluster in clusters:
        if math.dist(cluster.place, cluster.at) > max(0.6 * cluster.radius, 1.0):
            axes.plot(*zip(cluster.place, cluster.at, strict=True), linewidth=0.5, **look)
            axes.plot(*cluster.place, marker="o", markersize=1.4, markeredgewidth=0, **look)
    for stack in sorted(
        (s for c in clusters for s in c.stacks), key=lambda s: (-s.radius, s.at, s.layer, s.hollow)
    ):
        symbol(axes, stack, order + 0.01, speech, clip)


def symbol(axes: Axes, stack: Stack, order: float, speech: Speech, clip: Any = None) -> None:
    """Draw one symbol, with its number where it stands for several."""
    from matplotlib.patches import PathPatch
    from matplotlib.transforms import Affine2D

    look, paper = looks()[stack.layer], ground()["paper"]
    shape = path_of(look.path).transformed(Affine2D().scale(stack.radius).translate(*stack.at))
    placing = {"zorder": order, "joinstyle": "round", "clip_path": clip}
    edge = min(1.1, 0.75 * stack.radius)
    if stack.hollow:
        axes.add_patch(PathPatch(shape, facecolor=paper, edgecolor=paper, linewidth=2 * edge, **placing))
        axes.add_patch(PathPatch(shape, facecolor=paper, edgecolor=look.colour, linewidth=edge, **placing))
    else:
        axes.add_patch(
            PathPatch(shape, facecolor=look.colour, edgecolor=paper, linewidth=0.5 * edge, **placing)
        )
    if stack.incidents > 1:
        _number(axes, stack, speech.number(stack.incidents), order + 0.1, clip)


def _number(axes: Axes, stack: Stack, written: str, order: float, clip: Any) -> None:
    """Write how many incidents a symbol stands for: in it, or at its shoulder where it is too small."""
    from matplotlib.patheffects import withStroke

    (x, y), inside, paper = stack.at, stack.holds_number, ground()["paper"]
    light = not inside or stack.hollow or _light(looks()[stack.layer].colour)
    if inside:
        y += FULLEST.get(stack.layer, 0.0) * stack.radius  # a triangle has most room away from its middle
    else:
        x, y = x + BEGIN * stack.radius, y + 0.55 * stack.radius
    placing = {"ha": "center" if inside else "left", "va": "center_baseline"}
    ink = ground()["ink"] if light else paper
    number = write(axes, (x, y), written, 4.8, ink, "bold", **placing)
    number.set(zorder=order, clip_path=clip, clip_on=clip is not None)
    if not inside:
        number.set_path_effects([withStroke(linewidth=1.1, foreground=paper)])


def _light(colour: str) -> bool:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return bool(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > DARK)
