"""Whether a verb tells that people were harmed: not where that is planned, denied or a noun, or they died in bed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.reports.tolls.coordination import Found, nobody
from geoiraq.reports.tolls.lexicon import Lexicon
from geoiraq.reports.tolls.row import Marker, Phrase, Trigger, Victims, phrase_at, step_over


def is_natural(row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    """Whether "died in bed", "died of natural causes" stands here."""
    return any(
        isinstance(p, Marker) and p.word in known.grammar["natural"] for p in row[index + 1 : index + 4]
    )


def is_noun(before: Phrase | None, known: Lexicon) -> bool:
    """Whether "wounds" is a noun here: "of wounds", "his wounds"."""
    if not isinstance(before, Marker) or before.word == "to":
        return False
    return before.mark == "preposition" or before.word in known.grammar["determiner"]


def is_of_the_dead(row: Sequence[Phrase], index: int) -> bool:
    """Whether "dead" is a noun that a preposition governs: "the count of the dead leaves out the bomber"."""
    verb, article, joint = (phrase_at(row, at) for at in (index, index - 1, index - 2))
    return (
        isinstance(verb, Trigger)
        and verb.word == "dead"
        and isinstance(article, Marker)
        and article.word == "the"
        and isinstance(joint, Marker)
        and joint.mark == "preposition"
    )


def of_a_grave(row: Sequence[Phrase], index: int) -> bool:
    """Whether bodies are those that a grave holds: its dead are of another time than its discovery."""
    verb = row[index]
    if not isinstance(verb, Trigger) or verb.form not in ("found", "nominal"):
        return False
    return any(
        not isinstance(phrase, Trigger)
        and _GRAVES.search(phrase.noun if isinstance(phrase, Victims) else phrase.word)
        for phrase in row[max(0, index - _HELD) : index]
    )


_GRAVES = re.compile(r"graves?\Z")
#: So many phrases at most stand between a grave and the bodies that it holds.
_HELD = 6


def denied_of_all(row: Sequence[Phrase], index: int) -> Found | None:
    """Read "did not kill anyone", "without hurting anybody"."""
    following = phrase_at(row, step_over(row, index + 1))
    if not isinstance(following, Marker) or following.mark not in ("nobody", "anybody"):
        return None
    negative = any(isinstance(p, Marker) and p.mark == "negative" for p in row[max(0, index - 3) : index])
    if negative != (following.mark == "anybody"):
        return None
    return [nobody(following)], [step_over(row, index + 1)]


def not_a_fact(row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    """Whether the verb is planned, possible, attempted or denied, and not told as done."""
    trigger = row[index]
    if isinstance(trigger, Trigger) and trigger.word == "with":
        return False
    if any(isinstance(p, Victims) and p.noun in _GLOSSES for p in row[index + 1 : index + _GLOSSED]):
        return True  # "were neutralised, a term that means killed or captured"
    for step in range(1, 7):
        phrase = phrase_at(row, index - step)
        match phrase:
            case Marker(mark="modal"):
                return True
            case Marker(mark="negative"):
                return isinstance(trigger, Trigger) and trigger.form not in ("counted", "found")
            case Marker(mark="have" | "aux" | "adverb" | "conjunction"):
                continue
            case Marker(word=word) if word in known.grammar["intention"] and word != "to":
                return True
            case Marker(word="to"):
                return (
                    isinstance(trigger, Trigger)
                    and trigger.form == "present"
                    and not _managed(row, index, known)
                )
            case Marker(mark="preposition", word="of" | "at") if step == 1:
                continue
        break
    return False


#: What explains a word that was not the writer's own, and so many phrases at most before it.
_GLOSSES = ("term", "euphemism")
_GLOSSED = 6


def _managed(row: Sequence[Phrase], index: int, known: Lexicon) -> bool:
    words = [p.word for p in row[max(0, index - 4) : index] if isinstance(p, Marker)]
    return any(" ".join(words).endswith(phrase) for phrase in known.grammar["accomplished"])
