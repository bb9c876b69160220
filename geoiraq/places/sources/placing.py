"""In which country, governorate and district a feature lies: as its row says, else as the outlines show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import take_apart
from geoiraq.places.names import sound_key
from geoiraq.places.place import Place
from geoiraq.places.sources.feature import Feature

#: Outlines are coarse and lines disputed: a place this near to a second governorate may lie in it.
BORDER_KM = 12.0
KM_PER_DEGREE = 100.0


@dataclass(frozen=True, slots=True)
class Home:
    """Where a feature lies; `also_in` are the other governorates that the outlines allow."""

    country: str
    governorate: str
    district: str
    also_in: tuple[str, ...]


class Placing:
    """Places features, many at a time."""

    def __init__(self, book: Gazetteer) -> None:
        import shapely
        from shapely.geometry import shape

        places = book.places.values()
        self._governorates = _by_name(p for p in places if p.kind == "governorate")
        self._districts = _by_name(p for p in places if p.kind == "district")
        self._ids = [
            p.place_id for p in places if p.kind == "governorate" and p.place_id in book.shapes_geojson
        ]
        self._outlines = shapely.STRtree([shape(book.shapes_geojson[id_]) for id_ in self._ids])
        countries = json.loads(
            (files("geoiraq") / "data/basemap/countries.geojson").read_text(encoding="utf-8")
        )
        self._countries = [feature["properties"]["iso2"] for feature in countries["features"]]
        self._lands = shapely.STRtree([shape(feature["geometry"]) for feature in countries["features"]])

    def homes(self, features: Sequence[Feature]) -> list[Home]:
        """Say where each feature lies.

        Parameters
        ----------
        features
            Any number.

        Returns
        -------
        list of Home
            In their order.
        """
        near = self._near(features)
        lands = self._in_countries(features)
        return [self._home(*each) for each in zip(features, near, lands, strict=True)]

    def _home(self, feature: Feature, near: list[tuple[float, str]], land: str) -> Home:
        inside = bool(near) and near[0][0] == 0
        country = feature.country or ("IQ" if inside else land)
        if country != "IQ":
            return Home(country, feature.governorate[:80].replace(";", ","), "", ())
        named = self._named(feature.governorate)
        governorate = named or (near[0][1] if near else "")
        others = tuple(id_ for _, id_ in near if id_ != governorate)
        district = next(
            (
                p.place_id
                for p in self._districts.get(_key(feature.district), ())
                if p.governorate == governorate
            ),
            "",
        )
        return Home("IQ", governorate, district, others)

    def _named(self, written: str) -> str:
        if not written:
            return ""
        if written in self._ids:
            return written
        found = self._governorates.get(_key(written), ())
        return found[0].place_id if found else ""

    def _near(self, features: Sequence[Feature]) -> list[list[tuple[float, str]]]:
        """Give the governorates within reach of each feature, nearest first, with the distance in degrees."""
        import shapely

        near: list[list[tuple[float, str]]] = [[] for _ in features]
        if not self._ids:
            return near
        points = shapely.points([(f.longitude, f.latitude) for f in features])
        found = self._outlines.query(points, predicate="dwithin", distance=BORDER_KM / KM_PER_DEGREE)
        apart = shapely.distance(points[found[0]], self._outlines.geometries[found[1]])
        for index, outline, degrees in zip(*found.tolist(), apart.tolist(), strict=True):
            near[index].append((degrees, self._ids[outline]))
        for each in near:
            each.sort()
        return near

    def _in_countries(self, features: Sequence[Feature]) -> list[str]:
        """Give the country of each feature that names none itself."""
        import shapely

        lands = [""] * len(features)
        asked = [index for index, feature in enumerate(features) if not feature.country]
        if asked:
            points = shapely.points([(features[i].longitude, features[i].latitude) for i in asked])
            for point, land in zip(*self._lands.query(points, predicate="intersects").tolist(), strict=True):
                lands[asked[point]] = self._countries[land]
        return lands


def _by_name(places: Iterable[Place]) -> dict[str, list[Place]]:
    table: dict[str, list[Place]] = {}
    for place in places:
        for key in dict.fromkeys(_key(name) for name in (*place.names, place.place_id)):
            table.setdefault(key, []).append(place)
    return table


def _key(name: str) -> str:
    return sound_key(take_apart(name).core)
