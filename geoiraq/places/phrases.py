"""Resolves phrases of several names ("Zuhur in Mosul"): the finest place that all of them allow.

A phrase says where something is at several scales at once. The finest place that it names is the answer, if it lies
where the other segments say; a relation ("south of Hit") describes it, or is the answer where no finer place is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from geoiraq.places.areas import LatLon, bearing, distance_km
from geoiraq.places.candidates import ALIKE, Reading, of_other_kinds, readings
from geoiraq.places.choose import at, decide, find_area, keep_inside, unresolved
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import basis_of
from geoiraq.places.names import exact_key
from geoiraq.places.place import Place
from geoiraq.places.relations import Relation
from geoiraq.places.relative import place_between, place_part_within, place_relative
from geoiraq.places.resolution import Resolution
from geoiraq.places.segments import (
    Segment,
    cut,
    is_composed,
    is_nameless,
    joined_ends,
    road_ends,
    spellings_of,
    without_surroundings,
)

#: From coarse to fine: of two places that a phrase names, the finer is meant.
_FINENESS = (
    "country",
    "region",
    "governorate",
    "district",
    "subdistrict",
    "settlement",
    "neighbourhood",
    "site",
)
#: A landform as large as this is coarser than a district.
LARGE_KM = 15.0
#: What is said to lie in a direction lies within this angle of it, and within this distance or a share of the one told.
WIDE_ANGLE, FAR_KM, TOLD_SHARE = 60.0, 200.0, 0.9
NEAR_KM = 60.0
#: Shorter names are not looked for in other kinds and spellings.
SHORTEST_GUESS = 3
#: What is said to lie at a river, a road or a border lies as near to it as this.
BESIDE_KM, KM_PER_DEGREE = 40.0, 100.0
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


@dataclass(frozen=True, slots=True)
class _Name:
    """A segment that is a name.

    Attributes
    ----------
    text
        The name.
    found
        Its readings.
    unsaid
        Places whose kind it leaves unsaid, for where none of its readings agrees with the phrase: "Ur, east
        Baghdad" is Hay Ur.
    surroundings
        Whether it is only of something at the place.
    """

    text: str
    found: list[Reading]
    unsaid: list[Reading] = field(default_factory=list)
    surroundings: bool = False


@dataclass(frozen=True, slots=True)
class _Area:
    """A segment that is a relation: what it starts from, and the area that it gives."""

    anchor: Resolution
    relation: Relation
    answer: Resolution


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
    unknown = [name.text for name in plain if not name.found and not is_nameless(name.text)]
    areas = [area for segment in segments if (area := _area(asked, segment, names)) is not None]
    answer = _combined(asked, query, names, areas, unknown)
    return answer or _between(asked, joined_ends(query), query, nearer_than=PAIR_KM)


def _combined(
    asked: _Asked, query: str, names: list[_Name], areas: list[_Area], unknown: list[str]
) -> Resolution | None:
    """Give the finest place that all segments allow, or the area that a relation gives."""
    if not names:
        return min(areas, key=_width).answer if areas else None
    agreeing = _agreeing(asked, names, areas)
    unknown = [*unknown, *(name.text for name in names if all(kept.text != name.text for kept in agreeing))]
    if not agreeing:
        return areas[0].answer if areas else _elsewhere(asked, names[0])
    finest = _finest(agreeing)
    answer = _located(asked, finest, [name for name in agreeing if name is not finest], areas)
    if areas and _only_surrounds(asked.book, answer, areas[0]):
        return areas[0].answer
    return _with_unknown(asked, query, answer, unknown)


def _width(area: _Area) -> tuple[int, float]:
    """Order areas by how closely their relation says where: a distance or two ends more closely than a side."""
    closely = area.relation.kind in ("between", "distance", "near") or area.relation.distance_km is not None
    return (0 if closely else 1), area.answer.radius_km or 0.0


def _finest(names: list[_Name]) -> _Name:
    """Give the finest name, the first of its like; a later one that may be a governorate is one beside a finer name."""

    def fineness(name: _Name) -> float:
        if name is not names[0] and any(r.place.kind == "governorate" for r in name.found):
            return _FINENESS.index("governorate")
        return _fineness(name.found[0].place)

    return max(names, key=fineness)


def _agreeing(asked: _Asked, names: list[_Name], areas: list[_Area]) -> list[_Name]:
    """Keep of each name the readings that lie where the rest of the phrase puts it; leave out names that have none."""
    inside = [
        replace(name, found=_where_asked(asked, name.found, areas) or _where_asked(asked, name.unsaid, areas))
        for name in names
    ]
    known = [name for name in inside if name.found]
    kept = [replace(name, found=_going_with(asked.book, name, known)) for name in known]
    agreeing = [name for name in kept if name.found]
    # Where no two names go together, the one named first is what the phrase is about.
    return agreeing or known[:1]


def _going_with(book: Gazetteer, name: _Name, others: list[_Name]) -> list[Reading]:
    """Keep the readings of a name that go with every other name; where none does, those of kinds left unsaid."""
    for readings_ in (name.found, name.unsaid):
        kept = [r for r in readings_ if all(o.text == name.text or _goes_with(book, r, o) for o in others)]
        if kept:
            return kept
    return []


def _where_asked(asked: _Asked, found: list[Reading], areas: list[_Area]) -> list[Reading]:
    """Keep the readings that lie within what was asked for, and where the relations say."""
    kept = found if asked.within is None else keep_inside(asked.book, found, asked.within)
    for area in areas:
        fitting = [reading for reading in kept if _fits(reading.place, area)]
        kept = fitting or [reading for reading in kept if _fineness(reading.place) < _FINE]
    return kept


def _goes_with(book: Gazetteer, reading: Reading, name: _Name) -> bool:
    """Tell whether a reading lies in or near some reading of another name, or holds it."""
    return any(other is reading or _go_together(book, reading, other) for other in name.found)


def _go_together(book: Gazetteer, one: Reading, other: Reading) -> bool:
    if keep_inside(book, [one], other.place) or keep_inside(book, [other], one.place):
        return True
    if _fineness(one.place) < _FINE and _fineness(other.place) < _FINE:
        return False
    return distance_km(at(one.place), at(other.place)) <= NEAR_KM


def _located(asked: _Asked, name: _Name, others: list[_Name], areas: list[_Area]) -> Resolution:
    """Choose between the readings of a name that agree with the rest of the phrase."""
    near = asked.near
    if others:
        near = at(max(others, key=lambda other: _fineness(other.found[0].place)).found[0].place)
    if areas:
        near = areas[0].answer.point
    answer = decide(asked.book, name.text, name.found, near=near)
    around = next(
        (r.place for other in others for r in other.found if r.place.kind == "governorate"), asked.within
    )
    if around is not None and answer.basis == "landform":
        answer = place_part_within(asked.book, answer, around)
    return _around(answer) if name.surroundings and answer.radius_km is not None else answer


def _elsewhere(asked: _Asked, name: _Name) -> Resolution:
    reason = f"{name.found[0].place.name} is known, but not where the rest of the phrase puts it"
    if asked.within is not None:
        reason = f"{name.found[0].place.name} is known, but not in {asked.within.name}"
    return unresolved(asked.book, name.text, reason, name.found)


def _name(asked: _Asked, text: str) -> _Name:
    """Read a segment as a name: as it stands, without what describes it, or without what lies there."""
    for spelling in spellings_of(text):
        found = asked.readings(spelling)
        if found:
            return _Name(spelling, found, _of_unsaid_kinds(asked, spelling))
    for spelling in spellings_of(text):
        core = without_surroundings(spelling)
        found = asked.readings(core) if core != spelling else []
        if found:
            return _Name(core, found, surroundings=True)
    unsaid = [reading for spelling in spellings_of(text) for reading in _of_unsaid_kinds(asked, spelling)]
    if unsaid or len(exact_key(text)) < SHORTEST_GUESS:
        return _Name(text, unsaid)
    return _Name(text, readings(asked.book, text, on=asked.on))


def _of_unsaid_kinds(asked: _Asked, name: str) -> list[Reading]:
    """Read a name that says no kind as any place that has it beside a word for its kind."""
    return [] if asked.book.index.spelling(name).kinds else of_other_kinds(asked.book, name)


def _area(asked: _Asked, segment: Segment, names: list[_Name]) -> _Area | None:
    """Place a relation; what it starts from need not lie where the phrase puts what it describes."""
    if segment.relation is None:
        return None
    if segment.relation.kind == "between":
        answer = _between(asked, joined_ends(segment.text), segment.text)
        return None if answer is None else _Area(answer, segment.relation, answer)
    anchor = _anchor(asked, segment.text, names)
    if anchor is None or anchor.point is None:
        return None
    return _Area(anchor, segment.relation, place_relative(asked.book, anchor, segment.relation, segment.text))


def _anchor(asked: _Asked, text: str, names: Iterable[_Name] = ()) -> Resolution | None:
    name = _name(asked, text)
    if not name.found or name.found[0].fit >= ALIKE or is_nameless(text):
        return None
    wider = [find_area(asked.book, n.text) for n in names if _fineness(n.found[0].place) < _FINE]
    for area in (asked.within, *wider):
        inside = keep_inside(asked.book, name.found, area) if area is not None else []
        if inside:
            return decide(asked.book, name.text, inside, near=asked.near)
    found = name.found
    if asked.within is not None:
        around, reach = at(asked.within), asked.within.radius_km + FAR_KM
        found = [reading for reading in found if distance_km(at(reading.place), around) <= reach]
    return decide(asked.book, name.text, found, near=asked.near) if found else None


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


def _fits(place: Place, area: _Area) -> bool:
    """Tell whether a place lies where a relation says, as loosely as people say it."""
    anchor, relation, middle = area.anchor, area.relation, area.answer.point
    line = anchor.shape if anchor.basis == "landform" else None
    if line is not None:
        from shapely.geometry import Point

        away = float(line.distance(Point(place.longitude, place.latitude))) * KM_PER_DEGREE
        return away <= BESIDE_KM + place.radius_km
    reach = max(area.answer.radius_km or 0.0, LARGE_KM) * 1.5 + place.radius_km
    if middle is not None and distance_km(at(place), middle) <= reach:
        return True
    if anchor.point is None or relation.bearing is None or relation.kind in ("part", "between"):
        return False
    off = abs(bearing(anchor.point, at(place)) - relation.bearing) % 360
    told = relation.distance_km
    far = FAR_KM if told is None else max(NEAR_KM, told * (1 + TOLD_SHARE))
    return min(off, 360 - off) <= WIDE_ANGLE and distance_km(anchor.point, at(place)) <= far


def _only_surrounds(book: Gazetteer, answer: Resolution, area: _Area) -> bool:
    """Tell whether the named place only says in which larger place the relation's area lies."""
    place, anchor = (book.places.get(each.place_id or "") for each in (answer, area.anchor))
    if place is None or anchor is None:
        return False
    if place.kind == "country" and place.country == anchor.country:
        return True
    wider = (answer.radius_km or 0.0) > (area.answer.radius_km or 0.0)
    holds = place.place_id in (anchor.place_id, anchor.governorate, anchor.district, *anchor.also_in)
    return holds or (wider and answer.basis in ("landform", "country"))


