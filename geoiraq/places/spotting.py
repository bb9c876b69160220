"""Spot the runs of words in a text that are names of places; what they mean is for resolve to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geoiraq.places.gazetteer import Gazetteer
from geoiraq.places.kinds import LONGEST, KindGroups, kind_rank, kind_words
from geoiraq.places.names import exact_key, is_arabic, plain, sound, sound_key
from geoiraq.places.relations import relation_before
from geoiraq.vocabulary import read_words

LONGEST_NAME = 6
#: Names of one sound this short are as often something else.
SHORT_SOUND = 3
#: Places less prominent than this are only read where the words around make them places.
PROMINENT = 3

_TOKEN = re.compile(
    r"[^\W_](?:[\w\u0300-\u036f\u064b-\u0655\u0670]|['’‘ʼʻʿ`´](?!s\b)(?=[^\W\d_]))*(?:[’'ʼ](?=-))?",
)
_GAP = re.compile(r"[ \t\u00a0]*(?:[-\u2010-\u2013]|\.[ \t]|\n(?!\s*\n))?[ \t\u00a0]*")
#: Arabic writes "and", "in", "so", "like" and "to" onto the next word.
_CLITICS = "وبفكل"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its span, its plain form, its sound."""

    start: int
    end: int
    word: str
    heard: str
    article: bool
    capital: bool
    arabic: bool


@dataclass(frozen=True, slots=True)
class Spotted:
    """A run of words that names a place: its span, and the words to resolve it by."""

    start: int
    end: int
    query: str


def spot(book: Gazetteer, text: str) -> list[Spotted]:
    """Find the runs of words in a text that are names of places.

    Parameters
    ----------
    book
        The gazetteer.
    text
        Any text.

    Returns
    -------
    list of Spotted
        In order, not overlapping, the longest reading of each.
    """
    tokens = [token for match in _TOKEN.finditer(text) for token in _tokens(book, match)]
    masked = _masked(text)
    found: list[Spotted] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.start in masked or not _may_start(tokens, i, text):
            i += 1
            continue
        length, spotted = _longest(book, text, tokens, i, found)
        if spotted is not None:
            found.append(spotted)
        i += length
    return _with_shared_kinds(text, found)


def _tokens(book: Gazetteer, match: re.Match[str]) -> Iterator[Token]:
    """Give the words of a match: an Arabic particle that is written onto a name is a word of its own."""
    start, written = match.start(), match.group()
    if is_arabic(written):
        cut = _clitics(book, written)
        if cut:
            yield _token(start, written[:cut])
        yield _token(start + cut, written[cut:])
    else:
        yield _token(start, written)


def _token(start: int, written: str) -> Token:
    word = plain(written)
    arabic = is_arabic(written)
    return Token(
        start=start,
        end=start + len(written),
        word=word,
        heard=sound(_bare_arabic(word) if arabic else word),
        article=not arabic and word in _articles(),
        capital=written[0].isupper() or written[0].isdigit(),
        arabic=arabic,
    )


def _clitics(book: Gazetteer, written: str) -> int:
    """Count the particles an Arabic word begins with; none where the whole word begins a name."""
    for cut in (1, 2):
        if len(written) < cut + 3 or written[cut - 1] not in _CLITICS:
            return 0
        rest = written[cut:]
        if rest.startswith("ال") and len(rest) > 4:
            return cut
        begins = book.first_sounds
        if sound(_bare_arabic(plain(rest))) in begins and sound(_bare_arabic(plain(written))) not in begins:
            return cut
    return 0


