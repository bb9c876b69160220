"""Who or what was attacked, as texts in Arabic tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from geoiraq.reports.text.columns import spans
from geoiraq.reports.who.actors import PEOPLE, named_within
from geoiraq.reports.who.targetphrases import FORCES, Clause, Target, Told
from geoiraq.vocabulary import read_words


def done_in_arabic(clause: Clause) -> Iterator[Told]:
    """Read what stands after "targeted", "attacked", "on"."""
    for _, end in spans(clause.text, "targets.arabic.verbs", clause.start, clause.end):
        yield from _in_arabic(clause, end)


def beside_in_arabic(clause: Clause) -> Iterator[Told]:
    """Read what stands after "near", "inside"."""
    for _, end in spans(clause.text, "targets.arabic.beside", clause.start, clause.end):
        yield from _in_arabic(clause, end)


def harmed_in_arabic(clause: Clause) -> Iterator[Told]:
    """Give the forces and people that are named."""
    return (
        (a.start, Target(a.actor.name, a.actor.kind))
        for a in clause.actors
        if a.actor.kind in (*FORCES, *PEOPLE)
    )


#: How many words, and how much text, a target in Arabic may take.
ARABIC_WORDS, ARABIC_REACH = 6, 70
#: Within how many words after the verb it begins: who did it stands before it.
BEFORE_SITE = 4
_ARABIC_WORD = re.compile(r"\S+")


def _in_arabic(clause: Clause, at: int) -> Iterator[Told]:
    """Give the words from a site on, or the actor that stands there."""
    words = _without_asides(
        [m.group() for m in _ARABIC_WORD.finditer(clause.text, at, min(clause.end, at + ARABIC_REACH))]
    )
    open_words = takewhile(lambda word: _bare(word) not in _arabic_words("stops"), words[:BEFORE_SITE])
    first = next((i for i, word in enumerate(open_words) if _is_site(word)), None)
    if first is None:
        actor = next(iter(named_within(clause.actors, at, at + 3)), None)
        if actor is not None:
            yield at, Target(actor.actor.name, actor.actor.kind)
        return
    site = _bare(words[first]).removeprefix("ال")
    taken = [words[first]]
    for word in words[first + 1 : first + ARABIC_WORDS]:
        goes_on = word == "في" and _bare(taken[-1]) in _arabic_words("persons")
        if taken[-1].endswith(("،", ",", ".", ":")) or (
            _bare(word) in _arabic_words("stops") and not goes_on
        ):
            break
        taken.append(word)
    phrase = " ".join(taken).strip("،,.:")
    if taken[-1] in _THEIRS:
        return
    whose = next(
        (m.actor for m in named_within(clause.actors, at, clause.end) if m.actor.kind in FORCES), None
    )
    named = whose is not None and any(
        m.actor is whose and clause.text[m.start : m.end] in phrase for m in clause.actors
    )
    if whose is not None and named and site not in _arabic_words("persons"):
        yield at, Target(whose.name, whose.kind)
    else:
        yield at, Target(phrase)


#: "A gathering of theirs": whose it was is told before.
_THEIRS = ("لهم", "له", "لها")
#: So many words between two commas say when it was.
ASIDE_WORDS = 3


def _without_asides(words: list[str]) -> list[str]:
    """Leave out what stands between two commas: "اغتال مسلحون، ليلة أمس، مختار الحي"."""
    opening = next((i for i, word in enumerate(words[:BEFORE_SITE]) if word.endswith("،")), None)
    if opening is None:
        return words
    last = range(opening + 1, min(len(words), opening + 1 + ASIDE_WORDS))
    closing = next((i for i in last if words[i].endswith("،")), None)
    if closing is None:
        return words
    return [*words[:opening], words[opening].rstrip("،"), *words[closing + 1 :]]


def _is_site(word: str) -> bool:
    """Tell whether a word is for what is attacked, with the article or as an object too."""
    bare = _bare(word)
    known = _arabic_words("sites")
    return bare in known or bare.removeprefix("ال") in known or (bare[-1:] == "ا" and bare[:-1] in known)


def _bare(word: str) -> str:
    """Take punctuation off an Arabic word."""
    return word.strip("،,.:؛")


def is_arabic(clause: Clause) -> bool:
    """Tell whether a clause is in Arabic."""
    opening = clause.text[clause.start : clause.start + 20]
    return not opening.isascii() and any("\u0600" <= c <= "\u06ff" for c in opening)


@cache
def _arabic_words(column: str) -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "targets")["arabic"][column])