def _with_unknown(asked: _Asked, query: str, answer: Resolution, unknown: list[str]) -> Resolution:
    """Say what of a phrase is not known: inside a town or district the answer holds it, in more it would be a guess."""
    if not unknown or answer.status != "resolved":
        return answer
    missing = " and ".join(f"{text!r}" for text in unknown)
    place = asked.book.places.get(answer.place_id or "")
    if place is not None and _fineness(place) <= _FINENESS.index("governorate"):
        reason = f"{missing} is not known; it is said to lie in {answer.name}"
        return replace(unresolved(asked.book, query, reason, []), candidates=answer.candidates)
    confidence = round(answer.confidence * UNKNOWN_COST, 2)
    return replace(answer, confidence=confidence, reason=f"{answer.reason}; {missing} is not known")


def _around(answer: Resolution) -> Resolution:
    return replace(
        answer,
        radius_km=(answer.radius_km or 0.0) + SURROUNDINGS_KM,
        confidence=round(answer.confidence * SURROUNDINGS_COST, 2),
        reason=f"{answer.reason}; what is named there has no row of its own",
    )


def _fineness(place: Place) -> float:
    basis = basis_of(place.kind)
    if place.kind in ("region", "district", "subdistrict"):
        return _FINENESS.index(place.kind)
    if basis == "landform":
        return _FINE - 0.5 * (place.radius_km > LARGE_KM)
    return _FINENESS.index(basis)


#: As fine as a district or finer: a place of its own, not only the area around one.
_FINE = float(_FINENESS.index("district"))
