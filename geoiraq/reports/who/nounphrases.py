"""Short noun phrases, as written: "a convoy of the Ministry of Electricity" without its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from geoiraq.vocabulary import any_of, read_words


class NounPhrase(NamedTuple):
    """A noun phrase without its article.

    Attributes
    ----------
    start, end
        Where it stands: `text[start:end]`.
    head
        Its noun, in lower case.
    head_end
        Where its noun ends.
    inner
        What it says after "of", or "carrying"; None where it says nothing.
    opened
        Whether an article or a number opens it.
    pronoun
        Whether it opens with "his" or "their".
    """

    start: int
    end: int
    head: str
    head_end: int
    inner: NounPhrase | None = None
    opened: bool = False
    pronoun: bool = False


_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w'’`.&-]*[^\W_])?|\S")
#: How far a noun phrase may reach.
LONGEST = 110


def noun_phrase(text: str, at: int, end: int, *, inner: bool = False) -> NounPhrase | None:
    """Read the noun phrase that begins at a place.

    Parameters
    ----------
    text
        The text.
    at, end
        Where it begins, and how far it may reach.
    inner
        Whether it stands after "of".

    Returns
    -------
    NounPhrase or None
        None where no noun stands there.

    Examples
    --------
    >>> text = "the armoured convoy of a senior minister that was passing"
    >>> phrase = noun_phrase(text, 0, len(text))
    >>> text[phrase.start : phrase.end], phrase.head
    ('armoured convoy of a senior minister', 'convoy')
    """
    end = min(end, at + LONGEST)
    # Read on within the same reach, so that "of ... of ... of" ends.
    tokens = list(_TOKEN.finditer(text, at, end))
    index, pronoun = _opened(tokens)
    words: list[re.Match[str]] = []
    for token in tokens[index:]:
        if len(words) >= _longest() or not _goes_on(token, words):
            break
        words.append(token)
    if not words or not any(c.isalpha() for c in words[-1].group()) or _is_participle(words[-1].group()):
        return None
    start, stop = words[0].start(), words[-1].end()
    complement = None
    link = _links().match(text, stop, end) if not (inner and len(words) > 1) else None
    if link is not None:
        complement = noun_phrase(text, link.end(), end, inner=True)
    head = words[-1].group().lower()
    return NounPhrase(
        start, complement.end if complement else stop, head, stop, complement, index > 0, pronoun
    )


def _opened(tokens: Sequence[re.Match[str]]) -> tuple[int, bool]:
    """Give the first token after articles and numbers, and whether a pronoun stood among them."""
    index, pronoun = 0, False
    while index < len(tokens):
        word = tokens[index].group().lower()
        if word in phrase_words("joints") and (index == 0 or word == "and"):
            if index == 0 or not _is_number(tokens[index - 1].group()):
                break
        elif word == "of" and index and tokens[index - 1].group().lower() in phrase_words("openers"):
            pass
        elif not (word in phrase_words("openers") or word[0].isdigit() or word in "\"“'‘"):
            break
        pronoun = pronoun or word in phrase_words("pronouns")
        index += 1
    return index, pronoun


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word.lower() in phrase_words("openers")


def _goes_on(token: re.Match[str], words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a token goes on the phrase that these words began."""
    word = token.group().lower()
    if not word[0].isalnum() or word == "of" or word in phrase_words("stops"):
        return False
    if words and word[0].isdigit():
        return False
    if words and words[-1].group().endswith("ly") and word.endswith("ed"):
        return True  # "the heavily fortified zone"
    return not (_is_participle(token.group()) and (words or word.endswith("ing")))


def _is_participle(word: str) -> bool:
    return (
        word.endswith(("ing", "ed"))
        and "-" not in word
        and word[0].islower()
        and word not in phrase_words("nouns")
    )


def _phrase() -> dict[str, Any]:
    table: dict[str, Any] = read_words("geoiraq.reports", "targets")["phrase"]
    return table


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(_phrase()['links'])})\s", re.IGNORECASE)


def _longest() -> int:
    longest: int = _phrase()["most_words"]
    return longest


@cache
def phrase_words(column: str) -> frozenset[str]:
    """Give a column of the words of noun phrases."""
    return frozenset(_phrase()[column])
