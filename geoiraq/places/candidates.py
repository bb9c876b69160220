"""Which places could a name mean? Exact spelling first, then sound, then misspellings within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.index import NameIndex, Spelling, spell
from geoiraq.places.kinds import KindGroups, kind_rank
from geoiraq.places.misspelt import corrected
from geoiraq.places.names import is_arabic, respelt, sound_key
from geoiraq.places.place import Place

#: How well the spelling fits, the best first.
EXACT, SOUND, CORE, RESPELT, ALIKE = 0, 1, 2, 3, 4
FIT_SCORES = (1.0, 0.94, 0.9, 0.8, 0.7)
#: Shorter names are spelt anew into too many others.
SHORTEST_RESPELT = 4


class Reading(NamedTuple):
    """A place that a name could mean, and how its spelling fits."""

    place: Place
    fit: int
    kind_rank: int
    heard_as: str

    @property
    def score(self) -> float:
        """Fit and prominence in one number, 0-1, for people to compare candidates by."""
        return round(FIT_SCORES[self.fit] * (0.7 + 0.03 * self.place.prominence) - 0.02 * self.kind_rank, 3)


def readings(gazetteer: Gazetteer, name: str, *, on: date | None = None, guess: bool = True) -> list[Reading]:
    """Find the places that a name could mean.

    Parameters
    ----------
    gazetteer
        Where to look.
    name
        A name in any spelling, kind words included.
    on
        The day of which the text speaks; names that were not in use then do not count.
    guess
        Whether other languages' spellings and misspellings are looked for, where nothing fits as it stands.

    Returns
    -------
    list of Reading
        Best fit first; those of the kind that the words imply, where they imply one.
    """
    index = gazetteer.index
    only = index.only(name) if on is None else None
    if only is not None:
        return [_reading(index, only, EXACT)]
    spelling = index.spelling(name)
    found = _fitting(index, spelling, on)
    if not found and guess:
        found = _respelt(index, name, spelling.kinds, on)
        found = found or _of_kinds(_alike(gazetteer, spelling), spelling.kinds)
    return _ranked(found)


def _fitting(index: NameIndex, spelling: Spelling, on: date | None) -> list[Reading]:
    """Read a name as it is spelt or sounds, whole and, where its words imply a kind, without them."""
    whole = _spelt(index, spelling, on)
    if not spelling.kinds:
        return whole
    # A name that is listed just so counts whatever its kind: "Suq al-Shuyukh" is a town, although "suq" is a market.
    listed = [r for r in whole if r.fit == EXACT]
    alike = _of_kinds([r for r in whole if r.fit != EXACT], spelling.kinds)
    return _best_fits([*listed, *_cores(index, spelling, on), *alike])


def _respelt(index: NameIndex, name: str, kinds: KindGroups, on: date | None) -> list[Reading]:
    """Read a name as other languages spell it."""
    if len(name) < SHORTEST_RESPELT or is_arabic(name):
        return []
    for other in respelt(name):
        if not kinds and sound_key(other) not in index.by_sound:
            continue
        spelling = spell(other)
        found = _fitting(index, spelling, on) if len(spelling.core) >= SHORTEST_RESPELT else []
        if found:
            return [reading._replace(fit=RESPELT) for reading in found]
    return []


def of_other_kinds(gazetteer: Gazetteer, name: str) -> list[Reading]:
    """Find the places whose name fits although their kind does not; for telling why there is no answer."""
    index = gazetteer.index
    return _ranked([_reading(index, n, CORE) for n in index.with_core(index.spelling(name).core)])


def _spelt(index: NameIndex, spelling: Spelling, on: date | None) -> list[Reading]:
    """Read a name as it is spelt, or as it sounds where a place has it in no such spelling."""
    exact, sounding = index.spelt(spelling.exact), index.sounding(spelling.sound)
    if on is not None:
        exact, sounding = ([n for n in numbers if index.in_use(n, on)] for numbers in (exact, sounding))
    found = [_reading(index, n, EXACT) for n in exact]
    if sounding == exact:
        return found
    spelt_so = {index.owners[n] for n in exact}
    return found + [_reading(index, n, SOUND) for n in sounding if index.owners[n] not in spelt_so]


def _cores(index: NameIndex, spelling: Spelling, on: date | None) -> list[Reading]:
    """Read a name without its kind words as places of those kinds."""
    found = []
    for n in _in_use(index, index.with_core(spelling.core), on):
        place = index.places[index.owners[n]]
        rank = kind_rank(spelling.kinds, place.kind)
        if rank is not None:
            # A governorate is listed without its kind word; a base by a name that has one is less sure to be meant.
            fit = EXACT if index.exacts[n] == spelling.exact_core else CORE
            found.append(Reading(place, fit, rank, index.texts[n]))
    return found


def _alike(gazetteer: Gazetteer, spelling: Spelling) -> list[Reading]:
    """Correct a misspelling, if one name is clearly nearer than every other."""
    index, kinds = gazetteer.index, spelling.kinds
    if not kinds:
        known = corrected(gazetteer.skeletons, spelling.sound, index.by_sound.__contains__)
        return [_reading(index, n, ALIKE) for n in index.sounding(known or "")]

    known = corrected(gazetteer.skeletons, spelling.core, lambda core: bool(index.of_kinds(core, kinds)))
    return [_reading(index, n, ALIKE) for n in index.with_core(known or "")]


def _reading(index: NameIndex, number: int, fit: int) -> Reading:
    return Reading(index.places[index.owners[number]], fit, 0, index.texts[number])


def _in_use(index: NameIndex, numbers: Sequence[int], on: date | None) -> Sequence[int]:
    return numbers if on is None else [n for n in numbers if index.in_use(n, on)]


def _best_fits(found: list[Reading]) -> list[Reading]:
    """Keep of each place the reading that fits best, the first of its like."""
    if len(found) < 2:
        return found
    best: dict[str, Reading] = {}
    for reading in found:
        held = best.setdefault(reading.place.place_id, reading)
        if reading.fit < held.fit:
            best[reading.place.place_id] = reading
    return list(best.values())


def _of_kinds(found: list[Reading], kinds: KindGroups) -> list[Reading]:
    if not kinds:
        return found
    ranked = ((r, kind_rank(kinds, r.place.kind)) for r in found)
    return [Reading(r.place, r.fit, rank, r.heard_as) for r, rank in ranked if rank is not None]


def _ranked(found: list[Reading]) -> list[Reading]:
    if len(found) < 2:
        return found
    return sorted(found, key=lambda r: (r.kind_rank, -r.place.prominence, r.fit, r.place.place_id))
