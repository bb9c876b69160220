"""Relative phrases ("south of", "30 km west of", "near", "between ... and"): read, not yet placed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from geoiraq.vocabulary import any_of, read_words

RelationKind = Literal["direction", "distance", "near", "part", "between"]

#: The bearing that stands for "central".
MIDDLE = -1.0
#: No relation has more letters.
LONGEST_RELATION = 90
#: Nor has the last word of one.
LONGEST_FINAL = 24

#: What may stand between a direction or distance and the name, beside "of" and "from".
_RIMS = ("outskirts", "side", "edge", "edges", "suburbs", "entrance", "countryside")
_PARTS = (
    *("part", "parts", "side", "district", "districts", "outskirts", "suburb", "suburbs"),
    *("sector", "area", "areas"),
)
_BY = ("to the", "just", "immediately")
_AWAY = ("from", "outside", "away from", "off", "of", "عن", "من")
_WORD = re.compile(r"\w+")
#: The word before a name, read backwards.
_FINAL_WORD = re.compile(r"\s+(\w+)")


class Relation(NamedTuple):
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
    before = text[max(0, name_start - LONGEST_FINAL) : name_start].rsplit(maxsplit=1)
    word = before[-1] if before else ""
    if not word[-1:].isalnum() or (word.isalpha() and word.casefold() not in _vocabulary()[1]):
        # Most names: the word before them ends no relation, and nothing more has to be looked at.
        return None
    for start in _starts(text, name_start):
        read = _read(text[start:name_start])
        if read is not None:
            return Relation(read.kind, start, start + read.end, read.text, read.bearing, read.distance_km)
    return None


def first_relation(text: str) -> Relation | None:
    """Read the first relation in a phrase; what stands after it is the name."""
    match = _lead().search(text)
    return _relation(match) if match else None


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


def _starts(text: str, end: int) -> list[int]:
    """Give where a relation that ends here may start, the longest reading first.

    The text is read backwards as far as every word is one that relations are made of: most names have none before
    them, and the pattern of all relations is slow to find that out.
    """
    backwards = text[max(0, end - LONGEST_RELATION) : end][::-1]
    made_of, last = _vocabulary()
    final = _FINAL_WORD.match(backwards)
    if final is None or final[1][::-1].casefold() not in last:
        return []
    lengths = [final.end()]
    for match in _WORD.finditer(backwards, final.end()):
        word = match[0].casefold()
        if word not in made_of and not word[-1].isdigit():
            break
        lengths.append(match.end())
    return [end - length for length in reversed(lengths) if backwards[length : length + 1] != "-"]


@lru_cache(maxsize=1 << 14)
def _read(words: str) -> Relation | None:
    """Read words that may be a relation; texts repeat the few that there are."""
    match = _lead().fullmatch(words)
    return _relation(match) if match else None


def _relation(match: re.Match[str]) -> Relation:
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
        start=match.start(),
        end=match.end(),
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
    compass = "|".join(r"[\s-]?".join(wind) for wind in _compass())
    latin = rf"(?:{compass})(?:ern)?|central|downtown"
    arabic = any_of(word for word in table["directions"] if not word.isascii())
    short = rf"(?-i:{any_of(table['abbreviations'])})(?=\s+(?:of|from)\s)"
    number = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?|{any_of(table['numbers'])}"
    units = any_of(table["units"])
    towards = rf"(?:(?:{any_of(_BY)})\s+)?(?P<direction>{latin}|{arabic}|{short})"
    rim = rf"(?:\s+(?P<rim>{any_of(_RIMS)}))?"
    of = rf"(?:{rim}\s+(?:of|from)\s+|(?<=[\u0600-\u06ff])\s+)"
    part_of = rf"(?:(?:{any_of(_PARTS)})\s+of\s+)?"
    forms = [
        rf"(?P<number>{number})[\s-]?(?P<unit>{units})\b\.?\s+{towards}{of}",
        rf"(?P<number2>{number})[\s-]?(?P<unit2>{units})\b\.?\s+(?:{any_of(_AWAY)})\s+",
        (towards + of).replace("<direction>", "<direction2>").replace("<rim>", "<rim2>"),
        rf"(?P<near>{any_of(table['near']['phrases'])})\s+",
        rf"(?P<between>{any_of(table['between']['phrases'])})\s+",
        rf"(?P<side>{latin})\s+{part_of}",
        rf"(?P<side2>(?-i:{any_of(table['abbreviations'])}))\s+(?-i:(?=[A-Z]))",
    ]
    fillers = rf"(?:(?:{any_of(table['fillers']['phrases'])})\s+)?"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)}){fillers}", re.IGNORECASE)


def _compass() -> list[list[str]]:
    """Give the points of the compass as the words they are made of, the longest first."""
    bearings = read_words("geoiraq.places", "relations")["bearings"]
    winds = (re.findall("north|south|east|west", name) for name in bearings)
    return sorted(filter(None, winds), key=len, reverse=True)


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that relations are made of, read backwards, and those that may be the last of one."""
    table = read_words("geoiraq.places", "relations")
    winds = {"".join(wind[i:j]) for wind in _compass() for i in range(len(wind)) for j in range(i + 1, 4)}
    winds |= {f"{wind}ern" for wind in winds} | {"central", "downtown"}
    phrases = [
        *_AWAY,
        *(phrase for name in ("near", "between", "fillers") for phrase in table[name]["phrases"]),
    ]
    closing = [*phrases, *winds, *table["directions"], "of", "from"]
    measures = [*table["units"], *table["numbers"]]
    measures += [number + unit for number in table["numbers"] for unit in table["units"]]
    others = [*closing, *measures, *table["abbreviations"], *_BY, *_RIMS, *_PARTS]
    made_of = {word.casefold()[::-1] for phrase in others for word in _WORD.findall(phrase)}
    return frozenset(made_of), frozenset(_WORD.findall(phrase)[-1].casefold() for phrase in closing)
