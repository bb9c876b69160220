"""Find every place that a text names, with its exact span, and what it means there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from geoiraq.places.choose import lies_in
from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.gazetteer import gazetteer as shipped_gazetteer
from geoiraq.places.recognition.cues import is_called_after
from geoiraq.places.recognition.datelines import dateline
from geoiraq.places.recognition.memory import Answers
from geoiraq.places.recognition.runs import PROMINENT
from geoiraq.places.recognition.spotting import Spotted, spot
from geoiraq.places.relations import Relation, relation_before
from geoiraq.places.resolution import Resolution, apart_km


class Mention(NamedTuple):
    """A place named in a text.

    Attributes
    ----------
    start, end
        Where the name stands: `text[start:end]`.
    text
        The name as written.
    place
        What the name itself resolves to.
    area
        Where the words put things: `place`, or what "south of", "near", "between" and their like make of it.
    phrase_start, phrase_end
        Where the whole phrase stands, the relation included.
    relation
        The relation's words as read; None where the name stands by itself.
    dateline
        Whether it only says where the report was filed.
    """

    start: int
    end: int
    text: str
    place: Resolution
    area: Resolution
    phrase_start: int
    phrase_end: int
    relation: Relation | None = None
    dateline: bool = False


#: What joins a name to the larger place that it lies in: ", " or " in ", the side of it told too ("of western").
_JOINT = re.compile(
    r"(?:\s+(?:area|section|quarter|region|suburb|village|town))?"
    r"(?:\s*,\s*|\s+in\s+(?:the\s+)?|\s*\(|\s+(?:في|ب)\s*|\s+of\s+|\s+التابع(?:ة|ين)?\s+(?:ل|إلى\s+|الى\s+))"
    r"(?:(?:north|south|east|west|central)[a-z-]*\s+)?"
)
#: "The Rashid district of Tarmiyah": the one lies in the other, or is no place that is known.
_PART_OF = re.compile(
    r"(?:\s+(?:area|section|quarter|region|suburb|village|town))?"
    r"\s+of\s+(?:(?:north|south|east|west|central)[a-z-]*\s+)?|\s+التابع(?:ة|ين)?\s+(?:ل|إلى\s+|الى\s+)"
)
_COORDINATION = re.compile(
    r"(?:\s*+,)?\s++(?:and|&|or|to|with|و)\s*(?:the\s+)?|\s*+,\s*(?:and\s+)?", re.IGNORECASE
)

#: "The capital", "the Iraqi capital", "Iraq's capital": its group is all of it.
_CAPITAL = re.compile(
    r"capital\b(?!\s(?:of|city\sof)\b)"
    r"(?:(?<=\b(the\scapital))|(?<=\b(the\sIraqi\scapital))|(?<=\b(Iraq['’]s\scapital)))"
)
#: So many places before and after a name may decide what it means; what is further away says little.
NEIGHBOURS = 100
#: A quarter lies this near to its city.
QUARTER_REACH_KM = 25.0
#: A village lies no further than this beyond the district it belongs to, whose shape is only known roughly.
VILLAGE_REACH_KM = 40.0
#: Between a village and its district: "التابعة لناحية", "قرب ناحية", "بقضاء", "village, X district".
_ADDRESS = re.compile(
    r"(?:\s+\w+)?\s*(?:,(?:\s*in\b)?|\bin|\bnear|\bof|في|ضمن|قرب|بالقرب\s+من|ب|التابع(?:ة|ين)?\s+(?:ل|إلى|الى))\s*"
    r"(?:the\s+)?(?:(?:north|south|east|west|central)[a-z-]*\s+)?"
)
#: "Ruwaished, a village on the edge of", "Nahda, a farming area in": what comes before is a village or quarter.
_VILLAGE_OF = re.compile(
    r"\s*[,(]\s*(?:an?|the)\s+(?:[a-z-]+\s+){0,2}(?:village|hamlet|suburb|quarter|neighbou?rhood|area)\s+(?:[a-z-]+\s+){1,4}"
)
#: Nothing longer joins two names.
LONGEST_JOINT = 80
#: What a quarter or village can be told to lie in.
_AROUND = ("settlement", "district", "governorate")


def find_places(text: str, *, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """Find every place that a text names.

    Parameters
    ----------
    text
        Any text, in English, Arabic or Kurdish.
    gazetteer
        Where to look; the one that comes with the package if None.

    Returns
    -------
    list of Mention
        In the order of the text, not overlapping; the longest reading of each.

    Examples
    --------
    >>> from geoiraq import find_places
    >>> [m.text for m in find_places("Rockets hit Camp Taji, north of Baghdad.")]
    ['Camp Taji', 'Baghdad']
    """
    book = gazetteer or shipped_gazetteer()
    answers = book.memory.answers
    spotted = _without_compounds(answers, text, _with_capital(text, spot(book, text)))
    if not spotted:
        return []
    near = [b.start - a.end <= LONGEST_JOINT for a, b in pairwise(spotted)]
    pairs = [i for i, is_near in enumerate(near) if is_near]
    first = [answers.alone(s.query) for s in spotted]
    places = [
        _resolve_in_context(book, answers, text, spotted, first, i, is_near)
        if _is_open(place, is_near)
        else place
        for i, (place, is_near) in enumerate(zip(first, [*near, False], strict=True))
    ]
    places = _without_far_quarters(book, spotted, _with_own_quarters(book, answers, spotted, places))
    places = _without_misaddressed(book, text, spotted, places, pairs)
    filed = dateline(text, spotted)
    mentions = [_mention(answers, text, s, place, filed) for s, place in zip(spotted, places, strict=True)]
    return _joined(answers, text, mentions, pairs)


def _without_compounds(answers: Answers, text: str, spotted: list[Spotted]) -> list[Spotted]:
    """Leave out the parts of a name that is not known as a whole: "Bab al-Zubair" is neither al-Bab nor Zubair."""
    parts: set[int] = set()
    for a, b in pairwise(spotted):
        if (
            b.start != a.end + 1
            or text[b.start : b.start + 3] != "al-"
            or text.startswith(_ARTICLES, a.start)
        ):
            continue
        if (answers.alone(a.query).name or "").startswith(_ARTICLES):
            parts |= {a.start, b.start}
    return [s for s in spotted if s.start not in parts] if parts else spotted


_ARTICLES = ("al-", "Al-", "Al ", "El ", "el-")


def _is_open(place: Resolution, is_near: bool) -> bool:
    """Tell whether another answer may be meant, or one that is too little known to stand by itself."""
    if place.status == "resolved":
        # Only a name that follows close by decides otherwise.
        return is_near and len(place.candidates) > 1
    return bool(place.candidates)


def _with_capital(text: str, spotted: Sequence[Spotted]) -> list[Spotted]:
    """Add "the capital", which is Baghdad; after a comma it only says what the place before it is."""
    taken = list(spotted)
    if "capital" not in text:
        return taken
    for match in _CAPITAL.finditer(text):
        start, end = match.span(match.lastindex or 0)
        before = bisect_left(spotted, (end,))
        if not before or spotted[before - 1].end + len(", ") < start:
            taken.append(Spotted(start, end, text[start:end]))
    return sorted(taken, key=lambda s: s.start) if len(taken) > len(spotted) else taken


def _with_own_quarters(
    book: Gazetteer, answers: Answers, spotted: Sequence[Spotted], places: Sequence[Resolution]
) -> Sequence[Resolution]:
    """Let "the Qadisiya district" be the quarter of the city told of, where the district of that name is far away."""
    towns = [(i, p) for i, p in enumerate(places) if p.basis == "settlement" and p.place_id is not None]
    if not towns or not any(_is_minor_district(book, p) for p in places):
        return places
    kept = list(places)
    for i, place in enumerate(places):
        if _is_minor_district(book, place) and not any(_is_about(place, town) for _, town in towns):
            _, town = min(towns, key=lambda known: (known[0] > i, abs(known[0] - i)))
            quarter = answers.inside(spotted[i].query, town.place_id or "")
            if quarter.status == "resolved" and quarter.basis == "neighbourhood":
                kept[i] = quarter
    return kept


def _is_minor_district(book: Gazetteer, place: Resolution) -> bool:
    minor = place.basis == "district" and place.place_id is not None
    return minor and book.places[place.place_id or ""].prominence < PROMINENT


def _is_about(district: Resolution, town: Resolution) -> bool:
    """Tell whether a town is one of a district, or of those next to it."""
    return district.governorate == town.governorate or apart_km(district, town) <= QUARTER_REACH_KM


def _without_far_quarters(
    book: Gazetteer, spotted: Sequence[Spotted], places: Sequence[Resolution]
) -> list[Resolution]:
    """Leave open a little known quarter whose city a text does not name, where it names other cities.

    Many cities have a quarter of such a name, and the gazetteer does not know them all.
    """
    quarters = [_is_quarter(book, s, place) for s, place in zip(spotted, places, strict=True)]
    if not any(quarters):
        return list(places)
    towns = [
        p
        for p, quarter in zip(places, quarters, strict=True)
        if p.basis == "settlement" and p.governorate and not quarter
    ]
    named = {p.name for p in places}
    return [
        place
        if not quarter
        or not towns
        or (place.basis == "neighbourhood" and place.district in named)
        or any(apart_km(place, town) <= QUARTER_REACH_KM for town in towns)
        else _left_open(place, f"is known in {place.governorate}, and the text names towns far from there")
        for place, quarter in zip(places, quarters, strict=True)
    ]


def _without_misaddressed(
    book: Gazetteer,
    text: str,
    spotted: Sequence[Spotted],
    places: Sequence[Resolution],
    pairs: Sequence[int],
) -> list[Resolution]:
    """Leave open a village or quarter far from where the text says that it lies: another of its name is meant."""
    kept = list(places)
    for i in pairs:
        place, beside = places[i], places[i + 1]
        if beside.basis in _AROUND and _is_misaddressed(
            book, text, spotted[i], spotted[i + 1], place, beside
        ):
            reason = f"is known far from {beside.name}, which the text puts it in or near"
            kept[i] = _left_open(place, reason)
    return kept


def _is_misaddressed(
    book: Gazetteer, text: str, here: Spotted, there: Spotted, place: Resolution, beside: Resolution
) -> bool:
    """Tell whether a village or quarter is said to lie in or near the place named next, and lies far from it."""
    told = _VILLAGE_OF.fullmatch(text, here.end, there.start) is not None or (
        _ADDRESS.fullmatch(text, here.end, there.start) is not None and _is_small(book, here, place, beside)
    )
    return told and _is_far(book, place, beside)


def _is_small(book: Gazetteer, here: Spotted, place: Resolution, beside: Resolution) -> bool:
    """Tell whether a place is a quarter or village by the word for its kind, or little known beside a district."""
    if place.place_id is None:
        return False
    kinds = book.index.spelling(here.query).kinds
    if kinds and not _SMALL.isdisjoint(kinds[0]):
        return True
    if kinds and beside.basis == "settlement" and not _OF_A_CITY.isdisjoint(kinds[0]):
        return True
    little_known = book.places[place.place_id].prominence < PROMINENT
    return beside.basis == "district" and place.basis == "settlement" and little_known


_SMALL = frozenset({"neighbourhood", "village"})
#: Squares, markets and their like, of whose names each city has its own.
_OF_A_CITY = frozenset({"site", "market", "hospital", "mosque", "bridge", "university"})


def _is_far(book: Gazetteer, place: Resolution, beside: Resolution) -> bool:
    """Tell whether a place lies well outside another."""
    if place.place_id is None or beside.place_id is None:
        return False
    if beside.basis == "governorate":
        return not lies_in(book, book.places[place.place_id], book.places[beside.place_id])
    return apart_km(place, beside) > (beside.radius_km or 0.0) + VILLAGE_REACH_KM


def _left_open(place: Resolution, reason: str) -> Resolution:
    return replace(
        place,
        status="unresolved",
        place_id=None,
        latitude=None,
        longitude=None,
        radius_km=None,
        basis=None,
        confidence=0.0,
        reason=reason,
    )


def _is_quarter(book: Gazetteer, here: Spotted, place: Resolution) -> bool:
    """Tell whether a place is a little known quarter, or a village where the text tells of a quarter of that name."""
    if place.place_id is None or book.places[place.place_id].prominence >= PROMINENT:
        return False
    if place.basis == "settlement":
        kinds = book.index.spelling(here.query).kinds
        return any("neighbourhood" in kind and len(kind) == 1 for kind in kinds)
    return place.basis == "neighbourhood"


def _resolve_in_context(
    book: Gazetteer,
    answers: Answers,
    text: str,
    spotted: Sequence[Spotted],
    first: Sequence[Resolution],
    i: int,
    is_near: bool,
) -> Resolution:
    """Let what stands beside a name, then the rest of the text, decide between the places of that name."""
    alone, query = first[i], spotted[i].query
    if is_near and _JOINT.fullmatch(text, spotted[i].end, spotted[i + 1].start):
        beside = first[i + 1]
        if beside.place_id is not None and beside.place_id != alone.place_id:
            inside = answers.inside(query, beside.place_id)
            if inside.status == "resolved" and inside.place_id != beside.place_id:
                return inside
            if _PART_OF.fullmatch(text, spotted[i].end, spotted[i + 1].start):
                return inside
    if alone.status == "resolved":
        return alone
    around = range(max(0, i - NEIGHBOURS), min(len(first), i + NEIGHBOURS + 1))
    for j in sorted(around, key=lambda j: abs(j - i)):
        place_id = first[j].place_id
        if place_id is not None and book.places[place_id].kind not in ("country", "region"):
            nearby = answers.from_afar(query, place_id)
            if nearby.status == "resolved":
                return nearby
    return alone


def _mention(
    answers: Answers,
    text: str,
    spotted: Spotted,
    place: Resolution,
    filed_from: tuple[int, int],
) -> Mention:
    start, end = spotted.start, spotted.end
    relation = relation_before(text, start)
    filed = filed_from[0] <= start < filed_from[1]
    if relation is None:
        return Mention(start, end, text[start:end], place, place, start, end, None, filed)
    if relation.kind == "near" and place.kind == "country":
        # "Close to Iran" is said of governments, not of places.
        return Mention(start, end, text[start:end], place, place, start, end, None, filed)
    if relation.kind == "between" or place.status != "resolved":
        return Mention(start, end, text[start:end], place, place, start, end, relation, filed)
    area = answers.relative(place, relation, text[relation.start : end])
    return Mention(start, end, text[start:end], place, area, relation.start, end, relation, filed)


def _joined(answers: Answers, text: str, mentions: list[Mention], pairs: Sequence[int]) -> list[Mention]:
    """Give both ends of "between X and Y", and of "the X-Y road", the strip between them."""
    joined = list(mentions)
    for i in pairs:
        a, b = mentions[i], mentions[i + 1]
        strip = _strip(text, a, b)
        if strip is not None:
            area = answers.between(a.place, b.place, text[strip.start : b.end])
            joined[i : i + 2] = (
                each._replace(area=area, phrase_start=strip.start, phrase_end=b.end, relation=strip)
                for each in (a, b)
            )
    return joined


def _strip(text: str, a: Mention, b: Mention) -> Relation | None:
    """Read what puts things between two places named one after the other."""
    if a.relation is not None:
        between = a.relation.kind == "between" and _COORDINATION.fullmatch(text, a.end, b.start)
        return a.relation if between else None
    if not {a.place.basis, b.place.basis} <= {"settlement", "district"}:
        return None
    called_after = is_called_after(text, a.end, b.start, b.end)
    return Relation("between", a.start, b.end, text[a.start : b.end]) if called_after else None
