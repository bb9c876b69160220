"""What happened: the words of a text that tell an event, and what kind of event each tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple, Protocol

from geoiraq.places.recognition.recognise import Mention
from geoiraq.reports.layer import Layer
from geoiraq.reports.text.columns import CONDITIONS, holds, spans
from geoiraq.reports.text.phrases import Found, Phrases, lower, lowered
from geoiraq.reports.what.objects import takes
from geoiraq.vocabulary import read_words

#: How a word tells an event: as a thing, as a fact, beside another fact, or in a form that asserts nothing by itself.
Form = Literal["noun", "verb", "doing", "bare"]
FORMS: tuple[tuple[str, Form], ...] = (
    ("nouns", "noun"),
    ("verbs", "verb"),
    ("doing", "doing"),
    ("bare", "bare"),
)


@dataclass(frozen=True, slots=True)
class EventKind:
    """A row of the table of events; `needs`, `signs` and `unless` name the columns of its conditions, if any."""

    id: str
    layer: Layer
    event_type: str
    sub_event_type: str
    needs: str = ""
    signs: str = ""
    unless: str = ""
    place: Literal["", "before", "after", "base"] = ""
    takes: Literal["", "captives", "wanted", "ground", "posts", "protests"] = ""


class Trigger(NamedTuple):
    """A word or phrase that tells an event: `text[start:end]`."""

    start: int
    end: int
    form: Form
    kind: EventKind


class Spanned(Protocol):
    """What stands at `text[start:end]`."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class _Word:
    form: Form
    kind: EventKind


#: The kind of place of which only a force can be said to leave it.
BASE = "base"
#: "killed", "wounded": what came of an attack rather than an attack of its own.
CONSEQUENCE = "kill"


def find_triggers(
    text: str, start: int, end: int, named: Sequence[Spanned] = (), *, before: int | None = None
) -> list[Trigger]:
    """Find the words that tell events in a sentence.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The sentence.
    named
        The dates and places of the sentence: a word that belongs to one ("March", "Hit") tells no event.
    before
        Where the sentence before starts: what it speaks of is what "most of them" and "it" stand for.

    Returns
    -------
    list of Trigger
        In order; words whose conditions (`needs`, `unless`) their surroundings do not meet are left out.

    Examples
    --------
    >>> [t.kind.id for t in find_triggers("Gunmen raided a shop; troops withdrew.", 0, 37)]
    ['raid', 'withdrawal']
    """
    meant = (before, start) if before is not None and stands_for(text, start, end) else (start, start)
    places = [n for n in named if isinstance(n, Mention)]
    starts, ends = {n.start for n in places}, {n.end for n in places}
    bases = {n.start for n in places if n.place.kind == BASE}
    found: list[Trigger] = []
    for phrase in _words().readings(text, start, end):
        if found and phrase.start < found[-1].end:
            continue
        if any(n.start < phrase.end and phrase.start < n.end for n in named) or _is_month(text, phrase):
            continue
        if (
            _is_no_verb(text, phrase)
            or _is_attribute(text, phrase, start)
            or _is_cleared(text, phrase, start)
            or _is_of_a_name(text, phrase)
            or _is_manner(text, phrase)
            or _SETS_ABOUT.match(text, phrase.start, end)
        ):
            continue
        comma = text[phrase.start - 2 : phrase.start - 1] == ","
        beside = {
            "before": phrase.start - (2 if comma else 1) in ends,
            "after": phrase.end + 1 in starts,
            "base": phrase.end + 1 in bases,
            "": True,
        }
        around = _Around(meant, start, end, phrase.start, phrase.end, start if before is None else before)
        trigger = _reading(text, phrase, around, beside)
        if trigger is not None:
            found.append(trigger)
    return found


def _is_attribute(text: str, phrase: Found[tuple[_Word, ...]], start: int) -> bool:
    """Tell whether a participle only describes: "the abandoned bases", "the wounded"."""
    if any(word.form != "verb" for word in phrase.payload) or " " in text[phrase.start : phrase.end]:
        return False
    return _DETERMINER.search(lowered(text), max(start, phrase.start - 32), phrase.start) is not None


