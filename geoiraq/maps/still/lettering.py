"""Words on the sheet: one typeface that comes along, nothing taken for a formula, sizes in points."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

MM_PER_POINT = 25.4 / 72
FACES = {"": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf", "italic": "DejaVuSans-Oblique.ttf"}
#: Between the feet of two lines, for one point of size, in millimetres.
LEADING = 1.32 * MM_PER_POINT
_ARABIC = re.compile("[\u0600-\u06ff]")


def plain(words: str, most: int = 300) -> str:
    r"""Make one line of any text: without what steers a terminal, a reader's direction or an XML parser.

    Parameters
    ----------
    words
        Any text.
    most
        How many characters are kept; what is cut is shown by an ellipsis.

    Returns
    -------
    str
        Letters, marks, numbers, signs and single blanks.

    Examples
    --------
    >>> plain("a\x00b\u202ec\n d")
    'a b c d'
    """
    head = words[: 4 * most]
    kept = "".join(" " if unicodedata.category(c) in _NO_LETTERS and c not in _JOINERS else c for c in head)
    line = " ".join(kept.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


_NO_LETTERS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
#: Persian and Kurdish words are spelt with them.
_JOINERS = frozenset("\u200c\u200d")


def face_of(words: str, kind: str = "") -> FontProperties:
    """Give the typeface of a line: there is no oblique Arabic, which stands upright."""
    return face("" if kind == "italic" and _ARABIC.search(words) else kind)


@cache
def face(kind: str = "") -> FontProperties:
    """Give the typeface: the file that comes with matplotlib, whatever else is installed."""
    import matplotlib
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=Path(matplotlib.get_data_path()) / "fonts" / "ttf" / FACES[kind])


@cache
def width(words: str, size: float, kind: str = "") -> float:
    """Measure a line, in millimetres."""
    from matplotlib.textpath import text_to_path

    font = face_of(words, kind)
    points, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(points) * size / font.get_size_in_points() * MM_PER_POINT if words else 0.0


def write(
    axes: Axes, at: tuple[float, float], words: str, size: float, colour: str, kind: str = "", **look: Any
) -> Text:
    """Write a line at a point of the sheet; it stands on its foot, to the right, unless told otherwise."""
    font = face_of(words, kind).copy()
    font.set_size(size)
    settings = {"ha": "left", "va": "baseline", **look}
    return axes.text(*at, words, color=colour, fontproperties=font, parse_math=False, **settings)


def lines_of(words: str, size: float, kind: str, within: float, most: int = 3) -> list[str]:
    """Break a text into lines of at most a width; what no line has room for is cut and shown by an ellipsis."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, kind) <= within or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [_cut(line, size, kind, within) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = _cut(kept[-1] + "…", size, kind, within)
    return kept


def _cut(line: str, size: float, kind: str, within: float) -> str:
    if width(line, size, kind) <= within:
        return line
    letters = line.rstrip("…")
    while letters and width(letters + "…", size, kind) > within:
        letters = letters[:-1]
    return letters + "…"
