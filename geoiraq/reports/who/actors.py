"""Who is named: the organisations, forces and kinds of people of the table, as a text names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from geoiraq.places.names import sound_key
from geoiraq.reports.text.phrases import Phrases, lower
from geoiraq.vocabulary import read_words

#: Kinds of those who are no organisation: nobody is told apart by them.
UNIDENTIFIED = "unidentified"
#: The kind of groups that fight the state.
INSURGENT = "insurgent"
#: The row of the table for those of any armed group: "militants".
INSURGENTS = "Insurgents"
#: Kinds of people who suffer rather than act.
PEOPLE = frozenset({"civilians", "officials"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A row of the table of actors."""

    name: str
    kind: str
    since: date | None = None
    predecessor: str = ""
    parents: tuple[str, ...] = ()


class ActorMention(NamedTuple):
    """An actor named in a text: `text[start:end]`."""

    start: int
    end: int
    actor: Actor


_NOBODY = Actor("", "")
_CAPITALISED = r"(?:[A-Z][\w'’`-]*|al-[A-Z][\w'’`-]*|[Aa]l)"
#: "A group calling itself the Brigades of the Lions": a name that no table holds, as it is written.
_SELF_STYLED = re.compile(
    r"\b(?:group|organi[sz]ation|militia|faction|brigade|cell|movement|network)\s+"
    r"(?:calling\s+itself|that\s+calls\s+itself|which\s+calls\s+itself|identifying\s+itself\s+as|known\s+as|called|named)"
    rf"\s+[\"“'‘]?(?:[Tt]he\s+)?(?P<name>{_CAPITALISED}(?:\s+(?:(?:of|in|for)\s+(?:the\s+)?)?{_CAPITALISED}){{0,6}})"
)
_PERSON = re.compile(
    r"(?:(?:General|Gen\.|Colonel|Col\.|Commander|Sheikh|leader|chief|head|commander|general|cleric)\s+)"
    r"(?P<name>(?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+|bin|ibn)(?:\s+(?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+|bin|ibn)){1,3})"
)


def find_actors(text: str, start: int, end: int) -> list[ActorMention]:
    """Find the actors that a stretch of text names.

    Parameters
    ----------
    text
        The text that spans refer to.
    start, end
        The stretch.

    Returns
    -------
    list of ActorMention
        In order. What says of one force who of it acted is one mention: "American combat troops", "militants of the
        Islamic State".

    Examples
    --------
    >>> [m.actor.name for m in find_actors("Gunmen loyal to the Mahdi Army fired on Polish soldiers.", 0, 56)]
    ['Mahdi Army', 'Polish forces']
    """
    found: list[ActorMention] = []
    for mention in _named(text, start, end):
        joined = _joined(text, found[-1], mention) if found else None
        if joined is None:
            found.append(mention)
        else:
            found[-1] = joined
    return found


def _named(text: str, start: int, end: int) -> Iterator[ActorMention]:
    listed = [ActorMention(n.start, n.end, n.payload) for n in _names().find(text, start, end)]
    styled = [_as_written(text, match) for match in _SELF_STYLED.finditer(text, start, end)]
    if styled:
        listed = [m for m in listed if not any(s.start < m.end and m.start < s.end for s in styled)]
        listed = sorted([*listed, *styled], key=lambda m: m.start)
    return (m for m in listed if m.actor.name)


def _as_written(text: str, match: re.Match[str]) -> ActorMention:
    """Give the group that names itself; by the name of the table where it has one."""
    known = [n for n in _names().find(match["name"]) if n.payload.name]
    actor = known[0].payload if known else Actor(match["name"], "insurgent")
    return ActorMention(match.start(), match.end(), actor)


def _joined(text: str, first: ActorMention, second: ActorMention) -> ActorMention | None:
    """Make one of two mentions that name one force together; None where they name two."""
    between = " ".join(lower(text[first.end : second.start]).split())
    if is_generic(text, second) and first.actor.kind not in (UNIDENTIFIED, *PEOPLE):
        if not between or between in _words("between"):
            return ActorMention(first.start, second.end, first.actor)
    elif not between and _is_adjective_of(text, first, second.actor):
        return ActorMention(first.start, second.end, second.actor)
    loose = is_generic(text, first) or first.actor.kind == UNIDENTIFIED
    if (
        loose
        and not is_generic(text, second)
        and second.actor.kind not in (UNIDENTIFIED, *PEOPLE)
        and (not between or _is_bond(between))
    ):
        return ActorMention(first.start, second.end, second.actor)
    return None


def _is_adjective_of(text: str, mention: ActorMention, actor: Actor) -> bool:
    """Tell whether a nationality only says whose people come after it: "Iranian pilgrims", "Iraqi policemen"."""
    adjective = lower(text[mention.start : mention.end]) in _adjectives()
    return adjective and (actor.kind in PEOPLE or mention.actor.name in actor.parents)


def is_generic(text: str, mention: ActorMention) -> bool:
    """Tell whether a mention is a word for the people of any force: "troops", "militants"."""
    return lower(text[mention.start : mention.end]) in _words("generic")


#: How many words may still stand between "loyal to" and the name: "the 3rd", "radical Shi'ite cleric".
_BOND_SLACK = 3


def _is_bond(between: str) -> bool:
    words = between.split()
    return (
        any(
            " ".join(words[: len(words) - slack]) in _words("bonds")
            for slack in range(min(_BOND_SLACK, len(words) - 1) + 1)
        )
        if words
        else False
    )


