"""A PDF file: the words on its pages, with the lines mended that the page's width broke."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from geoiraq.documents.details import MAX_CHARACTERS, Content, Details
from geoiraq.documents.quiet import quiet
from geoiraq.errors import InputError

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_PAGES = 5000
_PAGE_NUMBER = re.compile(
    r"(?:page\s{1,3})?[-–—\s]{0,3}\d{1,4}[-–—\s]{0,3}(?:(?:of|/)\s{0,3}\d{1,4})?", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[•●▪‣◦*–—]|-\s|\d{1,3}[.)]\s)")
_ENDS_SENTENCE = re.compile(r"[.!?:؟。][\"'”’)\]»]{0,3}$")
_FORMS = re.compile(
    "[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]"
)  # ligatures and Arabic letters as a typesetter has them
_SHORT_LINE = 0.75  # of the page's width: a sentence that ends before this ends its paragraph
_HEADING = 0.55
_EDGE = 3  # lines at a page's head or foot may be printed on every page
_MOST = 0.6  # of the pages: what stands at the edge of so many is no part of the story


def read_pdf(data: bytes) -> Content:
    """Read the text of a PDF file.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    Content
        Paragraphs apart by an empty line, and the title, if it has one. The date of a PDF file is that of its
        making, which is not taken for that of its publication.

    Raises
    ------
    InputError
        Where the file is encrypted, damaged or too large, or its pages bear no text.
    """
    with quiet("pypdf"):
        try:
            content = _read(data)
        except InputError:
            raise
        except RecursionError:
            raise InputError("is nested too deeply for a PDF file") from None
        except Exception as error:  # a damaged file makes pypdf raise whatever there is
            raise InputError(f"is damaged, or no PDF file ({_told(error)})") from error
    if not content.text:
        raise InputError("has no text on its pages (a scan? it needs text recognition first)")
    return content


def _read(data: bytes) -> Content:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise InputError("is encrypted: it needs a password")
    if len(reader.pages) > _MAX_PAGES:
        raise InputError(f"has {len(reader.pages)} pages, more than the {_MAX_PAGES} that are read")
    pages: list[list[str]] = []
    length = 0
    for page in reader.pages:
        text = _letters(page.extract_text())
        length += len(text)
        if length > MAX_CHARACTERS:
            raise InputError(f"unfolds to more than {MAX_CHARACTERS} characters")
        pages.append(_trimmed(text.split("\n")))
    lines = [line for page in _without_running(pages) for line in _without_number(page)]
    title = reader.metadata.title if reader.metadata else None
    return Content(mended(lines), Details(title=(title or "").strip()))


def _opens(reader: PdfReader) -> bool:
    """Many are encrypted with an empty password, to keep them from being printed."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _letters(text: str) -> str:
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text).replace("\0", "")


def _without_running(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Take off what is printed at the head or foot of the pages, but for the first one's head: it may be the title."""
    heads, feet = (_running([page[edge] for page in pages]) for edge in (slice(_EDGE), slice(-_EDGE, None)))
    for number, page in enumerate(pages):
        first, last = 0, len(page)
        while first < min(_EDGE, last) and _without_digits(page[first]) in heads:
            first += 1
        while last > max(first, len(page) - _EDGE) and _without_digits(page[last - 1]) in feet:
            last -= 1
        yield ([] if number else [*page[:first], ""]) + page[first:last]


def _running(edges: Sequence[Sequence[str]]) -> set[str]:
    pages = Counter(line for edge in edges for line in {_without_digits(line) for line in edge})
    return {line for line, count in pages.items() if count > 1 and count >= _MOST * len(edges)}


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Take off empty lines at a page's head and foot."""
    worded = [number for number, line in enumerate(lines) if line.strip()]
    return [line.rstrip() for line in lines[worded[0] : worded[-1] + 1]] if worded else []


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _without_number(lines: list[str]) -> list[str]:
    """Take off the number at a page's head or foot, so that a sentence can go on from page to page."""
    kept = _trimmed(lines)
    if kept and _PAGE_NUMBER.fullmatch(kept[-1].strip()):
        kept.pop()
    if kept and _PAGE_NUMBER.fullmatch(kept[0].strip()):
        kept.pop(0)
    return kept


def mended(lines: list[str]) -> str:
    r"""Join lines to paragraphs, and the halves of words to words.

    Parameters
    ----------
    lines
        As they stand on the page.

    Returns
    -------
    str
        Paragraphs apart by an empty line.

    Examples
    --------
    >>> mended(["Rockets struck the air base of Qay-", "yarah on Friday night.", "", "No one was hurt."])
    'Rockets struck the air base of Qayyarah on Friday night.\n\nNo one was hurt.'
    """
    stripped = [" ".join(line.split()) for line in lines]
    hyphenated = {word for line in stripped for word in re.findall(r"\w+-\w+", line)}
    return "\n\n".join(_joined(paragraph, hyphenated) for paragraph in _paragraphs(stripped))


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    paragraph: list[str] = []
    for line in lines:
        if paragraph and (not line or _parted(paragraph[-1], line, width)):
            yield paragraph
            paragraph = []
        if line:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _parted(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following):
        return True
    if _ENDS_SENTENCE.search(line):
        return len(line) < _SHORT_LINE * width
    return len(line) < _HEADING * width and not line.endswith((",", "-", ";")) and not following[0].islower()


def _joined(lines: list[str], hyphenated: set[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        elif re.search(r"\w-$", text):
            text = (text if _keeps_hyphen(text, line, hyphenated) else text[:-1]) + line
        else:
            text = f"{text} {line}"
    return text.replace("\u00ad", "")


def _keeps_hyphen(text: str, line: str, hyphenated: set[str]) -> bool:
    """`al-` before `Qaim`, `Salah-` before `al-Din` are names; `Qay-` before `yarah` is half a word."""
    first, rest = line.split(" ", 1)[0], text.rsplit(" ", 1)[-1]
    half = re.search(r"\w+-$", rest)
    begins = re.match(r"\w+", first)
    whole = half[0] + begins[0] if half and begins else ""
    return not first[:1].islower() or "-" in first or whole in hyphenated


def _told(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text[:80] if text else type(error).__name__
