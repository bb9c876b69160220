"""The sheet: title above, one map or several, legend and notes below; in millimetres, the top is 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoiraq.maps.palette import ground
from geoiraq.maps.still import furniture
from geoiraq.maps.still.arrangement import Arrangement, arrange
from geoiraq.maps.still.ground import draw_ground, land
from geoiraq.maps.still.inset import draw_inset
from geoiraq.maps.still.legend import Strip, draw_legend
from geoiraq.maps.still.lettering import LEADING, lines_of, width, write
from geoiraq.maps.still.marks import Mark, seen_within
from geoiraq.maps.still.names import draw_names
from geoiraq.maps.still.panels import Panel
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.symbols import draw_areas, draw_clusters
from geoiraq.maps.still.view import Box, View, fitted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: As wide as the text of a printed page of A4, its white edge included.
WIDTH, EDGE = 180.0, 5.0
#: How far beyond Iraq a map reaches for an incident, and its margin where there is none, in kilometres.
BEYOND, MARGIN = 250.0, 25.0
#: Panels in a row, by how many there are.
COLUMNS = ((1, 1), (4, 2), (9, 3), (20, 4), (60, 6))
GAP = 3.0


@dataclass(frozen=True, slots=True)
class Words:
    """What the sheet says around its maps.

    Attributes
    ----------
    title, subtitle
        Above.
    notes
        Below, one paragraph each.
    """

    title: str
    subtitle: str
    notes: tuple[str, ...]


def frame_of(marks: Sequence[Mark]) -> Box:
    """Choose the part of the plane to show: Iraq, and what incidents there are not far from it."""
    west, south, east, north = land().home.bounds
    near = seen_within(marks, (west - BEYOND, south - BEYOND, east + BEYOND, north + BEYOND))
    points = [mark.point for mark in near if mark.point]
    return (
        min([west, *(x for x, _ in points)]) - MARGIN,
        min([south, *(y for _, y in points)]) - MARGIN,
        max([east, *(x for x, _ in points)]) + MARGIN,
        max([north, *(y for _, y in points)]) + MARGIN,
    )


def draw_sheet(panels: Sequence[Panel], frame: Box, words: Words, speech: Speech) -> Figure:
    """Draw a sheet of one map, or of several on one scale.

    Parameters
    ----------
    panels
        The maps; a single one has an inset and all the names there is room for.
    frame
        The part of the plane that every map shows.
    words
        What stands around them.
    speech
        In which all else is said.

    Returns
    -------
    Figure
        As high as it takes.
    """
    from matplotlib.figure import Figure

    figure = Figure(facecolor=ground()["paper"])
    axes = furniture.layer(figure)
    top = _paragraph(axes, words.title, -EDGE, 12, "bold", ground()["ink"], speech)
    top = _paragraph(axes, words.subtitle, top - 0.6, 8, "", ground()["soft"], speech) - 2.5

    views = _views(len(panels), frame, top, speech)
    maps = [(seen_within(panel.marks, view.seen), view) for panel, view in zip(panels, views, strict=True)]
    arrangement = arrange(maps)
    if len(panels) == 1:
        _large(figure, axes, *maps[0], arrangement, speech)
    else:
        for panel, (marks, view) in zip(panels, maps, strict=True):
            _small(axes, panel, marks, view, arrangement, speech)
        furniture.scale_bar(axes, view, view.box[2] - 5, view.bottom + 2, 0.3 * view.width, speech)

    foot = min(view.bottom for view in views) - 3
    shown = [mark for marks, _ in maps for mark in marks]
    foot = draw_legend(axes, shown, arrangement, Strip(EDGE, foot, WIDTH, speech)) - 1.5
    for note in words.notes:
        foot = _paragraph(axes, note, foot - 0.8, 5.6, "", ground()["soft"], speech, most=4)
    height = EDGE - foot
    for each in figure.axes:
        each.set(xlim=(0, WIDTH), ylim=(-height, 0))
    figure.set_size_inches(WIDTH / 25.4, height / 25.4)
    return figure


def _paragraph(
    axes: Axes, words: str, top: float, size: float, kind: str, colour: str, speech: Speech, most: int = 3
) -> float:
    """Write a paragraph beneath a height of the sheet, and give its foot."""
    for line in lines_of(words, size, kind, WIDTH - 2 * EDGE, most) if words else ():
        at = speech.across(EDGE, WIDTH), top - 0.8 * LEADING * size
        write(axes, at, speech.line(line), size, colour, kind, ha=speech.start).set_zorder(7)
        top -= LEADING * size
    return top


def _views(count: int, frame: Box, top: float, speech: Speech) -> list[View]:
    """Lay out the boxes of the maps, row by row in the order of reading, all of one scale."""
    columns = next(columns for most, columns in COLUMNS if count <= most)
    wide = (WIDTH - 2 * EDGE - (columns - 1) * GAP) / columns
    header = 0.0 if count == 1 else 5.0
    views: list[View] = []
    for number in range(count):
        column = number % columns
        if speech.is_from_the_right:
            column = columns - 1 - column
        left = EDGE + column * (wide + GAP)
        views.append(fitted(frame, left, top - header, wide))
        if number % columns == columns - 1:
            top = views[-1].bottom - 2.5
    return views


def _large(
    figure: Figure, axes: Axes, marks: Sequence[Mark], view: View, arrangement: Arrangement, speech: Speech
) -> None:
    """Draw the one map of a sheet, with everything that belongs to it."""
    clip = furniture.window(axes, view)
    draw_ground(axes, view, clip)
    draw_areas(axes, marks, view, 2, clip)
    clusters = arrangement.clusters(marks, view)
    draw_clusters(axes, clusters, 4, clip, speech)
    inset = draw_inset(figure, axes, marks, clusters, view, arrangement, speech)
    right, bottom = view.box[2], view.bottom
    bar = furniture.scale_bar(axes, view, right - 8, bottom + 3, 0.25 * view.width, speech)
    arrow = furniture.north(axes, (bar[0] + bar[2]) / 2, bar[3] + 1, speech)
    draw_names(axes, view, arrangement.obstacles(clusters), [inset, bar, arrow], speech, least=6)
    furniture.frame(axes, view)


def _small(
    axes: Axes, panel: Panel, marks: Sequence[Mark], view: View, arrangement: Arrangement, speech: Speech
) -> None:
    """Draw one map of several: its title, how many incidents and killed, and the largest towns."""
    clip = furniture.window(axes, view)
    draw_ground(axes, view, clip)
    draw_areas(axes, marks, view, 2, clip)
    clusters = arrangement.clusters(marks, view)
    draw_clusters(axes, clusters, 4, clip, speech)
    draw_names(axes, view, arrangement.obstacles(clusters), (), speech, least=9, sparse=True)
    furniture.frame(axes, view)
    killed = sum(mark.killed for mark in panel.marks)
    told = [speech.count("incidents", len(panel.marks))]
    told += [speech.count("killed", killed)] if killed else []
    said = speech.words["list"].join(told)
    foot = view.box[3] + 1.2
    begin, onwards = (view.box[2], -1) if speech.is_from_the_right else (view.left, 1)
    write(axes, (begin, foot), speech.line(panel.title), 7.5, ground()["ink"], "bold", ha=speech.start)
    beside = width(panel.title, 7.5, "bold") + 2
    if beside + width(said, 6) <= view.width:
        at = begin + onwards * beside, foot
        write(axes, at, speech.line(said), 6, ground()["soft"], ha=speech.start)
