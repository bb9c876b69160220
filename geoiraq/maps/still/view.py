"""The earth on the sheet: a conic projection true in shape, kilometres to millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Points = NDArray[np.float64]

#: Angles are kept, and lengths to within half a percent anywhere in Iraq.
PROJECTION = "+proj=lcc +lat_1=30.5 +lat_2=36 +lat_0=33.2 +lon_0=43.7 +ellps=WGS84 +units=km"

#: Less than this no printed line shows, in millimetres.
FINEST = 0.03

Box = tuple[float, float, float, float]


@cache
def _project() -> Any:
    from pyproj import Proj

    return Proj(PROJECTION)


def kilometres(points: Points) -> Points:
    """Project longitudes and latitudes (two columns) onto the plane."""
    import numpy as np

    return np.column_stack(_project()(points[:, 0], points[:, 1])) if len(points) else points


def on_the_plane(shape: BaseGeometry) -> BaseGeometry:
    """Project a shape of longitudes and latitudes onto the plane, in kilometres."""
    import shapely

    projected: BaseGeometry = shapely.make_valid(shapely.transform(shape, kilometres))
    return projected


@dataclass(frozen=True, slots=True)
class View:
    """A part of the plane in a box of the sheet.

    Attributes
    ----------
    west, south
        The lower left corner on the plane, in kilometres.
    scale
        Millimetres of the sheet for a kilometre.
    left, bottom, width, height
        The box on the sheet, in millimetres.
    """

    west: float
    south: float
    scale: float
    left: float
    bottom: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """The box on the sheet: left, bottom, right, top."""
        return self.left, self.bottom, self.left + self.width, self.bottom + self.height

    @property
    def seen(self) -> Box:
        """The part of the plane that it shows: west, south, east, north."""
        return (
            self.west,
            self.south,
            self.west + self.width / self.scale,
            self.south + self.height / self.scale,
        )

    def at(self, points: Points) -> Points:
        """Lay points of the plane on the sheet."""
        import numpy as np

        corner, foot = np.array([self.west, self.south]), np.array([self.left, self.bottom])
        laid: Points = (points - corner) * self.scale + foot
        return laid

    def at_point(self, point: tuple[float, float]) -> tuple[float, float]:
        """Lay one point of the plane on the sheet."""
        return (
            (point[0] - self.west) * self.scale + self.left,
            (point[1] - self.south) * self.scale + self.bottom,
        )

    def lay(self, shape: BaseGeometry) -> BaseGeometry:
        """Lay a shape of the plane on the sheet, cut to a little more than the box, as fine as print shows."""
        import shapely

        west, south, east, north = self.seen
        edge = 10 / self.scale
        cut = shapely.clip_by_rect(shape, west - edge, south - edge, east + edge, north + edge)
        laid: BaseGeometry = shapely.simplify(shapely.transform(cut, self.at), FINEST)
        return laid


def fitted(bounds: Box, left: float, top: float, width: float) -> View:
    """Fit a part of the plane into a width of the sheet, as high as it takes.

    Parameters
    ----------
    bounds
        What has to be seen: west, south, east, north, in kilometres.
    left, top, width
        Where the box hangs, in millimetres.

    Returns
    -------
    View
        The part in its box.
    """
    west, south, east, north = bounds
    scale = width / (east - west)
    height = (north - south) * scale
    return View(west, south, scale, left, top - height, width, height)
