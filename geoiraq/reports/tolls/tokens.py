"""Words, figures and marks of a text, with their places in it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word, a figure or a mark: ``text[start:end]``, and the same in lower case with ASCII figures."""

    start: int
    end: int
    text: str
    word: str


#: Arabic-Indic and Persian figures, one character for one, so that spans hold.
ASCII_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {ord("’"): "'"}

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?![\w,])|[\w\u064b-\u0652]+(?:[-–'’./:][\w\u064b-\u0652]+)*|[^\w\s]")


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
        Token(match.start(), match.end(), word := match.group(), word.lower().translate(ASCII_DIGITS))
        for match in _TOKEN.finditer(text, start, end)
    ]
