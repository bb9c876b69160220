"""Names on the map: each where there is room for it, none over another or over a symbol; the lesser ones go without."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoiraq.maps.palette import ground
from geoiraq.maps.still.ground import land
from geoiraq.maps.still.lettering import MM_PER_POINT, width, write
from geoiraq.maps.still.shapes import parts
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.stacks import Cluster
from geoiraq.maps.still.view import Box, View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

Point = tuple[float, float]
#: The middle of a name, and its line's angle in degrees.
Spot = tuple[float, float, float]

#: Size in points and face of each kind of name, and the colour by its name in the palette.
WRITTEN = {
    "capital": (7.5, "bold", "ink"),
    "city": (6.5, "", "ink"),
    "town": (5.6, "", "place"),
    "country": (6.5, "", "soft"),
    "governorate": (5.4, "italic", "soft"),
    "water": (5.2, "italic", "river"),
}
RIVER_BLUE = "#4d7f99"
#: How far apart a river's name is tried, in millimetres.
STRIDE = 3.0
#: Where a town's name may stand: direction of its middle from the dot, and how far from a dot that a symbol covers.
SIDES = ((1, 0), (-1, 0), (1, 0.8), (1, -0.8), (-1, 0.8), (-1, -0.8), (0, 1), (0, -1))
GAPS = (0.9, 2.0, 3.2, 4.6, 6.2, 8.0, 10.0, 12.5)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is wanted.

    Attributes
    ----------
    words
        As they are written.
    kind
        How they are written.
    spots
        Where they may stand, the best first.
    dot
        Where the town is; None for what is no spot.
    """

    words: str
    kind: str
    spots: tuple[Spot, ...]
    dot: Point | None = None


def draw_names(
    axes: Axes,
    view: View,
    clusters: Sequence[Cluster],
    taken: Sequence[Box],
    speech: Speech,
    *,
    least: int,
    sparse: bool = False,
) -> None:
    """Name towns, governorates, countries and waters where there is room.

    Parameters
    ----------
    axes
        The sheet.
    view
        The map on it.
    clusters
        The symbols, which no name may cover.
    taken
        Boxes that no name may cover either.
    speech
        In which they are written, where a name is known in it.
    least
        The least prominence of a town that is named.
    sparse
        Whether towns alone are named.
    """
    from matplotlib.patheffects import withStroke

    symbols = [_square(stack.at, stack.reach) for cluster in clusters for stack in cluster.stacks]
    held = [*symbols, *taken]
    halo = [withStroke(linewidth=1.6, foreground=ground()["home"])]
    for name in _wanted(view, symbols, speech, least, sparse):
        placed = ((spot, _box(name, spot)) for spot in name.spots)
        spot, box = next(
            ((spot, box) for spot, box in placed if _inside(box, view) and not _meets(box, held)),
            (None, None),
        )
        if spot is None or box is None:
            continue
        held.append(box)
        size, kind, colour = WRITTEN[name.kind]
        ink = RIVER_BLUE if colour == "river" else ground()[colour]
        text = write(axes, spot[:2], name.words, size, ink, kind, ha="center", va="center_baseline")
        text.set(rotation=spot[2], rotation_mode="anchor", zorder=5, path_effects=halo)
        if name.dot and not _covered(name.dot, symbols):
            held.append(_square(name.dot, 0.6))
            dot: dict[str, Any] = {"color": ground()["place"], "markersize": 2.0, "markeredgewidth": 0}
            axes.plot(*name.dot, marker="o", zorder=5, **dot)


def _wanted(view: View, symbols: Sequence[Box], speech: Speech, least: int, sparse: bool) -> Iterator[Name]:
    """Give the names in the order in which they are served."""

    def said(name: str) -> str:
        return speech.place(name, land().arabic)

    towns = [
        (prominence, _town(said(name), _rank(name, prominence), view.at_point(point), symbols))
        for name, prominence, point in land().cities
        if prominence >= least and _holds(view.seen, point)
    ]
    yield from (name for prominence, name in towns if prominence >= 8)
    if sparse:
        return
    yield from (_area(said(name).upper(), "country", view.lay(shape), view) for name, shape in land().abroad)
    yield from (
        _area(said(name), "governorate", view.lay(shape), view) for name, shape in land().governorates
    )
    for name, shape in land().rivers:
        yield from _river(said(name), view.lay(shape), view)
    yield from (_lake(said(name), view.lay(shape)) for name, shape in land().lakes if name)
    yield from (name for prominence, name in towns if prominence < 8)


