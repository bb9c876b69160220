"""Who or what was attacked: the table's name where it has one, else the short noun phrase of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geoiraq.reports.actors import PEOPLE, UNIDENTIFIED, ActorMention, kind_of, named_persons
from geoiraq.reports.events import any_phrase
from geoiraq.reports.nounphrases import NounPhrase, noun_phrase, phrase_words
from geoiraq.reports.phrases import lower
from geoiraq.vocabulary import read_words

#: Kinds whose posts and vehicles are they themselves, and whose losses say whom an attack was meant for.
FORCES = frozenset({"state", "coalition", "militia", "insurgent", "peshmerga", "police", "international"})


@dataclass(frozen=True, slots=True)
class Target:
    """Who or what was attacked.

    Attributes
    ----------
    name
        As the incident table has it.
    kind
        The kind of an actor of the table; empty for what the text calls by words of its own.
    """

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause and the actors it names; `folded` is `text[start:end]` in lower case."""

    text: str
    start: int
    end: int
    folded: str
    actors: Sequence[ActorMention]


def find_target(
    text: str, start: int, end: int, actors: Sequence[ActorMention], agent: str = ""
) -> Target | None:
    """Find who or what a clause says was attacked.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The clause.
    actors
        The actors named in it, without those who only speak.
    agent
        Who did it: never the target.

    Returns
    -------
    Target or None
        None where the clause does not say.

    Examples
    --------
    >>> text = "A bomb attached to the car of a judge went off near a market."
    >>> find_target(text, 0, len(text), []).name
    'car of a judge'
    """
    clause = _Clause(text, start, end, lower(text[start:end]), actors)
    unknown_too = kind_of(agent) in FORCES
    for ways in _ARABIC if _is_arabic(clause) else _ENGLISH:
        told = [found for way in ways for found in way(clause)]
        for _, target in sorted(told, key=lambda found: found[0]):
            if target.name != agent and (target.kind != UNIDENTIFIED or unknown_too):
                return target
    return None


def find_object(text: str, start: int, end: int) -> str:
    """Give what was found, as it stands after "found": "arms cache"; empty where nothing stands there."""
    phrase = noun_phrase(text, start, end)
    return text[phrase.start : phrase.end] if phrase and not phrase.pronoun else ""


#: A target, and where the words stand that tell of it.
_Told = tuple[int, Target]


def _aimed_at(clause: _Clause) -> Iterator[_Told]:
    """Read "targeting a restaurant"."""
    for match in _found(clause, "aims"):
        if not clause.folded.startswith(" by", match.end()):
            yield from _named(clause, clause.start + match.end())


def _attack_on(clause: _Clause) -> Iterator[_Told]:
    """Read "an attack on pilgrims"."""
    for match in _found(clause, "nouns"):
        yield from _named(clause, clause.start + match.end())


def _done_to(clause: _Clause) -> Iterator[_Told]:
    """Read the object of "ambushed", the subject of "was ambushed"."""
    for match in _found(clause, "verbs"):
        at, end = clause.start + match.start(), clause.start + match.end()
        if match.group() in _column("suffers"):
            yield from _subject(clause, at)
        elif _is_passive(clause, at, end):
            subject = list(_subject(clause, at))
            # "Rockets were fired at the base."
            yield from subject or (_named(clause, end) if match.group().endswith(_TOWARDS) else ())
        else:
            yield from _named(clause, end, thing=match.group())


_TOWARDS = (" at", " on", " into", " upon", " inside", " in")


def _thrown_at(clause: _Clause) -> Iterator[_Told]:
    """Read "fired rockets at the base", "threw a grenade into a shop"."""
    for match in _throws().finditer(clause.folded):
        yield from _named(clause, clause.start + match.end())


def _put_on(clause: _Clause) -> Iterator[_Told]:
    """Read "attached to the car of a judge"."""
    for match in _found(clause, "puts"):
        yield from _named(clause, clause.start + match.end())


def _passing(clause: _Clause) -> Iterator[_Told]:
    """Read "as a patrol passed"."""
    for match in _passes().finditer(clause.folded):
        yield from _named(clause, clause.start + match.start("who"))


def _beside(clause: _Clause) -> Iterator[_Told]:
    """Read "exploded near a market"."""
    for match in _found(clause, "beside"):
        if not _is_hiding(clause, match.start()):
            yield from _named(clause, clause.start + match.end(), place=True)


