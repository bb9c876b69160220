"""What kind of place the words of a name imply, and what stands behind an incident placed on each kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from geoiraq.places.names import plain, words
from geoiraq.vocabulary import read_words

KINDS = frozenset(
    {
        *("country", "region", "governorate", "district", "subdistrict"),
        *("city", "town", "village", "neighbourhood"),
        *(
            "base",
            "airport",
            "port",
            "dam",
            "refinery",
            "oilfield",
            "power_station",
            "border_crossing",
            "embassy",
        ),
        *(
            "government",
            "prison",
            "hospital",
            "mosque",
            "university",
            "bridge",
            "market",
            "road",
            "camp",
            "site",
        ),
        *("mountain", "desert", "plain", "valley", "river", "lake", "marsh", "island", "border"),
    }
)

#: Kinds that a text allows: groups in order of preference, the kinds of a group alike.
KindGroups = tuple[tuple[str, ...], ...]

PlaceBasis = Literal["site", "settlement", "neighbourhood", "district", "governorate", "landform", "country"]

_BASIS: dict[str, PlaceBasis] = {
    "country": "country",
    "governorate": "governorate",
    "district": "district",
    "subdistrict": "district",
    "city": "settlement",
    "town": "settlement",
    "village": "settlement",
    "neighbourhood": "neighbourhood",
    **dict.fromkeys(("region", "road", "mountain", "desert", "plain"), "landform"),
    **dict.fromkeys(("valley", "river", "lake", "marsh", "island", "border"), "landform"),
}


def basis_of(kind: str) -> PlaceBasis:
    """Give the incident table's `basis` for a place of a kind."""
    return _BASIS.get(kind, "site")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: the kinds its words imply, in order of preference, and what is left."""

    core: str
    kinds: KindGroups


@dataclass(frozen=True, slots=True)
class KindWord:
    """A run of words that says what kind of place a name means."""

    kinds: KindGroups
    words: tuple[str, ...]


@cache
def kind_words() -> tuple[dict[tuple[str, ...], KindWord], dict[tuple[str, ...], KindWord]]:
    """Give the words that stand before and after a name, each by its run of plain words."""
    before: dict[tuple[str, ...], KindWord] = {}
    after: dict[tuple[str, ...], KindWord] = {}
    for entry in read_words("geoiraq.places", "kinds")["word"]:
        kinds = tuple(tuple(group.split()) for group in entry["kinds"])
        for table, phrases in ((before, entry["before"]), (after, entry["after"])):
            for phrase in phrases:
                run = tuple(plain(phrase).replace("-", " ").split())
                table.setdefault(run, KindWord(kinds, run))
    return before, after


#: No kind word is longer than this many words.
LONGEST = 4
#: Longer texts are no names, and are not searched for kind words.
LONGEST_NAME = 400


@lru_cache(maxsize=65536)
def take_apart(name: str) -> NameParts:
    """Split the kind words off a name.

    Parameters
    ----------
    name
        A name in any spelling, such as "Al Qayyarah Military Base" or "محافظة نينوى".

    Returns
    -------
    NameParts
        The core in plain words; no kinds where no word implies one, and then the core is the name.

    Examples
    --------
    >>> take_apart("Al Qayyarah Military Base")
    NameParts(core='qayyarah', kinds=(('base', 'airport'), ('camp',)))
    """
    if len(name) > LONGEST_NAME:
        return NameParts(" ".join(words(name)), ())
    before, after = kind_words()
    run = plain(name).replace("-", " ").replace(".", " ").split()
    run = run[1:] if len(run) > 1 and run[0] in ("the", "a", "an") else run
    kinds: KindGroups = ()
    front, rest = _longest(before, run, from_end=False)
    if front is not None:
        kinds, run = front.kinds, rest
    back, rest = _longest(after, run, from_end=True)
    while back is not None:
        kinds = _both(kinds, back.kinds)
        run = rest
        back, rest = _longest(after, run, from_end=True)
    return NameParts(" ".join(words(" ".join(run))), kinds)


def _longest(
    table: dict[tuple[str, ...], KindWord], run: list[str], *, from_end: bool
) -> tuple[KindWord | None, list[str]]:
    for length in range(min(LONGEST, len(run) - 1), 0, -1):
        part = run[-length:] if from_end else run[:length]
        word = table.get(tuple(part))
        if word is not None:
            return word, (run[:-length] if from_end else run[length:])
    return None, run


def _both(first: KindGroups, second: KindGroups) -> KindGroups:
    """Keep what both allow, in the order of the first; all of both where they share nothing."""
    if not first:
        return second
    shared = tuple(tuple(kind for kind in group if kind_rank(second, kind) is not None) for group in first)
    return tuple(group for group in shared if group) or first + second


def kind_rank(groups: KindGroups, kind: str) -> int | None:
    """Give the place of a kind in an order of preference; None where it is not allowed."""
    for rank, group in enumerate(groups):
        if kind in group:
            return rank
    return None
