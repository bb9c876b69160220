"""On whose word a toll stands, and of which time it is told: "a medic spoke of five", "since January"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, phrase_at

#: A toll that a source is named for, or one that is said to be outdated.
Account = Literal["", "another", "earlier"]
#: Whether those who died did so later, or of their wounds.
Late = Literal["", "later", "wounds"]

#: So many phrases at most stand between "died" and "of his wounds".
_REACH = 7


def account_of(text: str, row: Sequence[Phrase], start: int, stop: int, known: Lexicon) -> Account:
    """Tell on whose word a toll stands.

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    start, stop
        The stretch that leads up to the toll: from the toll before it to its own verb or noun.
    known
        The vocabulary.

    Returns
    -------
    str
        "another" where somebody is said to say it; "earlier" where the words call it outdated ("the initial count").
    """
    words = set(text[row[start].start : row[stop].end].lower().split()) if start <= stop else set()
    speech = any(
        isinstance(p := row[at], Marker)
        and not known.grammar["speech"].isdisjoint(p.word.split())
        and not _closes(phrase_at(row, at + 1))
        for at in range(start, stop)
    )
    outdated = words & known.grammar["outdated"] and not words & known.grammar["updating"]
    if outdated and (speech or words & known.grammar["account"]):
        return "earlier"
    return "another" if speech else ""


def _closes(phrase: Phrase | None) -> bool:
    """Whether nothing follows that was said: "..., police said, and"."""
    return phrase is None or (isinstance(phrase, Marker) and phrase.mark in ("comma", "break"))


def death_came_late(text: str, row: Sequence[Phrase], index: int, known: Lexicon) -> Late:
    """Tell whether a death came later, or of wounds, from the words about its verb.

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    index
        Where the verb stands.
    known
        The vocabulary.

    Returns
    -------
    str
        "wounds", "later" or empty.
    """
    trigger = row[index]
    if not isinstance(trigger, Trigger) or trigger.form != "subject" or trigger.kind != "killed":
        return ""
    if trigger.word in known.grammar["succumbing"]:
        return "wounds"
    late: Late = ""
    cause = False
    for at in range(max(0, index - 2), min(len(row), index + _REACH)):
        phrase = row[at]
        words = set(text[phrase.start : phrase.end].lower().split())
        if cause and words & known.grammar["wound"]:
            return "wounds"
        if words & known.grammar["late"] or (isinstance(phrase, Trigger) and phrase.form == "hospital"):
            late = "later"
        if isinstance(phrase, Trigger) and at > index:
            break
        cause = cause or (at > index and bool(words & known.grammar["cause"]))
    return late


def is_aside(text: str, row: Sequence[Phrase], start: int, stop: int, known: Lexicon) -> bool:
    """Tell whether a toll is of another time than the event: "since January", "last month".

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    start, stop
        The stretch that leads up to the toll, its verb included.
    known
        The vocabulary.

    Returns
    -------
    bool
        True where it is not to be added to what was told before.
    """
    words = text[row[start].start : row[stop].end].lower().split() if start <= stop else []
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return bool(pairs & known.grammar["aside"]) or bool(set(words) & known.grammar["since"])


def is_included(text: str, row: Sequence[Phrase], end: int, index: int, known: Lexicon) -> bool:
    """Tell whether a toll is said to be a part of another: "four policemen, who are counted in the toll".

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    end
        Where its victims end.
    index
        Where its verb or noun stands.
    known
        The vocabulary.

    Returns
    -------
    bool
        True where it is not to be added to what was told before.
    """
    after = (p for p in row[max(0, index - _REACH) : index + 2 * _REACH] if p.start >= end)
    words = " ".join(text[p.start : p.end].lower() for p in after).split()
    return any(
        one in known.grammar["included"] and two == "in" for one, two in pairwise(words)
    ) and not known.grammar["account"].isdisjoint(words)


def is_apart(text: str, row: Sequence[Phrase], start: int, stop: int, known: Lexicon) -> bool:
    """Tell whether a toll is of a further bomb or attack: "a second bomb killed three".

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    start, stop
        The stretch that leads up to the toll.
    known
        The vocabulary.

    Returns
    -------
    bool
        True where its subject or place is said to be another.
    """
    words = text[row[start].start : row[stop].start].lower().replace(",", " ").split() if start < stop else []
    return not known.grammar["apart"].isdisjoint(words)
