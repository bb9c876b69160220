"""One more, and how many that makes: "a third", "a fourth person"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon, entry_at
from geoiraq.reports.tolls.row import Victims
from geoiraq.reports.tolls.tokens import Token, word_at


def ordinal_at(words: Sequence[Token], index: int, known: Lexicon) -> tuple[Victims, int] | None:
    """Read "a third", "a fourth person": one more, and how many that makes."""
    if words[index].word not in ("a", "an", "the") or index + 1 >= len(words):
        return None
    after = index + 2
    following = word_at(words, after)
    rank = _rank(words[index + 1].word, known)
    dated = words[index + 1].word[0].isdigit() and words[index].word == "the"
    if rank is None or (dated and following not in known.people):
        return None  # "the 10th of May"
    named = following[:1].isalpha() and following not in known.people
    if following in known.things or (named and entry_at(words, after, known) is None):
        return None
    while after < len(words) and word_at(words, after) in known.people:
        after += 1
    end = words[after - 1].end
    return Victims(words[index].start, end, "ordinal", rank, rank, rank, True, more=True), after


def _rank(word: str, known: Lexicon) -> int | None:
    """Read "third" as 3, "10th" as 10; None for what is no ordinal, and for "first", which is no further one."""
    if (figure := _FIGURE.fullmatch(word)) is not None:
        rank = int(figure[1])
    else:
        rank = _RANKS.index(word) if ("ordinals", word) in known else 0
    return rank if rank > 1 else None


_FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
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
    "eleventh",
    "twelfth",
)
