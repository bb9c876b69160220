"""Cuts a phrase of several names into its segments: "Ur, east Baghdad", "Zuhur in Mosul (Nineveh)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from geoiraq.places.names import cleaned, plain
from geoiraq.places.relations import LONGEST_RELATION, Relation, first_relation
from geoiraq.vocabulary import any_of, read_words

#: More segments than this are a list or a sentence, no phrase for a place.
MOST_SEGMENTS = 8

_APART = re.compile(r"\s*[,،;؛()\[\]“”«»\"/]\s*|\s+[-–—]+\s+|\s*[–—]\s*|(?<!\d)\s*:\s*")
#: "Baghdad-Mansour": a hyphen between two names, not after an article.
_HYPHEN = re.compile(r"(?<=\w{3})-(?=[^\W\d_a-z]\w\w)")
#: A distance told again in other units: "90 kilometres (60 miles) north of Baghdad".
_AGAIN = re.compile(r"\s*\(\s*(?:about\s+|some\s+)?\d[\d.,]*\s*[^\W\d_]{1,12}\.?\s*\)")
#: "Mosul's Rifai quarter": the second lies in the first.
_OWNED = re.compile(r"['’]s?\s+(?=\S)")
#: Arabic writes "to" onto the article: "of Mosul" in "the left bank of Mosul".
_TO_THE = re.compile(r"(?<=\s)لل(?=\w{2})")
#: English words that are part of no name: lower case, and not an article before a hyphen.
_LOWER = re.compile(r"[a-z][a-z'’]*(?:-[a-z]+)*\s+(?=\S)")
#: "at Taji" is "at-Taji" where the next letter is the article's own, and "at" before any other.
_ARTICLE = re.compile(
    r"(?:[ae]l|[ae]([nrdtsz])(?=\s\1)|adh|ash|ath|esh|bin|ibn|abu|bani|um|umm)\s", re.IGNORECASE
)
#: Lower-case words after the last capital: what there is at the place.
_LOWER_LAST = re.compile(r"(?:\s+[a-z][a-z'’-]*){1,6}$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a phrase: a name, or a relation and the name that it starts from."""

    text: str
    relation: Relation | None = None


def is_composed(phrase: str) -> bool:
    """Tell whether a text may be more than one name: whether anything in it could be cut off."""
    if _APART.search(phrase) is not None or _HYPHEN.search(phrase) is not None:
        return True
    return " " in phrase and (
        _OWNED.search(phrase) is not None
        or _LOWER.match(phrase) is not None
        or _TO_THE.search(phrase) is not None
        or _leading().match(phrase) is not None
        or any(
            pattern.search(phrase)
            for pattern in (_inside(), _surroundings(), _titles(), _joint(), _belonging())
        )
        or first_relation(phrase) is not None
        or bool(road_ends(phrase))
    )


def cut(phrase: str, is_name: Callable[[str], bool]) -> list[Segment]:
    """Cut a phrase into its segments.

    Parameters
    ----------
    phrase
        The phrase, cleaned.
    is_name
        Tells whether words are a name as they stand, so that it is not cut ("Port of Basra").

    Returns
    -------
    list of Segment
        In the order of the phrase; none where there are more than `MOST_SEGMENTS`.
    """
    even = _belonging().sub(lambda to: to[1] or "في ", _TO_THE.sub("في ال", _AGAIN.sub(" ", phrase)))
    found: list[Segment] = []
    for piece in _with_sides(map(cleaned, _APART.split(even))):
        found.extend(_segments(piece, is_name))
        if len(found) > MOST_SEGMENTS:
            return []
    return found


def spellings_of(segment: str) -> Iterator[str]:
    """Give the names that a segment may hold, the fullest first.

    Parameters
    ----------
    segment
        Words of a phrase.

    Yields
    ------
    str
        The words, then without what describes the place before its name.
    """
    yield segment
    untitled = _titles().sub("", segment)
    if untitled != segment:
        yield untitled
    bare = _without_lower_case(untitled)
    if bare and bare != untitled:
        yield bare


def without_surroundings(segment: str) -> str:
    """Take off a last word for something at or around a place ("checkpoint", "front line").

    Parameters
    ----------
    segment
        Words of a phrase.

    Returns
    -------
    str
        The segment itself where it ends in no such word.
    """
    bare = _surroundings().sub("", segment)
    return bare if bare == bare.lower() else _LOWER_LAST.sub("", bare)


def is_nameless(segment: str) -> bool:
    """Tell whether words say of a place that it has no name ("unknown location")."""
    words = plain(segment).split()
    return not words or " ".join(words) in _nameless()


def only_describes(segment: str) -> bool:
    """Tell whether words have no capital, as those that describe a place ("a popular market")."""
    return segment.isascii() and segment == segment.lower()


def road_ends(phrase: str) -> list[tuple[str, str]]:
    """Read the ends of a road named after them.

    Parameters
    ----------
    phrase
        "the Kut-Amarah highway", or the same in Arabic.

    Returns
    -------
    list of tuple
        Every way to read two names, since names have hyphens too; none where it is no road.
    """
    match = _road().fullmatch(phrase.strip())
    if match is None:
        return []
    names = match["after"] or match["before"]
    hyphens = [m.span() for m in re.finditer(r"\s*[-–—]\s*", names)][:MOST_SEGMENTS]
    spaced = [span for span in hyphens if names[slice(*span)] not in ("-", "–", "—")]
    return [
        (names[:start], names[end:]) for start, end in (*spaced, *(h for h in hyphens if h not in spaced))
    ]


