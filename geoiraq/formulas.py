"""Keeps text from becoming a formula in a spreadsheet, and gives it back as it was."""

from __future__ import annotations

import re

# What a spreadsheet may take for a formula, with the apostrophes before it that keep it from doing so.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it, if a spreadsheet could take it for a formula.

    Examples
    --------
    >>> guarded("=HYPERLINK(...)"), guarded("-"), guarded("Mosul"), guarded("'Ana")
    ("'=HYPERLINK(...)", "'-", 'Mosul', "'Ana")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take off the apostrophe that `guarded` set.

    Examples
    --------
    >>> unguarded("'=HYPERLINK(...)"), unguarded("'Ana")
    ('=HYPERLINK(...)', "'Ana")
    """
    return text[1:] if _GUARDED.match(text) else text