def named_within(actors: Sequence[ActorMention], start: int, end: int) -> Sequence[ActorMention]:
    """Give the mentions, of some in the order of the text, that begin in a stretch."""
    low = bisect_left(actors, start, key=lambda mention: mention.start)
    return actors[low : bisect_left(actors, end, lo=low, key=lambda mention: mention.start)]


def is_kin(one: str, other: str) -> bool:
    """Tell whether two names may stand for one side: the same, one part of the other, or one heir of the other.

    Parameters
    ----------
    one, other
        Names of the table, or any others.

    Returns
    -------
    bool
        True for the Federal Police and the Iraqi security forces; siblings are no kin.
    """
    return one == other or one in _ancestors(other) or other in _ancestors(one)


@cache
def _ancestors(name: str) -> frozenset[str]:
    actor = _by_name().get(name, _NOBODY)
    above = [*actor.parents, *([actor.predecessor] if actor.predecessor else [])]
    return frozenset(above).union(*map(_ancestors, above))


def kind_of(name: str) -> str:
    """Give the kind of an actor of the table; empty where it has none of that name."""
    return _by_name().get(name, _NOBODY).kind


def on_the_day(name: str, day: date | None) -> str:
    """Give the name that an actor bore on a day: what is told of it from before its time is its predecessor's.

    Parameters
    ----------
    name
        A name of the table; any other is returned as it is.
    day
        The last day on which it may have happened; None where that is not known.

    Returns
    -------
    str
        The name of the day.

    Examples
    --------
    >>> on_the_day("ISIS", date(2010, 8, 1)), on_the_day("ISIS", date(2005, 8, 1))
    ('Islamic State of Iraq', 'al-Qaeda in Iraq')
    """
    actor = _by_name().get(name)
    while day is not None and actor is not None and actor.predecessor and actor.since and day < actor.since:
        name, actor = actor.predecessor, _by_name().get(actor.predecessor)
    return name


def another_than(name: str, actors: Sequence[ActorMention], start: int, end: int) -> str:
    """Give the first actor named in a stretch that is not the one who did it; empty where there is none."""
    named = (a.actor.name for a in named_within(actors, start, end))
    return next((other for other in named if other != name), "")


def persons(text: str, start: int, end: int) -> frozenset[str]:
    """Give the persons that a clause names by rank or office, each by the sound of the last name."""
    return frozenset(sound_key(name.split()[-1]) for name in named_persons(text, start, end))


def named_persons(text: str, start: int, end: int) -> list[str]:
    """Give the names of the persons that a stretch names by rank or office."""
    return [match["name"] for match in _PERSON.finditer(text, start, end)]


def _table() -> dict[str, Any]:
    return read_words("geoiraq.reports", "actors")


@cache
def _words(column: str) -> frozenset[str]:
    return frozenset(map(lower, _table()[column]))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(lower(adjective) for row in _table()["actor"] for adjective in row.get("adjectives", ()))


@cache
def _by_name() -> dict[str, Actor]:
    return {row["name"]: _actor(row) for row in _table()["actor"]}


def _actor(row: dict[str, Any]) -> Actor:
    since = _first_day(row["since"]) if "since" in row else None
    return Actor(row["name"], row["kind"], since, row.get("predecessor", ""), tuple(row.get("parents", ())))


def _first_day(written: str) -> date:
    """Read a year, a month or a day as the first day that it may mean."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return date(year, month, day)


@cache
def _names() -> Phrases[Actor]:
    table, known = _table(), _by_name()
    names: dict[str, Actor] = dict.fromkeys(table["not_actors"], _NOBODY)
    for row in table["actor"]:
        for name in [row["name"], *row.get("names", ()), *row.get("ar", ())]:
            names.setdefault(name, known[row["name"]])
    for row in table["actor"]:
        for name in chain(_armies(row, table["forces"]), _brigades(row)):
            names.setdefault(name, known[row["name"]])
    return Phrases(names.items())


def _armies(row: dict[str, Any], forces: Sequence[str]) -> Iterator[str]:
    return (f"{adjective} {force}" for adjective in row.get("adjectives", ()) for force in forces)


def _brigades(row: dict[str, Any]) -> Iterator[str]:
    """Write the ways in which reports name a brigade of the Popular Mobilization by its number."""
    for number in row.get("brigades", ()):
        ordinal = _ordinal(number)
        for force in ("PMF", "PMU", "Hashd"):
            yield from (
                f"{force} {ordinal} Brigade",
                f"{force}'s {ordinal} Brigade",
                f"{force} Brigade {number}",
            )
            yield from (f"{ordinal} {force} Brigade", f"{ordinal} Brigade of the {force}")
        yield f"{ordinal} Brigade of the Popular Mobilization"
        yield f"{ordinal} Brigade of the Popular Mobilization Forces"
        yield from (
            f"اللواء {number} في الحشد الشعبي",
            f"اللواء {number} بالحشد الشعبي",
            f"اللواء {number} حشد شعبي",
        )


def _ordinal(number: int) -> str:
    """Write a number as an ordinal.

    Examples
    --------
    >>> [_ordinal(n) for n in (1, 12, 22, 43, 313)]
    ['1st', '12th', '22nd', '43rd', '313th']
    """
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
