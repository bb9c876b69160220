"""Which places could a name mean? Exact spelling first, then sound, then misspellings within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from geoiraq.places.gazetteer import Gazetteer, Named, Place, covers
from geoiraq.places.kinds import KindGroups, kind_rank, take_apart
from geoiraq.places.names import exact_key, is_arabic, skeleton, sound_key

#: How well the spelling fits, the best first.
EXACT, SOUND, CORE, ALIKE = 0, 1, 2, 3
FIT_SCORES = (1.0, 0.94, 0.9, 0.7)

#: Shorter names have too many neighbours to be corrected.
SHORTEST_ALIKE = 5
ALIKE_CUTOFF = 84.0
ALIKE_MARGIN = 4.0


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
    parts = take_apart(name)
    whole = _spelt(gazetteer, name, on)
    if not parts.kinds:
        return _ranked(whole or _alike(gazetteer, name, ())), ()
    # A full name that holds a kind word ("Camp Taji") counts as well, unless it is of another kind.
    found = _of_kinds(_distinct([*whole, *_cores(gazetteer, parts.core, on)]), parts.kinds)
    if not found:
        found = _of_kinds(_alike(gazetteer, parts.core, parts.kinds), parts.kinds)
    return _ranked(found or [r for r in whole if r.fit == EXACT]), parts.kinds


def of_other_kinds(gazetteer: Gazetteer, name: str) -> list[Reading]:
    """Find the places whose name fits although their kind does not; for telling why there is no answer."""
    return _ranked(_cores(gazetteer, take_apart(name).core, None))


def _spelt(gazetteer: Gazetteer, name: str, on: date | None) -> list[Reading]:
    exact = _in_use(gazetteer.by_exact.get(exact_key(name), ()), on)
    sounds = _in_use(_by_sound(gazetteer.by_sound, sound_key(name)), on)
    return _distinct(
        [Reading(n.place, EXACT, 0, n.name) for n in exact]
        + [Reading(n.place, SOUND, 0, n.name) for n in sounds]
    )


def _cores(gazetteer: Gazetteer, core: str, on: date | None) -> list[Reading]:
    exact = exact_key(core)
    named = _in_use(_by_sound(gazetteer.by_core, sound_key(core)), on)
    # A governorate is listed without its kind word; a base by a name that has one is less sure to be meant.
    return [Reading(n.place, EXACT if exact_key(n.name) == exact else CORE, 0, n.name) for n in named]


def _by_sound(table: dict[str, list[Named]], key: str) -> list[Named]:
    """Look a sound up; where it is not there, without an article written into the word ("Alqaim")."""
    found = table.get(key, [])
    if not found and len(key) > 5 and key[:2] in ("al", "il"):
        found = table.get(key[2:], [])
    return found


def _alike(gazetteer: Gazetteer, name: str, kinds: KindGroups) -> list[Reading]:
    """Correct a misspelling, if one name is clearly nearer than every other."""
    from rapidfuzz import fuzz, process

    key = sound_key(name)
    if len(key) < SHORTEST_ALIKE:
        return []
    table = gazetteer.by_core if kinds else gazetteer.by_sound
    same_script = [k for k in table if is_arabic(k) == is_arabic(key) and abs(len(k) - len(key)) <= 2]
    if kinds:
        same_script = [
            k for k in same_script if any(kind_rank(kinds, n.place.kind) is not None for n in table[k])
        ]
    nearest = process.extract(
        key, same_script, scorer=fuzz.ratio, limit=4, score_cutoff=ALIKE_CUTOFF - ALIKE_MARGIN
    )
    accepted = [(k, s) for k, s, _ in nearest if s >= ALIKE_CUTOFF and _same_word(k, key)]
    if not accepted or any(s > accepted[0][1] - ALIKE_MARGIN for k, s, _ in nearest if k != accepted[0][0]):
        return []
    named = table[accepted[0][0]]
    return [Reading(n.place, ALIKE, 0, n.name) for n in named]


def _same_word(known: str, asked: str) -> bool:
    """Accept a misspelling only where the consonants are the same, or one inside is missing or changed."""
    from rapidfuzz.distance import DamerauLevenshtein

    a, b = skeleton(known), skeleton(asked)
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= 5
        and a[0] == b[0]
        and a[-1] == b[-1]
        and DamerauLevenshtein.distance(a, b) <= 1
    )


def _in_use(named: Iterable[Named], on: date | None) -> list[Named]:
    if on is None:
        return list(named)
    return [n for n in named if n.former is None or covers(n.former.start, n.former.end, on)]


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
