"""The quiet map beneath: countries, governorates, rivers and lakes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from geoiraq.maps.basemap import CITY_KINDS, arabic, features
from geoiraq.maps.palette import ground
from geoiraq.maps.still.shapes import fill, stroke
from geoiraq.maps.still.view import View, kilometres, on_the_plane
from geoiraq.places.gazetteer import data_folder, gazetteer

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

Named = tuple[str, "BaseGeometry"]
HOME = "IQ"
WATERS = ("river", "lake", "marsh")


@dataclass(frozen=True, slots=True)
class Land:
    """What the ground is drawn from, on the plane.

    Attributes
    ----------
    home
        Iraq.
    abroad, governorates, lakes, rivers
        Names and shapes.
    cities
        Name, prominence and point; the most prominent first.
    arabic
        The Arabic names that are known, by the others.
    """

    home: BaseGeometry
    abroad: tuple[Named, ...]
    governorates: tuple[Named, ...]
    lakes: tuple[Named, ...]
    rivers: tuple[Named, ...]
    cities: tuple[tuple[str, int, tuple[float, float]], ...]
    arabic: dict[str, str]


@cache
def land() -> Land:
    """Read the ground from the gazetteer's folder."""
    import numpy as np

    data = data_folder()
    countries = [
        (properties["iso2"], name, shape) for properties, name, shape in _named(data, "basemap", "countries")
    ]
    places = [place for place in gazetteer().places.values() if place.kind in CITY_KINDS]
    places.sort(key=lambda place: (-place.prominence, place.place_id))
    points = kilometres(np.array([(place.longitude, place.latitude) for place in places]).reshape(-1, 2))
    return Land(
        home=next(shape for code, _, shape in countries if code == HOME),
        abroad=tuple((name, shape) for code, name, shape in countries if code != HOME),
        governorates=tuple((name, shape) for _, name, shape in _named(data, "outlines", "governorates")),
        lakes=tuple((name, shape) for _, name, shape in _named(data, "basemap", "lakes")),
        rivers=tuple((name, shape) for _, name, shape in _named(data, "basemap", "rivers")),
        cities=tuple(
            (place.name, place.prominence, (float(x), float(y)))
            for place, (x, y) in zip(places, points, strict=True)
        ),
        arabic=_arabic_names(data),
    )


def _arabic_names(data: Any) -> dict[str, str]:
    """Give the Arabic names of waters, governorates and towns; of two of one name the more prominent counts."""
    book = gazetteer()
    places = sorted(book.places.values(), key=lambda place: (place.prominence, place.place_id))
    named = {name: place for place in places if place.kind in WATERS for name in place.names}
    named |= {place.name: place for place in places if place.kind in CITY_KINDS}
    ids = {name: place.place_id for name, place in named.items()}
    ids |= {name: properties["place_id"] for properties, name, _ in _named(data, "outlines", "governorates")}
    return {name: arabic(book, place_id) for name, place_id in ids.items() if arabic(book, place_id)}


def _named(data: Any, folder: str, file: str) -> list[tuple[dict[str, Any], str, BaseGeometry]]:
    return [
        (feature["properties"], feature["properties"].get("name") or "", on_the_plane(shape))
        for feature, shape in features(data / folder / f"{file}.geojson")
    ]


def draw_ground(axes: Axes, view: View, clip: Any, *, fine: bool = True) -> None:
    """Draw the ground into a view; without governorates where it is only to be recognised."""
    from matplotlib.patches import Rectangle

    colours = ground()
    place: dict[str, Any] = {"clip_path": clip, "zorder": 1}
    axes.add_patch(
        Rectangle(
            (view.left, view.bottom), view.width, view.height, facecolor=colours["sea"], linewidth=0, zorder=0
        )
    )
    for _, shape in land().abroad:
        fill(
            axes,
            view.lay(shape),
            facecolor=colours["abroad"],
            edgecolor=colours["inner"],
            linewidth=0.5,
            **place,
        )
    home = view.lay(land().home)
    fill(axes, home, facecolor=colours["home"], **place)
    if fine:
        for _, shape in land().governorates:
            stroke(axes, view.lay(shape), colors=colours["inner"], linewidths=0.5, **place)
        for _, shape in land().rivers:
            stroke(axes, view.lay(shape), colors=colours["water"], linewidths=0.8, **place)
    for _, shape in land().lakes:
        fill(
            axes,
            view.lay(shape),
            facecolor=colours["sea"],
            edgecolor=colours["water"],
            linewidth=0.5,
            **place,
        )
    stroke(axes, home, colors=colours["border"], linewidths=1.0 if fine else 0.6, **place)
