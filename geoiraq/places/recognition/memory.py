"""What recognition keeps of a gazetteer, from text to text: the runs of words it has read, and its answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.recognition.runs import Runs
from geoiraq.places.relations import Relation
from geoiraq.places.relative import place_between, place_relative
from geoiraq.places.resolution import Resolution
from geoiraq.places.resolve import resolve

#: So many answers of each kind are kept.
MOST_ANSWERS = 1 << 14
#: A name that only its distance from another place of the text decides is less sure.
FROM_AFAR = 0.8


class Answers:
    """What names and phrases resolve to; each is asked for once, however often texts repeat it."""

    def __init__(self, book: Gazetteer) -> None:
        self._book = book
        self.alone = lru_cache(MOST_ANSWERS)(self._alone)
        self.inside = lru_cache(MOST_ANSWERS)(self._inside)
        self.from_afar = lru_cache(MOST_ANSWERS)(self._from_afar)
        self._areas: dict[tuple[str, *tuple[int, ...]], tuple[Resolution, tuple[Resolution, ...]]] = {}

    def relative(self, place: Resolution, relation: Relation, phrase: str) -> Resolution:
        """Give what a relation makes of a place, as `place_relative` does.

        Parameters
        ----------
        place
            An answer of this memory.
        relation
            The relation.
        phrase
            The relation and the place in words.

        Returns
        -------
        Resolution
            The area.
        """
        key = (phrase, id(place))
        return self._kept(key, (place,), lambda: place_relative(self._book, place, relation, phrase))

    def between(self, first: Resolution, second: Resolution, phrase: str) -> Resolution:
        """Give the strip between two places, as `place_between` does.

        Parameters
        ----------
        first, second
            Answers of this memory.
        phrase
            The whole phrase.

        Returns
        -------
        Resolution
            The strip.
        """
        key = (phrase, id(first), id(second))
        return self._kept(key, (first, second), lambda: place_between(self._book, first, second, phrase))

    def _kept(
        self, key: tuple[str, *tuple[int, ...]], of: tuple[Resolution, ...], make: Callable[[], Resolution]
    ) -> Resolution:
        kept = self._areas.get(key)
        if kept is None:
            if len(self._areas) >= MOST_ANSWERS:
                self._areas.clear()
            # What an area is of is kept with it, so that its identity tells it from all others.
            kept = self._areas[key] = (make(), of)
        return kept[0]

    def _alone(self, query: str) -> Resolution:
        return resolve(query, gazetteer=self._book)

    def _inside(self, query: str, place_id: str) -> Resolution:
        around = self._book.places[place_id]
        near = (around.latitude, around.longitude)
        return resolve(query, within=around.name, near=near, gazetteer=self._book)

    def _from_afar(self, query: str, place_id: str) -> Resolution:
        other = self._book.places[place_id]
        answer = resolve(query, near=(other.latitude, other.longitude), gazetteer=self._book)
        return replace(answer, confidence=round(answer.confidence * FROM_AFAR, 2))


class Memory:
    """What is kept of one gazetteer."""

    def __init__(self, book: Gazetteer) -> None:
        self.book = book
        self.runs = Runs(book)
        self.answers = Answers(book)
