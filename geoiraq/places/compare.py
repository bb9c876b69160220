"""Compares the gazetteer's points with a list of places from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geoiraq.errors import InputError
from geoiraq.places.areas import LatLon, distance_km
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import basis_of
from geoiraq.places.sources.feature import Feature
from geoiraq.places.sources.known import name_keys

#: Points agree within the place's radius, and never less than this.
LEAST_KM = 5.0
#: A namesake further away than this is another place, not a disagreement.
NAMESAKE_KM = 40.0


@dataclass(frozen=True, slots=True)
class Compared:
    """A place of ours and its nearest namesake in the other list.

    Attributes
    ----------
    place_id, name
        The place.
    here, there
        Its point, and that of the namesake: latitude and longitude, degrees.
    apart_km
        How far they are apart.
    agrees
        Whether that is within the place's radius, or 5 km.
    """

    place_id: str
    name: str
    here: LatLon
    there: LatLon
    apart_km: float
    agrees: bool


def compare(book: Gazetteer, file: str | Path) -> list[Compared]:
    """Compare a gazetteer with a file of any format that `geoiraq gazetteer add` takes.

    Parameters
    ----------
    book
        The gazetteer.
    file
        The list.

    Returns
    -------
    list of Compared
        One for each place that has a namesake of the same sort within 40 km, the furthest apart first.

    Raises
    ------
    InputError
        Where the file cannot be used; its text names the file.
    """
    points = _points(file)
    found = (_compared(book, place_id, points) for place_id in book.places)
    return sorted((each for each in found if each is not None), key=lambda each: -each.apart_km)


def _compared(book: Gazetteer, place_id: str, points: dict[tuple[str, str], list[LatLon]]) -> Compared | None:
    place = book.places[place_id]
    here, sort = (place.latitude, place.longitude), _sort(place.kind)
    keys = {key for name in place.names for key in name_keys(name, place.kind)}
    there = [point for key in keys for point in points.get((key, sort), ())]
    if not there:
        return None
    apart, nearest = min((distance_km(here, point), point) for point in there)
    if apart > NAMESAKE_KM:
        return None
    return Compared(place_id, place.name, here, nearest, apart, apart <= max(LEAST_KM, place.radius_km))


def _points(file: str | Path) -> dict[tuple[str, str], list[LatLon]]:
    points: dict[tuple[str, str], list[LatLon]] = {}
    for feature in _features(Path(file)):
        at = (feature.latitude, feature.longitude)
        for key in {key for name, _ in feature.names for key in name_keys(name, feature.kind)}:
            points.setdefault((key, _sort(feature.kind)), []).append(at)
    return points


def _features(path: Path) -> Iterator[Feature]:
    from geoiraq.places.sources.archive import opened
    from geoiraq.places.sources.recognise import recognise

    with opened(path) as files:
        try:
            for item in recognise(files).read():
                if isinstance(item, Feature):
                    yield item
        except InputError as error:
            raise InputError(f"{path}: {error}") from None


def _sort(kind: str) -> str:
    """Give what kinds are compared with each other: villages with towns and quarters, not with dams."""
    basis = basis_of(kind or "town")
    return "settlement" if basis in ("neighbourhood", "settlement") else basis
