"""The names of a gazetteer by how they are spelt, how they sound, and how they sound without their kind words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from geoiraq.places.kinds import KindGroups, take_apart
from geoiraq.places.names import exact_key, is_arabic, sound_key
from geoiraq.places.place import FormerName, Place


@dataclass(frozen=True, slots=True)
class Spelling:
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


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place, as an entry of the index."""

    place: Place
    name: str
    exact: str
    former: FormerName | None = None


@dataclass(frozen=True)
class NameIndex:
    """The names of some places, numbered in the order of the places; made by `build_index`.

    Attributes
    ----------
    places
        The places, numbered too.
    texts, owners
        The names as listed, and of which place each is.
    exacts, sounds
        Their keys.
    by_sound
        Their numbers by sound; acronyms are spelt, not pronounced, and so not in it.
    by_core
        Their numbers by the sound of what is left without kind words, where that differs from the sound.
    acronyms
        The numbers of acronyms by exact key.
    kinds
        The numbers of names that hold words for a kind.
    former
        By number which of its place's former names it is.
    """

    places: list[Place] = field(repr=False)
    texts: list[str] = field(repr=False)
    owners: list[int] = field(repr=False)
    exacts: list[str] = field(repr=False)
    sounds: list[str] = field(repr=False)
    by_sound: dict[str, list[int]] = field(repr=False)
    by_core: dict[str, list[int]] = field(repr=False)
    acronyms: dict[str, list[int]] = field(repr=False)
    kinds: set[int] = field(repr=False)
    former: dict[int, int] = field(repr=False)

    @cached_property
    def _listed(self) -> dict[str, int]:
        return dict(zip(self.texts, range(len(self.texts)), strict=True))

    @cached_property
    def exact_keys(self) -> frozenset[str]:
        """The exact key of every name."""
        return frozenset(self.exacts)

    @cached_property
    def first_sounds(self) -> frozenset[str]:
        """The sound of the first word of every name in Arabic script."""
        return frozenset(sound_key(text.split()[0]) for text in self.texts if is_arabic(text))

    def spelling(self, name: str) -> Spelling:
        """Give the keys of a name; those of a listed name are known."""
        number = self._listed.get(name)
        if number is None:
            return spell(name)
        if number in self.kinds:
            return spell(name)
        exact, sound = self.exacts[number], self.sounds[number]
        return Spelling(exact, sound, sound, exact, ())

    def named(self, number: int) -> Named:
        """Give the entry of a number."""
        place, which = self.places[self.owners[number]], self.former.get(number)
        former = None if which is None else place.former_names[which]
        return Named(place, self.texts[number], self.exacts[number], former)

    def sounding(self, sound: str) -> Iterator[Named]:
        """Give the names of a sound; where there is none, of the sound without an article written into it."""
        return map(self.named, _with_or_without_article(self.by_sound, sound))

    def spelt(self, exact: str) -> Iterator[Named]:
        """Give the acronyms of a spelling."""
        return map(self.named, self.acronyms.get(exact, ()))

    def with_core(self, core: str) -> Iterator[Named]:
        """Give the names that sound so without their kind words, those included that have none."""
        whole = _with_or_without_article(self.by_sound, core)
        without = _with_or_without_article(self.by_core, core)
        numbers = [number for number in whole if number not in self.kinds]
        return map(self.named, [*numbers, *without])


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
    index = NameIndex(list(places), [], [], [], [], {}, {}, {}, set(), {})
    for owner, place in enumerate(index.places):
        for name in place.names:
            _enter(index, owner, name)
        for which, former in enumerate(place.former_names):
            number = _enter(index, owner, former.name)
            if number is not None:
                index.former[number] = which
    return index


def _enter(index: NameIndex, owner: int, name: str) -> int | None:
    """Enter one name; give its number, none where nothing of it can be heard."""
    spelling, number = spell(name), len(index.texts)
    if not spelling.sound:
        return None
    index.texts.append(name)
    index.owners.append(owner)
    index.exacts.append(spelling.exact)
    index.sounds.append(spelling.sound)
    acronym = name.isascii() and name.isalpha() and name.isupper()
    (index.acronyms if acronym else index.by_sound).setdefault(
        spelling.exact if acronym else spelling.sound, []
    ).append(number)
    if spelling.kinds:
        index.kinds.add(number)
    if spelling.kinds or acronym:
        index.by_core.setdefault(spelling.core, []).append(number)
    return number


def _with_or_without_article(table: dict[str, list[int]], key: str) -> list[int]:
    found = table.get(key, [])
    if not found and len(key) > 5 and key[:2] in ("al", "il"):
        found = table.get(key[2:], [])
    return found
