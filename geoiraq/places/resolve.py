"""Resolve a name or a relative phrase to a place or an area, with the reason, or say that it is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from geoiraq.places.areas import LatLon, distance_km
from geoiraq.places.candidates import ALIKE, FIT_SCORES, SOUND, Reading, of_other_kinds, readings
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.gazetteer import gazetteer as shipped_gazetteer
from geoiraq.places.kinds import basis_of, take_apart
from geoiraq.places.names import plain
from geoiraq.places.place import Place
from geoiraq.places.relations import first_relation
from geoiraq.places.relative import place_between, place_relative
from geoiraq.places.resolution import Candidate, Resolution
from geoiraq.vocabulary import read_words

#: Readings nearer to each other than this are one answer on a map of the country.
SAME_SPOT_KM = 25.0
#: A reading prevails over one that is this much less prominent.
PREVAILS_BY = 2.0
#: What a spelling that fits less well costs, in steps of prominence.
FIT_COST = (0.0, 1.5, 2.0, 3.0)
#: Outlines are coarse and lines disputed: a place this near to a governorate counts as in it.
BORDER_KM = 12.0
#: "Near" another place of the same text.
NEAR_KM = 60.0
SHOWN_CANDIDATES = 8

#: No name or phrase for a place is longer.
LONGEST_QUERY = 400

_BEFORE, _AFTER = "([\"“«‘'", ".,;:!?)]\"”»'"
_POSSESSIVES = ("'s", "’s", "’")
_PART = re.compile(r"\s*,\s*|\s+(?:in|في|at)\s+(?:the\s+)?|\s*\(", re.IGNORECASE)


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
    query = name if book.index.lists(name) else _cleaned(name)
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
    found, kinds = readings(book, query, on=on)
    if found and found[0].fit != ALIKE:
        return decide(book, query, found, within=within, near=near)
    relation = first_relation(query)
    if relation is not None and take_apart(query[relation.end :]).core:
        if relation.kind == "between":
            return _between(book, query, query[relation.end :], within, on)
        anchor = _resolve(book, _cleaned(query[relation.end :]), within, near, on)
        placed = place_relative(book, anchor, relation, query)
        head = query[: relation.start].strip(" ,")
        return _named_head(book, head, placed, within, on) or placed
    parts = _PART.split(query, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        return _in_context(book, query, parts[0], parts[1], within, on)
    bare = _without_the(query)
    if bare != query:
        return _resolve(book, bare, within, near, on)
    if not found and kinds:
        others = of_other_kinds(book, query)
        if others:
            wanted = kinds[0][0].replace("_", " ")
            known = f"{others[0].place.name} is known as {_kind(others[0].place)}, not as a {wanted}"
            return _unresolved(book, query, known, others)
    return decide(book, query, found, within=within, near=near)


def decide(
    book: Gazetteer,
    query: str,
    found: list[Reading],
    *,
    within: Place | None = None,
    near: LatLon | None = None,
) -> Resolution:
    """Choose between the readings of a name, or say why not.

    Parameters
    ----------
    book
        The gazetteer.
    query
        The words asked for.
    found
        The readings, best first.
    within
        A place in which the answer must lie.
    near
        A point (latitude, longitude) near which the answer should lie.

    Returns
    -------
    Resolution
        With every reading among the candidates.
    """
    if not found:
        return Resolution(
            query, "unresolved", reason="no place of that name, or of a name that sounds like it, is known"
        )
    if len(found) == 1 and within is None and near is None:
        return _resolved(book, query, found[0], found, had_rivals=False, context=False)
    by_weight = sorted(found, key=_weight, reverse=True)
    inside = by_weight if within is None else _inside(book, by_weight, within)
    if not inside:
        known = f"{found[0].place.name} is known, but not in {within.name if within else ''}"
        return _unresolved(book, query, known, found)
    close = [] if near is None else [r for r in inside if distance_km(near, _at(r.place)) <= NEAR_KM]
    ranked = close or inside
    best_rank = min([r.kind_rank for r in ranked])
    of_kind = [r for r in ranked if r.kind_rank == best_rank]
    top, rivals = of_kind[0], [r for r in of_kind[1:] if _rivals(of_kind[0], r)]
    standing = [r for r in rivals if _weight(top) - _weight(r) < PREVAILS_BY]
    if standing and near is not None and close:
        top, standing = _nearest(near, [top, *standing])
    order = [top, *(r for r in by_weight if r is not top)]
    if standing:
        spread = f"{len(standing) + 1} places bear this name and none prevails"
        return Resolution(query, "ambiguous", reason=spread, candidates=_candidates(book, order))
    return _resolved(book, query, top, order, had_rivals=bool(rivals), context=bool(within or close))


def _inside(book: Gazetteer, found: list[Reading], area: Place) -> list[Reading]:
    """Keep the readings that lie in an area: those whose row says so, else those that its outline holds."""
    listed = [r for r in found if _is_listed_in(r.place, area)]
    return listed or [r for r in found if lies_in(book, r.place, area)]


def _is_listed_in(place: Place, area: Place) -> bool:
    return area.place_id in (place.place_id, place.governorate, place.district, *place.also_in)


def lies_in(book: Gazetteer, place: Place, area: Place) -> bool:
    """Tell whether a place lies in a governorate, district or other area, by its row or the outline.

    Parameters
    ----------
    book
        The gazetteer.
    place
        The place.
    area
        The area; a town counts as its surroundings.

    Returns
    -------
    bool
        True also for places that other authors put there (disputed areas) and for those on the line.
    """
    if _is_listed_in(place, area):
        return True
    if area.kind == "country":
        return place.country == area.country
    shape = book.shape(area.place_id)
    if shape is None:
        return distance_km(_at(place), _at(area)) <= area.radius_km + BORDER_KM and area.kind != "governorate"
    from shapely.geometry import Point

    return bool(shape.distance(Point(place.longitude, place.latitude)) * 100 <= BORDER_KM)


def _between(book: Gazetteer, query: str, names: str, within: Place | None, on: date | None) -> Resolution:
    joints = read_words("geoiraq.places", "relations")["between"]["and"]
    joint = re.compile(rf"\s+(?:{'|'.join(joints)})\s*(?:the\s+)?", re.IGNORECASE)
    for match in joint.finditer(names):
        first = _resolve(book, names[: match.start()], within, None, on)
        if first.latitude is not None and first.longitude is not None:
            second = _resolve(book, names[match.end() :], within, (first.latitude, first.longitude), on)
            return place_between(book, first, second, query)
    return Resolution(query, "unresolved", reason="the two places that it lies between could not be read")


def _named_head(
    book: Gazetteer, head: str, area: Resolution, within: Place | None, on: date | None
) -> Resolution | None:
    """Read "Kubaysa" in "Kubaysa, south of Hit": a place of its own that the relation only describes."""
    if not head or area.latitude is None or area.longitude is None:
        return None
    found, _ = readings(book, head, on=on)
    # So near by, a quarter is known without its kind word: "Ur, east Baghdad" is Hay Ur.
    found = [*found, *of_other_kinds(book, head)]
    near = (area.latitude, area.longitude)
    reach = max(area.radius_km or 0.0, 15.0) * 1.5
    close = [r for r in found if r.fit != ALIKE and distance_km(near, _at(r.place)) <= reach]
    return decide(book, head, close, within=within, near=near) if close else None


def _in_context(
    book: Gazetteer, query: str, head: str, context: str, within: Place | None, on: date | None
) -> Resolution:
    """Read "X, Y" and "X in Y": X, of those that lie in or near Y."""
    around = _resolve(book, _cleaned(context), within, None, on)
    if around.place_id is None or around.latitude is None or around.longitude is None:
        return _resolve(book, head, within, None, on)
    # After a comma "Kirkuk" is as likely the governorate as the city: the wider reading holds both.
    area = find_area(book, _cleaned(context)) or book.places[around.place_id]
    inside = _resolve(book, head, area, (around.latitude, around.longitude), on)
    if inside.status == "resolved":
        return inside
    outside = _resolve(book, head, within, (around.latitude, around.longitude), on)
    close = outside.latitude is not None and outside.longitude is not None
    if close and distance_km((outside.latitude or 0.0, outside.longitude or 0.0), _at(area)) <= NEAR_KM:
        return outside
    return replace(inside, query=query)


def _area(book: Gazetteer, within: str | None) -> tuple[Place | None, str]:
    if not within:
        return None, ""
    area = find_area(book, within)
    return area, "" if area else within


def find_area(book: Gazetteer, name: str) -> Place | None:
    """Find the governorate or district of a name; where there is none, the place of that name.

    Parameters
    ----------
    book
        The gazetteer.
    name
        In any spelling.

    Returns
    -------
    Place or None
        None where no place bears the name.
    """
    found, _ = readings(book, name)
    admin = [r for r in found if r.place.kind in ("governorate", "district", "region", "country")]
    # "Kirkuk" as an area to look in is the governorate, not the city.
    order = ("governorate", "district", "region", "country")
    admin.sort(key=lambda r: (order.index(r.place.kind), r.fit))
    chosen = admin or found
    return chosen[0].place if chosen else None


def _point(book: Gazetteer, near: str | LatLon | None) -> tuple[LatLon | None, str]:
    if near is None or isinstance(near, tuple):
        return near, ""
    there = _resolve(book, near, None, None, None)
    if there.latitude is None or there.longitude is None:
        return None, near
    return (there.latitude, there.longitude), ""


def _cleaned(name: str) -> str:
    """Take off what punctuation and grammar leave around a name; nothing is left of a name without letters."""
    bare = name.strip().lstrip(_BEFORE)
    for ending in ("", *_POSSESSIVES):
        bare = bare.rstrip(_AFTER + " \t\r\n\u00a0").removesuffix(ending)
    return bare if plain(bare).strip() else ""


def _without_the(query: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", query, flags=re.IGNORECASE)


def _weight(reading: Reading) -> float:
    """Weigh a reading by prominence and fit; a town is meant by its bare name, an oil field rarely is."""
    basis = basis_of(reading.place.kind)
    settled = 0.4 if basis == "settlement" else 0.0
    guessed = 1.0 if basis in ("site", "landform") and reading.fit == SOUND else 0.0
    return reading.place.prominence + settled - guessed - FIT_COST[reading.fit]


def _rivals(top: Reading, other: Reading) -> bool:
    """Tell whether two readings would be two different answers: far apart, and neither around the other."""
    a, b = top.place, other.place
    if b.place_id in (a.governorate, a.district) or a.place_id in (b.governorate, b.district):
        return False
    apart = distance_km(_at(a), _at(b))
    return apart > max(SAME_SPOT_KM, a.radius_km, b.radius_km)


def _nearest(near: LatLon, rivals: list[Reading]) -> tuple[Reading, list[Reading]]:
    by_distance = sorted(rivals, key=lambda r: distance_km(near, _at(r.place)))
    first, second = by_distance[0], by_distance[1]
    decisive = distance_km(near, _at(first.place)) * 2 < distance_km(near, _at(second.place))
    return (first, []) if decisive else (first, by_distance[1:])


def _resolved(
    book: Gazetteer, query: str, top: Reading, order: list[Reading], *, had_rivals: bool, context: bool
) -> Resolution:
    place = top.place
    confidence = FIT_SCORES[top.fit] * (0.97 if place.checked else 0.85) * (0.85 if had_rivals else 1.0)
    return Resolution(
        query=query,
        status="resolved",
        place_id=place.place_id,
        name=place.name,
        kind=place.kind,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km,
        basis=basis_of(place.kind),
        governorate=book.name_of(place.place_id if place.kind == "governorate" else place.governorate),
        district=book.name_of(place.district),
        confidence=round(confidence, 2),
        reason=_reason(top, had_rivals, context),
        candidates=_candidates(book, order),
        checked=place.checked,
        draw=partial(book.drawn, place.place_id) if place.place_id in book.shapes_geojson else None,
    )


def _reason(top: Reading, had_rivals: bool, context: bool) -> str:
    place = top.place
    how = ("is a name of", "sounds like", "without its kind word is", "is a misspelling of")[top.fit]
    reason = (
        f"{how} {place.name} ({_kind(place)})"
        if top.heard_as == place.name
        else (f"{how} {place.name} ({_kind(place)}), listed as {top.heard_as}")
    )
    if had_rivals:
        reason += "; the more prominent of the places of this name"
    elif context:
        reason += "; the one that fits where it was said to lie"
    if not place.checked:
        reason += "; its point was not checked against a second source"
    return reason


def _unresolved(book: Gazetteer, query: str, reason: str, found: list[Reading]) -> Resolution:
    return Resolution(query, "unresolved", reason=reason, candidates=_candidates(book, found))


def _candidates(book: Gazetteer, found: list[Reading]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            r.place.place_id,
            r.place.name,
            r.place.kind,
            book.name_of(r.place.governorate),
            r.place.latitude,
            r.place.longitude,
            r.score,
        )
        for r in found[:SHOWN_CANDIDATES]
    )


def _kind(place: Place) -> str:
    return place.kind.replace("_", " ")


def _at(place: Place) -> LatLon:
    return place.latitude, place.longitude