def _bare_arabic(word: str) -> str:
    """Take the article off an Arabic word, also where "to" has swallowed its first letter."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _may_start(tokens: list[Token], i: int, text: str) -> bool:
    token = tokens[i]
    if token.arabic:
        return True
    if token.article and i + 1 < len(tokens):
        following = tokens[i + 1]
        joint = _between(text, token, following)
        return following.capital and (
            joint == "-" or (token.capital and joint == " " and token.word != "the")
        )
    return (token.capital and not token.word.isdigit()) or (
        token.word.isdigit() and _capital_follows(tokens, i)
    )


def _capital_follows(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].capital and not tokens[i + 1].word.isdigit()


def _longest(
    book: Gazetteer, text: str, tokens: list[Token], i: int, found: list[Spotted]
) -> tuple[int, Spotted | None]:
    """Give how many words the longest name that starts at a word takes, and the name, if it is one here."""
    runs = list(_runs(text, tokens, i))
    readings = [reading for run in runs for reading in _readings(book, text, tokens, i, run)]
    for count, has_kind in sorted(readings, reverse=True):
        last = tokens[i + count - 1]
        start, end = tokens[i].start, last.end
        if _is_place_here(book, text, tokens, i, count, has_kind, found):
            return count, Spotted(start, end, _query(text[start:end]))
    return 1, None


def _query(written: str) -> str:
    """Give the words to resolve by: "to the" of Arabic as the article it holds."""
    return "ال" + written[2:] if written.startswith("لل") else written


def _runs(text: str, tokens: list[Token], i: int) -> Iterator[int]:
    """Give the lengths of the runs of words from a word on that could be one name."""
    yield 1
    for count in range(2, LONGEST_NAME + 1):
        if i + count > len(tokens):
            return
        before, token = tokens[i + count - 2], tokens[i + count - 1]
        if not _GAP.fullmatch(text, before.end, token.start):
            return
        yield count


def _readings(
    book: Gazetteer, text: str, tokens: list[Token], i: int, count: int
) -> Iterator[tuple[int, bool]]:
    """Read a run as a name: how many words it takes with its kind word, and whether it has one."""
    before, after = kind_words()
    run = tokens[i : i + count]
    for front in range(min(LONGEST, count - 1), 0, -1):
        word = before.get(tuple(t.word for t in run[:front]))
        if word is not None and _known(book, _heard(run[front:]), word.kinds):
            yield count, True
            break
    key = _heard(run)
    if _has(book.by_sound, key):
        yield count, False
    for extra in range(LONGEST, 0, -1):
        tail = tokens[i + count : i + count + extra]
        if len(tail) < extra or not _contiguous(text, tokens[i + count - 1 : i + count + extra]):
            continue
        word = after.get(tuple(t.word for t in tail))
        if word is not None and (_known(book, key, word.kinds)):
            yield count + extra, True
            return


def _heard(run: list[Token]) -> str:
    """Give the sound of a run as `names.sound_key` gives it for the written name."""
    inner = _inner_articles()
    return "".join(
        t.heard
        for k, t in enumerate(run)
        if not (t.article and len(run) > 1 and k < len(run) - 1 and (t.word not in inner or k > 0))
    )


def _has(table: dict[str, object] | dict[str, list[object]] | object, key: str) -> bool:
    lookup = table  # a mapping by sound key
    return key in lookup or (len(key) > 5 and key[:2] in ("al", "il") and key[2:] in lookup)  # type: ignore[operator]


def _known(book: Gazetteer, key: str, kinds: KindGroups) -> bool:
    return any(kind_rank(kinds, named.place.kind) is not None for named in book.by_core.get(key, ()))


def _contiguous(text: str, run: list[Token]) -> bool:
    return all(_GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(run))


def _is_place_here(
    book: Gazetteer, text: str, tokens: list[Token], i: int, count: int, has_kind: bool, found: list[Spotted]
) -> bool:
    """Tell whether a run of words that could be a name is one in this text."""
    start, end = tokens[i].start, tokens[i + count - 1].end
    if _belongs_to(text, end) or (not has_kind and _is_person(text, tokens, i)):
        return False
    if has_kind:
        return True
    written = text[start:end]
    key = _heard(tokens[i : i + count])
    places = [n.place for n in book.by_sound.get(key, book.by_sound.get(key[2:], ()))]
    exact = exact_key(written) in book.by_exact
    prominent = max((p.prominence for p in places), default=0) >= PROMINENT
    sure = (
        (exact or count > 1)
        and prominent
        and sound_key(written) not in _doubtful()
        and len(key) > SHORT_SOUND
    )
    if sure or (prominent and any(c.isdigit() for c in written)):
        return True
    return _placed_by_words(text, start, end, found) or _is_in_what_follows(book, text, tokens, i + count)


def _placed_by_words(text: str, start: int, end: int, found: list[Spotted]) -> bool:
    """Tell whether the words around a name make it a place: a locative, a relation, a list, a heading."""
    if relation_before(text, start) is not None:
        return True
    before = text[max(0, start - 24) : start]
    if _locative().search(before):
        return True
    if found and _LIST.fullmatch(text, found[-1].end, start):
        return True
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    return (
        not text[line_start:start].strip(" \t#*-•·.")
        and re.fullmatch(r"\s*:?\s*|\s*[:–—].*", rest) is not None
    )


def _is_in_what_follows(book: Gazetteer, text: str, tokens: list[Token], j: int) -> bool:
    """Tell whether a larger place follows after a comma, so that what stands before it is a place too."""
    if j >= len(tokens) or not re.fullmatch(r"\s*,\s*", text[tokens[j - 1].end : tokens[j].start]):
        return False
    j += tokens[j].word == "in"
    if j >= len(tokens) or not _may_start(tokens, j, text):
        return False
    larger = (("governorate", "district", "country", "city"),)
    return any(_known(book, _heard(tokens[j : j + count]), larger) for count in _runs(text, tokens, j))


_LIST = re.compile(r"\s*,?\s+(?:and|or|و)\s*(?:in\s+)?|\s*,\s*|\s*/\s*")


_SHARING = re.compile(r"\s*,?\s+(?:and|or)\s+|\s*,\s*|\s+و")


def _shares(text: str, one: Spotted, other: Spotted) -> bool:
    return (
        _SHARING.fullmatch(text, one.end, other.start) is not None
        and relation_before(text, one.start) is None
    )


def _belongs_to(text: str, end: int) -> bool:
    return _owners().match(text, end) is not None


def _is_person(text: str, tokens: list[Token], i: int) -> bool:
    """Tell whether the word before makes the name a person's."""
    j = i - 1
    if (
        j < 0
        or not tokens[j].capital
        or not re.fullmatch(r"\.?[ \t]+(?:[aA]l[- ])?", text[tokens[j].end : tokens[i].start])
    ):
        return False
    table = _persons()
    return tokens[j].word in table