def hyphened(names: str) -> Iterator[tuple[str, str]]:
    """Give every way to read "X-Y" as two names.

    Parameters
    ----------
    names
        Words with a hyphen between them.

    Yields
    ------
    tuple of str
        The two names.
    """
    for match in _HYPHEN.finditer(names):
        yield names[: match.start()], names[match.end() :]


def joined_ends(names: str) -> Iterator[tuple[str, str]]:
    """Give every way to read "X and Y" as two names.

    Parameters
    ----------
    names
        The words after "between", or a pair of names.

    Yields
    ------
    tuple of str
        The two names.
    """
    for match in _joint().finditer(names):
        yield names[: match.start()], names[match.end() :]


def _with_sides(pieces: Iterable[str]) -> list[str]:
    """Put a side that stands alone before the name that it is of: "Mosul (west)" is "west Mosul"."""
    found: list[str] = []
    for piece in pieces:
        side = first_relation(f"{piece} X") if found and len(piece) <= LONGEST_RELATION else None
        if side is not None and side.kind == "part" and (side.start, side.end) == (0, len(piece) + 1):
            found[-1] = f"{piece} {found[-1]}"
        else:
            found.append(piece)
    return found


def _segments(piece: str, is_name: Callable[[str], bool]) -> Iterator[Segment]:
    if not piece:
        return
    if is_name(piece):
        yield Segment(piece)
        return
    owner, *owned = _OWNED.split(piece, maxsplit=1)
    if owned:
        # "Iraq's western desert" is a desert, and no western part of anything.
        for part in (owner, *owned):
            yield from _segments(cleaned(part), is_name)
        return
    relation = first_relation(piece)
    if relation is None:
        yield from map(Segment, _names(piece, is_name))
        return
    yield from map(Segment, _names(piece[: relation.start], is_name))
    anchor = cleaned(piece[relation.end :])
    further = None if is_name(anchor) else first_relation(anchor)
    rest = ""
    if further is not None:
        # "near the eastern side of Mosul": the second relation says where, the first how near.
        anchor, rest = cleaned(anchor[: further.start]), anchor[further.start :]
    if relation.kind == "between":
        yield Segment(anchor, relation)
    elif anchor:
        first, *others = _names(anchor, is_name) or [""]
        yield Segment(first, relation)
        yield from map(Segment, others)
    yield from _segments(rest, is_name)


def _names(words: str, is_name: Callable[[str], bool]) -> list[str]:
    """Cut words at what puts one name inside another, unless they are one name."""
    bare = cleaned(_leading().sub("", cleaned(words)))
    if not bare or any(is_name(name) for name in spellings_of(bare)):
        return [bare] if bare else []
    pieces = map(cleaned, _inside().split(bare))
    return [piece for piece in pieces if piece and not _says_whose(piece)][: MOST_SEGMENTS + 1]


def _says_whose(piece: str) -> bool:
    """Tell whether words only say whose a place is: "the mainly Sunni city" of Fallujah."""
    parts = re.findall(r"[^\s-]+", piece)
    capitals = [part for part in parts if part != part.lower()]
    peoples, settlements = _peoples()
    return bool(capitals) and parts[-1] in settlements and all(plain(part) in peoples for part in capitals)


def _without_lower_case(segment: str) -> str:
    """Drop lower-case words before the first capital: they describe the place."""
    if segment == segment.lower():
        return re.sub(r"^(?:the|a|an)\s+", "", segment)
    at = 0
    while (match := _LOWER.match(segment, at)) and not _ARTICLE.match(segment, at):
        at = match.end()
    return segment[at:]


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s+)?(?:{any_of(_words()['titles'])})\s+", re.IGNORECASE)


@cache
def _surroundings() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(_words()['surroundings'])})$", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(_words()['inside'])})\s+", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(word for word in _words()['inside'] if not word.isascii())})\s+")


@cache
def _belonging() -> re.Pattern[str]:
    of, kinds = any_of(_words()["belonging"]), any_of(_words()["of_kind"])
    return re.compile(rf"\b(?:((?:{of})\s+)ل(?=\w{{3}})|(?<=\s)ل(?=(?:{kinds})\s))")


@cache
def _peoples() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(plain(word) for word in _words()["peoples"]), frozenset(_words()["settlements"])


@cache
def _nameless() -> frozenset[str]:
    return frozenset(plain(words) for words in _words()["nameless"])


@cache
def _road() -> re.Pattern[str]:
    before, after = any_of(_words()["roads_before"]), any_of(_words()["roads"])
    return re.compile(
        rf"(?:on\s+|along\s+)?(?:the\s+)?(?:(?P<after>[^,]{{3,80}}?)\s+(?:{after})|(?:{before})\s+(?P<before>[^,]{{3,80}}))",
        re.IGNORECASE,
    )


@cache
def _joint() -> re.Pattern[str]:
    joints = read_words("geoiraq.places", "relations")["between"]["and"]
    return re.compile(rf"\s+(?:{any_of(joints)})\s*(?:the\s+)?", re.IGNORECASE)


def _words() -> dict[str, list[str]]:
    return read_words("geoiraq.places", "phrases")