def _within(clause: _Clause) -> Iterator[_Told]:
    """Read "planted in a restaurant", "hidden in a cart"."""
    for match in _found(clause, "beside"):
        if _is_hiding(clause, match.start()):
            yield from _named(clause, clause.start + match.end(), place=True)


def _is_hiding(clause: _Clause, at: int) -> bool:
    words = clause.folded[max(0, at - 16) : at].split()
    return bool(words) and words[-1] in _column("hidings")


def _harmed(clause: _Clause) -> Iterator[_Told]:
    """Read "killed three soldiers", "three soldiers were killed"."""
    for match in _found(clause, "harms"):
        if not match.group().endswith("ing"):
            at, end = clause.start + match.start(), clause.start + match.end()
            suffers = match.group() in _column("suffers") or _is_passive(clause, at, end)
            yield from _subject(clause, at) if suffers else _named(clause, end, thing="killed")


def _harmed_besides(clause: _Clause) -> Iterator[_Told]:
    """Read "killing three soldiers"."""
    for match in _found(clause, "harms"):
        if match.group().endswith("ing"):
            yield from _named(clause, clause.start + match.end(), thing="killed")


def _force_harmed(clause: _Clause) -> Iterator[_Told]:
    """Whom of a force it killed says better than a place beside it for whom it was meant."""
    return (told for way in (_harmed, _harmed_besides) for told in way(clause) if told[1].kind in FORCES)


def _found(clause: _Clause, column: str) -> Iterator[re.Match[str]]:
    """Find words of a column; a capital in mid-sentence makes a name of them (the town of Hit)."""
    for match in _words(column).finditer(clause.folded):
        at = clause.start + match.start()
        if not clause.text[at].isupper() or at == clause.start:
            yield match


#: "Kidnapped and killed", "shot and wounded".
_COORDINATED = re.compile(r"\s+and\s+(?:\w+ed|shot\s+dead|shot)(?=\s)")
#: "Its rider, a member of the Asayish".
_APPOSITION = re.compile(r",\s+(?=an?\s|the\s)")

#: "Five people, including three soldiers".
_AMONG_THEM = re.compile(r",?\s+(?:including|among\s+them|most\s+of\s+them|all\s+of\s+them)\s+")


def _named(clause: _Clause, at: int, *, thing: str = "", place: bool = False) -> Iterator[_Told]:
    """Give what is named at a place, if it is one that can be attacked."""
    coordinated = _COORDINATED.match(clause.text, at, clause.end) if thing else None
    phrase = noun_phrase(clause.text, coordinated.end() if coordinated else at, clause.end)
    if phrase is None:
        return
    target = _meant(clause, phrase, thing, place=place)
    closer = _APPOSITION if phrase.pronoun else _AMONG_THEM
    apposition = closer.match(clause.text, phrase.end, clause.end)
    if target is None and apposition and (phrase.pronoun or thing == "killed"):
        other = noun_phrase(clause.text, apposition.end(), clause.end)
        target = _meant(clause, other, thing, place=place) if other else None
    if target is not None:
        yield at, target


#: A turn after which another subject may stand; behind what is said, none does.
_TURN = re.compile(r"\b(?:when|after|as|while|where|which|that|and|but|before)\b|[;:,]\s|(?<![A-Z])\.\s|\s[-–—]\s")
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|stated)\b")
#: How many turns back, and how far, the subject of a verb is looked for.
TURNS, SUBJECT_REACH = 4, 200
_OPENING = re.compile(
    r"\s*(?:on|in|at|near|during|by|late|early|around|between|since|of|also|separately|from|with|to)\b", re.IGNORECASE
)
_DETERMINER = re.compile(r"(?P<before>[\w.,-]+)\s+(?=(?:an?|two|three|four|five|six|seven|eight|nine|ten|several)\s)")


def _subject(clause: _Clause, verb: int) -> Iterator[_Told]:
    """Give the subject of the verb at a place: the first thing named after the turn before it, or the one before that."""
    low = max(clause.start, verb - SUBJECT_REACH)
    low = max([low, *(m.end() for m in _SAID.finditer(clause.text, low, verb))])
    turns = [low, *(m.end() for m in _TURN.finditer(clause.text, low, verb))][-TURNS:]
    for turn in reversed(turns):
        for at in _beginnings(clause.text, turn, verb):
            phrase = noun_phrase(clause.text, at, verb)
            target = _meant(clause, phrase, "killed") if phrase else None
            if target is not None:
                yield at, target
                return


