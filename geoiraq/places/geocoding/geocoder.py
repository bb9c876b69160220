"""The gazetteer as a geocoder of geopy's: for every program that takes one, without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from dataclasses import asdict
from datetime import date
from functools import cached_property
from typing import Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geoiraq.places.areas import LatLon
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.gazetteer import gazetteer as shipped_gazetteer
from geoiraq.places.geocoding.reverse import Surroundings
from geoiraq.places.place import Place
from geoiraq.places.resolution import Candidate, Resolution
from geoiraq.places.resolve import resolve

#: The parts of a structured query, the narrowest first, and how each is said in words.
STRUCTURE = {"city": "{}", "county": "{} district", "state": "{} governorate", "country": "{}"}
#: What is told from another place has no other reading of its own.
RELATIVE = ("relative", "between")
#: geopy reads points from text with a slow pattern; no point is written longer than this.
LONGEST_POINT = 256


class IraqGeocoder(Geocoder):  # type: ignore[misc]
    """Geocode places in and around Iraq in geopy's own form, offline.

    Parameters
    ----------
    within, near, on
        As `geoiraq.resolve`, for every query that does not say otherwise. They stand here because
        `geopandas.tools.geocode` passes what it is given to the class.
    gazetteer
        Where to look; the one that comes with the package if None.
    timeout, user_agent
        Taken because other geocoders take them, and ignored: nothing is asked of any server.

    Examples
    --------
    >>> from geoiraq import IraqGeocoder
    >>> geocoder = IraqGeocoder()
    >>> geocoder.geocode("Hawija").address
    'Hawija, Hawija district, Kirkuk governorate, Iraq'
    >>> geocoder.reverse((32.85, 40.06)).address
    '30 km south-west of Rutba, Rutba district, Anbar governorate'
    """

    def __init__(
        self,
        *,
        within: str | None = None,
        near: str | LatLon | Point | None = None,
        on: date | str | None = None,
        gazetteer: Gazetteer | None = None,
        timeout: Any = DEFAULT_SENTINEL,
        user_agent: str | None = None,
    ) -> None:
        super().__init__(timeout=timeout, user_agent=user_agent, adapter_factory=_NoNetwork)
        self.within = within
        self.near = near
        self.on = on
        self._own_gazetteer = gazetteer

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        within: str | None = None,
        near: str | LatLon | Point | None = None,
        on: date | str | None = None,
    ) -> Location | list[Location] | None:
        """Find the place of a name or relative phrase.

        Parameters
        ----------
        query
            Anything that `geoiraq.resolve` takes; or a mapping of city, county (a district), state (a
            governorate) and country, of which the narrowest is sought in the next wider.
        exactly_one
            Whether to give one answer, or all readings, the best first.
        timeout
            Ignored: nothing is waited for.
        within, near, on
            As `geoiraq.resolve`.

        Returns
        -------
        geopy.Location, list of geopy.Location or None
            None, or an empty list, where the name is not known. A name of several places of which none prevails
            is None too where exactly one is wanted: no answer is better than a silent guess.
            `raw` is the `Resolution` as a dict; of a further reading it is the candidate.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            Where the query is not text, asks for what the gazetteer does not hold (streets, postcodes),
            or `near` or `on` cannot be read.
        """
        name, area = _read_query(query)
        near = self.near if near is None else near
        answer = resolve(
            name,
            within=within or area or self.within,
            near=near if near is None or isinstance(near, str) else _point(near),
            on=_day(on or self.on),
            gazetteer=self._gazetteer,
        )
        if exactly_one:
            return self._location(answer) if answer.status == "resolved" else None
        return self._readings(answer)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        on: date | str | None = None,
    ) -> Location | list[Location]:
        """Say in words where a point lies.

        Parameters
        ----------
        query
            A point as geopy takes it: (latitude, longitude), a `geopy.Point`, or text such as "35.4, 44.3".
        exactly_one
            Whether to give the answer or a list of it.
        timeout
            Ignored: nothing is waited for.
        on
            A day: a point may be at a base that was in use then. Without it, only at one that still is.

        Returns
        -------
        geopy.Location or list of geopy.Location
            The point itself, with its address; `raw` has place_id, name, distance_km, direction, district,
            governorate and country.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            Where the query is no point, or `on` no day.
        """
        latitude, longitude = _point(query)
        found = self._surroundings.at(latitude, longitude, _day(on or self.on))
        location = Location(found.address, (latitude, longitude), found.to_dict())
        return location if exactly_one else [location]

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what can be made again, so that workers are sent little."""
        made = ("_surroundings", "_countries")
        return {name: value for name, value in vars(self).items() if name not in made}

    @property
    def _gazetteer(self) -> Gazetteer:
        return self._own_gazetteer or shipped_gazetteer()

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {p.country: p.name for p in self._gazetteer.places.values() if p.kind == "country"}

    @cached_property
    def _surroundings(self) -> Surroundings:
        return Surroundings(self._gazetteer)

    def _readings(self, answer: Resolution) -> list[Location]:
        if answer.status == "unresolved":
            return []
        if answer.status == "ambiguous":
            return [self._alternative(answer, candidate) for candidate in answer.candidates]
        others = () if answer.basis in RELATIVE else answer.candidates
        return [
            self._location(answer),
            *(self._alternative(answer, c) for c in others if c.place_id != answer.place_id),
        ]

    def _location(self, answer: Resolution) -> Location:
        place = self._gazetteer.places[answer.place_id or ""]
        address = self._address(place, answer.name or "", answer.district or "", answer.governorate or "")
        return Location(address, (answer.latitude, answer.longitude), answer.to_dict())

    def _alternative(self, answer: Resolution, candidate: Candidate) -> Location:
        place = self._gazetteer.places[candidate.place_id]
        district = self._gazetteer.name_of(place.district)
        address = self._address(place, candidate.name, district, candidate.governorate)
        raw = {"query": answer.query, "status": "candidate", "reason": answer.reason, **asdict(candidate)}
        return Location(address, (candidate.latitude, candidate.longitude), raw)

    def _address(self, place: Place, name: str, district: str, governorate: str) -> str:
        """Put an address together that says nothing twice: neither "Anbar, Anbar" nor "Iraq, Iraq"."""
        parts = [name, f"{district} district" if district else ""]
        if governorate and place.kind != "governorate":
            parts.append(f"{governorate} governorate" if place.country == "IQ" else governorate)
        parts.append(self._countries.get(place.country, place.country))
        return ", ".join(dict.fromkeys(filter(None, parts)))


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """What geopy's base class would ask servers with; this geocoder has none to ask."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> NoReturn:
        raise NotImplementedError("IraqGeocoder asks no server")

    get_text = get_json


def _read_query(query: Any) -> tuple[str, str | None]:
    """Split a query into the name sought and the area that it lies in."""
    if isinstance(query, str):
        return query, None
    if not isinstance(query, Mapping):
        raise GeocoderQueryError(f"a query is text or a mapping, not {type(query).__name__}")
    unknown = sorted(str(key) for key in query if key not in STRUCTURE)
    if unknown:
        raise GeocoderQueryError(
            f"the gazetteer holds no {', '.join(unknown)}: ask for {', '.join(STRUCTURE)}"
        )
    said = [words.format(query[key]) for key, words in STRUCTURE.items() if query.get(key)]
    if not said:
        raise GeocoderQueryError("the query names no place")
    return said[0], said[1] if len(said) > 1 else None


def _point(query: Any) -> LatLon:
    try:
        if isinstance(query, str) and len(query) > LONGEST_POINT:
            raise ValueError("no point is written that long")
        if query is None or (isinstance(query, Sized) and len(query) < 2):
            raise ValueError("a latitude and a longitude are needed")  # geopy would take 0, 0
        point = Point(query)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"not a point (latitude, longitude): {error}") from error
    return point.latitude, point.longitude


def _day(on: date | str | None) -> date | None:
    try:
        return date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError as error:
        raise GeocoderQueryError(f"not a day (YYYY-MM-DD): {error}") from error
