"""Does the gazetteer hold together? References, containment in the governorate, names, sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from geoiraq.errors import Problem
from geoiraq.places.areas import distance_km
from geoiraq.places.candidates import EXACT, Reading
from geoiraq.places.choose import at, decide
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.names import exact_key
from geoiraq.places.place import Place

#: Outlines are coarse (Natural Earth, 1:10m): a point may lie this far outside the one it belongs to.
OUTLINE_SLACK_KM = 15.0
KM_PER_DEGREE = 100.0
SOURCE = "gazetteer"
#: Two places of one kind and one name lie further apart than this, or are one.
TWINS_KM = 3.0


def check(book: Gazetteer) -> Iterator[Problem]:
    """Prove a gazetteer's tables.

    Parameters
    ----------
    book
        The gazetteer.

    Yields
    ------
    Problem
        One for each thing that does not hold.
    """
    for place in book.places.values():
        for reason in (
            *_references(book, place),
            *_row(place),
            *_containment(book, place),
            *_presence(place),
        ):
            yield Problem(SOURCE, f"{place.place_id}: {reason}")
    yield from _twins(book)
    for place_id in book.shapes_geojson:
        if place_id not in book.places:
            yield Problem(SOURCE, f"{place_id}: has an outline and no row")


def ambiguous_names(book: Gazetteer) -> int:
    """Count the names that only context decides: several places bear them, and none prevails."""
    return sum(
        decide(book, key, [Reading(book.index.place(n), EXACT, 0, key) for n in numbers]).status
        == "ambiguous"
        for key, numbers in book.index.by_exact.items()
        if len(numbers) > 1
    )


def _twins(book: Gazetteer) -> Iterator[Problem]:
    """Find places of one kind and name so near to each other that they are probably one."""
    told: set[tuple[str, str]] = set()
    for key, numbers in book.index.by_exact.items():
        places = [book.index.place(n) for n in numbers]
        for one, other in combinations(places, 2):
            pair = (one.place_id, other.place_id)
            if one.kind == other.kind and pair not in told and distance_km(at(one), at(other)) < TWINS_KM:
                told.add(pair)
                yield Problem(
                    SOURCE,
                    f"{pair[0]}: is called {key!r} as {pair[1]} is, which is no further than {TWINS_KM:g} km",
                )


def _references(book: Gazetteer, place: Place) -> Iterator[str]:
    if place.country != "IQ":
        return
    for column, kinds in (("governorate", ("governorate",)), ("district", ("district",))):
        named = getattr(place, column)
        if named and (named not in book.places or book.places[named].kind not in kinds):
            yield f"its {column} {named!r} is none"
    for named in place.also_in:
        if named not in book.places:
            yield f"also_in {named!r} is no place"


def _row(place: Place) -> Iterator[str]:
    if not place.source or not place.licence:
        yield "has no source or no licence"
    if place.checked != bool(place.checked_against):
        yield "checked and checked_against do not agree"
    if place.radius_km <= 0:
        yield "its radius is not above 0"
    if not 0 <= place.prominence <= 9:
        yield "its prominence is not 0-9"
    if any(not exact_key(name) for name in place.names):
        yield "one of its names has no letters"


def _containment(book: Gazetteer, place: Place) -> Iterator[str]:
    from shapely.geometry import Point

    if place.country != "IQ" or not place.governorate:
        return
    point = Point(place.longitude, place.latitude)
    homes = [shape for g in (place.governorate, *place.also_in) if (shape := book.shape(g)) is not None]
    slack = max(OUTLINE_SLACK_KM, place.radius_km)
    if not homes or min(home.distance(point) for home in homes) * KM_PER_DEGREE <= slack:
        return
    # Natural Earth draws Baghdad smaller than the governorate is; the row's own radius then decides.
    home = book.places[place.governorate]
    if distance_km((place.latitude, place.longitude), (home.latitude, home.longitude)) > home.radius_km:
        yield f"lies outside {place.governorate}"


def _presence(place: Place) -> Iterator[str]:
    for presence in place.presence:
        for written in (presence.start, presence.end, presence.handed_over):
            if written and not _is_date(written):
                yield f"{written!r} is no date"
        length = min(len(presence.start), len(presence.end))
        if length and presence.end[:length] < presence.start[:length]:
            yield f"{presence.force} left before it came"


def _is_date(written: str) -> bool:
    try:
        date.fromisoformat(written + "2000-01-01"[len(written) :])
    except ValueError:
        return False
    return len(written) in (4, 7, 10)
