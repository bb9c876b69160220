"""Room for what falls together: one symbol for each layer at a place, side by side, nothing hidden.

Incidents of a layer at one place share a symbol that bears their number, as large as their toll. The symbols of a
place are packed around it; places that would cover one another step aside, and a line says where they belong.
Where even that would take more room than there is, every incident is a small mark where it was, and they may overlap.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.view import View

#: The radius of a symbol that has room for a number of so many digits; on a smaller one it stands at the shoulder.
ROOM_FOR_DIGITS = (0.0, 1.95, 2.5, 3.1, 3.7, 4.3)
#: What a number at the shoulder adds to a symbol's radius; how much of that it begins at, and how wide a digit is.
SHOULDER, BEGIN, DIGIT = 0.75, 0.75, 0.95
#: How near to one another places are drawn as one, in millimetres: the first at which the map is not crowded.
NEAR = (2.0, 3.2, 5.0, 8.0, 12.0, 16.0)
#: Drawn together over more of a map's width than this, incidents would no longer be on a map.
COARSEST = 0.1
#: How near to one another even scattered marks are one.
GRAIN = 0.3
#: How much of a map symbols may take with the room around them, and how far, by its width, they may step aside.
CROWDED, ROOM, ASIDE = 0.14, 25.0, 0.045

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sizes:
    """One scale of sizes for all the maps of a sheet.

    Attributes
    ----------
    least
        The radius of a symbol without deaths.
    per_death
        How much the square of a radius grows for one killed.
    """

    least: float
    per_death: float

    def radius(self, killed: int) -> float:
        """Give the radius of a symbol, whose area follows the toll."""
        return math.sqrt(self.least**2 + self.per_death * killed)


@dataclass(frozen=True, slots=True)
class Stack:
    """The incidents of a layer at a place, known alike exactly.

    Attributes
    ----------
    layer
        What they are.
    hollow
        Whether they were only somewhere in an area around.
    incidents, killed
        How many.
    at
        The middle of the symbol on the sheet.
    radius
        Of the symbol.
    """

    layer: str
    hollow: bool
    incidents: int
    killed: int
    at: Point = (0.0, 0.0)
    radius: float = 0.0

    @property
    def holds_number(self) -> bool:
        """Whether the number fits into the symbol."""
        return self.radius >= ROOM_FOR_DIGITS[min(len(str(self.incidents)), len(ROOM_FOR_DIGITS) - 1)]

    @property
    def reach(self) -> float:
        """How far from its middle nothing else should stand."""
        if self.incidents == 1 or self.holds_number:
            return self.radius
        return max(self.radius + SHOULDER, BEGIN * self.radius + DIGIT * len(str(self.incidents)))


@dataclass(frozen=True, slots=True)
class Cluster:
    """The stacks of a place.

    Attributes
    ----------
    place
        Where it is.
    at
        Where its symbols are drawn around.
    radius
        Of the circle around all of them.
    stacks
        The symbols.
    """

    place: Point
    at: Point
    radius: float
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Incidents that are drawn around one place, not yet laid out.

    Attributes
    ----------
    place
        Where most of them were, on the sheet.
    stacks
        One for each layer and exactness.
    """

    place: Point
    stacks: tuple[Stack, ...]

    @property
    def incidents(self) -> int:
        """How many."""
        return sum(stack.incidents for stack in self.stacks)


def gather(marks: Sequence[Mark], view: View) -> tuple[list[Gathered], float | None]:
    """Gather marks into stacks, as finely as a map has room for.

    Parameters
    ----------
    marks
        Those with a point.
    view
        Where they are seen.

    Returns
    -------
    tuple
        The gathered, those with the most incidents first, and how far from its place an incident may lie, in
        millimetres; None where there is no room even for the coarsest that would still be a map.
    """
    room = CROWDED * view.width * view.height / ROOM
    found = at_places(marks, view)
    for near in NEAR:
        if near > COARSEST * view.width:
            break
        found = _together(found, near)
        if sum(len(each.stacks) for each in found) <= room:
            return found, near
    return found, None


def lay_out(found: Sequence[Gathered], view: View, sizes: Sizes) -> list[Cluster]:
    """Give every stack its place in a view, so that none hides another; the largest cluster first."""
    clusters = [_packed(each, sizes) for each in found]
    return _set_aside(sorted(clusters, key=lambda c: (-c.radius, c.place)), view)


def scatter(marks: Sequence[Mark], view: View, sizes: Sizes) -> list[Cluster]:
    """Give every incident a mark where it was; only those of a layer on the very same spot share one."""
    return [
        Cluster(each.place, each.place, radius, (replace(stack, at=each.place, incidents=1, radius=radius),))
        for each in _together(at_places(marks, view), GRAIN)
        for stack in each.stacks
        for radius in [sizes.radius(stack.killed)]
    ]


def at_places(marks: Iterable[Mark], view: View) -> list[Gathered]:
    """Give the stacks of every single point."""
    import numpy as np

    by_place: defaultdict[Point, list[Stack]] = defaultdict(list)
    for mark in marks:
        if mark.point is not None:
            by_place[mark.point].append(Stack(mark.layer, mark.area is not None, 1, mark.killed))
    laid = view.at(np.array(list(by_place), dtype=float).reshape(-1, 2)).round(3).tolist()
    return [Gathered((x, y), _summed(stacks)) for (x, y), stacks in zip(laid, by_place.values(), strict=True)]


