"""Chooses between the readings of a name, or says why not."""

from __future__ import annotations

from functools import cache, partial

from geoiraq.places.areas import LatLon, distance_km
from geoiraq.places.candidates import ALIKE, CORE, FIT_SCORES, SOUND, Reading, readings
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import basis_of
from geoiraq.places.place import Place
from geoiraq.places.resolution import Candidate, Resolution, Status

#: Readings nearer to each other than this are one answer on a map of the country.
SAME_SPOT_KM = 25.0
#: A reading prevails over one that is this much less prominent.
PREVAILS_BY = 2.0
#: A place less prominent than this has namesakes that no list has.
KNOWN_BY_NAME = 4
#: What a spelling that fits less well costs, in steps of prominence.
FIT_COST = (0.0, 1.5, 2.0, 2.5, 3.0)
#: Outlines are coarse and lines disputed: a place this near to a governorate counts as in it.
BORDER_KM = 12.0
#: "Near" another place of the same text.
NEAR_KM = 60.0
#: A degree of latitude is longer than this.
KM_PER_DEGREE = 111.0
SHOWN_CANDIDATES = 8


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
    if len(found) == 1 and within is None and near is None and not _needs_context(found[0]):
        return _resolved(book, query, found[0], found, had_rivals=False, context=False)
    by_weight = sorted(found, key=_weight, reverse=True)
    inside = by_weight if within is None else keep_inside(book, by_weight, within)
    if not inside:
        known = f"{found[0].place.name} is known, but not in {within.name if within else ''}"
        return unresolved(book, query, known, found)
    close = [] if near is None else [r for r in inside if distance_km(near, at(r.place)) <= NEAR_KM]
    ranked = close or inside
    best_rank = min([r.kind_rank for r in ranked])
    of_kind = [r for r in ranked if r.kind_rank == best_rank]
    top, rivals = of_kind[0], [r for r in of_kind[1:] if _rivals(of_kind[0], r)]
    # Of villages of one name none is the known one, unless it was said where to look.
    prevails = within is not None or not _is_slight(top.place)
    standing = [r for r in rivals if not prevails or _weight(top) - _weight(r) < PREVAILS_BY]
    if standing and near is not None and close:
        top, standing = _nearest(near, [top, *standing])
    order = [top, *(r for r in by_weight if r is not top)]
    if standing:
        spread = f"{len(standing) + 1} places bear this name and none prevails"
        return _open(book, query, "ambiguous", spread, order)
    context = bool(within or close)
    if not context and _needs_context(top):
        return unresolved(book, query, _doubt(top), order)
    return _resolved(book, query, top, order, had_rivals=bool(rivals), context=context)


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
    found = readings(book, name)
    admin = [r for r in found if r.place.kind in ("governorate", "district", "region", "country")]
    # "Kirkuk" as an area to look in is the governorate, not the city.
    order = ("governorate", "district", "region", "country")
    admin.sort(key=lambda r: (order.index(r.place.kind), r.fit))
    chosen = admin or found
    return chosen[0].place if chosen else None


def keep_inside(book: Gazetteer, found: list[Reading], area: Place) -> list[Reading]:
    """Keep the readings that lie in an area: those whose row says so, else those that its outline holds.

    Parameters
    ----------
    book
        The gazetteer.
    found
        The readings of a name.
    area
        A governorate, a district, or a town with its surroundings.

    Returns
    -------
    list of Reading
        In their order.
    """
    listed = [r for r in found if _is_listed_in(r.place, area)]
    # A village of another governorate is not the one that is meant for lying near the line.
    return listed or [r for r in found if lies_in(book, r.place, area) and not _is_village(r.place)]


def _is_listed_in(place: Place, area: Place) -> bool:
    if area.kind == "country":
        return place.country == area.country
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
        return False
    shape = book.shape(area.place_id)
    if shape is None:
        return distance_km(at(place), at(area)) <= area.radius_km + BORDER_KM and area.kind != "governorate"
    from shapely.geometry import Point

    stretch = book.shape(place.place_id) if basis_of(place.kind) == "landform" else None
    there = stretch or Point(place.longitude, place.latitude)
    return bool(shape.distance(there) * 100 <= BORDER_KM)


def _is_slight(place: Place) -> bool:
    return place.prominence < KNOWN_BY_NAME


def _is_village(place: Place) -> bool:
    return (
        _is_slight(place)
        and basis_of(place.kind) in ("settlement", "neighbourhood")
        and bool(place.governorate)
    )


