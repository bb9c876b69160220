"""An HTML page: the article in it, and what the page declares of itself."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import Any

from geoiraq.documents.details import Content, Details
from geoiraq.documents.encoding import decode
from geoiraq.documents.markup import words_of
from geoiraq.documents.quiet import quiet
from geoiraq.errors import InputError
from geoiraq.vocabulary import any_of, read_words

_MAX_BYTES = 20 * 1024 * 1024
_MAX_ELEMENTS = 50_000  # beyond which looking for the article takes too long, and all words are taken
_SHORT = 250  # characters; below this trafilatura drops lists and headings, or takes navigation for the story
_LONGEST_CELL = 300  # characters; a cell that holds more holds a part of the page
_NOT_THE_STORY = ["//nav", "//footer", "//aside", "//form"]
_DATE = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01"}
#: An element that holds more of the page's words than this is not left out, whatever it is called.
_LARGEST_PART = 0.5
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_NAME = re.compile(r"[a-z]+")
_DECLARED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_\-]{2,40})", re.IGNORECASE
)


def read_html(data: bytes) -> Content:
    """Read a page's article, and its title, publisher, address and date where it declares them.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    Content
        Paragraphs apart by an empty line; navigation, scripts, comments and footers are not the story.

    Raises
    ------
    InputError
        Where the page is too large, nested too deeply, or in no encoding.
    """
    if len(data) > _MAX_BYTES:
        raise InputError(f"is too large for a page ({len(data) // 2**20} MB)")
    page = _decode(data)
    try:
        with quiet("trafilatura", "htmldate"):
            return _read(page)
    except RecursionError:
        raise InputError("is nested too deeply for a page") from None


def _decode(data: bytes) -> str:
    """UTF-8 where it is that, else what the page says, else what it looks like."""
    try:
        return decode(data.decode("utf-8-sig").encode())
    except UnicodeDecodeError:
        declared = _DECLARED_CHARSET.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # what it says of itself is not so
    return decode(data)


def _read(page: str) -> Content:
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None or sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return Content(words_of(page))
    _drop_hidden(tree)
    _open_layout_tables(tree)
    article: Any = trafilatura.bare_extraction(
        deepcopy(tree), include_comments=False, prune_xpath=_NOT_THE_STORY
    )
    text = _paragraphs(article.text or "") if article else ""
    if len(text) < _SHORT:
        text = _short_story(tree) or words_of(page)
    return Content(_without_leads_away(text), _declared(page))


def _drop_hidden(tree: Any) -> None:
    """Leave out what a browser does not show: no reader has seen it."""
    length = len(tree.text_content())
    for part in tree.xpath(".//*[@hidden or @style]"):
        hidden = part.get("hidden") is not None or _NOT_SHOWN.search(part.get("style", ""))
        if hidden and part.getparent() is not None and len(part.text_content()) < _LARGEST_PART * length:
            part.drop_tree()


def _open_layout_tables(tree: Any) -> None:
    """Make blocks of the cells of tables that do nothing but lay a page out, as old sites do."""
    for table in tree.xpath("//table"):
        rows = table.xpath("./tr | ./tbody | ./tbody/tr")
        cells = table.xpath("./tr/td | ./tbody/tr/td")
        if any(len(cell.text_content()) > _LONGEST_CELL for cell in cells):
            for part in (table, *rows, *cells):
                part.tag = "div"


def _paragraphs(text: str) -> str:
    lines = (line.strip().strip("|").strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _short_story(tree: Any) -> str:
    from lxml import etree  # type: ignore[import-untyped]

    length = len(tree.text_content())
    for part in [element for element in tree.iter(etree.Element) if _is_called_otherwise(element)]:
        if part.getparent() is not None and len(part.text_content()) < _LARGEST_PART * length:
            part.drop_tree()
    articles = tree.xpath("//article")
    return words_of(
        etree.tostring(articles[0] if len(articles) == 1 else tree, encoding="unicode", method="html")
    )


def _is_called_otherwise(element: Any) -> bool:
    """Tell whether its class or id says that an element is a menu, a footer, comments or the like."""
    called = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return not _parts().isdisjoint(_NAME.findall(called))


@cache
def _parts() -> frozenset[str]:
    return frozenset(read_words("geoiraq.documents", "page")["parts"])


def _without_leads_away(text: str) -> str:
    """Leave out what leads to another story ("Read also: ..."), whose events are not told here."""
    return "\n\n".join(block for block in text.split("\n\n") if not _leads_away().match(block))


@cache
def _leads_away() -> re.Pattern[str]:
    phrases = any_of(read_words("geoiraq.documents", "page")["leads_away"])
    return re.compile(rf"\s*(?:{phrases})\s*(?:[:：>»|…]|\Z)", re.IGNORECASE)


def _declared(page: str) -> Details:
    from trafilatura.metadata import extract_metadata

    says = extract_metadata(page, date_config=_DATE, extensive=False)
    return Details(
        title=says.title or "", publisher=says.sitename or "", url=says.url or "", published=says.date or ""
    )