def _together(found: Iterable[Gathered], near: float) -> list[Gathered]:
    """Gather what lies near to a place of more incidents at that place."""
    cells: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
    stacks: dict[Point, list[Stack]] = {}
    for each in sorted(found, key=lambda each: (-each.incidents, each.place)):
        x, y = each.place
        column, row = int(x // near), int(y // near)
        around = [
            centre
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for centre in cells[i, j]
            if math.dist(centre, each.place) < near
        ]
        centre = min(around, key=lambda each: (math.dist(each, (x, y)), each), default=each.place)
        if centre not in stacks:
            cells[column, row].append(centre)
        stacks.setdefault(centre, []).extend(each.stacks)
    return [Gathered(place, _summed(there)) for place, there in stacks.items()]


def _summed(stacks: Iterable[Stack]) -> tuple[Stack, ...]:
    number: Counter[tuple[str, bool]] = Counter()
    killed: Counter[tuple[str, bool]] = Counter()
    for stack in stacks:
        key = stack.layer, stack.hollow
        number[key] += stack.incidents
        killed[key] += stack.killed
    return tuple(Stack(*key, number[key], killed[key]) for key in sorted(number))


def _packed(found: Gathered, sizes: Sizes) -> Cluster:
    """Pack the symbols of a place: the largest in the middle, the others around it as near as there is room."""
    sized = [replace(stack, radius=sizes.radius(stack.killed)) for stack in found.stacks]
    place = found.place
    packed: list[Stack] = []
    for stack in sorted(sized, key=lambda each: (-each.radius, each.layer, each.hollow)):
        packed.append(replace(stack, at=_free(stack.reach, packed)))
    x, y, radius = _around(packed)
    moved = tuple(
        replace(stack, at=(place[0] + stack.at[0] - x, place[1] + stack.at[1] - y)) for stack in packed
    )
    return Cluster(place, place, radius, moved)


def _free(reach: float, packed: Sequence[Stack]) -> Point:
    gap = 0.1
    if not packed:
        return 0.0, 0.0
    touching = (
        (
            other.at[0] + (other.reach + reach + gap) * math.cos(math.radians(angle)),
            other.at[1] + (other.reach + reach + gap) * math.sin(math.radians(angle)),
        )
        for other in packed
        for angle in range(0, 360, 15)
    )
    free = [
        at
        for at in touching
        if all(math.dist(at, each.at) >= each.reach + reach + gap - 1e-6 for each in packed)
    ]
    return min(free, key=lambda at: (round(math.hypot(*at), 6), at))


def _around(packed: Sequence[Stack]) -> tuple[float, float, float]:
    """Give a circle around symbols, its middle between the outermost."""
    left = min(stack.at[0] - stack.reach for stack in packed)
    right = max(stack.at[0] + stack.reach for stack in packed)
    low = min(stack.at[1] - stack.reach for stack in packed)
    high = max(stack.at[1] + stack.reach for stack in packed)
    x, y = (left + right) / 2, (low + high) / 2
    return x, y, max(math.dist((x, y), stack.at) + stack.reach for stack in packed)


def _set_aside(clusters: list[Cluster], view: View) -> list[Cluster]:
    """Move clusters off one another, little by little, the smaller ones more and none far."""
    import numpy as np
    import shapely

    if len(clusters) < 2:
        return clusters
    home = np.array([cluster.place for cluster in clusters])
    radius = np.array([cluster.radius for cluster in clusters])
    at = home.copy()
    left, bottom, right, top = view.box
    for _ in range(60):
        points = [shapely.Point(x, y) for x, y in at]
        a, b = shapely.STRtree(points).query(points, predicate="dwithin", distance=radius + radius.max())
        a, b = a[a < b], b[a < b]
        apart = at[b] - at[a]
        distance = np.hypot(*apart.T)
        missing = radius[a] + radius[b] + 0.2 - distance
        near = missing > 0.01
        if not near.any():
            break
        a, b, apart, distance, missing = (each[near] for each in (a, b, apart, distance, missing))
        same = distance < 1e-6
        apart[same], distance[same] = (1.0, 0.0), 1.0
        push = apart / distance[:, None] * missing[:, None] * 0.5
        weight = (radius[b] ** 2 / (radius[a] ** 2 + radius[b] ** 2))[:, None] * 2
        step = np.zeros_like(at)
        np.add.at(step, a, -push * weight)
        np.add.at(step, b, push * (2 - weight))
        at = at + 0.6 * step
        off = at - home
        length = np.maximum(np.hypot(*off.T), 1e-9)
        at = home + off * np.minimum(1, ASIDE * view.width / length)[:, None]
        at[:, 0] = np.clip(
            at[:, 0], np.minimum(left + radius, home[:, 0]), np.maximum(right - radius, home[:, 0])
        )
        at[:, 1] = np.clip(
            at[:, 1], np.minimum(bottom + radius, home[:, 1]), np.maximum(top - radius, home[:, 1])
        )
    return [
        _moved(cluster, (float(x), float(y))) for cluster, (x, y) in zip(clusters, at.round(3), strict=True)
    ]


def _moved(cluster: Cluster, to: Point) -> Cluster:
    x, y = to[0] - cluster.at[0], to[1] - cluster.at[1]
    moved = tuple(replace(stack, at=(stack.at[0] + x, stack.at[1] + y)) for stack in cluster.stacks)
    return replace(cluster, at=to, stacks=moved)
