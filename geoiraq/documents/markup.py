"""The words of a piece of HTML, block by block, without what is not the story."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# fmt: off
_UNREAD = frozenset({
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button", "select",
    "iframe", "svg",
})
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})
# fmt: on
_CELLS = frozenset({"td", "th"})
_BETWEEN_CELLS = " | "


def words_of(html: str) -> str:
    r"""Return the text of a page or a part of one, its blocks apart by an empty line.

    Parameters
    ----------
    html
        Any HTML, broken or not.

    Returns
    -------
    str
        The text, without scripts, navigation, footers and forms.

    Examples
    --------
    >>> words_of("<nav>Home</nav><p>Two in <b>Kirkuk</b>.<p>One in Basra.")
    'Two in Kirkuk.\n\nOne in Basra.'
    """
    blocks = _Blocks()
    blocks.feed(html)
    blocks.close()
    return "\n\n".join(blocks.finished())


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        if tag in _CELLS:
            self._blocks[-1].append(_BETWEEN_CELLS if self._blocks[-1] else "")
        elif tag not in _INLINE:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:
                pass
        if tag not in _INLINE and tag not in _CELLS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._blocks[-1].append(data)

    def finished(self) -> list[str]:
        """Return the blocks in which something stands, the space in them evened out."""
        evened = (re.sub(r"\s+", " ", "".join(block)) for block in self._blocks)
        return [block for block in (words.strip("| ") for words in evened) if block]
