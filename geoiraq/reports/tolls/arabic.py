"""What one Arabic sentence says of the killed, the injured and the taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from geoiraq.reports.tolls.arabicwords import ArabicWords, arabic_words, bare_word, without_marks
from geoiraq.reports.tolls.lexicon import TollKind
from geoiraq.reports.tolls.numbers import Number, read_number
from geoiraq.reports.tolls.tokens import Token
from geoiraq.reports.tolls.toll import Toll
from geoiraq.reports.tolls.whose import Part


def is_arabic(text: str) -> bool:
    """Tell whether a sentence is written in Arabic script.

    Parameters
    ----------
    text
        The sentence.

    Returns
    -------
    bool
        Judged by its first letter.
    """
    for character in text:
        if character.isalpha():
            return "\u0600" <= character <= "\u06ff"
    return False


def read_arabic_tolls(text: str, words: Sequence[Token]) -> list[Toll]:
    """Read every toll of an Arabic sentence.

    Parameters
    ----------
    text
        The text that spans refer to.
    words
        The sentence's tokens.

    Returns
    -------
    list of Toll
        In the order of the text.
    """
    known = arabic_words()
    found: list[Toll] = []
    index = taken = 0
    while index < len(words):
        toll, after = None, index + 1
        word = bare_word(words[index].word, known)
        if (kind := known.negated.get(word)) is not None:
            toll, after = _denied(text, words, index, known, kind) or (None, index + 1)
        elif (owned := known.owned(word)) is not None and not known.has("kin", owned[0]):
            told = known.has("met_end", word) and _told_of_met(words, index, taken, known)
            toll = None if told else _of_pronoun(text, words[index], *owned, known)
        elif (kind := known.verbs.get(word)) is not None:
            toll, after = (
                _before_verb(text, words, index, taken, known, kind)
                or _both(text, words, index, known)
                or _denied(text, words, index, known, kind)
                or _after_verb(text, words, index, known, kind)
            )
            toll = toll or _one_before(text, words, index, kind, known)
            toll = toll or (_of_wounds(text, words, index, known) if kind == "killed" else None)
        elif (kind := known.counted.get(word)) is not None or known.has("harm", word):
            toll, after = _denied(text, words, index, known, kind or "casualty") or (None, index + 1)
            if toll is None and kind is not None:
                toll = _before_noun(text, words, index, taken, kind, known)
        if toll is not None:
            found.append(_in_context(toll, words, index, after, known))
            taken = after
        index = max(after, index + 1)
    return found


def _of_pronoun(text: str, token: Token, noun: str, count: int, known: ArabicWords) -> Toll:
    """Read "مقتله", "إصابتهما", "جثثهم"."""
    found = known.has("found", noun)
    kind: TollKind = "killed" if found else known.verbs[noun]
    number = count or None
    span = token.start, token.end
    return Toll(kind, number, number, number, *span, text[span[0] : span[1]], pronoun=True, of_taken=found)


#: Within so many words of "met" its "death" stands.
_MET_WORDS = 10


def _told_of_met(words: Sequence[Token], index: int, taken: int, known: ArabicWords) -> bool:
    """Tell whether "his death" goes on with "met", whose subject was counted."""
    if not taken:
        return False
    return any(known.has("met", bare_word(t.word, known)) for t in words[max(0, index - _MET_WORDS) : index])


def _one_before(
    text: str, words: Sequence[Token], index: int, kind: TollKind, known: ArabicWords
) -> Toll | None:
    """Read "إن الانتحاري قتل": one person named before the verb, with nobody after it."""
    token = words[index - 1] if index > 1 else None
    if token is None or words[index - 2].word not in ("أن", "إن", "ان"):
        return None
    if not known.has("singulars", without_marks(token.word).removeprefix("ال")):
        return None
    return Toll(kind, 1, 1, 1, token.start, token.end, text[token.start : token.end])


def _of_wounds(text: str, words: Sequence[Token], index: int, known: ArabicWords) -> Toll | None:
    """Read "وتوفي متأثرا بجراحه": the one who was told to be wounded has died."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or not known.has("of_wounds", without_marks(following.word)):
        return None
    token = words[index]
    span = token.start, token.end
    return Toll("killed", 1, 1, 1, *span, text[span[0] : span[1]], pronoun=True, late="wounds")


