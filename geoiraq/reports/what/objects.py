"""What a verb is done to, where that decides what it tells: soldiers are captured, suspects too, a town is taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from geoiraq.reports.text.phrases import lowered
from geoiraq.vocabulary import read_words

#: Before an object's noun. "Of", as in "dozens of policemen", goes on with it; another preposition ends it.
_WITHIN_OBJECT = (
    r"\s+(?:(?!(?:in|at|on|near|from|with|by|for|to|and|after|the\s+(?:town|city|village))\b)"
    r"[\w'’-]+\s+){0,5}?"
)


def takes(text: str, what: str, verb_end: int, end: int) -> bool:
    """Tell whether a verb has such an object.

    Parameters
    ----------
    text
        The text.
    what
        What the table of events says that the verb takes: "captives", the "wanted", "ground", "posts" or "protests".
    verb_end, end
        Where the verb and its sentence end.

    Returns
    -------
    bool
        True for "left a small outpost" and "posts"; "ground" is whatever is not known to be a person.
    """
    if what in _objects():
        return _objects()[what].match(lowered(text), verb_end, end) is not None
    return what == _taken(text, verb_end, end)


def _taken(text: str, verb_end: int, end: int) -> str:
    """Tell what a verb of taking takes: soldiers are taken captive, suspects are arrested, all else is ground."""
    taken = _taken_persons().match(lowered(text), verb_end, end)
    return "ground" if taken is None else str(taken.lastgroup)


@cache
def _taken_persons() -> re.Pattern[str]:
    persons = read_words("geoiraq.reports", "events")["persons"]
    groups = "|".join(
        f"(?P<{name}>{'|'.join(map(re.escape, persons[name]))})" for name in ("captives", "wanted")
    )
    return re.compile(rf"{_WITHIN_OBJECT}(?:{groups})\b")


@cache
def _objects() -> Mapping[str, re.Pattern[str]]:
    objects = read_words("geoiraq.reports", "events")["objects"]
    return {
        name: re.compile(rf"{_WITHIN_OBJECT}(?:{'|'.join(map(re.escape, words))})\b")
        for name, words in objects.items()
    }
