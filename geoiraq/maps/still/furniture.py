"""What a map on paper needs besides: frame, scale bar, north, and the corner where least is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geoiraq.maps.palette import ground
from geoiraq.maps.still.lettering import write
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.stacks import Cluster
from geoiraq.maps.still.view import Box, View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LENGTHS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def layer(figure: Figure) -> Axes:
    """Give a sheet to draw on, over what is drawn already."""
    axes = figure.add_axes((0, 0, 1, 1), label=f"layer {len(figure.axes)}")
    axes.set_axis_off()
    return axes


def frame(axes: Axes, view: View, order: float = 8, weight: float = 0.6) -> None:
    """Draw a frame around a view."""
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = {
        "facecolor": "none",
        "edgecolor": ground()["border"],
        "linewidth": weight,
        "zorder": order,
    }
    axes.add_patch(Rectangle((view.left, view.bottom), view.width, view.height, **look))


def window(axes: Axes, view: View) -> Any:
    """Give the box of a view as something to clip by."""
    from matplotlib.path import Path
    from matplotlib.transforms import TransformedPath

    left, bottom, right, top = view.box
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return TransformedPath(Path(corners, closed=True), axes.transData)


def scale_bar(axes: Axes, view: View, right: float, bottom: float, most: float, speech: Speech) -> Box:
    """Draw how long a round number of kilometres is, in two halves, and give the box that it takes.

    Parameters
    ----------
    axes, view
        The sheet, and the map whose scale it is.
    right, bottom
        The lower right corner.
    most
        How long it may be, in millimetres.
    speech
        In which its length is said.
    """
    from matplotlib.patches import Rectangle

    length_km = max((km for km in LENGTHS_KM if km * view.scale <= most), default=LENGTHS_KM[0])
    length = length_km * view.scale
    left, ink = right - length, ground()["ink"]
    for number, colour in enumerate((ink, ground()["paper"])):
        at = left + number * length / 2, bottom
        look: dict[str, Any] = {"facecolor": colour, "edgecolor": ink, "linewidth": 0.5, "zorder": 7}
        axes.add_patch(Rectangle(at, length / 2, 1.0, **look))
    half, whole = speech.figures(f"{length_km / 2:g}"), speech.say("length", n=speech.number(length_km))
    ticks = [(left, speech.figures("0")), (left + length / 2, half), (right, whole)]
    for x, words in ticks if length > 14 else ticks[::2]:
        text = write(axes, (x, bottom + 1.7), words, 5.4, ink, ha="center")
        text.set_zorder(7)
    return left - 2, bottom - 1, right + 4.5, bottom + 4.5


def plate(axes: Axes, box: Box) -> None:
    """Lay paper beneath what stands in a box, over the symbols that would run into it."""
    from matplotlib.patches import Rectangle

    left, bottom, right, top = box
    look: dict[str, Any] = {"facecolor": ground()["paper"], "alpha": 0.85, "linewidth": 0, "zorder": 6.5}
    axes.add_patch(Rectangle((left, bottom), right - left, top - bottom, **look))


def north(axes: Axes, x: float, bottom: float, speech: Speech) -> Box:
    """Draw an arrow to the north, and give the box that it takes."""
    from matplotlib.patches import Polygon

    ink, paper = ground()["ink"], ground()["paper"]
    tip, foot, notch = (x, bottom + 6.4), bottom, bottom + 1.6
    for side, colour in ((-1, ink), (1, paper)):
        corners = [tip, (x + side * 2.0, foot), (x, notch)]
        axes.add_patch(Polygon(corners, facecolor=colour, edgecolor=ink, linewidth=0.5, zorder=7))
    write(axes, (x, bottom + 7.1), speech.say("north"), 6.5, ink, "bold", ha="center").set_zorder(7)
    return x - 3, bottom - 1, x + 3, bottom + 10.5


def freest_corner(
    view: View, clusters: Sequence[Cluster], size: float, corners: Sequence[str]
) -> tuple[float, float]:
    """Choose the corner in which a square hides the fewest symbols; of equal ones the first.

    Parameters
    ----------
    view
        The map.
    clusters
        The symbols.
    size
        Of the square, in millimetres.
    corners
        Of "north-east", "north-west", "south-west", "south-east", in order of preference.

    Returns
    -------
    tuple
        The square's lower left corner on the sheet.
    """
    left, bottom, right, top = view.box
    gap = 1.5
    places = {
        corner: (
            right - size - gap if corner.endswith("east") else left + gap,
            top - size - gap if corner.startswith("north") else bottom + gap,
        )
        for corner in corners
    }

    def hidden(corner: str) -> int:
        x, y = places[corner]
        return sum(
            sum(stack.incidents for stack in cluster.stacks)
            for cluster in clusters
            if x - cluster.radius < cluster.at[0] < x + size + cluster.radius
            and y - cluster.radius < cluster.at[1] < y + size + cluster.radius
        )

    return places[min(corners, key=hidden)]
