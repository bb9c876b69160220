"""Runs of words as names could be made of them, learnt as they are read.

Texts repeat their words. What a run of words could be is worked out when a text first holds it and kept under the
letters it is written in: from then on a name is read by one look-up a word, and a word that begins no name costs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache, partial
from typing import NamedTuple, TypeVar

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import LONGEST, KindGroups, kind_words
from geoiraq.places.names import exact_key
from geoiraq.places.recognition.cues import is_doubtful, is_given_name, is_small, needs_kind, with_article
from geoiraq.places.recognition.tokens import (
    LONGEST_ABBREVIATION,
    LONGEST_WORD,
    Word,
    articles,
    heard,
    words_in,
)

LONGEST_NAME = 6
#: Names this short, articles not counted, are as often something else.
SHORT_NAME = 3
#: Names that only sound so are as often other words ("July") where they are shorter than this.
SHORTEST_HEARD = 6
#: Places less prominent than this are only read where the words around make them places.
PROMINENT = 3
#: So many runs are kept; then they are learnt anew.
MOST_RUNS = 1 << 17
#: What may stand before a word in the letters of a run that goes on.
_GAP = " \t\u00a0-\u2010\u2011\u2012\u2013\n."

_Known = TypeVar("_Known")


class Standing(Enum):
    """When a run of words is a place: what the text around it has to say."""

    NEVER = "it is no name, or none that could be told from other words"
    PLACED = "where a relation, a locative, a list or a heading places something by it"
    LISTED = "there too, and where a larger place follows after a comma"
    SHORT = "there too, and before its people: Kut police"
    ALWAYS = "wherever it is not part of another name"


@dataclass(slots=True, eq=False)
class Run:
    """Words that stand together, and what is known of them as a name.

    Attributes
    ----------
    words, written
        The words, and the letters from the first to the last of them.
    query
        The words to resolve them by: "to the" of Arabic as the article it holds.
    key
        Their sound; empty where only a kind word could be under way.
    may_begin
        Whether a name could begin with them, as far as they alone tell.
    is_tied
        Whether the word after them decides that: they are an article or a number.
    grows
        Whether a longer name could begin with them.
    cores
        How many words the names among the first of them take after which a kind word may be under way.
    kinds
        For each such name after which a whole kind word stands, how many words it takes and whether it is known as
        that kind.
    is_of_kind
        Whether they are a kind word and the name of a place of that kind.
    standing
        When they are a place by themselves.
    is_given_name
        Whether they are a given name, so that a family name after it makes a person of both.
    goes_on
        Whether the next word is worth a look.
    path
        The runs that they go on from, the shortest first, and they themselves.
    readings
        Which of the path could be places, the longest first, and whether a word for its kind makes it one.
    after
        By the letters that follow, up to the end of the next word: the run they make with it, where they go on; None
        where that leads nowhere.
    """

    words: tuple[Word, ...]
    written: str
    query: str
    key: str
    may_begin: bool = False
    is_tied: bool = False
    grows: bool = False
    cores: tuple[int, ...] = ()
    kinds: tuple[tuple[int, bool], ...] = ()
    is_of_kind: bool = False
    standing: Standing = Standing.NEVER
    is_given_name: bool = False
    goes_on: bool = False
    path: tuple[Run, ...] = field(default=(), repr=False)
    readings: tuple[tuple[Run, bool], ...] = field(default=(), repr=False)
    after: dict[str, Run | None] = field(default_factory=dict, repr=False)

    @property
    def is_read(self) -> bool:
        """Whether they are, or end in, anything that could be a place."""
        return self.is_of_kind or bool(self.kinds) or self.standing is not Standing.NEVER


class Opening(NamedTuple):
    """The longest run known to begin in a word: how far into it, and whether what follows may make it longer."""

    offset: int
    run: Run
    goes_on: bool


@dataclass(slots=True, eq=False)
class Beginning:
    """A word that names could begin with.

    Attributes
    ----------
    runs
        The runs that begin in it, each with how far into the word.
    openings
        By the letters that follow, up to the end of the next word and empty where none does: those of the runs that
        could then be names, or begin one, whatever stands around.
    """

    runs: tuple[tuple[int, Run], ...]
    openings: dict[str, tuple[Opening, ...]]


class _Learnt(dict[str, _Known]):
    """What is known of letters: worked out when a text first holds them, and kept while there is room."""

    __slots__ = ("_has_room", "_work_out")

    def __init__(self, work_out: Callable[[str], _Known], has_room: Callable[[str], bool]) -> None:
        super().__init__()
        self._work_out, self._has_room = work_out, has_room

    def __missing__(self, letters: str) -> _Known:
        known = self._work_out(letters)
        if self._has_room(letters):
            self[letters] = known
        return known


class Runs:
    """The runs of words of the texts read so far, for one gazetteer.

    Attributes
    ----------
    first
        By a word as `tokens.WORD` finds it, what begins in it; None where no name does.
    """

    def __init__(self, book: Gazetteer) -> None:
        self._book = book
        self._size = 0
        self.first: dict[str, Beginning | None] = _Learnt(self._beginning, self._learns)

    def make_room(self) -> None:
        """Forget everything where too much has been learnt."""
        if self._size >= MOST_RUNS:
            self._size = 0
            self.first.clear()

    def opens(self, run: Run, letters: str) -> bool:
        """Tell whether a name begins with a run of one word, as far as it and the letters that follow tell."""
        if not run.is_tied:
            return run.may_begin
        word, joint, following = run.words[0], letters[:1], letters[1:2]
        if word.article:
            tied = joint == "-" or (word.capital and joint == " " and word.plain != "the")
            return is_capital(following) if tied and following.isalnum() else run.may_begin
        after_number = words_in(self._book, letters.lstrip(_GAP)) if letters else ()
        return bool(after_number) and after_number[0].capital and not after_number[0].plain.isdigit()

    def is_known(self, key: str, kinds: KindGroups) -> bool:
        """Tell whether a place of some kinds bears a name of a sound."""
        return bool(self._book.index.of_kinds(key, kinds))

    def _learns(self, letters: str) -> bool:
        """Tell whether there is room to keep what is known of some letters."""
        if self._size >= MOST_RUNS or len(letters) > 2 * LONGEST_WORD:
            return False
        self._size += 1
        return True

    def _beginning(self, written: str) -> Beginning | None:
        runs, offset = [], 0
        for word in words_in(self._book, written):
            run = self._run((word,), word.written, (), named=True, cores=())
            if run.may_begin or run.is_tied or self._begins_after_article(word):
                runs.append((offset, run))
            offset += len(word.written)
        if not runs:
            return None
        return Beginning(tuple(runs), _Learnt(partial(self._openings, written, runs), self._learns))

    def _openings(self, written: str, runs: Sequence[tuple[int, Run]], letters: str) -> tuple[Opening, ...]:
        """Tell which of the runs that begin in a word could be names, or begin one, before some letters."""
        found = []
        for offset, run in runs:
            following = written[offset + len(run.written) :] or letters
            if self.opens(run, following):
                longer = self._after(run, following) if run.goes_on and following else None
                longest, goes_on = (longer, longer.goes_on) if longer else (run, False)
                if longest.readings or goes_on:
                    found.append(Opening(offset, longest, goes_on))
        return tuple(found)

    def _after(self, run: Run, letters: str) -> Run | None:
        """Give the run that one that goes on makes with the next word.

        Where that word holds an Arabic particle and only the particle leads on, the run with it goes no further.
        """
        found: Run | None = None
        written = letters.lstrip(_GAP)
        gap = letters[: len(letters) - len(written)]
        sentence_ends = gap.startswith(".") and len(run.words[-1].written) > LONGEST_ABBREVIATION
        # "Khurmal - A shepherd was shot" against "the Baghdad - Amman highway".
        is_dash = gap.strip() != "" and gap[0] in " \t" and gap[-1] in " \t" and is_small([written.lower()])
        if sentence_ends or is_dash or len(gap) > LONGEST_WORD:
            return None
        for word in words_in(self._book, written):
            longer = self._longer(found or run, gap + word.written, word)
            if longer is None:
                return replace(found, goes_on=False) if found else None
            found, gap = longer, ""
        return found

    def _longer(self, run: Run, letters: str, word: Word) -> Run | None:
        """Give the run that is longer by a word; None where no name or kind word goes on like this."""
        if not run.goes_on:
            return None
        words = (*run.words, word)
        cores = [core for core in run.cores if _may_be_kind_word(words[core:])]
        if not (run.grows or cores):
            return None
        longer = self._run(words, run.written + letters, run.path, named=run.grows, cores=cores)
        return longer if longer.is_read or longer.goes_on else None

    def _run(
        self,
        words: tuple[Word, ...],
        written: str,
        path: tuple[Run, ...],
        *,
        named: bool,
        cores: Sequence[int],
    ) -> Run:
        run = Run(words, written, with_article(written), heard(words) if named else "")
        tails = [(core, kind_words()[1].get(_plain(words[core:]))) for core in cores]
        run.kinds = tuple(
            (core, self.is_known(heard(words[:core]), kind.kinds)) for core, kind in tails if kind is not None
        )
        open_cores = [core for core in cores if _plain(words[core:]) in _kind_beginnings()]
        if named:
            begins = self._book.begins(run.key)
            is_kind_word = words[0].plain in _first_kind_words()
            run.may_begin = (begins or is_kind_word) and (words[0].capital or words[0].arabic)
            run.is_tied = words[0].article or (words[0].plain.isdigit() and not words[0].arabic)
            run.grows = len(words) < LONGEST_NAME and (is_kind_word or words[-1].article or begins)
            run.is_of_kind = is_kind_word and self._is_of_kind(words)
            if not is_small(_plain(words)):
                run.standing = self._standing(run)
                run.is_given_name = len(words) == 1 and is_given_name(written)
                if self._book.index.with_core(run.key):
                    open_cores.append(len(words))
        run.cores = tuple(open_cores)
        run.goes_on = run.grows or bool(run.cores)
        run.path = (*path, run)
        run.readings = tuple(_readings(run.path))
        run.after = _Learnt(partial(self._after, run), self._learns)
        return run

    def _is_of_kind(self, words: Sequence[Word]) -> bool:
        """Tell whether words are a kind word, any that they begin with, and the name of a place of that kind."""
        before, _ = kind_words()
        for front in range(min(LONGEST, len(words) - 1), 0, -1):
            kind = before.get(_plain(words[:front]))
            if kind is not None and self.is_known(heard(words[front:]), kind.kinds):
                return True
        return False

    def _standing(self, run: Run) -> Standing:
        """Tell when a run of words is a place by itself."""
        index = self._book.index
        named = [index.place(number) for number in index.sounding(run.key)]
        if not named or needs_kind(run.written):
            return Standing.NEVER
        prominent = any(place.prominence >= PROMINENT for place in named)
        exact = exact_key(run.written)
        spelt = exact in index.by_exact
        capital = all(word.capital or word.arabic or word.article for word in run.words)
        if not spelt and (len(run.key) < SHORTEST_HEARD or not capital):
            return Standing.PLACED if prominent and len(run.words) == 1 else Standing.NEVER
        if prominent:
            written_so = len(run.words) > 1 or spelt
            if any(c.isdigit() for c in run.written):
                return Standing.ALWAYS
            if written_so and not is_doubtful(run.written):
                return Standing.ALWAYS if len(exact) > SHORT_NAME else Standing.SHORT
        return Standing.LISTED

    def _begins_after_article(self, word: Word) -> bool:
        """Tell whether a name could begin with this after an article that counts ("a" in "a-Dawr")."""
        return any(self._book.begins(article + word.sound) for article in articles()[1])


def is_capital(letter: str) -> bool:
    """Tell whether a letter begins a word as `tokens.Word.capital` means it."""
    return letter.isdigit() or (letter.isupper() and letter.isalnum())


def _readings(path: Sequence[Run]) -> Iterator[tuple[Run, bool]]:
    closed: set[int] = set()
    for run in reversed(path):
        # The longest kind word after a name counts: "base" does not in "Taji base camp".
        is_of_kind = run.is_of_kind or any(known for core, known in run.kinds if core not in closed)
        closed.update(core for core, _ in run.kinds)
        if is_of_kind or run.standing is not Standing.NEVER:
            yield run, is_of_kind


@cache
def _first_kind_words() -> frozenset[str]:
    return frozenset(run[0] for run in kind_words()[0])


@cache
def _kind_beginnings() -> frozenset[tuple[str, ...]]:
    """Give what the kind words after a name begin with, where more of them has to follow."""
    return frozenset(run[:length] for run in kind_words()[1] for length in range(1, len(run)))


def _may_be_kind_word(words: Sequence[Word]) -> bool:
    run = _plain(words)
    return run in kind_words()[1] or run in _kind_beginnings()


def _plain(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.plain for word in words)
