"""Bytes to text: by the byte order mark, as UTF-8, in an Arabic or European code page, or not at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from geoiraq.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a rich text file"),
)

_CODE_PAGES = ["cp1256", "cp1252", "cp1254", "iso8859_6"]
_SAMPLE = 1 << 20


def decode(data: bytes) -> str:
    r"""Decode a file; lines end in a line feed, a byte order mark is not text.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    str
        The text, otherwise exactly as it stands in the file.

    Raises
    ------
    InputError
        Where the bytes are not text, or text in no encoding that fits.

    Examples
    --------
    >>> decode(b"\xef\xbb\xbfMosul\r\n")
    'Mosul\n'
    """
    text = data.decode(encoding(data))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding(data: bytes) -> str:
    """Name the encoding of these bytes, which they are then certain to be decodable in.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    str
        As `bytes.decode` takes it.

    Raises
    ------
    InputError
        Where there is none.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is not text: it looks like {what}")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _certain(data, name)
    if b"\0" in data:
        return _certain(data, _wide(data))
    if _is(data, "utf-8"):
        return "utf-8"
    if stray := _strays(data[:_SAMPLE]):
        raise InputError(f"is damaged: it is nearly UTF-8 (bytes that are not: {stray})")
    return _certain(data, _code_page(data[:_SAMPLE]))


def encoding_of(path: Path) -> str:
    """Name the encoding of a file too large to hold: UTF-8 if all or nearly all of it is, else a code page.

    One byte gone wrong among a hundred thousand rows does not make the rest unreadable: that it may not fit
    is for whoever decodes row by row to see.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        As `open` takes it.

    Raises
    ------
    InputError
        Where it is text in no encoding.
    OSError
        Where it cannot be read.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
        marked = sample.startswith(codecs.BOM_UTF8)
        if not marked and (b"\0" in sample or sample.startswith(tuple(mark for mark, _ in _MARKS))):
            return encoding(sample[: len(sample) // 4 * 4])
        decoder = codecs.getincrementaldecoder("utf-8")()
        chunk = sample
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_SAMPLE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            if not marked and not _strays(chunk or sample):
                return _code_page(chunk or sample)
    return "utf-8-sig" if marked else "utf-8"


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: the zero bytes of ASCII characters stand all in even or all in odd places."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and min(even, odd) == 0 and max(even, odd) * 20 >= len(data):
        return "utf-16-le" if odd else "utf-16-be"
    raise InputError("is not text: it has zero bytes, as only binary files do")


def _strays(sample: bytes) -> int:
    """Count the bytes that keep a text from being UTF-8, where more of its characters speak for it."""
    text = sample.decode("utf-8", "replace")
    stray = text.count("\ufffd")
    return stray if sum(character > "\x7f" for character in text) > 2 * stray else 0


def _code_page(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(
        sample, cp_isolation=_CODE_PAGES, preemptive_behaviour=False, enable_fallback=False
    ).best()
    if best is None:
        raise InputError("is text in no encoding that could be recognised (save it as UTF-8)")
    return best.encoding


def _certain(data: bytes, name: str) -> str:
    if not _is(data, name):
        raise InputError(f"is damaged: it begins as {name.upper()} and does not go on so")
    return name


def _is(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
