"""The gazetteer: the places there are, under every name they have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from geoiraq.errors import GazetteerError
from geoiraq.places.compiled import fingerprint, unpack
from geoiraq.places.home import kept_files
from geoiraq.places.index import NameIndex, build_index
from geoiraq.places.misspelt import Skeletons, sort_by_skeleton
from geoiraq.places.place import Place, covers
from geoiraq.places.tables import read_places, read_shapes

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from geoiraq.places.recognition.memory import Memory


#: Where the build hook writes what it made ready, in the folder of this module.
COMPILED = "built/gazetteer"


@dataclass(frozen=True)
class Gazetteer:
    """Places under their names; made by `gazetteer()`.

    Attributes
    ----------
    places
        Every place, by its id.
    shapes_geojson
        Outlines and footprints by place id, as GeoJSON geometries; `shape` gives one as a geometry.
    made_index
        The names by their keys where that was made before; else `index` makes it.
    """

    places: dict[str, Place]
    shapes_geojson: dict[str, Any] = field(repr=False, default_factory=dict)
    made_index: NameIndex | None = field(repr=False, default=None, compare=False)

    @cached_property
    def index(self) -> NameIndex:
        """The names by their keys."""
        return self.made_index or build_index(self.places.values())

    @cached_property
    def skeletons(self) -> Skeletons:
        """The sound of every name, whole and without its kind words, by its consonants."""
        return sort_by_skeleton(self.sounds)

    @cached_property
    def sounds(self) -> list[str]:
        """The sound of every name, whole and without its kind words, in order."""
        return sorted({*self.index.by_sound, *self.index.by_core})

    @cached_property
    def memory(self) -> Memory:
        """What recognition has learnt of the names, from text to text."""
        from geoiraq.places.recognition.memory import Memory

        return Memory(self)

    def begins(self, key: str) -> bool:
        """Tell whether the sound of some name begins like this, with or without an article written into it.

        Parameters
        ----------
        key
            The sound of one or more words.

        Returns
        -------
        bool
            False where no longer run of words can be a name either.
        """
        for start in (key, key[2:]) if key[:2] in ("al", "il") else (key,):
            at = bisect_left(self.sounds, start)
            if at < len(self.sounds) and self.sounds[at].startswith(start):
                return True
        return False

    def shape(self, place_id: str) -> BaseGeometry | None:
        """Give the outline or footprint of a place, where there is one.

        Parameters
        ----------
        place_id
            The id of a place.

        Returns
        -------
        shapely geometry or None
            Longitude and latitude, EPSG:4326.
        """
        return self.drawn(place_id) if place_id in self.shapes_geojson else None

    def drawn(self, place_id: str) -> BaseGeometry:
        """Give the outline or footprint of a place that has one; drawn once.

        Parameters
        ----------
        place_id
            The id of a place.

        Returns
        -------
        shapely geometry
            Longitude and latitude, EPSG:4326.

        Raises
        ------
        KeyError
            Where it has none.
        """
        if place_id not in self._drawings:
            from shapely.geometry import shape

            self._drawings[place_id] = shape(self.shapes_geojson[place_id])
        return self._drawings[place_id]

    @cached_property
    def _drawings(self) -> dict[str, BaseGeometry]:
        return {}

    def name_of(self, place_id: str) -> str:
        """Give the name of a governorate or district without the word for what it is.

        Parameters
        ----------
        place_id
            The id of a place.

        Returns
        -------
        str
            The id itself where the gazetteer does not hold it (provinces abroad).
        """
        return self._area_names.get(place_id, place_id)

    @cached_property
    def _area_names(self) -> dict[str, str]:
        return {
            place_id: place.name.removesuffix(" Governorate").removesuffix(" District")
            for place_id, place in self.places.items()
            if place.kind in ("governorate", "district")
        }

    def to_geodataframe(self, *, footprints: bool = False) -> GeoDataFrame:
        """Lay the places out as a table.

        Parameters
        ----------
        footprints
            Give the area or line of each place instead of its point: the outline or footprint where there is
            one, else the circle of its radius.

        Returns
        -------
        geopandas.GeoDataFrame
            One row a place, EPSG:4326. Columns: place_id, name, kind, governorate, district (ids), country (ISO
            3166-1), radius_km, prominence (0-9), source, licence (SPDX), checked (bool), checked_against, note;
            names (list of str); presence (list of dict: force, from, until, handed_over, note); geometry.

        Examples
        --------
        >>> from geoiraq import gazetteer
        >>> places = gazetteer().to_geodataframe()
        >>> int((places.kind == "governorate").sum())
        19
        """
        table = _table(self.places.values())
        return table.set_geometry([self._footprint(p) for p in self.places.values()]) if footprints else table

    def _footprint(self, place: Place) -> BaseGeometry:
        from geoiraq.places.areas import circle

        return self.shape(place.place_id) or circle(place.latitude, place.longitude, place.radius_km)

    def bases(self, on: date | str | None = None) -> GeoDataFrame:
        """Lay the military bases out as a table.

        Parameters
        ----------
        on
            Only bases that a force used on that day (a date or ISO text), with that day's presences; None for
            all.

        Returns
        -------
        geopandas.GeoDataFrame
            As `to_geodataframe`.
        """
        bases = [place for place in self.places.values() if place.kind == "base"]
        if on is None:
            return _table(bases)
        day = date.fromisoformat(on) if isinstance(on, str) else on
        present = [(base, tuple(p for p in base.presence if covers(p.start, p.end, day))) for base in bases]
        return _table(base._replace(presence=presences) for base, presences in present if presences)


@cache
def gazetteer() -> Gazetteer:
    """Read the gazetteer that comes with the package, joined by the places that the user has added.

    Returns
    -------
    Gazetteer
        Read once and shared.

    Raises
    ------
    GazetteerError
        Where a row does not hold together.
    """
    book = shipped()
    if not kept_files():
        return book
    from geoiraq.places.own import with_own

    return with_own(book)


def shipped() -> Gazetteer:
    """Read the gazetteer that comes with the package, as it was made ready where nothing has changed since.

    Returns
    -------
    Gazetteer
        Without places of the user's own.
    """
    made = unpack(files("geoiraq.places") / COMPILED, shipped_fingerprint())
    return Gazetteer(*made) if made else read_gazetteer(data_folder())


def shipped_fingerprint() -> str:
    """Sum up the tables that come with the package, and what their keys are made with."""
    return fingerprint(data_folder(), files("geoiraq.places"))


def data_folder() -> Traversable:
    """Find the gazetteer's data: the same place in a wheel and an editable install."""
    folder = files("geoiraq") / "data"
    if not folder.is_dir():
        raise GazetteerError("the gazetteer's data are missing: install the package (pip install .) first")
    return folder


def read_gazetteer(folder: Traversable) -> Gazetteer:
    """Read the tables of a folder laid out as gazetteer/README.md says.

    Parameters
    ----------
    folder
        The folder with `places/`, `presence.csv`, `former_names.csv` and the outlines.

    Returns
    -------
    Gazetteer
        Places and shapes.

    Raises
    ------
    GazetteerError
        Naming the file, the row and the reason.
    """
    return Gazetteer(read_places(folder), read_shapes(folder))


def _table(places: Iterable[Place]) -> GeoDataFrame:
    import geopandas as gpd

    rows = list(places)
    plain = (
        "place_id name kind governorate district country radius_km prominence source licence checked"
        " checked_against note"
    )
    columns: dict[str, Any] = {name: [getattr(place, name) for place in rows] for name in plain.split()}
    columns["names"] = [list(place.names) for place in rows]
    columns["presence"] = [
        [
            {"force": p.force, "from": p.start, "until": p.end, "handed_over": p.handed_over, "note": p.note}
            for p in place.presence
        ]
        for place in rows
    ]
    points = gpd.points_from_xy([p.longitude for p in rows], [p.latitude for p in rows], crs="EPSG:4326")
    return gpd.GeoDataFrame(columns, geometry=points)
