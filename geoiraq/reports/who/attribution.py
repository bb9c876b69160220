"""On whose word: who claims an event, who is blamed for it and by whom, who denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geoiraq.reports.text.columns import first, holds, opens, spans
from geoiraq.reports.text.phrases import lower
from geoiraq.reports.who.actors import PEOPLE, ActorMention, find_actors, named_within
from geoiraq.vocabulary import read_words


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence says of who did it.

    Attributes
    ----------
    claimed, blamed
        The actor who claims the event, or is blamed for it; empty where the sentence names none.
    by
        Who blames, in the words of the text.
    denied
        Who denies it.
    unclaimed
        Whether it says that nobody claimed it.
    """

    claimed: str = ""
    blamed: str = ""
    by: str = ""
    denied: str = ""
    unclaimed: bool = False

    @property
    def actor(self) -> str:
        """Who did it, if the words are to be believed."""
        return self.claimed or self.blamed

    def __str__(self) -> str:
        """Write it as the incident table has it: "blamed on X by Y; unclaimed", "stated"."""
        if self.claimed:
            told = f"claimed by {self.claimed}"
        elif self.blamed:
            told = f"blamed on {self.blamed}" + (f" by {self.by}" if self.by else "")
        elif self.denied:
            return f"denied by {self.denied}"
        else:
            told = "stated"
        denied = f"; denied by {self.denied}" if self.denied else ""
        return f"{told}{denied}{'; unclaimed' if self.unclaimed and not self.claimed else ''}"


#: How far from "claimed" or "blamed" the name may stand.
REACH = 90
_NAME = r"[A-Z][\w'’`-]*|al-[A-Z][\w'’`-]*"
#: "The Brigade of Planning and Pursuit": a name of several capitalised words, at the end of what stands before a claim.
_CAPITALISED = re.compile(
    rf"(?:^|(?<=[\s\"“]))(?P<name>(?:{_NAME})(?:\s+(?:(?:of|in|for|and)\s+(?:the\s+)?)?(?:{_NAME})){{1,6}})"
    r"[\"”]?\s+(?:\w+ly\s+|later\s+|also\s+|has\s+|had\s+|since\s+){0,3}\Z"
)
_ARTICLE = re.compile(r"(?:The|A|An)\s+")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|later\s+|also\s+)?\Z")
#: "blamed the attack on", "attributed the killings to", and a determiner.
_TO_WHOM = re.compile(
    r"\s*(?:(?:the|this|that|these|both|all|an?|it|its|them|his|her)\s+)?(?:(?!by\b)[\w-]+\s+){0,3}?(?:on|to|at|in|of)?\s*"
    r"(?:the\s+|an?\s+|members\s+of\s+|elements\s+of\s+|militants\s+from\s+)?"
)
#: "was attributed by neighbours to"
_TO_THEM = re.compile(r"\s+by\s+(?:(?!to\b)[\w'’-]+\s+){1,5}to\s+(?:the\s+)?")
#: "ISIL suspected."
_ENDS = re.compile(r"\s*(?:[.;,)]|\Z|by\b)")
_BY = re.compile(r"\s*(?:[\w-]+\s+){0,3}?by\s+")
_WHO = re.compile(
    r"(?:the\s+|an?\s+)?(?P<who>[\w'’-]+(?:\s+[\w'’-]+){0,2}?)(?=\s*[.,;]|\s+(?:as|in|on|for|and|who)\b|\Z)"
)
#: "Security sources", as it stands directly before the verb.
_BLAMER = re.compile(r"(?P<who>(?:[\w'’.-]+\s+){1,5})\Z")
_LEADING = re.compile(
    r"\A(?:.*\b(?:but|and|though|although|while|whereas|because|that|however|as|no|claim)\s+)?(?:the\s+|an?\s+|some\s+)?",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:\s+(?:has|have|had|also|later|then|\w+ly|widely|immediately|both|all))+\Z")


_RESPONSIBLE = re.compile(r"\s+(?:\w+\s+){0,2}(?:responsible|accountable)\b")
_OF_WHAT = re.compile(r"\s+(?:\w+\s+){0,2}of\s+")
_MANNERS = tuple(f"attribution.{manner}" for manner in ("claimed", "unclaimed", "blamed", "denied"))


#: An event after the other of a sentence asks for the same.
@lru_cache(maxsize=4)
def read_attribution(text: str, start: int, end: int) -> Attribution:
    """Read on whose word an event is told.

    Parameters
    ----------
    text
        The text.
    start, end
        The sentence or sentences that speak of it.

    Returns
    -------
    Attribution
        Empty where the text states it in its own words.

    Examples
    --------
    >>> text = "No group claimed it, though police suspected Ansar al-Islam."
    >>> str(read_attribution(text, 0, len(text)))
    'blamed on Ansar al-Islam by police; unclaimed'
    """
    if not any(holds(text, manner, start, end) for manner in _MANNERS):
        return Attribution()
    actors = [a for a in find_actors(text, start, end) if a.actor.kind not in PEOPLE]
    sentence = _Sentence(text, start, end, actors)
    unclaimed = holds(text, "attribution.unclaimed", start, end)
    denied = _denied(sentence)
    claimed = "" if unclaimed else _claimed(sentence)
    blamed, by = ("", "") if claimed else _blamed(sentence)
    return Attribution(claimed, blamed, by, denied, unclaimed)


