"""The names of a gazetteer by how they are spelt, how they sound, and how they sound without their kind words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from geoiraq.places.kinds import KindGroups, kind_rank, take_apart
from geoiraq.places.names import exact_key, is_arabic, sound_key
from geoiraq.places.place import Place, covers

NumbersByKey = dict[str, tuple[int, ...]]


class Spelling(NamedTuple):
    """A name as the index is asked for it.

    Attributes
    ----------
    exact, sound
        Its keys; see `names`.
    core, exact_core
        The sound and the exact key without the words that say what kind of place it is.
    kinds
        The kinds that those words imply, in order of preference; empty where there are none.
    """

    exact: str
    sound: str
    core: str
    exact_core: str
    kinds: KindGroups


@dataclass(frozen=True)
class NameIndex:
    """The names of some places, numbered in the order of the places; made by `build_index`.

    Under each key stands one name of each place: the first.

    Attributes
    ----------
    places
        The places, numbered too.
    texts, owners, exacts, sounds
        The names as listed, of which place each is, and their keys.
    by_exact, by_sound
        Their numbers by key; acronyms are spelt, not pronounced, and so not among the sounds.
    by_core
        Their numbers by the sound of what is left without kind words, and by the whole sound.
    with_kind
        By number, of each name that holds words for a kind, the sound and the exact key without them, and the kinds.
    former
        By number which of its place's former names it is.
    sole
        By number the name that it is read as, where only one place could be meant by it; else -1.
    """

    places: list[Place] = field(repr=False)
    texts: list[str] = field(repr=False)
    owners: list[int] = field(repr=False)
    exacts: list[str] = field(repr=False)
    sounds: list[str] = field(repr=False)
    by_exact: NumbersByKey = field(repr=False)
    by_sound: NumbersByKey = field(repr=False)
    by_core: NumbersByKey = field(repr=False)
    with_kind: dict[int, tuple[str, str, KindGroups]] = field(repr=False)
    former: dict[int, int] = field(repr=False)
    sole: list[int] = field(repr=False)

    @cached_property
    def _listed(self) -> dict[str, int]:
        return dict(zip(self.texts, range(len(self.texts)), strict=True))

    @cached_property
    def first_sounds(self) -> frozenset[str]:
        """The sound of the first word of every name in Arabic script."""
        return frozenset(sound_key(text.split()[0]) for text in self.texts if is_arabic(text))

    def only(self, name: str) -> int | None:
        """Give the number of the one name that a listed one could stand for; none where there may be others."""
        number = self._listed.get(name)
        only = -1 if number is None else self.sole[number]
        return only if only >= 0 else None

    def lists(self, name: str) -> bool:
        """Tell whether a name is listed just as it is written."""
        return name in self._listed

    def spelling(self, name: str) -> Spelling:
        """Give the keys of a name; those of a listed name are known."""
        number = self._listed.get(name)
        if number is None:
            return spell(name)
        exact, sound = self.exacts[number], self.sounds[number]
        core, exact_core, kinds = self.with_kind.get(number) or (sound, exact, ())
        return Spelling(exact, sound, core, exact_core, kinds)

    def spelt(self, exact: str) -> Sequence[int]:
        """Give the numbers of the names of an exact key."""
        return self.by_exact.get(exact, ())

    def sounding(self, sound: str) -> Sequence[int]:
        """Give the numbers of the names of a sound; where there is none, of it without an article written into it."""
        return _with_or_without_article(self.by_sound, sound)

    def with_core(self, core: str) -> Sequence[int]:
        """Give the numbers of the names that sound so without their kind words, those included that have none."""
        return _with_or_without_article(self.by_core, core)

    def of_kinds(self, core: str, kinds: KindGroups) -> list[int]:
        """Give those of the numbers with a core whose place is of some kinds."""
        return [n for n in self.with_core(core) if kind_rank(kinds, self.place(n).kind) is not None]

    def place(self, number: int) -> Place:
        """Give the place of a name."""
        return self.places[self.owners[number]]

    def in_use(self, number: int, day: date) -> bool:
        """Tell whether a name was in use on a day: a former name only in its time."""
        which = self.former.get(number)
        if which is None:
            return True
        former = self.place(number).former_names[which]
        return covers(former.start, former.end, day)


def spell(name: str) -> Spelling:
    """Make the keys of a name.

    Parameters
    ----------
    name
        A name in any spelling.

    Returns
    -------
    Spelling
        What `NameIndex.spelling` gives for a name that is not listed.
    """
    parts, exact, sound = take_apart(name), exact_key(name), sound_key(name)
    if not parts.kinds:
        return Spelling(exact, sound, sound, exact, ())
    return Spelling(exact, sound, sound_key(parts.core), exact_key(parts.core), parts.kinds)


def build_index(places: Iterable[Place]) -> NameIndex:
    """Give numbers to the names of places and sort them by their keys.

    Parameters
    ----------
    places
        The places, with their names and former names.

    Returns
    -------
    NameIndex
        Of all names that have letters or digits.
    """
    index = NameIndex(list(places), [], [], [], [], {}, {}, {}, {}, {}, [])
    tables: Tables = ({}, {}, {})
    keys: dict[str, str] = {}
    for owner, place in enumerate(index.places):
        for name in place.names:
            _enter(index, tables, keys, owner, name)
        for which, former in enumerate(place.former_names):
            number = _enter(index, tables, keys, owner, former.name)
            if number is not None:
                index.former[number] = which
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    for table, numbers in zip((index.by_exact, index.by_sound, index.by_core), tables, strict=True):
        # Most keys of a name lead to the same numbers: kept once, they take a third of the room.
        table.update((key, shared.setdefault(tuple(found), tuple(found))) for key, found in numbers.items())
    index.sole.extend(_sole(index, number) for number in range(len(index.texts)))
    return index


Tables = tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]


def _enter(index: NameIndex, tables: Tables, keys: dict[str, str], owner: int, name: str) -> int | None:
    """Enter one name; give its number, none where nothing of it can be heard."""
    spelling, number = _with_shared_keys(spell(name), keys), len(index.texts)
    if not spelling.sound:
        return None
    index.texts.append(name)
    index.owners.append(owner)
    index.exacts.append(spelling.exact)
    index.sounds.append(spelling.sound)
    if spelling.kinds:
        index.with_kind[number] = (spelling.core, spelling.exact_core, spelling.kinds)
    acronym = name.isascii() and name.isalpha() and name.isupper()
    by_exact, by_sound, by_core = tables
    entries = [(by_exact, spelling.exact), (by_core, spelling.core)]
    entries += [] if acronym else [(by_sound, spelling.sound)]
    # "Suq al-Shuyukh district": the word for a market is part of the name there.
    entries += [(by_core, spelling.sound)] if spelling.kinds else []
    for table, key in entries:
        # Places come one after the other: another name of this one would be the last.
        if key and not ((held := table.get(key)) and index.owners[held[-1]] == owner):
            table.setdefault(key, []).append(number)
    return number


def _sole(index: NameIndex, number: int) -> int:
    spelling = index.spelling(index.texts[number])
    exact, others = index.spelt(spelling.exact), index.sounding(spelling.sound)
    if spelling.kinds:
        others = [*others, *index.of_kinds(spelling.core, spelling.kinds)]
    return (
        exact[0] if len(exact) == 1 and all(index.owners[n] == index.owners[exact[0]] for n in others) else -1
    )


def _with_shared_keys(spelling: Spelling, keys: dict[str, str]) -> Spelling:
    """Make equal keys the same object: it is found faster, and takes its room and is loaded once."""
    return Spelling._make((*(keys.setdefault(key, key) for key in spelling[:4]), spelling.kinds))


def _with_or_without_article(table: NumbersByKey, key: str) -> Sequence[int]:
    found = table.get(key, ())
    if not found and len(key) > 5 and key[:2] in ("al", "il"):
        found = table.get(key[2:], ())
    return found
