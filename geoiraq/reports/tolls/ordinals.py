"""One more, and how many that makes: "a third", "a fourth person"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon, entry_at
from geoiraq.reports.tolls.row import Victims
from geoiraq.reports.tolls.tokens import Token, word_at


def ordinal_at(words: Sequence[Token], index: int, known: Lexicon) -> tuple[Victims, int] | None:
    """Read "a third", "a fourth person": one more, and how many that makes."""
    if words[index].word not in ("a", "the") or index + 1 >= len(words):
        return None
    ordinals = [word for word in known.grammar["ordinals"] if word == words[index + 1].word]
    if not ordinals or ordinals[0] == "first":
        return None
    after = index + 2
    following = word_at(words, after)
    named = following[:1].isalpha() and following not in known.people
    if following in known.things or (named and entry_at(words, after, known) is None):
        return None
    while after < len(words) and word_at(words, after) in known.people:
        after += 1
    rank = _RANKS.index(ordinals[0])
    end = words[after - 1].end
    return Victims(words[index].start, end, "ordinal", rank, rank, rank, True, more=True), after


_RANKS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
