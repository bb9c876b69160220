"""How the incidents of a sheet are arranged: stacked or scattered, and how large; the same for all of its maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.stacks import Cluster, Sizes, gather, lay_out, scatter
from geoiraq.maps.still.view import View

#: Radius of a symbol without deaths, and of the largest, in millimetres, on a map as wide as a page.
LEAST, MOST, PAGE = 1.45, 6.5, 170.0
#: The same for marks that are scattered.
SMALL, SMALL_MOST = 0.6, 3.0
#: Square millimetres (over pi) for one killed, unless the largest toll would then be larger than the most.
PER_DEATH = 0.16


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How marks become symbols.

    Attributes
    ----------
    scattered
        Whether every incident has a mark of its own, which may overlap, since there is no room for stacks.
    sizes
        The scale of sizes.
    largest
        The largest toll of a symbol.
    within_km
        How far from its place an incident of a symbol may lie; 0 where every symbol stands for one incident.
    """

    scattered: bool
    sizes: Sizes
    largest: int
    within_km: float

    def clusters(self, marks: Sequence[Mark], view: View) -> list[Cluster]:
        """Lay marks out in a view."""
        if self.scattered:
            return scatter(marks, view, self.sizes)
        return lay_out(gather(marks, view)[0], view, self.sizes)

    def obstacles(self, clusters: Sequence[Cluster]) -> Sequence[Cluster]:
        """Give what no name may cover: stacks, but not scattered marks, which would leave it no room."""
        return () if self.scattered else clusters


def arrange(maps: Sequence[tuple[Sequence[Mark], View]]) -> Arrangement:
    """Choose one arrangement for maps of one scale: that of the map with the least room.

    Parameters
    ----------
    maps
        The marks of each, and the view in which they are seen.

    Returns
    -------
    Arrangement
        For all of them.
    """
    view = maps[0][1]
    wide = min(1.0, view.width / PAGE)
    gathered = [gather(marks, view) for marks, view in maps]
    nears = [near for _, near in gathered if near is not None]
    if len(nears) < len(maps):
        largest = max((mark.killed for marks, _ in maps for mark in marks), default=0)
        return Arrangement(True, _sizes(SMALL, max(0.6, wide) * SMALL_MOST, largest), largest, 0.0)
    stacks = [stack for found, _ in gathered for each in found for stack in each.stacks]
    largest = max((stack.killed for stack in stacks), default=0)
    several = any(stack.incidents > 1 for stack in stacks)
    sizes = _sizes(max(0.75, wide) * LEAST, max(0.45, wide) * MOST, largest)
    return Arrangement(False, sizes, largest, max(nears) / view.scale if several else 0.0)


def _sizes(least: float, most: float, largest: int) -> Sizes:
    return Sizes(least, min(PER_DEATH, (most**2 - least**2) / max(largest, 1)))
