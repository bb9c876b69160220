"""Relative phrases ("south of", "30 km west of", "near", "between ... and"): read, not yet placed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geoiraq.vocabulary import read_words

RelationKind = Literal["direction", "distance", "near", "part", "between"]

#: The bearing that stands for "central".
MIDDLE = -1.0


@dataclass(frozen=True, slots=True)
class Relation:
    """How the words before a name place something by it.

    Attributes
    ----------
    kind
        "direction" (with or without a distance), "distance" (without a direction), "near", "part" (of the
        place itself) or "between".
    start, end
        Offsets of the relation's words in the text; the name begins at or after `end`.
    bearing
        Degrees clockwise from north; `MIDDLE` for the middle; None where no direction is given.
    distance_km
        None where no distance is given.
    text
        The words.
    """

    kind: RelationKind
    start: int
    end: int
    text: str
    bearing: float | None = None
    distance_km: float | None = None


def relation_before(text: str, name_start: int) -> Relation | None:
    """Read the relation that ends where a name starts.

    Parameters
    ----------
    text
        The text.
    name_start
        Where the name starts in it.

    Returns
    -------
    Relation or None
        None where the words before the name place nothing by it.

    Examples
    --------
    >>> relation_before("a base 30 km west of Ramadi", 21).distance_km
    30.0
    """
    window = max(0, name_start - 90)
    before = text[window:name_start]
    for start in _starts(before):
        match = _lead().fullmatch(before, start)
        if match:
            return _relation(match, window)
    return None


def first_relation(text: str) -> Relation | None:
    """Read the first relation in a phrase; what stands after it is the name."""
    match = _lead().search(text)
    return _relation(match, 0) if match else None


def in_english(relation: Relation) -> str:
    """Tell a relation in English words, whatever language it was read in.

    Parameters
    ----------
    relation
        As read.

    Returns
    -------
    str
        The words as written where they are English.
    """
    if relation.text.isascii():
        return relation.text
    if relation.kind == "near":
        return "near"
    bearings = read_words("geoiraq.places", "relations")["bearings"]
    direction = next((name for name, turn in bearings.items() if turn == relation.bearing), "")
    distance = f"{relation.distance_km:g} km " if relation.distance_km is not None else ""
    of = " of" if direction and relation.kind == "direction" and relation.bearing != MIDDLE else ""
    return f"{distance}{direction or 'from'}{of}"


def _starts(before: str) -> list[int]:
    """Give where a word starts, the longest reading first."""
    return [m.start() for m in re.finditer(r"(?<![^\W_])\d|(?<![\w])[^\W\d_]", before)]


def _relation(match: re.Match[str], offset: int) -> Relation:
    words = {name.rstrip("2"): found for name, found in match.groupdict().items() if found}
    kind: RelationKind
    if "between" in words:
        kind = "between"
    elif "near" in words:
        kind = "near"
    elif "side" in words:
        kind = "part"
    else:
        kind = "direction" if "direction" in words else "distance"
    direction = words.get("direction") or words.get("side")
    bearing = _bearing(direction) if direction else None
    if bearing == MIDDLE or words.get("rim", "countryside") != "countryside":
        # The southern edge of a town is of the town; its southern countryside is not.
        kind = "part"
    return Relation(
        kind=kind,
        start=match.start() + offset,
        end=match.end() + offset,
        text=" ".join(match.group().split()),
        bearing=bearing,
        distance_km=_kilometres(words["number"], words["unit"]) if "number" in words else None,
    )


def _bearing(direction: str) -> float:
    table = read_words("geoiraq.places", "relations")
    spaced = re.sub(r"[\s-]+", " ", direction.casefold()).strip()
    name = table["abbreviations"].get(direction) or table["directions"].get(spaced)
    return float(table["bearings"][name] if name else _winds()[spaced.removesuffix("ern").replace(" ", "")])


@cache
def _winds() -> dict[str, float]:
    """Give the bearings by their English names in one word."""
    bearings = read_words("geoiraq.places", "relations")["bearings"]
    return {name.replace("-", ""): float(turn) for name, turn in bearings.items()}


def _kilometres(number: str, unit: str) -> float:
    table = read_words("geoiraq.places", "relations")
    written = number.casefold().replace(",", ".")
    amount = table["numbers"].get(written)
    return float(amount if amount is not None else written) * float(table["units"][unit.casefold()])


@cache
def _lead() -> re.Pattern[str]:
    """Build the one pattern of all relations from the word lists; every part of it is bounded."""
    table = read_words("geoiraq.places", "relations")
    winds = sorted(
        (re.findall("north|south|east|west", name) for name in table["bearings"]), key=len, reverse=True
    )
    compass = "|".join(r"[\s-]?".join(wind) for wind in winds if wind)
    latin = rf"(?:{compass})(?:ern)?|central|downtown"
    arabic = _any(word for word in table["directions"] if not word.isascii())
    short = rf"(?-i:{_any(table['abbreviations'])})(?=\s+(?:of|from)\s)"
    number = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?|{_any(table['numbers'])}"
    units = _any(table["units"])
    towards = rf"(?:to\s+the\s+|just\s+|immediately\s+)?(?P<direction>{latin}|{arabic}|{short})"
    rim = r"(?:\s+(?P<rim>outskirts|side|edges?|suburbs|entrance|countryside))?"
    of = rf"(?:{rim}\s+(?:of|from)\s+|(?<=[\u0600-\u06ff])\s+)"
    part_of = r"(?:(?:parts?|side|districts?|outskirts|suburbs?|sector|areas?)\s+of\s+)?"
    forms = [
        rf"(?P<number>{number})[\s-]?(?P<unit>{units})\b\.?\s+{towards}{of}",
        rf"(?P<number2>{number})[\s-]?(?P<unit2>{units})\b\.?\s+(?:from|outside|away\s+from|off|of|عن|من)\s+",
        (towards + of).replace("<direction>", "<direction2>").replace("<rim>", "<rim2>"),
        rf"(?P<near>{_any(table['near']['phrases'])})\s+",
        rf"(?P<between>{_any(table['between']['phrases'])})\s+",
        rf"(?P<side>{latin})\s+{part_of}",
    ]
    fillers = rf"(?:(?:{_any(table['fillers']['phrases'])})\s+)?"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)}){fillers}", re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
