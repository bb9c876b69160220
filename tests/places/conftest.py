"""Small gazetteers made for one test, so that its answer does not depend on the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.place import Place


def place(place_id: str, kind: str, latitude: float, longitude: float, *names: str, **more: object) -> Place:
    """A place in Alpha governorate, of prominence 3 and 5 km, unless said otherwise."""
    facts: dict[str, object] = {
        "radius_km": 5.0,
        "country": "IQ",
        "governorate": "alpha",
        "district": "",
        "also_in": (),
        "prominence": 3,
        "source": "curated",
        "licence": "CC-BY-4.0",
        "checked": True,
        "checked_against": "iom-dtm",
        "note": "",
        **more,
    }
    name = names[0] if names else place_id.title()
    return Place(place_id, name, kind, latitude, longitude, names=names or (name,), **facts)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make_place() -> Callable[..., Place]:
    return place


@pytest.fixture(scope="session")
def country() -> Gazetteer:
    """A governorate with a city, its quarters, a town in each direction, a range and a namesake far away."""
    square = {"type": "Polygon", "coordinates": [[[43, 33], [45, 33], [45, 35], [43, 35], [43, 33]]]}
    ridge = {"type": "LineString", "coordinates": [[42, 34.5], [44, 34.5]]}
    places = [
        place(
            "alpha", "governorate", 34.0, 44.0, "Alpha Governorate", "Alpha", radius_km=100.0, prominence=7
        ),
        place(
            "beta",
            "governorate",
            31.0,
            46.0,
            "Beta Governorate",
            "Beta",
            governorate="beta",
            radius_km=80.0,
            prominence=7,
        ),
        place("alphaville", "city", 34.0, 44.0, "Alphaville", "Alpha", radius_km=8.0, prominence=7),
        place(
            "zuhur", "neighbourhood", 34.02, 44.03, "Zuhur (Alphaville)", "Zuhur", radius_km=1.0, prominence=2
        ),
        place(
            "zuhur-beta",
            "neighbourhood",
            31.0,
            46.02,
            "Zuhur (Betatown)",
            "Zuhur",
            governorate="beta",
            radius_km=1.0,
            prominence=2,
        ),
        place("northam", "town", 34.5, 44.0, "Northam", prominence=4),
        place("southam", "town", 33.5, 44.0, "Southam", prominence=4),
        place("southam-village", "village", 31.2, 46.2, "Southam", governorate="beta", prominence=1),
        place("betatown", "city", 31.0, 46.0, "Betatown", governorate="beta", radius_km=8.0, prominence=6),
        place("edgeham", "town", 32.8, 44.2, "Edgeham", governorate="beta"),
        place("ridge", "mountain", 34.5, 43.0, "Long Ridge", governorate="", radius_km=90.0),
    ]
    return Gazetteer({each.place_id: each for each in places}, {"alpha": square, "ridge": ridge})
