"""Reads the word lists (TOML) that lie beside the code that uses them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_words(package: str, name: str) -> dict[str, Any]:
    """Read `words/<name>.toml` of a package; the result is shared and not to be changed."""
    return tomllib.loads((files(package) / "words" / f"{name}.toml").read_text(encoding="utf-8"))
