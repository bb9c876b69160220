"""Resolves phrases of several names ("Zuhur in Mosul"): the finest place that all of them allow.

A phrase says where something is at several scales at once. The finest place that it names is the answer, if it lies
where the other segments say; a relation ("south of Hit") describes it, or is the answer where no finer place is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from geoiraq.places.agreement import (
    FAR_KM,
    FINE,
    GOVERNORATE,
    Area,
    Name,
    agreeing,
    fineness,
    finest,
    holds,
    is_around,
    is_widely_known,
)
from geoiraq.places.areas import LatLon, distance_km
from geoiraq.places.candidates import ALIKE, EXACT, Reading, of_other_kinds, readings
from geoiraq.places.choose import KNOWN_BY_NAME, at, decide, find_area, keep_inside, unresolved
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.names import exact_key
from geoiraq.places.place import Place
from geoiraq.places.relative import part_in_area, place_between, place_part_within, place_relative
from geoiraq.places.resolution import Resolution
from geoiraq.places.segments import (
    Segment,
    cut,
    hyphened,
    is_composed,
    is_nameless,
    joined_ends,
    only_describes,
    road_ends,
    spellings_of,
    without_surroundings,
)

#: Shorter names are not looked for in other kinds and spellings.
SHORTEST_GUESS = 3
#: Two places named together are one area where they lie as near as this.
PAIR_KM = 60.0
#: How much less sure the answer is where a finer name is not known.
UNKNOWN_COST, SURROUNDINGS_COST = 0.7, 0.9
#: How far around a place its checkpoints, fronts and outskirts lie.
SURROUNDINGS_KM = 5.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where and when a phrase is asked for."""

    book: Gazetteer
    within: Place | None
    near: LatLon | None
    on: date | None

    def knows(self, name: str) -> bool:
        """Tell whether words are a name as they stand."""
        return bool(readings(self.book, name, on=self.on, guess=False))

    def readings(self, name: str) -> list[Reading]:
        """Read a name; misspellings do not count."""
        found = readings(self.book, name, on=self.on)
        return [] if not found or found[0].fit >= ALIKE else found


def resolve_phrase(
    book: Gazetteer, query: str, *, within: Place | None, near: LatLon | None, on: date | None
) -> Resolution | None:
    """Resolve a phrase of several names.

    Parameters
    ----------
    book
        The gazetteer.
    query
        The phrase, cleaned.
    within
        A place in which the answer must lie.
    near
        A point (latitude, longitude) near which it should lie.
    on
        The day of which the text speaks.

    Returns
    -------
    Resolution or None
        None where nothing in the phrase is known.
    """
    if not is_composed(query):
        return None
    asked = _Asked(book, within, near, on)
    road = _between(asked, road_ends(query), query)
    if road is not None:
        return road
    segments = cut(query, asked.knows)
    plain = [_name(asked, segment.text) for segment in segments if segment.relation is None]
    names = [name for name in plain if name.found]
    unknown = [name.text for name in plain if not (name.found or _says_nothing(name.text))]
    areas = [area for segment in segments if (area := _area(asked, segment, names)) is not None]
    answer = _combined(asked, query, names, areas, unknown)
    answer = answer or _between(asked, joined_ends(query), query, nearer_than=PAIR_KM)
    return answer or _hyphened(asked, query)


def _says_nothing(text: str) -> bool:
    return is_nameless(text) or only_describes(text)


def _hyphened(asked: _Asked, query: str) -> Resolution | None:
    """Read two names that a hyphen joins: one in the other, or what lies between them."""
    for pair in hyphened(query):
        names = [_name(asked, text) for text in pair if asked.knows(text)]
        if len(names) < len(pair):
            continue
        if any(holds(asked.book, one, other) for one in names for other in names if one is not other):
            return _combined(asked, query, names, [], [])
        return _between(asked, [pair], query, nearer_than=PAIR_KM)
    return None