def _beginnings(text: str, start: int, end: int) -> list[int]:
    """Give where a subject may begin: at once, or, after "On 27 January 2009", with an article."""
    if not _OPENING.match(text, start, end):
        return [start]
    return [m.end() for m in _DETERMINER.finditer(text, start, end) if m["before"].lower() not in phrase_words("stops")]


def _meant(clause: _Clause, phrase: NounPhrase, thing: str = "", *, place: bool = False) -> Target | None:
    """Say what a noun phrase names as a target; None where it is none."""
    if phrase.head in phrase_words("parts"):
        inner = phrase.inner or _led_to(clause, phrase)
        return _meant(clause, inner, thing, place=place) if inner else None
    actor = _actor_of(clause, phrase)
    if actor is not None:
        return Target(actor.actor.name, actor.actor.kind)
    if phrase.inner is None and _is_weapon(clause, phrase):
        return None
    if _is_name(clause.text[phrase.start : phrase.head_end]):
        return _person(clause, phrase, thing) if not place else None
    if phrase.inner is None and (phrase.pronoun or (place and not _is_definite(clause, phrase))):
        return None
    written = clause.text[phrase.start : phrase.end]
    said_more = " " in written and phrase.head in phrase_words("alone")
    if phrase.head in phrase_words("neutral") and not said_more and not _is_stormed(phrase, thing):
        return None
    return Target(written)


_LEADING_TO = re.compile(r"\s+(?:leading\s+)?to\s+")


def _led_to(clause: _Clause, phrase: NounPhrase) -> NounPhrase | None:
    """Give the complement of "entrance to"."""
    match = _LEADING_TO.match(clause.text, phrase.end, clause.end)
    return noun_phrase(clause.text, match.end(), clause.end, inner=True) if match else None


def _is_weapon(clause: _Clause, phrase: NounPhrase) -> bool:
    """Tell whether a vehicle is what the attackers used: "a parked car", "a truck packed with"."""
    if phrase.head not in phrase_words("vehicles"):
        return False
    words = lower(clause.text[phrase.start : phrase.end]).split()
    after = lower(clause.text[phrase.end : phrase.end + 12]).split()
    return not phrase_words("armed").isdisjoint([*words, *after[:1]])


def _is_definite(clause: _Clause, phrase: NounPhrase) -> bool:
    """Tell whether it is a thing among others: "in hospital" is not, "in a hospital" and "in schools" are."""
    return phrase.opened or phrase.head.endswith("s") or clause.text[phrase.start].isupper()


def _is_stormed(phrase: NounPhrase, thing: str) -> bool:
    """Tell whether a place of people is the object of a verb: "stormed the village"; and "the deputy head" a person."""
    if phrase.head == "head":
        return phrase.inner is not None
    return phrase.head in phrase_words("stormed") and thing not in ("", "killed")


def _person(clause: _Clause, phrase: NounPhrase, thing: str) -> Target | None:
    """Give the person that a name may be: one with a rank or an office, or of several words and done to as to persons."""
    titled = named_persons(clause.text, phrase.start, phrase.end)
    if titled:
        return Target(titled[0])
    written = clause.text[phrase.start : phrase.end]
    return Target(written) if " " in written and thing in _column("to_persons") and not written.isupper() else None


def _actor_of(clause: _Clause, phrase: NounPhrase) -> ActorMention | None:
    """Give the actor of the table that a noun phrase names by its noun, or whose people or posts it names."""
    own = [a for a in clause.actors if a.start < phrase.head_end and a.end > phrase.start]
    heading = next((a for a in own if a.end >= phrase.head_end), None)
    if heading is not None:
        return heading
    if phrase.head not in phrase_words("units"):
        return None
    for actor in reversed(own):
        if actor.actor.kind in FORCES:
            return actor
    of = _OF.match(clause.text, phrase.head_end)
    theirs = next((a for a in clause.actors if of and of.end() <= a.start <= of.end() + _SLACK), None)
    return theirs if theirs is not None and theirs.actor.kind in FORCES else None


#: "Manned by", and how far from it the name may stand.
_OF = re.compile(r"\s+(?:of|(?:manned|run|held|guarded|used|operated|staffed)\s+by|belonging\s+to)\s+(?:the\s+|an?\s+)?")
_SLACK = 14


