"""A Markdown file: its words, and the front matter in which it describes itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geoiraq.documents.details import Content, Details
from geoiraq.documents.encoding import decode
from geoiraq.documents.markup import words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Between two lines of these stands front matter, and this parts a name from its value in it.
_FENCES = {"---": ":", "+++": "="}
_GROUPS = frozenset(
    f"{group}_{end}" for group in ("bullet_list", "ordered_list", "table") for end in ("open", "close")
)
_WORDED = frozenset(["inline", "fence", "code_block", "html_block"])
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_CALLED = {"date": "published", "source": "publisher", "link": "url"}


def read_markdown(data: bytes) -> Content:
    """Read the words of a Markdown file; headings and bullets keep their lines, links their words.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    Content
        The text, and the front matter's title, publisher (or source), url (or link) and published (or date).

    Raises
    ------
    InputError
        Where the file is text in no encoding.
    """
    matter, parting, body = _split(decode(data))
    return Content("\n".join(_lines(body)).strip("\n"), Details.of(_fields(matter, parting), source=""))


def _split(text: str) -> tuple[list[str], str, str]:
    """Part the front matter, between two lines of three dashes or pluses at the very beginning, from the rest."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    parting = _FENCES.get(fence)
    if parting is None:
        return [], "", text
    for end, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (fence, "..."):
            return lines[1:end], parting, "\n".join(lines[end + 1 :])
        if line.strip() and not line.startswith((" ", "\t", "#", "-", "[", "]")) and parting not in line:
            break  # a ruled line above a text, not front matter
    return [], "", text


def _fields(matter: Sequence[str], parting: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    for line in matter:
        key, colon, value = line.partition(parting)
        if colon and not key.startswith((" ", "\t", "#", "-")):
            name = key.strip().lower()
            fields.setdefault(_CALLED.get(name, name), _unquoted(value.strip()))
    return fields


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _lines(text: str) -> Iterator[str]:
    """Yield the text's lines, an empty one before each block but none within a list or a table."""
    from markdown_it import MarkdownIt

    marker, depth = "", 0
    cells: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in _GROUPS:
            if token.nesting == 1 and depth == 0:
                yield ""
            depth += token.nesting
        elif token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif token.type in _WORDED and (words := _words(token)):
            if cells is not None:
                cells.append(words)
                continue
            if depth == 0:
                yield ""
            yield marker + words
            marker = ""


def _words(token: Token) -> str:
    if token.type == "html_block":
        return words_of(token.content)
    if token.children is None:
        return token.content.strip("\n")
    return "".join(
        _BREAKS.get(child.type, child.content) for child in token.children if child.type != "html_inline"
    )
