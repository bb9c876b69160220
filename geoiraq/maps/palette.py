"""How each layer looks, on the page and on paper: one shape, one colour, from `web/src/palette.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Look:
    """How a layer is shown: the shape alone tells it apart, in grey print and to any eye.

    Attributes
    ----------
    colour, dark
        On light and on dark paper.
    path
        The outline as an SVG path in a box from -10 to 10, downwards; of M, L, C and Z only.
    hatch
        The angle of the lines that fill its areas, in degrees.
    """

    colour: str
    dark: str
    path: str
    hatch: int


@cache
def looks() -> dict[str, Look]:
    """Give the look of every layer, in the order in which layers are listed."""
    return {layer: Look(**look) for layer, look in _palette()["layers"].items()}


@cache
def ground() -> dict[str, str]:
    """Give the colours of what lies beneath: land, water, lines and words."""
    return dict(_palette()["ground"])


def _palette() -> dict[str, Any]:
    return dict(json.loads((files("geoiraq.maps") / "built" / "palette.json").read_text(encoding="utf-8")))