#: So many words before a number may call it outdated or the sum, and so many after it tell of wounds.
_CONTEXT = 8


def _in_context(toll: Toll, words: Sequence[Token], index: int, after: int, known: ArabicWords) -> Toll:
    before = [without_marks(token.word) for token in words[max(0, index - _CONTEXT) : index]]
    following = [without_marks(token.word) for token in words[after : after + _CONTEXT]]
    figure = any(known.has("figure", word) for word in before)
    return toll._replace(
        parts=(Part(toll.best, toll.group, ""),) if toll.best and toll.group else (),
        account="earlier" if figure and any(known.has("outdated", word) for word in before) else "",
        whole=toll.kind in ("killed", "injured") and any(known.has("rising", word) for word in before),
        late="wounds"
        if toll.kind == "killed" and any(known.has("of_wounds", word) for word in following)
        else "",
    )


def _denied(
    text: str, words: Sequence[Token], index: int, known: ArabicWords, kind: TollKind
) -> tuple[Toll, int] | None:
    """Read "without casualties", "nobody was hurt"."""
    reach = 6 if known.has("harm", bare_word(words[index].word, known)) else 3
    before = [bare_word(token.word, known) for token in words[max(0, index - reach) : index]]
    if not any(known.has("none", word) for word in before):
        return None
    token = words[index]
    return Toll(kind, 0, 0, 0, token.start, token.end, text[token.start : token.end]), index + 1


def _both(
    text: str, words: Sequence[Token], index: int, known: ArabicWords
) -> tuple[Toll | None, int] | None:
    """Read "killed and injured 15", which does not say how many of either."""
    if index + 1 >= len(words) or not words[index + 1].word.startswith("و"):
        return None
    kinds = {known.verbs.get(bare_word(words[at].word, known)) for at in (index, index + 1)}
    if kinds != {"killed", "injured"}:
        return None
    toll, after = _after_verb(text, words, index + 1, known, "casualty")
    return toll, after


#: A verb in the plural follows its subject: "25 of its fighters were killed".
_PLURAL_VERB = "وا"
#: How many words its subject takes at the most.
_SUBJECT_WORDS = 6


def _before_verb(
    text: str, words: Sequence[Token], index: int, taken: int, known: ArabicWords, kind: TollKind
) -> tuple[Toll, int] | None:
    """Read the subject that stands before a verb in the plural."""
    if not bare_word(words[index].word, known).endswith(_PLURAL_VERB):
        return None
    for at in range(index - 1, max(taken, index - _SUBJECT_WORDS) - 1, -1):
        read = _number(words, at, bare_word(words[at].word, known))
        if read is not None and read[0].best:
            number, (start, end) = read[0], (words[at].start, words[index - 1].end)
            return Toll(kind, number.low, number.best, number.high, start, end, text[start:end]), index + 1
    return None


