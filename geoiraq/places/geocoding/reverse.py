"""Say in words where a point lies: "12 km south-west of Kirkuk, Daquq district, Kirkuk governorate"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from geoiraq.places.areas import bearing
from geoiraq.places.gazetteer import Gazetteer, data_folder
from geoiraq.places.place import Place, covers

WINDS = (
    *("north", "north-north-east", "north-east", "east-north-east"),
    *("east", "east-south-east", "south-east", "south-south-east"),
    *("south", "south-south-west", "south-west", "west-south-west"),
    *("west", "west-north-west", "north-west", "north-north-west"),
)
#: People name what is near: a well-known town if it is within this distance.
NEAR_KM = 50.0
#: Where nothing is near, the nearest town up to here still says something.
FAR_KM = 300.0
#: So many kilometres more are worth a reference that is one step more prominent.
KM_PER_PROMINENCE = 5.0
#: The basemap's coasts and borders are coarse: a point this near to a country counts as in it.
COAST_KM = 10.0
KM_PER_DEGREE = 100.0
HOME = "Iraq"
#: The radius of a small place mostly says how little is known of it: it holds no more than this around it, a town
#: no more than that.
SMALL_KM, TOWN_KM = 2.0, 4.0
EARTH_KM = 6371.009

TOWNS = ("city", "town")
SETTLEMENTS = (*TOWNS, "village")
INHABITED = (*SETTLEMENTS, "neighbourhood")
#: Kinds of sites that a point can be at, and how far the largest of them reach. Where a row's radius is larger, its
#: point is not known well enough to say what the site holds. Camps of the displaced and prisons are none of them:
#: many have closed, and no row says which.
SITES_KM: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("base", "airport", "port", "refinery", "border_crossing"), 6.0),
        **dict.fromkeys(("dam", "power_station", "university"), 2.0),
        **dict.fromkeys(("mosque", "bridge", "hospital", "embassy", "government", "site"), 1.0),
    }
)
#: Of other sites than bases only those that are this prominent: readers know them.
WELL_KNOWN = 4
#: A base is told only where it is so much nearer than a quarter or an airport; one that few know, only where there
#: is neither.
BASE_KM = 0.5


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a point lies.

    Attributes
    ----------
    place
        The place that holds the point, else the one that it is told from; None where none is near.
    distance_km
        From the place's own point.
    direction
        One of 16 winds, seen from the place; empty where the place holds the point.
    district, governorate
        Names; empty outside Iraq. No outlines of districts are at hand: where no place holds the point,
        the district is that of the nearest seat or town in the governorate.
    country
        The name of the country; empty at sea and beyond the countries around Iraq.
    across
        The name of the country that `place` lies in, where it is another one.
    """

    place: Place | None
    distance_km: float | None
    direction: str
    district: str
    governorate: str
    country: str
    across: str

    @property
    def address(self) -> str:
        """All of it in words."""
        parts = [self._from_place()] if self.place else []
        parts += [f"{self.district} district"] if self.district else []
        parts += [f"{self.governorate} governorate"] if self.governorate else []
        if self.country != HOME:
            parts += [self.country] if self.country else []
            parts += ["outside Iraq" if parts else "far outside Iraq"]
        return ", ".join(parts) or HOME

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain values.

        Returns
        -------
        dict
            place_id, name, distance_km, direction, district, governorate, country.
        """
        return {
            "place_id": self.place.place_id if self.place else None,
            "name": self.place.name if self.place else None,
            "distance_km": self.distance_km,
            "direction": self.direction,
            "district": self.district,
            "governorate": self.governorate,
            "country": self.country,
        }

    def _from_place(self) -> str:
        assert self.place is not None  # noqa: S101 - asked only where there is one
        if not self.direction:
            return f"{'in' if self.place.kind in INHABITED else 'at'} {self.place.name}"
        across = f" ({self.across})" if self.across else ""
        return f"{max(1, round(self.distance_km or 0))} km {self.direction} of {self.place.name}{across}"


class Surroundings:
    """What lies around any point; made once for a gazetteer, then asked for as many points as one likes.

    Parameters
    ----------
    book
        The gazetteer.
    """

    def __init__(self, book: Gazetteer) -> None:
        self._book = book
        self._holders = _Points(p for p in book.places.values() if p.kind in INHABITED or _is_to_be_told(p))
        self._settlements = _Points(p for p in book.places.values() if p.kind in SETTLEMENTS)
        self._reaches = np.array([_reach_km(p) for p in self._holders.places])
        self._prominence = np.array([p.prominence for p in self._settlements.places], dtype=float)
        self._home = np.array([p.country for p in self._settlements.places], dtype=object)
        self._is_town = np.array([p.kind in TOWNS for p in self._settlements.places], dtype=bool)
        self._countries = _countries()
        districts = [p for p in book.places.values() if p.kind == "district"]
        towns = [p for p in book.places.values() if p.kind in TOWNS and p.district]
        governorates = [p.place_id for p in book.places.values() if p.kind == "governorate"]
        self._marks = {
            g: _Points(p for p in (*districts, *towns) if p.governorate == g) for g in governorates
        }
        self._outlines = {g: outline for g in governorates if (outline := book.shape(g)) is not None}
        # The outlines are coarse and older than Halabja: a seat counts for the outline that it lies in, too.
        self._seats = {
            g: _Points(d for d in districts if d.governorate == g or _holds(outline, d))
            for g, outline in self._outlines.items()
        }

    def at(self, latitude: float, longitude: float, on: date | None = None) -> Whereabouts:
        """Say where a point lies.

        Parameters
        ----------
        latitude, longitude
            Degrees, EPSG:4326.
        on
            The day on which a base must have been in use for a point to be at it; None for the bases whose use
            has no end that is known.

        Returns
        -------
        Whereabouts
            For every point on Earth, if only to say that it is far from Iraq.
        """
        point = Point(longitude, latitude)
        place, distance = holder, _ = self._holding(point, on)
        country = holder.country if holder else self._country(point)
        if place is None:
            place, distance = self._reference(point, country)
        governorate = self._governorate(point, holder) if country == "IQ" else ""
        district = (holder and holder.district) or self._district(point, governorate)
        return Whereabouts(
            place=place,
            distance_km=round(distance, 1) if place else None,
            direction=_wind(place, point) if place and not holder else "",
            district=self._book.name_of(district),
            governorate=self._book.name_of(governorate),
            country=self._name(country),
            across=self._name(place.country) if place and place.country != country else "",
        )

    def _holding(self, point: Point, on: date | None) -> tuple[Place | None, float]:
        """Find the place that holds a point; of several the nearest that readers know."""
        distances = self._holders.distances_km(point)
        around = (
            (self._holders.places[i], float(distances[i])) for i in np.flatnonzero(distances <= self._reaches)
        )
        there = ((place, km) for place, km in around if place.kind != "base" or _is_in_use(place, on))
        return min(there, key=lambda held: held[1] + _strangeness_km(held[0]), default=(None, 0.0))

    def _reference(self, point: Point, country: str) -> tuple[Place | None, float]:
        """Choose the settlement to tell a point from: well known, near and of the same country if it can be."""
        distances = self._settlements.distances_km(point)
        home, town = self._home == country, self._is_town
        near, far = distances <= NEAR_KM, distances <= FAR_KM
        cost = distances - KM_PER_PROMINENCE * self._prominence
        for allowed in (home & town & near, home & near, home & town & far, town & far):
            if allowed.any():
                chosen = int(np.where(allowed, cost, np.inf).argmin())
                return self._settlements.places[chosen], float(distances[chosen])
        return None, 0.0

    def _country(self, point: Point) -> str:
        """Give the code of the country that a point lies in; empty where it lies in none around Iraq."""
        outlines = [outline for _, _, outline in self._countries]
        distances = shapely.distance(outlines, point) * KM_PER_DEGREE
        nearest = int(np.argmin(distances))
        return self._countries[nearest][0] if distances[nearest] <= COAST_KM else ""

    def _name(self, country: str) -> str:
        return next((name for code, name, _ in self._countries if code == country), country)

    def _governorate(self, point: Point, holder: Place | None) -> str:
        """Give the governorate of a point in Iraq: of its holder, else of the nearest seat in the outline."""
        if holder or not self._outlines:
            return holder.governorate if holder else ""
        outline = min(self._outlines, key=lambda governorate: self._outlines[governorate].distance(point))
        seat = self._seats[outline].nearest(point)
        return seat.governorate if seat else outline

    def _district(self, point: Point, governorate: str) -> str:
        """Give the district of the governorate's seat or town that is nearest to a point."""
        mark = self._marks[governorate].nearest(point) if governorate in self._marks else None
        return "" if mark is None else mark.place_id if mark.kind == "district" else mark.district


