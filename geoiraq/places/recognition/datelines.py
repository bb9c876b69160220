"""Where a report was filed: the place in capitals that its first lines begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoiraq.places.recognition.spotting import Spotted
from geoiraq.vocabulary import read_words

_DATELINE = re.compile(r"[ \t]*(?P<head>[^\W\d_][^\n–—]{1,60}?)\s*(?:[–—]|--|-)\s", re.UNICODE)
#: A dateline stands on one of the first lines of a report, empty ones not counted.
DATELINE_LINES = 12


def dateline(text: str, spotted: Sequence[Spotted]) -> tuple[int, int]:
    """Give where the dateline stands.

    Parameters
    ----------
    text
        The text.
    spotted
        The names in it that may be of places, in order.

    Returns
    -------
    tuple of int
        The span of "ERBIL, Kurdistan Region - "; an empty one where there is none.
    """
    position = 0
    following = iter(spotted)
    first = next(following, None)
    read = 0
    for line in text.split("\n", 2 * DATELINE_LINES)[: 2 * DATELINE_LINES]:
        read += bool(line.strip())
        if read > DATELINE_LINES:
            break
        end = position + len(line)
        while first is not None and first.start < position:
            first = next(following, None)
        if first is None:
            break
        # A dateline begins with a place, and an Arabic particle before it: most lines need no closer look.
        if first.start < end and len(text[position : first.start].lstrip(" \t")) <= 1:
            match = _DATELINE.match(text, position, end)
            if match and first.end <= match.end("head") and _is_dateline(match["head"]):
                return match.span()
        position = end + 1
    return 0, 0


def _is_dateline(head: str) -> bool:
    city = re.split(r"[,(/]", head, maxsplit=1)[0].strip()
    others = read_words("geoiraq.places", "datelines")
    return city.isupper() or any(word in head for word in others["marks"])