def _is_no_verb(text: str, phrase: Found[tuple[_Word, ...]]) -> bool:
    """Tell whether Arabic's article or "to the" is written on to what is known as a verb: "silenced", not "voted"."""
    if text[phrase.start : phrase.end].isascii() or any(word.form != "verb" for word in phrase.payload):
        return False
    return text.startswith(("ال", "لل"), phrase.start - 2) if phrase.start > 1 else False


def _is_cleared(text: str, phrase: Found[tuple[_Word, ...]], start: int) -> bool:
    """Tell whether a weapon was found or made safe: "defused a car bomb" tells no bombing."""
    if any(word.form != "noun" or word.kind.layer != "attack" for word in phrase.payload):
        return False
    cleared = spans(text, "cleared", max(start, phrase.start - 60), phrase.start)
    return any(_WHAT_WEAPON.fullmatch(text, end, phrase.start) for _, end in cleared)


def _is_of_a_name(text: str, phrase: Found[tuple[_Word, ...]]) -> bool:
    """Tell whether a word is part of a name: "the International Day for the Elimination of Violence"."""
    if not text[phrase.start].isupper() or any(word.form != "noun" for word in phrase.payload):
        return False
    return _NAME_OF.search(text, max(0, phrase.start - 40), phrase.start) is not None


def _is_manner(text: str, phrase: Found[tuple[_Word, ...]]) -> bool:
    """Tell whether a bare noun only says in what spirit a thing was done: "resigned in protest"."""
    return (
        text[phrase.start : phrase.end].lower() == "protest"
        and _IN.search(text, max(0, phrase.start - 4), phrase.start) is not None
    )


