"""Resolve a name or a relative phrase to a place or an area, with the reason, or say that it is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geoiraq.places.areas import LatLon
from geoiraq.places.candidates import ALIKE, of_other_kinds, readings
from geoiraq.places.choose import decide, find_area, in_words, unresolved
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.gazetteer import gazetteer as shipped_gazetteer
from geoiraq.places.names import cleaned
from geoiraq.places.place import Place
from geoiraq.places.resolution import Resolution

#: No name or phrase for a place is longer.
LONGEST_QUERY = 400


def resolve(
    name: str,
    within: str | None = None,
    near: str | LatLon | None = None,
    on: date | str | None = None,
    *,
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """Resolve a place name or a relative phrase.

    Parameters
    ----------
    name
        A name in any spelling, in Latin, Arabic or Kurdish script, or a phrase: "30 km west of Ramadi".
    within
        A governorate or district, in any spelling, in which the place lies.
    near
        A place name, or a point (latitude, longitude), near which the place lies.
    on
        The day of which the text speaks: decides between names that were in use at different times.
    gazetteer
        Where to look; the one that comes with the package if None.

    Returns
    -------
    Resolution
        Resolved, ambiguous or unresolved, with reason and candidates.

    Examples
    --------
    >>> from geoiraq import resolve
    >>> resolve("Salah-a-Din governorate").name
    'Salah al-Din Governorate'
    """
    book = gazetteer or shipped_gazetteer()
    day = date.fromisoformat(on) if isinstance(on, str) else on
    if len(name) > LONGEST_QUERY:
        return Resolution(name, "unresolved", reason=f"no name is longer than {LONGEST_QUERY} characters")
    query = name if book.index.lists(name) else cleaned(name)
    if not query:
        return Resolution(name, "unresolved", reason="no name was given")
    point = area = None
    if within or near is not None:
        (point, unknown), (area, unknown_area) = _point(book, near), _area(book, within)
        if unknown or unknown_area:
            return Resolution(name, "unresolved", reason=f"{unknown or unknown_area} is not known")
    answer = _resolve(book, query, area, point, day)
    return answer if answer.query == name else replace(answer, query=name)


def _resolve(
    book: Gazetteer, query: str, within: Place | None, near: LatLon | None, on: date | None
) -> Resolution:
    found = readings(book, query, on=on)
    if found and found[0].fit < ALIKE:
        return decide(book, query, found, within=within, near=near)
    # Most names are known as they stand: what reads phrases is not imported for them.
    from geoiraq.places.phrases import resolve_phrase

    composed = resolve_phrase(book, query, within=within, near=near, on=on)
    if composed is not None:
        return composed
    kinds = () if found else book.index.spelling(query).kinds
    if kinds:
        others = of_other_kinds(book, query)
        if others:
            wanted = kinds[0][0].replace("_", " ")
            known = f"{others[0].place.name} is known as {in_words(others[0].place)}, not as a {wanted}"
            return unresolved(book, query, known, others)
    return decide(book, query, found, within=within, near=near)


def _area(book: Gazetteer, within: str | None) -> tuple[Place | None, str]:
    if not within:
        return None, ""
    area = find_area(book, within)
    return area, "" if area else within


def _point(book: Gazetteer, near: str | LatLon | None) -> tuple[LatLon | None, str]:
    if near is None or isinstance(near, tuple):
        return near, ""
    there = _resolve(book, near, None, None, None).point
    return there, "" if there else near
