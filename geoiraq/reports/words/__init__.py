"""The vocabulary of the readers of reports: TOML files that a user may extend."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_words(name: str) -> dict[str, Any]:
    """Read one vocabulary file of this folder.

    Parameters
    ----------
    name
        The file's name without the ending, such as ``"dates"``.

    Returns
    -------
    dict
        The file's tables.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
