"""Numbers that are told by another: "killed four and wounded as many", "twice that number were hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from geoiraq.reports.tolls.lexicon import Lexicon, entry_at
from geoiraq.reports.tolls.row import Victims
from geoiraq.reports.tolls.tokens import Token, word_at
from geoiraq.reports.tolls.toll import Toll


def equal_at(words: Sequence[Token], index: int, known: Lexicon) -> tuple[Victims, int] | None:
    """Read "as many", "the same number of people": so many times the number told before.

    Parameters
    ----------
    words
        The sentence's tokens.
    index
        Where to begin.
    known
        The vocabulary.

    Returns
    -------
    tuple or None
        The phrase and the index after it; None for "as many as five", "in as many months".
    """
    for phrase, times in known.equals.get(words[index].word, ()):
        after = index + len(phrase)
        if tuple(token.word for token in words[index:after]) != phrase:
            continue
        after += word_at(words, after) in ("of", "more", "again")
        after += word_at(words, after) in known.plurals
        following = word_at(words, after)
        if following == "as" or (following[:1].isalnum() and entry_at(words, after, known) is None):
            return None
        span = words[index].start, words[after - 1].end
        return Victims(*span, "number", None, None, None, True, times=times), after
    return None


def counted_alike(victims: Sequence[Victims], told: Sequence[Toll]) -> list[Victims]:
    """Give those who are as many as others the number of the toll before.

    Parameters
    ----------
    victims
        Whom a verb or noun counts.
    told
        The sentence's tolls before.

    Returns
    -------
    list of Victims
        Unchanged where no number was told.
    """
    before = next((t.best for t in reversed(told) if t.best), None)
    if before is None:
        return list(victims)
    return [
        v._replace(low=v.times * before, best=v.times * before, high=v.times * before) if v.times else v
        for v in victims
    ]
