"""Corrects misspellings, within bounds: the consonants stay, and one name is clearly nearer than every other.

A name is proposed for a misspelling if its consonants are the same or one inside differs, so only names that share
a skeleton are ever compared, however many names there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from geoiraq.places.names import skeleton

#: Shorter names have too many neighbours to be corrected; longer ones are no names.
SHORTEST, LONGEST = 5, 40
#: Fewer consonants are too few for one of them to be wrong.
FEWEST_CONSONANTS = 5
LENGTHS_APART = 2
CUTOFF = 84.0
MARGIN = 4.0


@dataclass(frozen=True)
class Skeletons:
    """Sounds by their consonants; made by `sort_by_skeleton`.

    Attributes
    ----------
    sounds
        The sounds of each skeleton.
    neighbours
        Skeletons by each way of leaving out one consonant that is neither the first nor the last.
    """

    sounds: dict[str, list[str]] = field(repr=False)
    neighbours: dict[str, list[str]] = field(repr=False)

    def proposals(self, sound: str) -> Iterator[str]:
        """Give the sounds that a misspelt one could stand for."""
        asked = skeleton(sound)
        near = {asked}
        if len(asked) >= FEWEST_CONSONANTS:
            near.update(other for left in _left_out(asked) for other in self.neighbours.get(left, ()))
        for each in near:
            yield from self.sounds.get(each, ())


def sort_by_skeleton(sounds: Iterable[str]) -> Skeletons:
    """Sort sounds by their consonants.

    Parameters
    ----------
    sounds
        Sound keys of names.

    Returns
    -------
    Skeletons
        Ready to be asked.
    """
    found = Skeletons({}, {})
    for sound in sounds:
        if SHORTEST - LENGTHS_APART <= len(sound) <= LONGEST + LENGTHS_APART:
            found.sounds.setdefault(skeleton(sound), []).append(sound)
    for each in found.sounds:
        if len(each) >= FEWEST_CONSONANTS:
            for left in _left_out(each):
                found.neighbours.setdefault(left, []).append(each)
    return found


def corrected(skeletons: Skeletons, sound: str, allowed: Callable[[str], bool]) -> str | None:
    """Correct a misspelling.

    Parameters
    ----------
    skeletons
        The sounds that there are.
    sound
        A sound that is not among them.
    allowed
        Which of them may be meant.

    Returns
    -------
    str or None
        The sound that is clearly nearest, if any is near enough.
    """
    from rapidfuzz import fuzz, process

    if not SHORTEST <= len(sound) <= LONGEST:
        return None
    proposals = [
        other
        for other in skeletons.proposals(sound)
        if abs(len(other) - len(sound)) <= LENGTHS_APART and allowed(other)
    ]
    nearest = process.extract(sound, proposals, scorer=fuzz.ratio, limit=4, score_cutoff=CUTOFF - MARGIN)
    accepted = [(other, score) for other, score, _ in nearest if score >= CUTOFF and _same_word(other, sound)]
    if not accepted:
        return None
    best, best_score = accepted[0]
    rivalled = any(score > best_score - MARGIN for other, score, _ in nearest if other != best)
    return None if rivalled else best


def _same_word(known: str, asked: str) -> bool:
    """Accept a misspelling only where the consonants are the same, or one inside is missing or changed."""
    # "Kirkuki" is a man from Kirkuk, not a way to write it.
    if asked in (f"{known}i", f"{known}ii") or known == f"{asked}i":
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    a, b = skeleton(known), skeleton(asked)
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= FEWEST_CONSONANTS
        and a[0] == b[0]
        and a[-1] == b[-1]
        and DamerauLevenshtein.distance(a, b) <= 1
    )


def _left_out(consonants: str) -> set[str]:
    """Give the skeleton and what is left of it without one of its inner consonants."""
    return {consonants} | {consonants[:i] + consonants[i + 1 :] for i in range(1, len(consonants) - 1)}