def _needs_context(reading: Reading) -> bool:
    """Tell whether a name is too little known to be meant where nothing else says so.

    A misspelling of a village is as likely the name of another village, and every town has its "Hay al-Askari".
    """
    if not _is_slight(reading.place):
        return False
    return reading.fit == ALIKE or (reading.fit == CORE and basis_of(reading.place.kind) == "neighbourhood")


def _doubt(reading: Reading) -> str:
    name = f"{reading.place.name} ({in_words(reading.place)})"
    if reading.fit == ALIKE:
        return f"looks like {name}, which is too little known to be told from others by its looks"
    return f"{name} is known, but many towns have one of that name: say which"


def _weight(reading: Reading) -> float:
    return _weighed(reading.place.prominence, reading.place.kind, reading.fit)


@cache
def _weighed(prominence: int, kind: str, fit: int) -> float:
    """Weigh a reading by prominence and fit; a town is meant by its bare name, an oil field rarely is."""
    basis = basis_of(kind)
    settled = 0.4 if basis == "settlement" else 0.0
    guessed = 1.0 if basis in ("site", "landform") and fit == SOUND else 0.0
    return prominence + settled - guessed - FIT_COST[fit]


def _rivals(top: Reading, other: Reading) -> bool:
    """Tell whether two readings would be two different answers: far apart, and neither around the other."""
    a, b = top.place, other.place
    if b.place_id in (a.governorate, a.district) or a.place_id in (b.governorate, b.district):
        return False
    reach = max(SAME_SPOT_KM, a.radius_km, b.radius_km)
    # Most are further apart in latitude alone, which is told sooner.
    return abs(a.latitude - b.latitude) * KM_PER_DEGREE > reach or distance_km(at(a), at(b)) > reach


def _nearest(near: LatLon, rivals: list[Reading]) -> tuple[Reading, list[Reading]]:
    by_distance = sorted(rivals, key=lambda r: distance_km(near, at(r.place)))
    first, second = by_distance[0], by_distance[1]
    decisive = distance_km(near, at(first.place)) * 2 < distance_km(near, at(second.place))
    return (first, []) if decisive else (first, by_distance[1:])


def _resolved(
    book: Gazetteer, query: str, top: Reading, order: list[Reading], *, had_rivals: bool, context: bool
) -> Resolution:
    place = top.place
    return Resolution.told_later(
        {
            "query": query,
            "status": "resolved",
            "place_id": place.place_id,
            "name": place.name,
            "kind": place.kind,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "radius_km": place.radius_km,
            "basis": basis_of(place.kind),
            "governorate": book.name_of(place.place_id if place.kind == "governorate" else place.governorate),
            "district": book.name_of(place.district),
            "confidence": _confidence(top.fit, place.checked, had_rivals),
            "checked": place.checked,
            "draw": partial(book.drawn, place.place_id) if place.place_id in book.shapes_geojson else None,
        },
        reason=partial(_reason, top, had_rivals, context),
        candidates=partial(_candidates, book, order),
    )


@cache
def _confidence(fit: int, checked: bool, had_rivals: bool) -> float:
    return round(FIT_SCORES[fit] * (0.97 if checked else 0.85) * (0.85 if had_rivals else 1.0), 2)


_HOW = (
    *("is a name of", "sounds like", "without its kind word is"),
    *("as another language spells it is", "is a misspelling of"),
)


def _reason(top: Reading, had_rivals: bool, context: bool) -> str:
    place = top.place
    how = _HOW[top.fit]
    reason = (
        f"{how} {place.name} ({in_words(place)})"
        if top.heard_as == place.name
        else (f"{how} {place.name} ({in_words(place)}), listed as {top.heard_as}")
    )
    if had_rivals:
        reason += "; the more prominent of the places of this name"
    elif context:
        reason += "; the one that fits where it was said to lie"
    if not place.checked:
        reason += "; its point was not checked against a second source"
    return reason


def unresolved(book: Gazetteer, query: str, reason: str, found: list[Reading]) -> Resolution:
    """Give no answer, with the reason and what was considered."""
    return _open(book, query, "unresolved", reason, found)


def _open(book: Gazetteer, query: str, status: Status, reason: str, found: list[Reading]) -> Resolution:
    known = {"query": query, "status": status, "reason": reason}
    return Resolution.told_later(known, candidates=partial(_candidates, book, found))


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


def in_words(place: Place) -> str:
    """Give the kind of a place in words."""
    return place.kind.replace("_", " ")


def at(place: Place) -> LatLon:
    """Give the point of a place: latitude, longitude."""
    return place.latitude, place.longitude
