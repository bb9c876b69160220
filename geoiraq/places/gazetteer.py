"""The gazetteer: the places there are, under every name they have."""

from __future__ import annotations

import csv
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from geoiraq.errors import GazetteerError
from geoiraq.places.kinds import KINDS, take_apart
from geoiraq.places.names import exact_key, is_arabic, sound_key

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Presence:
    """Who used a base and when; dates as exactly as they are known ("2003", "2003-04", "2020-03-26")."""

    force: str
    start: str
    end: str
    handed_over: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a place had during a span of time."""

    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer; gazetteer/README.md says what each field means."""

    place_id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    radius_km: float
    country: str
    governorate: str
    district: str
    also_in: tuple[str, ...]
    prominence: int
    names: tuple[str, ...]
    source: str
    licence: str
    checked: bool
    checked_against: str
    note: str
    presence: tuple[Presence, ...] = ()
    former_names: tuple[FormerName, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place, as an entry of an index."""

    place: Place
    name: str
    former: FormerName | None = None


@dataclass(frozen=True)
class Gazetteer:
    """Places under their names; made by `gazetteer()`.

    Attributes
    ----------
    places
        Every place, by its id.
    shapes_geojson
        Outlines and footprints by place id, as GeoJSON geometries; `shapes` has them as geometries.
    """

    places: dict[str, Place]
    shapes_geojson: dict[str, Any] = field(repr=False, default_factory=dict)

    @cached_property
    def by_exact(self) -> dict[str, list[Named]]:
        """Every name by its exact key."""
        return _index(self._names(), lambda named: exact_key(named.name))

    @cached_property
    def by_sound(self) -> dict[str, list[Named]]:
        """Every name by its sound key; acronyms are spelt, not pronounced."""
        return _index(
            (n for n in self._names() if not _is_acronym(n.name)), lambda named: sound_key(named.name)
        )

    @cached_property
    def by_core(self) -> dict[str, list[Named]]:
        """Every name without its kind words, by sound key; only of use where a text implies the kind."""
        return _index(self._names(), lambda named: sound_key(take_apart(named.name).core))

    @cached_property
    def first_sounds(self) -> frozenset[str]:
        """The sound of the first word of every name in Arabic script."""
        return frozenset(sound_key(n.name.split()[0]) for n in self._names() if is_arabic(n.name))

    @cached_property
    def sounds(self) -> list[str]:
        """The sound of every name, whole and without its kind words, in order."""
        return sorted({*self.by_sound, *self.by_core})

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

    @cached_property
    def shapes(self) -> dict[str, BaseGeometry]:
        """Outlines and footprints by place id, EPSG:4326."""
        from shapely.geometry import shape

        return {place_id: shape(geojson) for place_id, geojson in self.shapes_geojson.items()}

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
        return self.shapes.get(place_id)

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
        place = self.places.get(place_id)
        return place.name.removesuffix(" Governorate").removesuffix(" District") if place else place_id

    def to_geodataframe(self) -> GeoDataFrame:
        """Lay the places out as a table.

        Returns
        -------
        geopandas.GeoDataFrame
            One row a place, points, EPSG:4326; `names` and `presence` are lists.
        """
        return _table(self.places.values())

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
        return _table(replace(base, presence=presences) for base, presences in present if presences)

    def _names(self) -> Iterator[Named]:
        for place in self.places.values():
            for name in place.names:
                yield Named(place, name)
            for former in place.former_names:
                yield Named(place, former.name, former)


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
    from geoiraq.places.own import with_own

    return with_own(read_gazetteer(data_folder()))


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
    presence = _grouped(folder / "presence.csv", _presence)
    former = _grouped(folder / "former_names.csv", _former_name)
    places: dict[str, Place] = {}
    for file in tables(folder):
        for number, row in _rows(file):
            place = _place(row, f"{file.name}, row {number}", presence, former)
            if place.place_id in places:
                raise GazetteerError(f"{file.name}, row {number}: place_id {place.place_id} is used twice")
            places[place.place_id] = place
    return Gazetteer(places, _shapes(folder))


def tables(folder: Traversable) -> list[Traversable]:
    """List the tables of places in a folder laid out as gazetteer/README.md says, in the order of their names."""
    themes = folder / "places"
    folders = [themes, *(inner for inner in themes.iterdir() if inner.is_dir())]
    return sorted(
        (file for each in folders for file in each.iterdir() if file.name.endswith(".csv")), key=str
    )


def _rows(file: Traversable) -> Iterator[tuple[int, dict[str, str]]]:
    if file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        yield from enumerate(csv.DictReader(lines), start=1)


def _place(
    row: dict[str, str], where: str, presence: dict[str, list[Presence]], former: dict[str, list[FormerName]]
) -> Place:
    try:
        if row["kind"] not in KINDS:
            raise GazetteerError(f"{where}: unknown kind {row['kind']!r}")
        place_id, name = row["place_id"], row["name"]
        listed = [name, *_split(row["names_en"]), *_split(row["names_ar"])]
        listed += [*_split(row["names_ku"]), *_split(row["names_kmr"])]
        return Place(
            place_id=place_id,
            name=name,
            kind=row["kind"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            governorate=row["governorate"],
            district=row["district"],
            also_in=tuple(_split(row["also_in"])),
            prominence=int(row["prominence"]),
            names=tuple(dict.fromkeys(listed)),
            source=row["source"],
            licence=row["licence"],
            checked=row["checked"] == "yes",
            checked_against=row["checked_against"],
            note=row["note"],
            presence=tuple(presence.get(place_id, ())),
            former_names=tuple(former.get(place_id, ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(f"{where}: {error}") from error


def _presence(row: dict[str, str]) -> Presence:
    return Presence(row["force"], row["from"], row["until"], row["handed_over"], row["note"], row["source"])


def _former_name(row: dict[str, str]) -> FormerName:
    return FormerName(row["name"], row["from"], row["until"])


def _grouped(file: Traversable, read: Any) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = {}
    for _, row in _rows(file):
        table.setdefault(row["place_id"], []).append(read(row))
    return table


def _shapes(folder: Traversable) -> dict[str, Any]:
    shapes: dict[str, Any] = {}
    for file in (folder / "outlines" / "governorates.geojson", folder / "footprints.geojson"):
        if file.is_file():
            for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
                shapes[feature["properties"]["place_id"]] = feature["geometry"]
    return shapes


def _is_acronym(name: str) -> bool:
    return name.isascii() and name.isalpha() and name.isupper()


def _split(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _index(names: Iterable[Named], key: Any) -> dict[str, list[Named]]:
    table: dict[str, list[Named]] = {}
    for named in names:
        held = table.setdefault(key(named), [])
        if all(other.place is not named.place for other in held):
            held.append(named)
    table.pop("", None)
    return table


def covers(start: str, end: str, day: date) -> bool:
    """Tell whether a span written as exactly as known ("2003", "2003-04", empty for open) has a day in it."""
    written = day.isoformat()
    return (not start or start <= written[: len(start)]) and (not end or written[: len(end)] <= end)


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