def _combined(
    asked: _Asked, query: str, names: list[Name], areas: list[Area], unknown: list[str]
) -> Resolution | None:
    """Give the finest place that all segments allow, or the area that a relation gives."""
    if not names:
        return min(areas, key=_width).answer if areas else None
    kept = agreeing(asked.book, asked.within, names, areas)
    apart = [name.text for name in names if all(other.text != name.text for other in kept)]
    if not kept:
        return areas[0].answer if areas else _elsewhere(asked, names[0])
    best = finest(kept)
    answer = _located(asked, best, [name for name in kept if name is not best], areas)
    if areas:
        answer = _where_they_meet(asked.book, answer, areas[0])
    return _with_unknown(asked, query, answer, unknown, apart)


def _where_they_meet(book: Gazetteer, answer: Resolution, area: Area) -> Resolution:
    """Give what a named place and the area of a relation leave open together.

    Of a river, a range or a plain that is the part in the area, of a border in a governorate the part there. A
    governorate around what the relation starts from adds nothing to its area.
    """
    place = book.places.get(answer.place_id or "")
    if place is None:
        return answer
    if place.kind == "governorate" and area.anchor.basis == "landform":
        return place_part_within(book, area.answer, place)
    if _only_surrounds(book, place, area):
        return area.answer
    return part_in_area(answer, area.answer) if answer.basis == "landform" else answer


def _width(area: Area) -> tuple[int, float]:
    """Order areas by how closely their relation says where: a distance or two ends more closely than a side."""
    closely = area.relation.kind in ("between", "distance", "near") or area.relation.distance_km is not None
    return (0 if closely else 1), area.answer.radius_km or 0.0


def _located(asked: _Asked, name: Name, others: list[Name], areas: list[Area]) -> Resolution:
    """Choose between the readings of a name that agree with the rest of the phrase."""
    near = asked.near
    if others:
        near = at(max(others, key=lambda other: fineness(other.found[0].place)).found[0].place)
    if areas:
        near = areas[0].answer.point
    answer = decide(asked.book, name.text, name.found, near=near)
    around = next(
        (r.place for other in others for r in other.found if r.place.kind == "governorate"), asked.within
    )
    if around is not None and answer.basis == "landform":
        answer = place_part_within(asked.book, answer, around)
    return _around(answer) if name.surroundings and answer.radius_km is not None else answer


def _elsewhere(asked: _Asked, name: Name) -> Resolution:
    reason = f"{name.found[0].place.name} is known, but not where the rest of the phrase puts it"
    if asked.within is not None:
        reason = f"{name.found[0].place.name} is known, but not in {asked.within.name}"
    return unresolved(asked.book, name.text, reason, name.found)


def _name(asked: _Asked, text: str) -> Name:
    """Read a segment as a name: as it stands, without what describes it, or without what lies there."""
    for spelling in spellings_of(text):
        found = asked.readings(spelling)
        if found:
            return Name(spelling, found, _of_unsaid_kinds(asked, spelling))
    for spelling in spellings_of(text):
        core = without_surroundings(spelling)
        found = asked.readings(core) if core != spelling else []
        if found:
            return Name(core, found, surroundings=True)
    unsaid = [reading for spelling in spellings_of(text) for reading in _of_unsaid_kinds(asked, spelling)]
    if unsaid or len(exact_key(text)) < SHORTEST_GUESS:
        return Name(text, unsaid)
    return Name(text, readings(asked.book, text, on=asked.on))


def _of_unsaid_kinds(asked: _Asked, name: str) -> list[Reading]:
    """Read a name that says no kind as any place that has it beside a word for its kind."""
    return [] if asked.book.index.spelling(name).kinds else of_other_kinds(asked.book, name)