class _Points:
    """Places, and how far each of them is from a point."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self._latitude = np.radians([p.latitude for p in self.places])
        self._longitude = np.radians([p.longitude for p in self.places])

    def distances_km(self, point: Point) -> NDArray[np.float64]:
        latitude, longitude = np.radians(point.y), np.radians(point.x)
        half_chord = (
            np.sin((self._latitude - latitude) / 2) ** 2
            + np.cos(self._latitude) * np.cos(latitude) * np.sin((self._longitude - longitude) / 2) ** 2
        )
        distances: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half_chord, 0.0, 1.0)))
        return distances

    def nearest(self, point: Point) -> Place | None:
        return self.places[int(self.distances_km(point).argmin())] if self.places else None


def _reach_km(place: Place) -> float:
    if place.kind == "city":
        return place.radius_km
    return min(place.radius_km, TOWN_KM if place.kind == "town" else SMALL_KM)


def _is_to_be_told(place: Place) -> bool:
    """Tell whether a reader who is told "at" this site knows where that is, and it is known where the site is."""
    is_placed = place.radius_km <= SITES_KM.get(place.kind, 0.0)
    return is_placed and (place.kind == "base" or place.prominence >= WELL_KNOWN)


def _is_in_use(base: Place, on: date | None) -> bool:
    """Tell whether a force is known to have used a base on a day, or, where none is given, to use it still."""
    return any(covers(p.start, p.end, on) if on else not p.end for p in base.presence)


def _strangeness_km(place: Place) -> float:
    if place.kind != "base":
        return 0.0
    return BASE_KM if place.prominence >= WELL_KNOWN else SMALL_KM


def _holds(outline: BaseGeometry, place: Place) -> bool:
    return bool(outline.contains(Point(place.longitude, place.latitude)))


def _countries() -> list[tuple[str, str, Any]]:
    """Read the code, name and outline of each country of the basemap."""
    file = data_folder() / "basemap" / "countries.geojson"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return [(f["properties"]["iso2"], f["properties"]["name"], shape(f["geometry"])) for f in features]


def _wind(place: Place, point: Point) -> str:
    turn = bearing((place.latitude, place.longitude), (point.y, point.x))
    return WINDS[round(turn / 22.5) % len(WINDS)]