def _between(text: str, a: Token, b: Token) -> str:
    return text[a.end : b.start]


def _masked(text: str) -> frozenset[int]:
    """Give the offsets that lie inside names of organisations, papers and operations."""
    return frozenset(
        offset for match in _masks().finditer(text) for offset in range(match.start(), match.end())
    )


def _with_shared_kinds(text: str, found: list[Spotted]) -> list[Spotted]:
    """Give "Anbar" in "Anbar and Nineveh governorates" the kind word that stands only once."""
    plurals = _plural_kinds()
    result = list(found)
    for i, spotted in enumerate(found):
        match = plurals.search(spotted.query)
        if match is None:
            continue
        bare_end = spotted.start + match.start()
        result[i] = Spotted(spotted.start, bare_end, spotted.query)
        j = i
        while j > 0 and _shares(text, found[j - 1], found[j]):
            j -= 1
            result[j] = Spotted(found[j].start, found[j].end, f"{found[j].query} {match.group().strip()}")
    return result


@cache
def _plural_kinds() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:governorates|provinces|districts|subdistricts|villages|towns|mountains(?=\Z.))\Z",
        re.IGNORECASE,
    )


@cache
def _articles() -> frozenset[str]:
    return frozenset(read_words("geoiraq.places", "spelling")["articles"])


@cache
def _inner_articles() -> frozenset[str]:
    return frozenset(read_words("geoiraq.places", "spelling")["inner_articles"])


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(sound_key(name) for name in read_words("geoiraq.places", "not_places")["doubtful"])


@cache
def _persons() -> frozenset[str]:
    table = read_words("geoiraq.places", "not_places")
    return frozenset(plain(word) for word in [*table["titles"], *table["given_names"]])


@cache
def _locative() -> re.Pattern[str]:
    phrases = read_words("geoiraq.places", "not_places")["locatives"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})\s+(?:al-|Al-)?\Z")


@cache
def _masks() -> re.Pattern[str]:
    phrases = sorted(read_words("geoiraq.places", "not_places")["masks"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))


@cache
def _owners() -> re.Pattern[str]:
    words = read_words("geoiraq.places", "not_places")["belongs_to"]
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})(?!\w)")
