"""How many were killed and injured in one event, from the words that tell it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from geoiraq.reports.tolls.arabic import is_arabic, read_arabic_tolls
from geoiraq.reports.tolls.lexicon import Lexicon, TollKind, lexicon
from geoiraq.reports.tolls.sentence import read_tolls
from geoiraq.reports.tolls.sums import NOTHING, Sum, settled, sum_of
from geoiraq.reports.tolls.tokens import Token, tokens
from geoiraq.reports.tolls.toll import Toll
from geoiraq.reports.tolls.victims import phrases
from geoiraq.vocabulary import read_words

__all__ = ["Casualties", "Toll", "TollKind", "read_casualties"]


@dataclass(frozen=True, slots=True)
class Casualties:
    """The sums of one event.

    Attributes
    ----------
    low, best, high
        Killed; None where the text gives no number, 0 only where it says none.
    injured, injured_low, injured_high
        Injured; likewise.
    tolls
        What each clause says, in the order of the text.
    notes
        What could not be expressed in numbers, a sentence each.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    injured: int | None = None
    injured_low: int | None = None
    injured_high: int | None = None
    tolls: tuple[Toll, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Who they were, where the text says: "killed: American soldiers 2, civilians 3; injured: police 4"."""
        told = (f"{kind}: {', '.join(whom)}" for kind in ("killed", "injured") if (whom := self._whom(kind)))
        return "; ".join(told)

    def _whom(self, kind: str) -> list[str]:
        """Count the groups and nations of one kind; a clause that says no more than one before adds nothing."""
        counts: dict[str, int] = {}
        for toll in self.tolls:
            if toll.kind != kind or toll.aside or (counts and toll.account):
                continue
            here: Counter[str] = Counter()
            for part in toll.parts:
                here[part.label] += part.count
            for label, count in here.items():
                before = counts.get(label, 0)
                counts[label] = before + count if toll.more else max(before, count)
        return [f"{label} {count}" for label, count in counts.items()]


def read_casualties(text: str, start: int = 0, end: int | None = None) -> Casualties:
    """Read how many were killed and injured in one event.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The stretch that tells the event: a clause, a sentence or a paragraph.

    Returns
    -------
    Casualties
        All fields None or empty where the stretch says nothing.

    Examples
    --------
    >>> told = read_casualties("A bomb killed at least five people, two of them police, and hurt a dozen.")
    >>> told.low, told.best, told.high, told.injured
    (5, 5, None, 12)
    """
    end = len(text) if end is None else end
    hits = _hits(text, start, end)
    if not hits:
        return Casualties()
    known = lexicon()
    told = [
        _tolls(text, tuple(sentence))
        for sentence in _sentences(text, tokens(text, start, end), known)
        if _between(hits, sentence[0].start, sentence[-1].end)
    ]
    return _combine([sentence for sentence in told if sentence])


def died_of_wounds(text: str, start: int, end: int) -> bool:
    """Tell whether all whom a clause tells of died of wounds that they had before.

    Parameters
    ----------
    text
        The text.
    start, end
        The clause.

    Returns
    -------
    bool
        True for "one of them died in hospital on Friday", "he succumbed to his injuries".
    """
    killed = [toll for toll in read_casualties(text, start, end).tolls if toll.kind == "killed"]
    return bool(killed) and all(toll.late or toll.from_injured for toll in killed)


def raises_toll(text: str, start: int, end: int) -> bool:
    """Tell whether a clause adds somebody to a toll told before, and says what it comes to.

    Parameters
    ----------
    text
        The text.
    start, end
        The clause.

    Returns
    -------
    bool
        True for "a body was found on Friday, bringing the toll to five".
    """
    return _RAISES.search(text, start, end) is not None


#: What is brought to a number, and not merely what stands at it.
_RAISES = re.compile(
    r"\b(?:bring|brought|tak|took|rais|push|lift|driv|drove)\w*\s+(?:up\s+)?(?:the|its|their|that)\s+(?:[\w-]+\s+){0,2}"
    r"(?:toll|tally|count|figure|total|number\s+of\s+(?:dead|deaths|victims|fatalities|people\s+killed))\b[^.;]{0,40}?\sto\s",
    re.IGNORECASE,
)


def of_each_place(told: Casualties) -> Casualties:
    """Give what a toll told for several places says of each of them.

    Parameters
    ----------
    told
        The toll of all of them together.

    Returns
    -------
    Casualties
        Without numbers and who they were, save that nobody was hurt.
    """
    nobody_killed = 0 if told.best == 0 else None
    nobody_hurt = 0 if told.injured == 0 else None
    return replace(
        told,
        low=nobody_killed,
        best=nobody_killed,
        high=nobody_killed,
        injured=nobody_hurt,
        injured_low=nobody_hurt,
        injured_high=nobody_hurt,
        tolls=(),
    )


def _hits(text: str, start: int, end: int) -> list[int]:
    """Find, at the cost of one pass, where anything at all may be said."""
    stretch = text[start:end].lower()
    if len(stretch) != end - start:  # a letter whose lower case is two letters
        stretch = text[start:end]
    return [
        start + low
        for _, low, high in _triggers().find_matches_as_indexes(stretch)
        # In Arabic "and" and pronouns are written on to a word.
        if stretch[low] > "\u0600"
        or not (stretch[high : high + 1].isalpha() or stretch[max(0, low - 1) : low].isalpha())
    ]


def _between(hits: Sequence[int], start: int, end: int) -> bool:
    place = bisect_left(hits, start)
    return place < len(hits) and hits[place] < end


#: What tells of harm with the words about it.
_HARMING = (
    "fatal_verbs", "wounding_verbs", "wound", "one_wound", "costing", "lives",
    "clinics", "losing", "falling", "breaking", "missiles", "throats",
)  # fmt: skip


@cache
def _triggers() -> AhoCorasick:
    words = read_words("geoiraq.reports", "casualties")
    kinds = ("killed", "injured", "abducted", "arrested", "missing", "casualty")
    stems = {phrase for kind in kinds for forms in words[kind].values() for phrase in forms}
    stems |= {
        word
        for name, forms in words["arabic"].items()
        if name.split("_")[0] in (*kinds, "negated")
        for word in forms
    }
    stems |= set(words["arabic"]["harm"])
    for told in _HARMING:
        stems |= set(words["grammar"][told])
    return AhoCorasick(sorted(stems), matchkind=MatchKind.LeftmostLongest)


#: What goes on telling an event is read with what told it before, so that the last sentences come again.
LAST_SENTENCES = 32


@lru_cache(maxsize=LAST_SENTENCES)
def _tolls(text: str, sentence: tuple[Token, ...]) -> Sequence[Toll]:
    if is_arabic(text[sentence[0].start : sentence[-1].end]):
        return read_arabic_tolls(text, sentence)
    return read_tolls(text, phrases(sentence), lexicon())


_CLOSING = ('"', "”", "»")


def _sentences(text: str, words: Sequence[Token], known: Lexicon) -> Iterable[list[Token]]:
    sentence: list[Token] = []
    for index, token in enumerate(words):
        if sentence and "\n\n" in text[sentence[-1].end : token.start]:
            yield sentence
            sentence = []
        if token.text == ".":
            before = sentence[-1].word if sentence else ""
            following = words[index + 1].text if index + 1 < len(words) else ""
            initial = len(before) == 1 and before.isalpha()
            if before in known.grammar["abbreviations"] or initial or following[:1].islower():
                continue
            if _corrects(words, index + 1, known):
                sentence.append(token._replace(text=",", word=","))
                continue
        elif token.text == ":" and sentence and sentence[-1].text in _CLOSING:
            pass  # a headline in quotation marks
        elif token.text == ";" and _corrects(words, index + 1, known):
            sentence.append(token._replace(text=",", word=","))
            continue
        elif token.text not in (";", "!", "?", "؟", "؛"):
            sentence.append(token)
            continue
        if sentence:
            yield sentence
        sentence = []
    if sentence:
        yield sentence


def _corrects(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether a sentence only says to what the number just told was changed: "It was later revised to eight"."""
    opening = [token.word for token in words[index : index + _LONGEST_CORRECTION]]
    if not opening or opening[0] not in ("it", "this", "that"):
        return False
    return any(one in known.grammar["rising"] and two == "to" for one, two in pairwise(opening))


#: "This was later raised to": so many words at most.
_LONGEST_CORRECTION = 7


def _combine(told: Sequence[Sequence[Toll]]) -> Casualties:
    told = settled(told)
    tolls = tuple(toll for sentence in told for toll in sentence)
    killed = sum_of(told, "killed")
    counted = max((at for at, t in enumerate(tolls) if t.kind == "injured" and t.whole), default=0)
    # "One of the wounded died; the number of wounded now stands at nine" leaves him out already.
    injured = _less(sum_of(told, "injured"), sum(t.best or 0 for t in tolls[counted:] if t.from_injured))
    killed, injured = _unharmed(tolls, killed, injured)
    if killed == injured == NOTHING:
        unclear = sum_of(told, "casualty")
        if unclear[1] is not None and unclear[1] > 0:
            killed = injured = (0, None, unclear[2])
    elif injured == NOTHING and any(t.late == "wounds" for t in tolls):
        # "Nine were killed or wounded, three of them fatally"
        injured = _less(sum_of(told, "casualty"), killed[1] or 0)
    return Casualties(*killed, injured[1], injured[0], injured[2], tolls, tuple(_notes(tolls)))


def _less(injured: Sum, died: int) -> Sum:
    """Take those who died of their wounds from the injured; where nobody is left, no number was given."""
    if not died or injured[1] is None or injured[1] < died:
        return injured
    if injured[1] == died:
        return NOTHING
    low, best, high = (n - died if n is not None and n >= died else n for n in injured)
    return low, best, high


def _unharmed(tolls: Sequence[Toll], killed: Sum, injured: Sum) -> tuple[Sum, Sum]:
    """Read "nobody was killed", "no casualties": who is unhurt is not killed either."""
    zero: Sum = (0, 0, 0)
    denied = {t.kind for t in tolls if t.best == 0 and t.victims and not t.definite and not t.more}
    nobody_else = any(t.best == 0 and t.victims and t.more for t in tolls)
    harmed = killed != NOTHING
    if not harmed and denied:
        spoken = injured != NOTHING
        if "killed" in denied or "casualty" in denied or ("injured" in denied and not spoken):
            killed = zero
    # Where some were killed, "no casualties" was said of another bomb or by way of contrast.
    if injured == NOTHING and (("injured" in denied) or ("casualty" in denied and not harmed) or nobody_else):
        injured = zero
    return killed, injured


def _notes(tolls: Sequence[Toll]) -> Iterable[str]:
    for toll in tolls:
        if toll.best == 0 and toll.definite:
            yield f"The text says of {toll.victims!r} only that none were {toll.kind}."
        elif toll.best is None and toll.victims:
            yield f"The text gives no number of {toll.victims!r} {toll.kind}."
