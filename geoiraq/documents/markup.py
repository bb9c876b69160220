"""The words of a piece of HTML, block by block, without what is not the story."""

from __future__ import annotations

import re
from typing import Any

from geoiraq.errors import InputError

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
_DEEPEST = 250  # libxml2 leaves out what lies deeper than 255


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

    Raises
    ------
    InputError
        Where it is nested so deeply that a part of it would be left out.

    Examples
    --------
    >>> words_of("<nav>Home</nav><p>Two in <b>Kirkuk</b>.<p>One in Basra.")
    'Two in Kirkuk.\n\nOne in Basra.'
    """
    from lxml import etree  # type: ignore[import-untyped]

    # The standard library's parser takes time that grows with the square of a hostile page's length.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return ""
    blocks: list[list[str]] = [[]]
    if root is not None:
        _collect(root, blocks, depth=1)
    evened = (re.sub(r"\s+", " ", "".join(block)).strip("| ") for block in blocks)
    return "\n\n".join(block for block in evened if block)


def _collect(element: Any, blocks: list[list[str]], depth: int) -> None:
    if depth > _DEEPEST:
        raise InputError("is nested too deeply for a page")
    if element.tag in _CELLS:
        blocks[-1].append(_BETWEEN_CELLS if blocks[-1] else "")
    elif element.tag not in _INLINE:
        blocks.append([])
    blocks[-1].append(element.text or "")
    for child in element:
        if child.tag not in _UNREAD:
            _collect(child, blocks, depth + 1)
        blocks[-1].append(child.tail or "")
    if element.tag not in _INLINE and element.tag not in _CELLS:
        blocks.append([])
