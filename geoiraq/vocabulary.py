"""Reads the word lists (TOML) that lie beside the code that uses them.

What TOML says is kept in one file when the package is built; reading that takes a tenth of the time. A list that was
changed since is read as TOML.
"""

from __future__ import annotations

import marshal
import re
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

#: Where the package keeps the lists that were read when it was built.
BUILT = "built/words"
#: The oldest version of the format that every Python this runs on can read.
FORMAT = 4

Made = dict[tuple[int, int], dict[str, Any]]


@cache
def read_words(package: str, name: str) -> dict[str, Any]:
    """Read `words/<name>.toml` of a package; the result is shared and not to be changed."""
    content = (files(package) / "words" / f"{name}.toml").read_bytes()
    table = _made().get(_stamp(content))
    return _parsed(content) if table is None else table


def compile_words(lists: Iterable[Traversable]) -> bytes:
    """Read word lists ahead, each under a stamp of its content.

    Parameters
    ----------
    lists
        The TOML files.

    Returns
    -------
    bytes
        What the package keeps under `BUILT`.
    """
    contents = [file.read_bytes() for file in lists]
    return marshal.dumps({_stamp(content): _parsed(content) for content in contents}, FORMAT)


@cache
def _made() -> Made:
    """Give the lists that were read when the package was built; none where it was not, or the file is damaged."""
    try:
        return dict(marshal.loads((files("geoiraq") / BUILT).read_bytes()))
    except (OSError, EOFError, ValueError, TypeError):
        return {}


def _parsed(content: bytes) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(content.decode("utf-8"))


def _stamp(content: bytes) -> tuple[int, int]:
    return len(content), zlib.crc32(content)


def any_of(phrases: Iterable[str]) -> str:
    """Write phrases as the alternatives of a regular expression, the longest first; a space is any white space."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
