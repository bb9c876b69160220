"""Words, figures and marks of a text, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Token(NamedTuple):
    """A word, a figure or a mark: ``text[start:end]``, and the same in lower case with ASCII figures."""

    start: int
    end: int
    text: str
    word: str


#: Arabic-Indic and Persian figures, one character for one, so that spans hold.
ASCII_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {ord("’"): "'"}

#: A word goes on over a hyphen, an apostrophe or a point; over a slash in "and/or" and "10/29", not in "killed/8".
_INNER = r"[-–'’.:]|(?<=\d)/(?=\d)|(?<=[^\W\d])/(?=[^\W\d])"
_TOKEN = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+(?![\w,])|[\w\u064b-\u0652]+(?:(?:{_INNER})[\w\u064b-\u0652]+)*|[^\w\s]"
)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of text into tokens.

    Parameters
    ----------
    text
        The text.
    start, end
        The stretch.

    Returns
    -------
    list of Token
        In order; white space belongs to none.

    Examples
    --------
    >>> [t.text for t in tokens("Two of al-Qa'im's 1,200", 0, 23)]
    ['Two', 'of', "al-Qa'im's", '1,200']
    """
    return [
        Token(match.start(), match.end(), word := match[0], _in_small_letters(word))
        for match in _TOKEN.finditer(text, start, end)
    ]


def _in_small_letters(word: str) -> str:
    return word.lower() if word.isascii() else word.lower().translate(ASCII_DIGITS)


def word_at(words: Sequence[Token], index: int) -> str:
    """Get the word at a place, empty beyond the ends."""
    return words[index].word if 0 <= index < len(words) else ""


def unquoted(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out the marks about a single word in quotation: "two 'terrorists' were 'neutralised'".

    Parameters
    ----------
    words
        The tokens.

    Returns
    -------
    sequence of Token
        The same ones where no word is so marked.
    """
    marks = [at for at, token in enumerate(words) if token.text in _QUOTES]
    about = {at for one, two in pairwise(marks) if two == one + 2 for at in (one, two)}
    return [token for at, token in enumerate(words) if at not in about] if about else words


_QUOTES = ("'", '"', "‘", "’", "“", "”")