def _after_verb(
    text: str, words: Sequence[Token], index: int, known: ArabicWords, kind: TollKind
) -> tuple[Toll | None, int]:
    """Read whom a verb or a verbal noun is followed by: "مقتل جنديين وثلاثة مدنيين"."""
    at = index + 1
    verb = bare_word(words[index].word, known)
    nominal = known.has("nominal", verb)
    while at < len(words) and any(
        known.has(s, without_marks(words[at].word)) for s in ("manner", "meanwhile")
    ):
        at += 1
    first_named = at
    while (
        not nominal
        and at < len(words)
        and known.has("attackers", bare_word(words[at].word, known))
        and not _counts(words, at)
    ):
        at += 1
        if at < len(words) and known.has("attackers", bare_word(words[at].word, known)):
            at += 1
    if known.has("transitive", verb):
        at = _object(words, at, known)
    low = best = 0
    high: int | None = 0
    first = at
    end = at
    while at < len(words):
        item = _item(words, at, known)
        if item is None:
            break
        (item_low, item_best, item_high), at = item
        low, best = low + (item_low or 0), best + (item_best or 0)
        high = None if high is None or item_high is None else high + item_high
        end = at
        at = _modifiers(words, at, known)
        if (companion := _companion(words, at, end, known)) is not None:
            (low, best), end = (low + companion[0], best + companion[0]), companion[1]
            high = None if high is None else high + companion[0]
            break
        if (
            at >= len(words)
            or not words[at].word.startswith("و")
            or bare_word(words[at].word, known) in known.verbs
        ):
            break
    if (
        end == first
        and first > first_named
        and known.has("singulars", bare_word(words[first_named].word, known))
    ):
        token = words[first_named]  # "قتل مسلح في اشتباك": nobody else is named
        return Toll(kind, 1, 1, 1, token.start, token.end, text[token.start : token.end]), first
    if end == first or (
        known.has("doubtful", verb) and not _is_person(bare_word(words[end - 1].word, known), known)
    ):
        return None, index + 1
    group = known.groups.get(bare_word(words[end - 1].word, known), "")
    span = words[first].start, words[end - 1].end
    if not best:
        return Toll(kind, low or None, None, None, *span, text[span[0] : span[1]], group), end
    more = any(bare_word(t.word, known) in ("آخر", "آخرين", "آخرون") for t in words[first:end])
    return Toll(kind, low, best, high, *span, text[span[0] : span[1]], group, more=more), end


#: Who did it takes so many words at the most.
_AGENT_WORDS = 12


def _object(words: Sequence[Token], at: int, known: ArabicWords) -> int:
    """Give where the object of a verb begins that who did it, and when, stand before; `at` where none is found."""
    for place in range(at, min(len(words), at + _AGENT_WORDS)):
        word = bare_word(words[place].word, known)
        if known.has("subset", word) or word in known.verbs:
            break
        if (
            not known.has("attackers", word)
            and (item := _item(words, place, known)) is not None
            and item[0][1]
        ):
            return place
    return at


def _companion(words: Sequence[Token], at: int, end: int, known: ArabicWords) -> tuple[int, int] | None:
    """Read "with his son" near the end of an item: how many they are, and where that ends."""
    for place in range(end, min(len(words) - 1, max(at, end) + 1, end + _COMPANY_WORDS)):
        owned = known.owned(bare_word(words[place + 1].word, known))
        if known.has("company", bare_word(words[place].word, known)) and owned is not None:
            return owned[1] or 1, place + 2
    return None


#: So far behind somebody stands who was with him.
_COMPANY_WORDS = 5


def _counts(words: Sequence[Token], at: int) -> bool:
    return read_number(words, at) is not None


Amount = tuple[int | None, int | None, int | None]


def _item(words: Sequence[Token], at: int, known: ArabicWords) -> tuple[Amount, int] | None:
    token = words[at]
    word = bare_word(token.word, known)
    if (read := _number(words, at, word)) is not None and read[0].best != 0:
        number, after = read
        after += after + 1 < len(words) and words[after].word == "من"
        while (
            after < len(words)
            and _is_person(bare_word(words[after].word, known), known)
            and not _is_and(words, after)
        ):
            after += 1
        return (number.low, number.best, number.high), after
    if known.has("families", word) and (family := _family(words, at, known)) is not None:
        return family
    following = words[at + 1].word if at + 1 < len(words) else ""
    if known.has("plurals", word) and following in ("اثنين", "اثنان"):
        return (2, 2, 2), at + 2
    if known.has("duals", word):
        after = at + 1
        following = bare_word(words[after].word, known) if after < len(words) else ""
        return (2, 2, 2), after + (following in ("اثنين", "اثنان", "آخرين", "آخران"))
    if known.has("one_of", word):
        return (1, 1, 1), at + 2
    definite = word.removeprefix("ال")
    named = definite if definite != word and not known.has("attackers", definite) else word
    if known.has("singulars", named):
        return (1, 1, 1), at + 1 + known.has("one", without_marks(following))
    if (owned := known.owned(word)) is not None and known.has("kin", owned[0]):
        return (owned[1],) * 3, at + 1
    if known.has("plurals", word):
        return (None, None, None), at + 1
    return None


