"""The words before an item that say where it happened: "IRAQ (Mosul).", "NEAR TIKRIT -", "Tal Afar:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: "IRAQ (Mosul).": nobody writes so but to label an item.
_COUNTRY_AND_PLACE = re.compile(
    r"[A-Z][A-Za-z]+\s*(?P<place>\([^()\n]{2,40}\))\s*(?:[.:]|[-–—](?=\s))\s+(?=\S)"
)
#: "FALLUJA, Iraq (Reuters) -" or "Tal Afar:", after an asterisk for news; a dateline, unless each item has one.
_ITEM = re.compile(
    r"\*?(?:(?P<place>[A-Z][A-Z'’. -]{1,30}[A-Z])(?:,[^\n–—]{1,30}?)?(?:\s*\([^()\n]{2,30}\))?\s+[-–—]{1,2}\s+"
    r"|(?P<name>[A-Z][\w'’-]+(?:[ -][A-Za-z][\w'’-]+){0,3}):[ \t]+)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of an item: `text[start:end]` names the place, and its text begins at `told_from`."""

    start: int
    end: int
    told_from: int


def find_labels(text: str, paragraphs: Sequence[tuple[int, int]], *, alone: bool) -> list[Label | None]:
    """Find the labels of the items of a text.

    Parameters
    ----------
    text
        The text.
    paragraphs
        The spans of its paragraphs.
    alone
        Whether the one paragraph is all that the text has, with no list beneath it.

    Returns
    -------
    list of Label or None
        One for each paragraph. "BAGHDAD -" is the label of an item where it is all there is, or one of several
        that begin so; over a report or a list it is a dateline, and none.
    """
    certain = [_COUNTRY_AND_PLACE.match(text, start, end) for start, end in paragraphs]
    items = [_ITEM.match(text, start, end) for start, end in paragraphs]
    if not alone and sum(match is not None for match in items) < 2:
        items = [None] * len(items)
    return [_label(one or other) for one, other in zip(certain, items, strict=True)]


def _label(match: re.Match[str] | None) -> Label | None:
    if match is None:
        return None
    named = match.lastgroup or "place"
    return Label(*match.span(named), match.end())