def stands_for(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence begins with a word that stands for what was spoken of before: "They", "The first"."""
    return _STANDS_FOR.match(text, start, end) is not None


def _is_month(text: str, phrase: Found[tuple[_Word, ...]]) -> bool:
    return text[phrase.start : phrase.end] in _capitalised_months()


class _Around(NamedTuple):
    """The sentence around a phrase, and what was spoken of before it where that is meant."""

    meant: tuple[int, int]
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    sentence_before: int

    def holds(self, text: str, column: str, *, elliptic: bool = False) -> bool:
        """Tell whether a phrase of a column stands before or after the phrase, or in what is meant.

        Of an ellipsis ("Camp A followed on Monday", "then it was the turn of Camp A") the sentence before is meant.
        """
        before, after = max(self.start, self.phrase_start - _BEFORE), min(self.end, self.phrase_end + _AFTER)
        meant = (self.sentence_before, self.start) if elliptic else self.meant
        stretches = (meant, (before, self.phrase_start), (self.phrase_end, after))
        return any(holds(text, column, low, high) for low, high in stretches)

    def is_part_of(self, text: str, column: str) -> bool:
        """Tell whether a phrase of a column stands close to the phrase, or takes it in."""
        low, high = max(self.start, self.phrase_start - 40), min(self.end, self.phrase_end + 60)
        return holds(text, column, low, high)


def _reading(
    text: str, phrase: Found[tuple[_Word, ...]], around: _Around, beside: Mapping[str, bool]
) -> Trigger | None:
    """Choose what a phrase tells here, of what the table says it can tell."""
    placed = [word for word in phrase.payload if beside[word.kind.place]]
    fitting = [word for word in placed if _fits(text, word, around)]
    if not fitting:
        return None
    before = lowered(text)[max(around.start, phrase.start - _BEFORE) : phrase.start]
    forms = {word.form for word in fitting}
    if {"noun", "doing"} <= forms:
        wanted = (
            "doing"
            if _is_verb(before, text[phrase.end : phrase.end + 24]) or before.endswith(", ")
            else "noun"
        )
        fitting = [word for word in fitting if word.form == wanted]
    elif "bare" in forms and not forms.isdisjoint(("noun", "doing")):
        # "To bomb", or a bomb, which by itself tells nothing.
        wanted = "bare" if _is_verb(before, text[phrase.end : phrase.end + 24]) else "noun"
        fitting = [word for word in fitting if word.form == wanted]
    if not fitting:
        return None
    return Trigger(phrase.start, phrase.end, fitting[0].form, fitting[0].kind)


#: How far around an event word its conditions look.
_BEFORE, _AFTER = 80, 90


def _fits(text: str, word: _Word, around: _Around) -> bool:
    kind = word.kind
    if kind.unless and around.is_part_of(text, kind.unless):
        return False
    if word.form == "noun":
        return True
    if kind.takes and not takes(text, kind.takes, around.phrase_end, around.end):
        return False
    elliptic = kind.place in ("before", "after")
    return all(around.holds(text, column, elliptic=elliptic) for column in (kind.needs, kind.signs) if column)


def _is_verb(before: str, after: str) -> bool:
    """Tell whether a word that is a noun as well ("attack", "strike") is used as a verb here: it takes an object."""
    if _TO.search(before) or _PRONOUN.search(before):
        return True
    return _NOUN_BEFORE.search(before) is None and _OBJECT.match(after) is not None


_TO = re.compile(r"\b(?:to|will|would|could|can|may|might|should|must|not)\s+(?:\w+ly\s+)?$")
_STANDS_FOR = re.compile(
    r"(?:(?:At least\s+)?[A-Z][\w-]*\s+of\s+(?:them|these|which|the\s+\w+)"
    r"|They|It|Both|Another|Others|All|The\s+(?:first|second|rest|remainder|others|last\s+of\s+them)"
    r"|(?:(?:About|Around|Nearly|Almost|Roughly|Some|More\s+than)\s+)?(?:[Hh]alf|(?:a|one)\s+third|two[\s-]thirds|a\s+quarter)"
    r"(?=\s+(?!of\b)\w)|(?:Most|Many|Some|Several)(?=\s+(?:were|was|have|had|moved|went|left|flew|returned|arrived|stayed)\b)"
    # "Two rockets. One impacted by the river."
    r"|(?:One|Two|Three|Four|Five|Six|\d+)(?=\s+(?:landed|impacted|exploded|detonated|fell|hit|struck|went|blew|missed|failed)\b))\b"
)
_IN = re.compile(r"\b[Ii]n\s\Z")
#: "Forces moved to clear the square", "moved to protect those who stay": they set about it, and went nowhere.
_SETS_ABOUT = re.compile(
    r"(?:moved|have\s+moved|has\s+moved|had\s+moved)\s+(?:quickly\s+|swiftly\s+)?to\s+(?:\w+ly\s+)?(?:(?!the\b|an?\b|its\b|their\b|his\b|her\b|new\b|other\b)"
    r"[a-z]{2,}\s+(?:the|an?|those|these|its|their|his|her|all|any|off|down|out)\b"
    r"|(?:arrest|ban|block|boost|bring|calm|cancel|clear|close|contain|control|crush|curb|cut|defend|defuse|detain|disarm|dismantle"
    r"|disperse|dissolve|ease|end|enforce|evict|expel|fill|free|halt|impose|increase|limit|lift|prevent|protect|quell|raise|reassure"
    r"|reduce|reinforce|remove|replace|restore|restrict|retake|save|seal|secure|seize|shore|shut|stem|stop|strengthen|suppress|tighten)\b)"
)
_NAME_OF = re.compile(r"\b[A-Z][\w’'-]+\s+(?:of|for|on|against)\s+(?:the\s+)?$")
_WHAT_WEAPON = re.compile(r"\s+(?:[\w-]+\s+){0,5}")
#: "The wounded soldiers", "families of detained men", "who represents detained men".
_DETERMINER = re.compile(
    r"\b(?:(?:the|an?|its|their|his|her|these|those|of|for|to|who\s+\w+s)\s+|most\s+\w+ly\s+|(?:freshly|newly)\s+)\Z"
)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|who|which)\s+(?:\w+ly\s+|often\s+)?$")
_NOUN_BEFORE = re.compile(
    r"(?:^|\b(?:an?|the|this|that|these|those|its|their|his|her|of|in|by|after|for|from|on|with|during|no|any|each"
    r"|every|first|second|third|one|two|three|four|five|six|several|many|\d+|[\w-]+ed|deadly|new|major|such))\s+$"
)
_OBJECT = re.compile(
    r"\s+(?:(?:an?|the|their|its|his|her|this|these|some|several|dozens|hundreds|thousands|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|with|at\s+the|everyone|all)\b|\d|[A-Z]|al-)"
)


def with_means(trigger: Trigger, text: str, start: int, end: int) -> Trigger:
    """Say more exactly what kind of attack it was, by the weapons that the clause names.

    Parameters
    ----------
    trigger
        An attack told in general words ("attack", "hit", "killed").
    text
        The text that spans refer to.
    start, end
        The clause.

    Returns
    -------
    Trigger
        The same trigger where it is exact already, or no weapon is named.
    """
    if trigger.kind.id not in _GENERAL:
        return trigger
    means = _means().find(text, start, end)
    if not means:
        return trigger
    if trigger.kind.id == "strike":
        # What a strike destroyed ("two car bombs") is not what it was made with.
        means = [m for m in means if m.end <= trigger.start or _BY_MEANS.search(text, trigger.end, m.start)]
    if not means:
        return trigger
    nearest = min(means, key=lambda m: abs(m.start - trigger.start))
    event_type, sub = nearest.payload
    if trigger.kind.id in ("strike", "fire", "bombing") and event_type != "Explosions/Remote violence":
        return trigger
    return trigger._replace(kind=replace(trigger.kind, event_type=event_type, sub_event_type=sub))


_BY_MEANS = re.compile(r"\b(?:with|using|by)\s+(?:\w+\s+){0,3}$")
_GENERAL = frozenset({"attack", "ambush", "kill", "strike", "fire", "bombing", "shooting", "car-bomb"})


@cache
def _words() -> Phrases[tuple[_Word, ...]]:
    words: dict[str, list[_Word]] = {}
    for number, event in enumerate(read_words("geoiraq.reports", "events")["event"]):
        conditions = {name: f"events.{number}.{name}" for name in CONDITIONS if name in event}
        kind = EventKind(
            event["id"],
            event["layer"],
            event["type"],
            event["sub"],
            place=event.get("place", ""),
            takes=event.get("takes", ""),
            **conditions,
        )
        for column, form in FORMS:
            for phrase in event.get(column, ()):
                words.setdefault(lower(phrase), []).append(_Word(form, kind))
    words = _passives(words) | words
    return Phrases((phrase, tuple(known)) for phrase, known in words.items())


def _passives(words: Mapping[str, Sequence[_Word]]) -> dict[str, list[_Word]]:
    """Give the other passives of what "was" done: "had been", and the mere participle of headlines and logs."""
    passives: dict[str, list[_Word]] = {}
    for phrase, known in words.items():
        was, _, participle = phrase.partition(" ")
        told = [word for word in known if word.form == "verb"] if was in ("was", "were") else []
        if told:
            passives.setdefault(participle, []).extend(_Word("bare", word.kind) for word in told)
            for perfect in _PERFECTS:
                passives.setdefault(f"{perfect} {participle}", []).extend(told)
    return passives


_PERFECTS = ("had been", "has been", "have been")


@cache
def _capitalised_months() -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "events")["never_capitalised"])


@cache
def _means() -> Phrases[tuple[str, str]]:
    table = read_words("geoiraq.reports", "events")["means"]
    return Phrases((word, (row["type"], row["sub"])) for row in table for word in row["words"])


def any_phrase(column: tuple[str, ...]) -> re.Pattern[str]:
    """Build a pattern that finds any of some phrases as whole words in lowered text."""
    longest_first = sorted(map(lower, column), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_with_particles, longest_first))})(?!\w)")


def _with_particles(phrase: str) -> str:
    """Let Arabic write "and" or "so" onto a phrase."""
    return re.escape(phrase) if phrase.isascii() else f"[وف]?{re.escape(phrase)}"
