"""The inset: Baghdad larger, where it is crowded, else where in the region Iraq is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geoiraq.maps.palette import ground
from geoiraq.maps.still import furniture
from geoiraq.maps.still.arrangement import Arrangement
from geoiraq.maps.still.ground import draw_ground, land
from geoiraq.maps.still.lettering import write
from geoiraq.maps.still.marks import Mark, seen_within
from geoiraq.maps.still.names import draw_names
from geoiraq.maps.still.shapes import fill
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.stacks import Cluster
from geoiraq.maps.still.symbols import draw_areas, draw_clusters
from geoiraq.maps.still.view import Box, View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Of its side, in millimetres.
SIDE = 45.0
#: The middle and half the width of what is shown, in kilometres of the plane.
BAGHDAD, REGION = ((66.0, 13.0), 27.0), ((20.0, 0.0), 720.0)
#: So many places, or so many incidents, are a crowd.
PLACES, INCIDENTS = 3, 8
_MIDDLE: dict[str, Any] = {"ha": "center", "va": "center_baseline", "zorder": 3}


def draw_inset(
    figure: Figure,
    axes: Axes,
    marks: Sequence[Mark],
    clusters: Sequence[Cluster],
    view: View,
    arrangement: Arrangement,
    speech: Speech,
) -> Box:
    """Draw the inset in the corner where it hides least, and give the box that it takes.

    Parameters
    ----------
    figure
        What is drawn on.
    axes, view
        The sheet and the map in it.
    marks, clusters
        The incidents on the map, and how they are laid out there.
    arrangement, speech
        The sheet's.
    """
    corner = furniture.freest_corner(view, clusters, SIDE, ("south-west", "north-east", "north-west"))
    close = _part(BAGHDAD, corner)
    if not _is_crowded(clusters, view, close):
        inset = _part(REGION, corner)
        _locate(furniture.layer(figure), inset, view, speech)
    else:
        inset = close
        _outline(axes, inset, view, ground()["ink"])
        _enlarge(furniture.layer(figure), marks, inset, arrangement, speech)
    return inset.box


def _part(shown: tuple[tuple[float, float], float], corner: tuple[float, float]) -> View:
    (x, y), reach = shown
    return View(x - reach, y - reach, SIDE / (2 * reach), *corner, SIDE, SIDE)


def _is_crowded(clusters: Sequence[Cluster], view: View, part: View) -> bool:
    west, south, east, north = part.seen
    centre = view.at_point(((west + east) / 2, (south + north) / 2))
    near = [c for c in clusters if math.dist(c.place, centre) < (east - west) / 2 * view.scale]
    return len(near) >= PLACES or sum(s.incidents for c in near for s in c.stacks) >= INCIDENTS


def _enlarge(
    axes: Axes, marks: Sequence[Mark], inset: View, arrangement: Arrangement, speech: Speech
) -> None:
    clip = furniture.window(axes, inset)
    seen = seen_within(marks, inset.seen)
    clusters = arrangement.clusters(seen, inset)
    draw_ground(axes, inset, clip)
    draw_areas(axes, seen, inset, 2, clip)
    draw_clusters(axes, clusters, 4, clip, speech)
    bar = furniture.scale_bar(axes, inset, inset.box[2] - 6, inset.bottom + 2, 0.3 * SIDE, speech)
    furniture.plate(axes, bar)
    draw_names(axes, inset, arrangement.obstacles(clusters), [bar], speech, least=4, sparse=True)
    furniture.frame(axes, inset, weight=1.0)


def _locate(axes: Axes, inset: View, view: View, speech: Speech) -> None:
    colours, clip = ground(), furniture.window(axes, inset)
    draw_ground(axes, inset, clip, fine=False)
    home = inset.lay(land().home)
    fill(axes, home, facecolor=colours["soft"], clip_path=clip, zorder=2)
    middle = home.representative_point()
    name = speech.place("Iraq", {})
    write(axes, (middle.x, middle.y), name, 6.5, colours["paper"], "bold", **_MIDDLE)
    _outline(axes, view, inset, colours["soft"])
    furniture.frame(axes, inset, weight=1.0)


def _outline(axes: Axes, part: View, view: View, colour: str) -> None:
    """Show on one map which part of it another shows."""
    from matplotlib.patches import Rectangle

    west, south, east, north = part.seen
    left, bottom = view.at_point((west, south))
    look: dict[str, Any] = {"facecolor": "none", "edgecolor": colour, "linewidth": 0.6, "zorder": 3.5}
    axes.add_patch(
        Rectangle((left, bottom), (east - west) * view.scale, (north - south) * view.scale, **look)
    )