def _family(words: Sequence[Token], at: int, known: ArabicWords) -> tuple[Amount, int] | None:
    """Read "a family of five"."""
    for place in range(at + 1, min(len(words), at + 5)):
        if (read := _number(words, place, bare_word(words[place].word, known))) is not None:
            made_up = any(known.has("made_up", bare_word(t.word, known)) for t in words[at:place])
            return ((read[0].low, read[0].best, read[0].high), read[1]) if made_up else None
    return None


def _number(words: Sequence[Token], at: int, bare: str) -> tuple[Number, int] | None:
    """Read a number, also one that an "and" is written together with."""
    token = words[at]
    joined = token.word[1:] if len(token.word) > 1 and token.word[0] == "و" else bare
    for word in dict.fromkeys((without_marks(token.word), bare, joined)):
        nearby = [token._replace(word=word), *words[at + 1 : at + _LONGEST_NUMBER]]
        if (read := read_number(nearby, 0)) is not None:
            return read[0], at + read[1]
    return None


#: No number is written in more words.
_LONGEST_NUMBER = 8


def _is_and(words: Sequence[Token], at: int) -> bool:
    return words[at].word.startswith("و") and words[at].word != "واحد"


def _is_person(word: str, known: ArabicWords) -> bool:
    return any(known.has(name, word) for name in ("plurals", "singulars", "duals"))


def _modifiers(words: Sequence[Token], at: int, known: ArabicWords) -> int:
    """Step over an adjective or two, up to "and" or a preposition; "among them ..." ends the count."""
    for _ in range(3):
        if at >= len(words) or not words[at].word[0].isalpha():
            return len(words)
        word = bare_word(words[at].word, known)
        if known.has("subset", word) or known.has("stop", word):
            return len(words)
        if words[at].word.startswith("و") or word in known.verbs:
            return at
        at += 1
    return at


def _before_noun(
    text: str, words: Sequence[Token], index: int, taken: int, kind: TollKind, known: ArabicWords
) -> Toll | None:
    """Read "خمسة قتلى", "10 جرحى", or a dual that counts by itself."""
    token = words[index]
    word = bare_word(token.word, known)
    for at in range(max(taken, index - 6), index):
        read = _number(words, at, bare_word(words[at].word, known))
        if read is not None and read[1] == index:
            number: Number = read[0]
            span = words[at].start, token.end
            return Toll(kind, number.low, number.best, number.high, *span, text[span[0] : span[1]])
    if known.has("subset", bare_word(words[index - 1].word, known) if index else ""):
        return None
    following = words[index + 1] if index + 1 < len(words) else None
    if known.has("found", word) and not known.has("singulars", word) and following is not None:
        read = _number(words, index + 1, bare_word(following.word, known))
        if read is not None:
            span = token.start, words[read[1] - 1].end
            return Toll(kind, read[0].low, read[0].best, read[0].high, *span, text[span[0] : span[1]])
    if following is not None and following.word == ":" and index + 2 < len(words):
        read = read_number(words, index + 2)
        if read is not None:
            return Toll(kind, read[0].low, read[0].best, read[0].high, token.start, read[0].end)
    count: Literal[0, 1, 2] = 2 if known.has("duals", word) else 1 if known.has("singulars", word) else 0
    if not count:
        return None
    return Toll(kind, count, count, count, token.start, token.end, text[token.start : token.end])