def _rank(name: str, prominence: int) -> str:
    """Tell how a town is written."""
    return "capital" if name == "Baghdad" else "city" if prominence >= 8 else "town"


def _town(name: str, kind: str, dot: Point, symbols: Sequence[Box]) -> Name:
    size, face, _ = WRITTEN[kind]
    half, high = width(name, size, face) / 2, size * MM_PER_POINT * 0.75 / 2
    gaps = GAPS if kind != "town" and _covered(dot, symbols) else GAPS[:1]
    spots = tuple(
        (dot[0] + x * (gap + half), dot[1] + y * (gap + high), 0.0) for gap in gaps for x, y in SIDES
    )
    return Name(name, kind, spots, dot=dot)


def _area(name: str, kind: str, shape: BaseGeometry, view: View) -> Name:
    """Let an area's name stand within it, where it is furthest from the edge or near to that."""
    import shapely

    size, face, _ = WRITTEN[kind]
    half, high = width(name, size, face) / 2, size * MM_PER_POINT / 2
    seen = shapely.clip_by_rect(shape, *view.box)
    if seen.is_empty:
        return Name(name, kind, ())
    left, low, right, top = seen.bounds
    step = max(1.5, (right - left) / 40, (top - low) / 40)
    columns, rows = int((right - left) / step) + 1, int((top - low) / step) + 1
    grid = [(left + (i + 0.5) * step, low + (j + 0.5) * step) for i in range(columns) for j in range(rows)]
    boxes = [shapely.box(x - half, y - high, x + half, y + high) for x, y in grid]
    shapely.prepare(seen)
    fitting = [spot for spot, fits in zip(grid, shapely.contains(seen, boxes), strict=True) if fits]
    depth = shapely.distance(shapely.points(fitting), seen.boundary).tolist() if fitting else []
    best = sorted(zip(fitting, depth, strict=True), key=lambda each: (-round(each[1], 2), each[0]))
    return Name(name, kind, tuple((x, y, 0.0) for (x, y), _ in best))


def _river(name: str, shape: BaseGeometry, view: View) -> Iterator[Name]:
    """Let a river's name follow it where it is fairly straight for so long; once in each half of the map."""
    long = width(name, *WRITTEN["water"][:2]) + 2
    halves: tuple[list[Spot], list[Spot]] = ([], [])
    for line in parts(shape, "LineString"):
        for number in range(math.ceil(long / 2 / STRIDE), int((line.length - long / 2) / STRIDE) + 1):
            start, middle, end = (
                line.interpolate(number * STRIDE + shift).coords[0] for shift in (-long / 2, 0, long / 2)
            )
            if math.dist(start, end) < 0.97 * long:
                continue
            angle = (math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])) + 90) % 180 - 90
            up = math.radians(angle + 90)
            halves[middle[0] > view.left + view.width / 2].extend(
                (middle[0] + side * math.cos(up), middle[1] + side * math.sin(up), angle)
                for side in (1.5, -1.5)
            )
    for spots in halves:
        middle_first = sorted(range(len(spots)), key=lambda i: (abs(i - len(spots) // 2), i))
        yield Name(name, "water", tuple(spots[i] for i in middle_first))


def _lake(name: str, shape: BaseGeometry) -> Name:
    size, face, _ = WRITTEN["water"]
    if shape.is_empty:
        return Name(name, "water", ())
    left, low, right, top = shape.bounds
    half, x, y = width(name, size, face) / 2 + 0.6, (left + right) / 2, (low + top) / 2
    return Name(name, "water", ((left - half, y, 0.0), (right + half, y, 0.0), (x, y, 0.0)))


def _box(name: Name, spot: Spot) -> Box:
    """Give the upright box around a line, however it is turned."""
    size, face, _ = WRITTEN[name.kind]
    long, high = width(name.words, size, face) + 0.6, size * MM_PER_POINT * 0.95
    x, y, angle = spot
    across, up = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    half_x, half_y = (long * across + high * up) / 2, (long * up + high * across) / 2
    return x - half_x, y - half_y, x + half_x, y + half_y


def _square(at: Point, radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _covered(point: Point, boxes: Iterable[Box]) -> bool:
    return any(_holds(box, point) for box in boxes)


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _inside(box: Box, view: View) -> bool:
    left, bottom, right, top = view.box
    return box[0] > left + 1 and box[1] > bottom + 1 and box[2] < right - 1 and box[3] < top - 1


def _meets(box: Box, boxes: Iterable[Box]) -> bool:
    return any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in boxes)