def _area(asked: _Asked, segment: Segment, names: list[Name]) -> Area | None:
    """Place a relation; what it starts from need not lie where the phrase puts what it describes."""
    if segment.relation is None:
        return None
    if segment.relation.kind == "between":
        answer = _between(asked, joined_ends(segment.text), segment.text)
        return None if answer is None else Area(answer, segment.relation, answer)
    anchor = _anchor(asked, segment.text, names)
    if anchor is None or anchor.point is None:
        return None
    answer = place_relative(asked.book, anchor, segment.relation, segment.text)
    if asked.within is not None and anchor.basis == "landform":
        answer = place_part_within(asked.book, answer, asked.within)
    return Area(anchor, segment.relation, answer)


def _anchor(asked: _Asked, text: str, names: Iterable[Name] = ()) -> Resolution | None:
    name = _name(asked, text)
    if not name.found or name.found[0].fit >= ALIKE or is_nameless(text):
        return None
    if only_describes(text) and not _is_well_known(name.found[0]):
        return None
    wider = [find_area(asked.book, n.text) for n in names if fineness(n.found[0].place) < FINE]
    for area in (asked.within, *wider):
        inside = keep_inside(asked.book, name.found, area) if area is not None else []
        if inside:
            return decide(asked.book, name.text, inside, near=asked.near)
    found, towns = name.found, [n.found[0].place for n in names if is_widely_known(n.found[0].place)]
    near = asked.near or next(map(at, towns), None)
    if asked.within is not None:
        around, reach = at(asked.within), asked.within.radius_km + FAR_KM
        found = [reading for reading in found if distance_km(at(reading.place), around) <= reach]
    return decide(asked.book, name.text, found, near=near) if found else None


def _is_well_known(reading: Reading) -> bool:
    """Tell whether a word without a capital may be this place: not by an abbreviation, such as an airport's code."""
    return (
        reading.fit == EXACT and reading.place.prominence >= KNOWN_BY_NAME and not reading.heard_as.isupper()
    )


def _between(
    asked: _Asked, ends: Iterable[tuple[str, str]], query: str, nearer_than: float = FAR_KM * 3
) -> Resolution | None:
    for pair in ends:
        first = _anchor(asked, pair[0].strip())
        if first is None or first.point is None:
            continue
        second = _anchor(replace(asked, near=first.point), pair[1].strip())
        if second is None or second.point is None:
            continue
        if 0 < distance_km(first.point, second.point) <= nearer_than:
            return place_between(asked.book, first, second, query)
    return None


def _only_surrounds(book: Gazetteer, place: Place, area: Area) -> bool:
    """Tell whether the named place only says in which larger place the relation's area lies."""
    anchor = book.places.get(area.anchor.place_id or "")
    if anchor is None:
        return False
    if place.kind == "country" and place.country == anchor.country:
        return True
    wider = place.radius_km > (area.answer.radius_km or 0.0)
    holds = place.place_id in (anchor.place_id, *anchor.also_in) or is_around(book, place, anchor)
    return holds or (wider and place.kind in ("region", "country"))


def _with_unknown(
    asked: _Asked, query: str, answer: Resolution, unknown: list[str], apart: list[str]
) -> Resolution:
    """Say what of a phrase is not known there: a town or district holds it, in more it would be a guess."""
    if not (unknown or apart) or answer.status != "resolved":
        return answer
    doubts = [(unknown, "is not known"), (apart, "is known elsewhere")]
    missing = "; ".join(f"{' and '.join(map(repr, texts))} {doubt}" for texts, doubt in doubts if texts)
    place = asked.book.places.get(answer.place_id or "")
    if place is not None and fineness(place) <= GOVERNORATE:
        reason = f"{missing}; it is said to lie in {answer.name}"
        return replace(unresolved(asked.book, query, reason, []), candidates=answer.candidates)
    confidence = round(answer.confidence * UNKNOWN_COST, 2)
    return replace(answer, confidence=confidence, reason=f"{answer.reason}; {missing}")


def _around(answer: Resolution) -> Resolution:
    return replace(
        answer,
        radius_km=(answer.radius_km or 0.0) + SURROUNDINGS_KM,
        confidence=round(answer.confidence * SURROUNDINGS_COST, 2),
        reason=f"{answer.reason}; what is named there has no row of its own",
    )
