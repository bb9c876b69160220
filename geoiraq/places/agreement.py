"""Tells which readings of the names in a phrase go together, and which name of a phrase is the finest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from geoiraq.places.areas import bearing, distance_km
from geoiraq.places.candidates import Reading
from geoiraq.places.choose import KNOWN_BY_NAME, at, keep_inside, lies_in
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import basis_of
from geoiraq.places.place import Place
from geoiraq.places.relations import Relation
from geoiraq.places.resolution import Resolution

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
#: What is said to lie at a river, a road or a border lies as near to it as this.
BESIDE_KM, KM_PER_DEGREE = 40.0, 100.0


@dataclass(frozen=True, slots=True)
class Name:
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
class Area:
    """A segment that is a relation: what it starts from, and the area that it gives."""

    anchor: Resolution
    relation: Relation
    answer: Resolution


def finest(names: list[Name]) -> Name:
    """Give the finest name, the first of its like, or the last where the phrase begins with the coarsest.

    "Kirkuk, Hawija" is Hawija: a name that may be the governorate or district of another is that. A later one that
    may be a governorate is one beside a finer name.

    Parameters
    ----------
    names
        The names of a phrase with the readings that go together, in its order; at least one.

    Returns
    -------
    Name
        One of them.
    """

    def of_name(name: Name) -> float:
        for reading in name.found:
            place = reading.place
            if place.kind in ("governorate", "district") and (
                any(place.place_id in _above(other) for other in names if other is not name)
                or (name is not names[0] and place.kind == "governorate")
            ):
                return fineness(place)
        return fineness(name.found[0].place)

    narrowing = of_name(names[0]) < of_name(names[-1])
    return max(reversed(names) if narrowing else names, key=of_name)


def _above(name: Name) -> tuple[str, str]:
    """Give the governorate and the district of what a name first of all means."""
    return name.found[0].place.governorate, name.found[0].place.district


def agreeing(book: Gazetteer, within: Place | None, names: list[Name], areas: list[Area]) -> list[Name]:
    """Keep of each name the readings that lie where the rest of the phrase puts it; leave out names that have none.

    Parameters
    ----------
    book
        The gazetteer.
    within
        A place in which all of them must lie.
    names
        The names of a phrase.
    areas
        Its relations.

    Returns
    -------
    list of Name
        In their order; the first that is widely known where no two go together.
    """

    def where_said(found: list[Reading]) -> list[Reading]:
        return _where_said(book, within, found, areas)

    inside = [replace(name, found=where_said(name.found) or where_said(name.unsaid)) for name in names]
    known = [name for name in inside if name.found]
    kept = [replace(name, found=_going_with(book, name, known)) for name in known]
    going_together = [name for name in kept if name.found]
    # Where no two names go together, the one named first is what the phrase is about; a little known one has a
    # namesake there that we do not know.
    widely = [name for name in known if is_widely_known(name.found[0].place)]
    return going_together or widely[:1] or known[:1]


def _going_with(book: Gazetteer, name: Name, others: list[Name]) -> list[Reading]:
    """Keep the readings of a name that go with every other name; where none does, those of kinds left unsaid."""
    for readings_ in (name.found, name.unsaid):
        kept = [r for r in readings_ if all(o.text == name.text or _goes_with(book, r, o) for o in others)]
        if kept:
            return kept
    return []


def _where_said(
    book: Gazetteer, within: Place | None, found: list[Reading], areas: list[Area]
) -> list[Reading]:
    """Keep the readings that lie within what was asked for, and where the relations say."""
    kept = found if within is None else keep_inside(book, found, within)
    for area in areas:
        fitting = [reading for reading in kept if _fits(reading.place, area)]
        kept = fitting or [reading for reading in kept if fineness(reading.place) <= GOVERNORATE]
    return kept


def _goes_with(book: Gazetteer, reading: Reading, name: Name) -> bool:
    """Tell whether a reading lies in or near some reading of another name, or holds it."""
    return any(other is reading or _go_together(book, reading, other) for other in name.found)


def _go_together(book: Gazetteer, one: Reading, other: Reading) -> bool:
    if keep_inside(book, [one], other.place) or keep_inside(book, [other], one.place):
        return True
    if fineness(one.place) < FINE and fineness(other.place) < FINE:
        return False
    return distance_km(at(one.place), at(other.place)) <= NEAR_KM


def holds(book: Gazetteer, one: Name, other: Name) -> bool:
    """Tell whether a name may be the governorate, district or town that a reading of another lies in.

    Parameters
    ----------
    book
        The gazetteer.
    one, other
        Two names.

    Returns
    -------
    bool
        True if some reading of the first is around some reading of the other.
    """
    return any(is_around(book, o.place, i.place) for o in one.found for i in other.found)


def is_around(book: Gazetteer, outer: Place, inner: Place) -> bool:
    """Tell whether a place is the governorate, district or town that another lies in.

    Parameters
    ----------
    book
        The gazetteer.
    outer, inner
        Two places.

    Returns
    -------
    bool
        True of a town only around what is finer than a town.
    """
    if outer.place_id in (inner.governorate, inner.district):
        return True
    is_town = basis_of(outer.kind) == "settlement"
    return is_town and fineness(inner) > fineness(outer) and lies_in(book, inner, outer)


def is_widely_known(place: Place) -> bool:
    """Tell whether a place is meant by its name wherever it is named; a base or quarter has to be better known."""
    is_town = basis_of(place.kind) in ("settlement", "district", "governorate")
    return place.prominence >= (KNOWN_BY_NAME if is_town else KNOWN_BY_NAME + 1)


def _fits(place: Place, area: Area) -> bool:
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


def fineness(place: Place) -> float:
    """Give how fine a place is among those that a phrase may name, from a country to a site."""
    basis = basis_of(place.kind)
    if place.kind == "region" and place.governorate:
        return FINE
    if place.kind in ("region", "district", "subdistrict"):
        return _FINENESS.index(place.kind)
    if basis == "landform":
        return FINE - 0.5 * (place.radius_km > LARGE_KM)
    return _FINENESS.index(basis)


#: As fine as a district or finer: a place of its own, not only the area around one.
FINE = float(_FINENESS.index("district"))
GOVERNORATE = _FINENESS.index("governorate")
