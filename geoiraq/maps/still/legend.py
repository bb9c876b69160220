"""What the symbols mean: shape and colour by layer, filled or hollow by how exactly known, size by toll."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geoiraq.maps.palette import ground, looks
from geoiraq.maps.still.arrangement import Arrangement
from geoiraq.maps.still.lettering import width, write
from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.stacks import Stack
from geoiraq.maps.still.symbols import hatched, symbol

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, SIZE = 4.6, 6.5
#: Tolls that the scale of sizes shows, of which those are chosen that occur.
STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
#: Distances in kilometres that the legend speaks of.
DISTANCES = (5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300)


def draw_legend(
    axes: Axes, marks: Sequence[Mark], arrangement: Arrangement, strip: tuple[float, float, float]
) -> float:
    """Draw the legend in a strip of the sheet.

    Parameters
    ----------
    axes
        The sheet.
    marks
        The incidents that are drawn.
    arrangement
        How they are.
    strip
        Left, top and right of where it hangs.

    Returns
    -------
    float
        The foot of the strip.
    """
    left, top, right = strip
    wide = right - left
    feet = [
        _layers(axes, marks, left, top),
        _exactness(axes, marks, arrangement.within_km, left + 0.37 * wide, top),
    ]
    if arrangement.largest > 0:
        feet.append(_tolls(axes, arrangement, left + 0.72 * wide, top))
    return min(feet)


def _layers(axes: Axes, marks: Sequence[Mark], left: float, top: float) -> float:
    count = Counter(mark.layer for mark in marks)
    shown = [layer for layer in looks() if count[layer]]
    rows = (len(shown) + 1) // 2 if len(shown) > 3 else len(shown)
    names = {layer: looks()[layer].names for layer in shown}
    step = max((width(name, SIZE) for name in names.values()), default=0) + 15
    for number, layer in enumerate(shown):
        x, y = left + 2 + number // rows * step, top - (number % rows + 0.5) * ROW
        symbol(axes, Stack(layer, hollow=False, incidents=1, killed=0, at=(x, y), radius=1.6), order=7)
        _words(axes, x + 3.4, y, names[layer])
        _words(axes, x + 4.4 + width(names[layer], SIZE), y, f"{count[layer]:,}", ground()["soft"])
    return top - rows * ROW


def _exactness(axes: Axes, marks: Sequence[Mark], within_km: float, left: float, top: float) -> float:
    from shapely.geometry import box

    areas = any(mark.area is not None for mark in marks)
    rows = list(_exactness_rows(within_km, areas=areas))
    for number, (stack, words) in enumerate(rows):
        x, y = left + 3, top - (number + 0.5) * ROW
        if stack.hollow:
            hatched(axes, box(x - 3, y - 1.9, x + 3, y + 1.9), stack.layer, zorder=6)
        symbol(axes, replace(stack, at=(x, y), radius=1.6), order=7)
        _words(axes, x + 4.6, y, words)
    return top - len(rows) * ROW


def _exactness_rows(within_km: float, *, areas: bool) -> Iterator[tuple[Stack, str]]:
    yield Stack("other", hollow=False, incidents=1, killed=0), "place known"
    if areas:
        yield Stack("other", hollow=True, incidents=1, killed=0), "somewhere in the hatched area"
    if within_km:
        round_km = next((km for km in DISTANCES if km >= within_km), DISTANCES[-1])
        yield Stack("other", hollow=False, incidents=3, killed=0), f"so many incidents within {round_km} km"


def _tolls(axes: Axes, arrangement: Arrangement, left: float, top: float) -> float:
    """Show a symbol without deaths and up to three with, side by side on one line."""
    sizes = arrangement.sizes
    within = [step for step in STEPS if step <= arrangement.largest] or [1]
    steps = sorted({0, within[len(within) // 3], within[2 * len(within) // 3], within[-1]})
    _words(axes, left, top - 0.5 * ROW, "Size: people killed")
    x, foot = left, top - ROW - 2 * sizes.radius(steps[-1])
    for killed in steps:
        radius = sizes.radius(killed)
        words = f"{killed:,}" if killed else "none"
        wide = max(radius, width(words, SIZE - 1) / 2)
        x += wide
        symbol(
            axes,
            Stack("other", hollow=False, incidents=1, killed=killed, at=(x, foot + radius), radius=radius),
            7,
        )
        write(axes, (x, foot - 2.6), words, SIZE - 1, ground()["soft"], ha="center").set_zorder(7)
        x += wide + 2.2
    return foot - 3.4


def _words(axes: Axes, x: float, y: float, words: str, colour: str | None = None) -> None:
    write(axes, (x, y), words, SIZE, colour or ground()["ink"], va="center_baseline").set_zorder(7)
