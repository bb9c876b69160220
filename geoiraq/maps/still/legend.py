"""What the symbols mean: shape and colour by layer, filled or hollow by how exactly known, size by toll."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from geoiraq.maps.palette import ground, looks
from geoiraq.maps.still.arrangement import Arrangement
from geoiraq.maps.still.lettering import width, write
from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.stacks import Stack
from geoiraq.maps.still.symbols import hatched, symbol

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, SIZE = 4.6, 6.5
#: Tolls that the scale of sizes shows, of which those are chosen that occur.
STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
#: Distances in kilometres that the legend speaks of.
DISTANCES = (5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300)


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the legend hangs, and in which language. Its parts are placed from the side at which it is read.

    Attributes
    ----------
    edge, top
        Where it begins, beside and above.
    sheet
        How wide the sheet is that it lies on, as far from the edge on the other side.
    speech
        What it speaks.
    """

    edge: float
    top: float
    sheet: float
    speech: Speech

    def part(self, share: float) -> float:
        """Give where a part begins, after so large a share of the strip."""
        return self.edge + share * (self.sheet - 2 * self.edge)

    def across(self, x: float) -> float:
        """Give where that is on the sheet."""
        return self.speech.across(x, self.sheet)


def draw_legend(axes: Axes, marks: Sequence[Mark], arrangement: Arrangement, strip: Strip) -> float:
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
        Where it hangs.

    Returns
    -------
    float
        The foot of the strip.
    """
    feet = [
        _layers(axes, marks, strip, strip.part(0)),
        _exactness(axes, marks, arrangement.within_km, strip, strip.part(0.37)),
    ]
    if arrangement.largest > 0:
        feet.append(_tolls(axes, arrangement, strip, strip.part(0.72)))
    return min(feet)


def _layers(axes: Axes, marks: Sequence[Mark], strip: Strip, begin: float) -> float:
    count = Counter(mark.layer for mark in marks)
    shown = [layer for layer in looks() if count[layer]]
    rows = (len(shown) + 1) // 2 if len(shown) > 3 else len(shown)
    names = {layer: strip.speech.layer(layer) for layer in shown}
    step = max((width(name, SIZE) for name in names.values()), default=0) + 15
    for number, layer in enumerate(shown):
        x, y = begin + 2 + number // rows * step, strip.top - (number % rows + 0.5) * ROW
        at = strip.across(x), y
        symbol(axes, Stack(layer, hollow=False, incidents=1, killed=0, at=at, radius=1.6), 7, strip.speech)
        _words(axes, strip, x + 3.4, y, names[layer])
        beside = x + 4.4 + width(names[layer], SIZE)
        _words(axes, strip, beside, y, strip.speech.number(count[layer]), ground()["soft"])
    return strip.top - rows * ROW


def _exactness(axes: Axes, marks: Sequence[Mark], within_km: float, strip: Strip, begin: float) -> float:
    from shapely.geometry import box

    placed = [mark for mark in marks if mark.point is not None]
    areas = any(mark.area is not None for mark in placed)
    rows = list(_exactness_rows(within_km, strip.speech, areas=areas)) if placed else []
    for number, (stack, words) in enumerate(rows):
        x, y = begin + 3, strip.top - (number + 0.5) * ROW
        middle = strip.across(x)
        if stack.hollow:
            hatched(axes, box(middle - 3, y - 1.9, middle + 3, y + 1.9), stack.layer, zorder=6)
        symbol(axes, replace(stack, at=(middle, y), radius=1.6), 7, strip.speech)
        _words(axes, strip, x + 4.6, y, words)
    return strip.top - len(rows) * ROW


def _exactness_rows(within_km: float, speech: Speech, *, areas: bool) -> Iterator[tuple[Stack, str]]:
    yield Stack("other", hollow=False, incidents=1, killed=0), speech.say("place_known")
    if areas:
        yield Stack("other", hollow=True, incidents=1, killed=0), speech.say("place_in_area")
    if within_km:
        round_km = next((km for km in DISTANCES if km >= within_km), DISTANCES[-1])
        said = speech.say("stack", n=speech.number(round_km))
        yield Stack("other", hollow=False, incidents=3, killed=0), said


def _tolls(axes: Axes, arrangement: Arrangement, strip: Strip, begin: float) -> float:
    """Show a symbol without deaths and up to three with, side by side on one line."""
    sizes, speech = arrangement.sizes, strip.speech
    within = [step for step in STEPS if step <= arrangement.largest] or [1]
    steps = sorted({0, within[len(within) // 3], within[2 * len(within) // 3], within[-1]})
    _words(axes, strip, begin, strip.top - 0.5 * ROW, speech.say("toll"))
    x, foot = begin, strip.top - ROW - 2 * sizes.radius(steps[-1])
    for killed in steps:
        radius = sizes.radius(killed)
        words = speech.number(killed) if killed else speech.say("no_toll")
        wide = max(radius, width(words, SIZE - 1) / 2)
        x += wide
        middle = strip.across(x)
        at = middle, foot + radius
        symbol(
            axes, Stack("other", hollow=False, incidents=1, killed=killed, at=at, radius=radius), 7, speech
        )
        write(axes, (middle, foot - 2.6), words, SIZE - 1, ground()["soft"], ha="center").set_zorder(7)
        x += wide + 2.2
    return foot - 3.4


def _words(axes: Axes, strip: Strip, x: float, y: float, words: str, colour: str | None = None) -> None:
    look: dict[str, Any] = {"ha": strip.speech.start, "va": "center_baseline", "zorder": 7}
    write(axes, (strip.across(x), y), strip.speech.line(words), SIZE, colour or ground()["ink"], **look)
