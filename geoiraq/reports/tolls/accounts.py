"""On whose word a toll stands, and of which time it is told: "a medic spoke of five", "since January"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at
from geoiraq.reports.tolls.verbs import preposition_of

#: A toll that a source is named for, one that is said to be outdated, or one that a side claims for its own deed.
Account = Literal["", "another", "earlier", "claimed"]
#: Whether those who died did so later, or of their wounds.
Late = Literal["", "later", "wounds"]

#: So many between "updating" and the toll that it takes the place of.
_BESIDE = 3
#: So many phrases at most stand between "died" and "of his wounds".
_REACH = 7
#: So many between "since August" and its "when".
_NEAR = 4


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
        "another" where somebody is said to say it; "earlier" where the words call it outdated ("the initial count");
        "claimed" for "alleging that it had killed nine".
    """
    words = set(text[row[start].start : row[stop].end].lower().split()) if start <= stop else set()
    speech = any(
        isinstance(p := row[at], Marker)
        and not known.grammar["speech"].isdisjoint(p.word.split())
        and not _closes(phrase_at(row, at + 1))
        for at in range(start, stop)
    )
    if _is_replaced(row, stop, known):
        return "earlier"
    outdated = words & known.grammar["outdated"] and not words & known.grammar["updating"]
    if outdated and (speech or words & known.grammar["account"]):
        return "earlier"
    if any(_is_claim(row, at, known) for at in range(start, stop)):
        return "claimed"
    return "another" if speech else ""


def is_revision(text: str, row: Sequence[Phrase], start: int, index: int, known: Lexicon) -> bool:
    """Tell whether a figure takes the place of the one told before: "but later raised the figure to 125".

    Parameters
    ----------
    text
        The text.
    row
        The sentence's phrases.
    start, index
        From the toll before it to its own noun.
    known
        The vocabulary.

    Returns
    -------
    bool
        True where a verb of changing stands right before the noun for a figure.
    """
    verb = row[index - 1] if index > start else None
    return isinstance(verb, Marker) and verb.word in known.grammar["rising"]


def _is_replaced(row: Sequence[Phrase], at: int, known: Lexicon) -> bool:
    """Whether a toll is the one that a new one takes the place of: "updating a toll of nine"."""
    joint = phrase_at(row, at + 1)
    if not (isinstance(joint, Marker) and joint.word == "of"):
        return False
    before = row[max(0, at - _BESIDE) : at]
    return any(isinstance(p, Marker) and p.word in known.grammar["replacing"] for p in before)


def _is_claim(row: Sequence[Phrase], at: int, known: Lexicon) -> bool:
    """Whether somebody claims what follows: "claimed to have killed", "claims nine dead", not "claimed the attack"."""
    verb, said = row[at], phrase_at(row, at + 1)
    if not isinstance(verb, Marker) or verb.word not in known.grammar["claim"]:
        return False
    if isinstance(said, Victims):
        return said.shape == "number" or said.noun in known.grammar["claimed"]
    return isinstance(said, Marker) and said.word in known.grammar["claimed"]


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
    further = isinstance(who := phrase_at(row, index - 1), Victims) and who.shape == "ordinal"
    late: Late = "later" if further or _has_since(row, index) else ""  # "a third died on Friday"
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


def _has_since(row: Sequence[Phrase], index: int) -> bool:
    """Whether a sentence opens with who has died by now: "Nine were poisoned; two have died"."""
    told_before = any(
        isinstance(p, Trigger) or (isinstance(p, Marker) and p.mark == "comma") for p in row[:index]
    )
    have = phrase_at(row, index - 1)
    perfect = isinstance(have, Marker) and have.mark == "have" and not have.word.startswith("had")
    return perfect and not told_before


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
    words = _words(text, row[start : stop + 1])
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return bool(pairs & known.grammar["aside"]) or bool(set(words) & known.grammar["since"])


