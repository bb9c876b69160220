"""Which places could a name mean? Exact spelling first, then sound, then misspellings within bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.index import Named, NameIndex, Spelling
from geoiraq.places.kinds import KindGroups, kind_rank
from geoiraq.places.misspelt import corrected
from geoiraq.places.place import Place, covers

#: How well the spelling fits, the best first.
EXACT, SOUND, CORE, ALIKE = 0, 1, 2, 3
FIT_SCORES = (1.0, 0.94, 0.9, 0.7)


@dataclass(frozen=True, slots=True)
class Reading:
    """A place that a name could mean, and how its spelling fits."""

    place: Place
    fit: int
    kind_rank: int
    heard_as: str

    @property
    def score(self) -> float:
        """Fit and prominence in one number, 0-1, for people to compare candidates by."""
        return round(FIT_SCORES[self.fit] * (0.7 + 0.03 * self.place.prominence) - 0.02 * self.kind_rank, 3)


def readings(gazetteer: Gazetteer, name: str, *, on: date | None = None) -> tuple[list[Reading], KindGroups]:
    """Find the places that a name could mean.

    Parameters
    ----------
    gazetteer
        Where to look.
    name
        A name in any spelling, kind words included.
    on
        The day of which the text speaks; names that were not in use then do not count.

    Returns
    -------
    list of Reading
        Best fit first; those of the kind that the words imply, where they imply one.
    KindGroups
        The kinds that the words imply, in order of preference.
    """
    spelling = gazetteer.index.spelling(name)
    whole = _spelt(gazetteer.index, spelling, on)
    if not spelling.kinds:
        return _ranked(whole or _alike(gazetteer, spelling)), ()
    # A full name that holds a kind word ("Camp Taji") counts as well, unless it is of another kind.
    found = _of_kinds(_distinct([*whole, *_cores(gazetteer.index, spelling, on)]), spelling.kinds)
    if not found:
        found = _of_kinds(_alike(gazetteer, spelling), spelling.kinds)
    return _ranked(found or [r for r in whole if r.fit == EXACT]), spelling.kinds


def of_other_kinds(gazetteer: Gazetteer, name: str) -> list[Reading]:
    """Find the places whose name fits although their kind does not; for telling why there is no answer."""
    return _ranked(_cores(gazetteer.index, gazetteer.index.spelling(name), None))


def _spelt(index: NameIndex, spelling: Spelling, on: date | None) -> list[Reading]:
    exact = spelling.exact
    sounding = [
        Reading(n.place, EXACT if n.exact == exact else SOUND, 0, n.name)
        for n in index.sounding(spelling.sound)
        if _in_use(n, on)
    ]
    acronyms = [Reading(n.place, EXACT, 0, n.name) for n in index.spelt(exact) if _in_use(n, on)]
    return _distinct([*acronyms, *sounding])


def _cores(index: NameIndex, spelling: Spelling, on: date | None) -> list[Reading]:
    # A governorate is listed without its kind word; a base by a name that has one is less sure to be meant.
    return [
        Reading(n.place, EXACT if n.exact == spelling.exact_core else CORE, 0, n.name)
        for n in index.with_core(spelling.core)
        if _in_use(n, on)
    ]


def _alike(gazetteer: Gazetteer, spelling: Spelling) -> list[Reading]:
    """Correct a misspelling, if one name is clearly nearer than every other."""
    index, kinds = gazetteer.index, spelling.kinds
    if not kinds:
        known = corrected(gazetteer.skeletons, spelling.sound, index.by_sound.__contains__)
        return [Reading(n.place, ALIKE, 0, n.name) for n in index.sounding(known or "")]

    def of_kind(core: str) -> bool:
        return any(kind_rank(kinds, n.place.kind) is not None for n in index.with_core(core))

    known = corrected(gazetteer.skeletons, spelling.core, of_kind)
    return [Reading(n.place, ALIKE, 0, n.name) for n in index.with_core(known or "")]


def _in_use(named: Named, on: date | None) -> bool:
    return on is None or named.former is None or covers(named.former.start, named.former.end, on)


def _distinct(found: list[Reading]) -> list[Reading]:
    best: dict[str, Reading] = {}
    for reading in found:
        held = best.get(reading.place.place_id)
        if held is None or reading.fit < held.fit:
            best[reading.place.place_id] = reading
    return list(best.values())


def _of_kinds(found: list[Reading], kinds: KindGroups) -> list[Reading]:
    ranked = ((r, kind_rank(kinds, r.place.kind)) for r in found)
    return [replace(r, kind_rank=rank) for r, rank in ranked if rank is not None]


def _ranked(found: list[Reading]) -> list[Reading]:
    return sorted(found, key=lambda r: (r.kind_rank, -r.place.prominence, r.fit, r.place.place_id))
