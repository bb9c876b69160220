"""The places that are known already: is this one of them under another name?"""

from __future__ import annotations

from collections.abc import Iterable

from geoiraq.places.areas import distance_km
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import take_apart
from geoiraq.places.names import exact_key, sound_key
from geoiraq.places.sources.kinds import alike

#: A point this near, under a name of the same sound, is the same place.
NEAR_KM = 5.0
KM_PER_DEGREE = 110.0
#: Shorter sounds, as of acronyms, are of too many names.
_SHORTEST_SOUND = 3
_DIVISIONS = frozenset({"country", "region", "governorate", "district", "subdistrict"})


def name_keys(name: str, kind: str) -> list[str]:
    """Give the keys under which a name is known: its sound; of a division, its sound without the word for it.

    Parameters
    ----------
    name
        In any spelling.
    kind
        What bears it.

    Returns
    -------
    list of str
        None where the name has no letters.

    Examples
    --------
    >>> name_keys("Qayyarah", "town") == name_keys("Gayara", "town")
    True
    """
    sound = sound_key(name)
    keys = [sound if len(sound) >= _SHORTEST_SOUND else f"={exact_key(name)}"] if sound else []
    if kind in _DIVISIONS:
        core = sound_key(take_apart(name).core)
        if core and core not in keys:
            keys.append(core)
    return keys


class Known:
    """An index of places by the sound of their names; it grows while a file is read."""

    def __init__(self, book: Gazetteer) -> None:
        self._ids: list[str] = []
        self._kinds: list[str] = []
        self._points: list[tuple[float, float]] = []
        self._radii: list[float] = []
        self._by_id: dict[str, int] = {}
        self._by_key: dict[str, int | list[int]] = {}
        for place in book.places.values():
            keys = (key for name in place.names for key in name_keys(name, place.kind))
            former = (key for name in place.former_names for key in name_keys(name.name, place.kind))
            point = place.latitude, place.longitude
            self.add(place.place_id, place.kind, point, place.radius_km, dict.fromkeys((*keys, *former)))

    def __contains__(self, place_id: str) -> bool:
        return place_id in self._by_id

    def add(
        self, place_id: str, kind: str, point: tuple[float, float], radius_km: float, keys: Iterable[str]
    ) -> None:
        """Take a place in, under the keys of its names."""
        index = len(self._ids)
        self._ids.append(place_id)
        self._kinds.append(kind)
        self._points.append(point)
        self._radii.append(max(radius_km, NEAR_KM))
        self._by_id[place_id] = index
        for key in keys:
            held = self._by_key.get(key)
            if held is None:
                self._by_key[key] = index
            elif isinstance(held, list):
                held.append(index)
            else:
                self._by_key[key] = [held, index]

    def find(
        self, keys: Iterable[str], kind: str, point: tuple[float, float], same_as: str = ""
    ) -> tuple[str, float] | None:
        """Find the place that a feature is.

        Parameters
        ----------
        keys
            Of its names.
        kind
            Of the feature.
        point
            Latitude and longitude.
        same_as
            The id that the file gives it, which decides where the point does not speak against it.

        Returns
        -------
        tuple of str and float, or None
            The id of the nearest place of the same sound and a kind that may be the same, within 5 km or the
            place's own radius; and how far its point is, km.
        """
        own = self._by_id.get(same_as) if same_as else None
        if own is not None and (km := self._apart(own, kind, point)) is not None:
            return same_as, km
        best: tuple[float, int] | None = None
        for index in self._under(keys):
            km = self._apart(index, kind, point)
            if km is not None and (best is None or (km, index) < best):
                best = km, index
        return (self._ids[best[1]], best[0]) if best is not None else None

    def _under(self, keys: Iterable[str]) -> Iterable[int]:
        found: dict[int, None] = {}
        for key in keys:
            held = self._by_key.get(key)
            if isinstance(held, list):
                found.update(dict.fromkeys(held))
            elif held is not None:
                found[held] = None
        return found

    def _apart(self, index: int, kind: str, point: tuple[float, float]) -> float | None:
        """Give the distance to a place, where it is near enough and of a kind that may be the same."""
        there, reach = self._points[index], self._radii[index]
        if abs(there[0] - point[0]) * KM_PER_DEGREE > reach or not alike(kind, self._kinds[index]):
            return None
        km = distance_km(there, point)
        return km if km <= reach else None
