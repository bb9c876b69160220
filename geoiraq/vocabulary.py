"""Reads the word lists (TOML) that lie beside the code that uses them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_words(package: str, name: str) -> dict[str, Any]:
    """Read `words/<name>.toml` of a package; the result is shared and not to be changed."""
    return tomllib.loads((files(package) / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str]) -> str:
    """Write phrases as the alternatives of a regular expression, the longest first; a space is any white space."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