def is_history(text: str, row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    """Tell whether a verb counts the dead of an epoch, and no event's: "60 have been killed since the invasion".

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
    bool
        True for a perfect with "since 2003" or "this year", and after "running total".
    """
    if any(
        " ".join(pair) in known.grammar["tallies"]
        for pair in pairwise(_words(text, row[max(0, index - _REACH) : index]))
    ):
        return True
    clause = row[_clause_start(row, index) : index]
    if not any(isinstance(p, Marker) and p.mark == "have" and p.word != "had" for p in clause):
        return False
    words = [*_words(text, clause), *_words(text, _rest(row, index))]
    for at, word in enumerate(words):
        later = words[at + 1 : at + 5]
        if word in known.grammar["since"] and any(w in known.grammar["epochs"] or _is_year(w) for w in later):
            return True
    return any(" ".join(pair) in known.grammar["so_far"] for pair in pairwise(words))


def is_compared(text: str, row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    """Tell whether a verb tells of deaths with which the event's are compared.

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
    bool
        True for "a similar attack in May killed 40", "where 50 died last year", "the widow of a man killed last year".
    """
    at = _clause_start(row, index)
    clause, opening = row[at:index], row[at]
    if any(
        one in known.grammar["comparing"] and two in known.grammar["attacks"]
        for one, two in pairwise(_words(text, clause))
    ):
        return True
    near = _words(text, _since_comma(clause))
    if any(" ".join(pair) in known.grammar["backward"] for pair in pairwise(near)):
        return True
    past = any(" ".join(pair) in known.grammar["aside"] for pair in pairwise(_words(text, _rest(row, index))))
    verbs = {p.mark: p.word for p in clause if isinstance(p, Marker)}
    if isinstance(opening, Marker) and opening.word in known.grammar["relating"]:
        if known.grammar["since"] & set(_words(text, row[max(0, at - _NEAR) : at])):
            return True  # "the worst attack since August, when 90 were killed"
        return past or (opening.word in known.grammar["relating_things"] and verbs.get("have") == "had")
    finite = "aux" in verbs or "have" in verbs
    return past and not finite and _is_reduced(row, index)


def _since_comma(clause: Sequence[Phrase]) -> Sequence[Phrase]:
    """Give what follows the last comma."""
    commas = [at for at, p in enumerate(clause) if isinstance(p, Marker) and p.mark == "comma"]
    return clause[commas[-1] + 1 :] if commas else clause


def _is_reduced(row: Sequence[Phrase], index: int) -> bool:
    """Whether a participle only describes a noun phrase that a preposition governs: "the widow of a man killed"."""
    verb, noun = row[index], phrase_at(row, index - 1)
    return (
        isinstance(verb, Trigger)
        and verb.form == "participle"
        and isinstance(noun, Victims)
        and preposition_of(row, index - 1) is not None
    )


def _words(text: str, phrases: Sequence[Phrase]) -> list[str]:
    return [word for p in phrases for word in text[p.start : p.end].lower().split()]


def _rest(row: Sequence[Phrase], index: int) -> Sequence[Phrase]:
    """Give what follows a verb in its clause."""
    for at in range(index + 1, min(len(row), index + 1 + _REACH)):
        phrase = row[at]
        if isinstance(phrase, Trigger) or (isinstance(phrase, Marker) and phrase.mark in ("comma", "clause")):
            return row[index + 1 : at]
    return row[index + 1 : index + 1 + _REACH]


def _is_year(word: str) -> bool:
    return word[:4].isdigit() and word[:2] in ("19", "20")


def _clause_start(row: Sequence[Phrase], index: int) -> int:
    """Find where the clause of a verb begins: at its "which", or after the verb, comma or "and" before it."""
    for at in range(index - 1, -1, -1):
        phrase = row[at]
        if isinstance(phrase, Trigger) or (isinstance(phrase, Marker) and phrase.mark == "break"):
            return at + 1
        if isinstance(phrase, Marker) and phrase.mark == "clause":
            return at
    return 0


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