class _Sentence(NamedTuple):
    """A sentence and the actors it names; positions are those of the text."""

    text: str
    start: int
    end: int
    actors: Sequence[ActorMention]

    def before(self, at: int) -> ActorMention | None:
        """Give the subject of the verb at a place: the actor named nearest before it."""
        near = named_within(self.actors, at - REACH, at)
        return next((a for a in reversed(near) if a.end <= at), None)

    def after(self, at: int) -> ActorMention | None:
        """Give the first actor named after a place."""
        return next(iter(named_within(self.actors, at, at + REACH)), None)


def _claimed(sentence: _Sentence) -> str:
    claim = first(sentence.text, "attribution.claimed", sentence.start, sentence.end)
    if claim is None:
        return ""
    at, end = claim
    words = lower(sentence.text[at:end])
    if words.endswith((" by", " from", " name of")):
        return _name(sentence.after(end))
    if not words.isascii():
        # "X announced its responsibility" as in English; "adopted X" with the verb first.
        verb_first = words in _column("verb_first")
        return _name((sentence.after(end) if verb_first else None) or sentence.before(at))
    written = _CAPITALISED.search(sentence.text, max(sentence.start, at - REACH), at)
    subject = sentence.before(at)
    if written is not None and (subject is None or subject.end <= written.start("name")):
        return _ARTICLE.sub("", written["name"], count=1)
    return _name(subject)


def _denied(sentence: _Sentence) -> str:
    denial = first(sentence.text, "attribution.denied", sentence.start, sentence.end)
    return _name(sentence.before(denial[0])) if denial else ""


def _blamed(sentence: _Sentence) -> tuple[str, str]:
    """Give who is blamed, and by whom."""
    for at, end in spans(sentence.text, "attribution.blamed", sentence.start, sentence.end):
        words = lower(sentence.text[at:end])
        if not words.isascii():
            return _name(sentence.after(end)), ""
        if words in _column("blamed_verbs"):
            found = _verb_of_blame(sentence, words, at, end)
        elif (whom := _object(sentence, end)) is not None:
            found = whom.actor.name, ""
        else:
            found = _name(sentence.before(at)), _told_by(sentence, end)
        if found[0]:
            return found
    return "", ""


def _verb_of_blame(sentence: _Sentence, verb: str, at: int, end: int) -> tuple[str, str]:
    """Read "police suspect X", "X was blamed by police", "X suspected."."""
    whom = _object(sentence, end)
    passive = _PASSIVE.search(sentence.text, max(sentence.start, at - 20), at) is not None
    if passive and _TO_THEM.match(sentence.text, end, sentence.end):
        laid_on = (a for a in sentence.actors if a.start > end)
        return next((a.actor.name for a in laid_on if _is_laid_on(sentence, end, a)), ""), ""
    if passive or _ENDS.match(sentence.text, end, sentence.end):
        if verb.startswith("held"):
            return "", ""
        return _name(sentence.before(at)), _told_by(sentence, end)
    if verb.startswith("accus") and _OF_WHAT.match(sentence.text, end, sentence.end):
        return "", ""  # "a man they accused of spying": whom they accuse stands before
    if whom is None or not _is_accusation(sentence, whom.end, verb):
        return "", ""
    by = _blamer(sentence, at)
    return (whom.actor.name, by) if by or not verb.startswith("suspect") else ("", "")


def _is_laid_on(sentence: _Sentence, end: int, actor: ActorMention) -> bool:
    """Tell whether "was ascribed by neighbours to" leads up to an actor."""
    return _TO_THEM.fullmatch(sentence.text, end, actor.start) is not None


def _is_accusation(sentence: _Sentence, at: int, verb: str) -> bool:
    """Tell whether it is the deed that somebody is accused of: not "of failing to react"."""
    if verb.startswith("held"):
        return _RESPONSIBLE.match(sentence.text, at, sentence.end) is not None
    charge = _OF_WHAT.match(sentence.text, at, sentence.end)
    return (
        charge is None
        or not verb.startswith("accus")
        or opens(sentence.text, "attribution.deeds", charge.end(), sentence.end)
    )


def _object(sentence: _Sentence, end: int) -> ActorMention | None:
    """Give whom "blamed the attack on" names."""
    whom = sentence.after(end)
    return whom if whom and _TO_WHOM.fullmatch(sentence.text, end, whom.start) else None


def _blamer(sentence: _Sentence, at: int) -> str:
    """Give the subject of "blamed" in the words of the text, without its article; empty where none stands there."""
    match = _BLAMER.search(sentence.text, max(sentence.start, at - REACH), at)
    if match is None:
        return ""
    words = _LEADING.sub("", _TRAILING.sub("", match["who"].strip()), count=1).split()
    if not words or not (words[-1][0].isupper() or words[-1].lower() in _column("accusers")):
        return ""
    first = words[0].lower() if words[0].lower() in _column("accusers") else words[0]
    return " ".join([first, *words[1:]])


def _told_by(sentence: _Sentence, end: int) -> str:
    match = _BY.match(sentence.text, end, min(sentence.end, end + REACH))
    if match is None:
        return ""
    words = _WHO.match(sentence.text, match.end(), sentence.end)
    return words["who"] if words else ""


def _name(mention: ActorMention | None) -> str:
    return mention.actor.name if mention else ""


def _column(manner: str) -> Sequence[str]:
    column: Sequence[str] = read_words("geoiraq.reports", "modality")["attribution"][manner]
    return column