def _is_name(written: str) -> bool:
    """Tell whether every word of it is capitalised and none is for a thing that is attacked as such."""
    words = written.split()
    if any(word.lower().strip(".,'’s") in phrase_words("sites") or word.lower() in phrase_words("sites") for word in words):
        return False
    return all(word[0].isupper() or word.startswith(("al-", "el-")) or word in ("bin", "ibn", "al") for word in words)


def _is_passive(clause: _Clause, at: int, end: int) -> bool:
    """Tell whether the verb at `text[at:end]` is told of the one who suffers it."""
    if _AUXILIARY.search(clause.text, max(clause.start, at - 40), at):
        return True
    return _BY.match(clause.text, end, clause.end) is not None and not clause.text[at:end].endswith("ing")


_AUXILIARY = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:(?:\w+ly|also|later|then|shot|abducted|kidnapped|found)\s+(?:and\s+)?){0,2}\Z")
_BY = re.compile(r"\s+by\b")


def _done_in_arabic(clause: _Clause) -> Iterator[_Told]:
    """Read what stands after "targeted", "attacked", "on"."""
    for match in _arabic("verbs").finditer(clause.folded):
        yield from _in_arabic(clause, clause.start + match.end())


def _beside_in_arabic(clause: _Clause) -> Iterator[_Told]:
    """Read what stands after "near", "inside"."""
    for match in _arabic("beside").finditer(clause.folded):
        yield from _in_arabic(clause, clause.start + match.end())


def _harmed_in_arabic(clause: _Clause) -> Iterator[_Told]:
    return ((a.start, Target(a.actor.name, a.actor.kind)) for a in clause.actors if a.actor.kind in (*FORCES, *PEOPLE))


#: How many words, and how much text, a target in Arabic may take.
ARABIC_WORDS, ARABIC_REACH = 6, 70
_ARABIC_WORD = re.compile(r"\S+")


def _in_arabic(clause: _Clause, at: int) -> Iterator[_Told]:
    """Give the words from a site on, or the actor that stands there."""
    words = [m.group() for m in _ARABIC_WORD.finditer(clause.text, at, min(clause.end, at + ARABIC_REACH))]
    first = next((i for i, word in enumerate(words[:2]) if _bare(word) in _arabic_words("sites")), None)
    if first is None:
        actor = next((a for a in clause.actors if at <= a.start <= at + 2), None)
        if actor is not None:
            yield at, Target(actor.actor.name, actor.actor.kind)
        return
    taken = [words[first]]
    for word in words[first + 1 : first + ARABIC_WORDS]:
        goes_on = word == "في" and _bare(taken[-1]) in _arabic_words("persons")
        if taken[-1].endswith(("،", ",", ".", ":")) or (_bare(word) in _arabic_words("stops") and not goes_on):
            break
        taken.append(word)
    yield at, Target(" ".join(taken).strip("،,.:"))


def _bare(word: str) -> str:
    """Take punctuation off an Arabic word."""
    return word.strip("،,.:؛")


def _is_arabic(clause: _Clause) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in clause.text[clause.start : clause.start + 20])


_Way = Callable[[_Clause], Iterator[_Told]]
#: The ways in which a text tells it, the surest first; of those side by side, what stands first in the text.
_ENGLISH: tuple[tuple[_Way, ...], ...] = (
    (_aimed_at,),
    (_done_to, _attack_on, _thrown_at, _put_on, _passing),
    (_force_harmed,),
    (_beside, _harmed),
    (_harmed_besides, _within),
)
_ARABIC: tuple[tuple[_Way, ...], ...] = ((_done_in_arabic,), (_harmed_in_arabic,), (_beside_in_arabic,))


@cache
def _column(name: str) -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "targets")[name])


@cache
def _words(name: str) -> re.Pattern[str]:
    return any_phrase(tuple(_column(name)))


@cache
def deeds() -> re.Pattern[str]:
    """Find the verbs of what is done to a target."""
    return _words("verbs")


@cache
def _throws() -> re.Pattern[str]:
    verbs, into = _words("throws").pattern, _words("into").pattern
    return re.compile(rf"{verbs}(?:\s+[\w-]+){{0,6}}?\s+{into}")


@cache
def _passes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:as|when|while)\s+(?P<who>(?:[\w'.-]+\s+){{1,7}}?){_words('passes').pattern}")


@cache
def _arabic_words(column: str) -> frozenset[str]:
    return frozenset(read_words("geoiraq.reports", "targets")["arabic"][column])


@cache
def _arabic(column: str) -> re.Pattern[str]:
    return any_phrase(tuple(_arabic_words(column)))
