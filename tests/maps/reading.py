"""Reads the page's blocks of data in Python, as `web/src/block.ts` reads them in the browser."""

from __future__ import annotations

import base64
import json
import re
import zlib
from itertools import pairwise
from typing import Any

import numpy as np


def about(page: str) -> dict[str, Any]:
    """What a page says of itself."""
    return json.loads(_element(page, "application/json"))


def data(page: str) -> dict[str, Any]:
    """A page's block of data."""
    return unsealed(_element(page, "text/plain"))


def unsealed(block: str) -> Any:
    """What was sealed: a column as a list with None for nothing, texts as a list."""
    content = zlib.decompress(base64.b64decode(block, validate=True))
    head, prose = (int(size) for size in np.frombuffer(content[:8], "<u4"))
    text = json.loads(content[8 + head : 8 + head + prose])
    halves = text.encode("utf-16-le", "surrogatepass")
    columns = content[8 + head + prose :]

    def integers(at: int, count: int, width: int, least: int, gaps: bool) -> list[int | None]:
        planes = np.frombuffer(columns[at : at + width * count], np.uint8).reshape(width, count)
        steps = [sum(int(planes[i, row]) << (8 * i) for i in range(width)) for row in range(count)]
        return [None if gaps and step == 0 else step + least - gaps for step in steps]

    def refer(part: dict[str, Any]) -> Any:
        if set(part) == {"at", "count", "width", "least", "gaps"}:
            return integers(**part)
        if set(part) == {"at", "lengths"}:
            ends = [part["at"] + sum(part["lengths"][:i]) for i in range(len(part["lengths"]) + 1)]
            cut = [halves[2 * a : 2 * b] for a, b in pairwise(ends)]
            return [piece.decode("utf-16-le", "surrogatepass") for piece in cut]
        return part

    return json.loads(content[8 : 8 + head], object_hook=refer)


def _element(page: str, kind: str) -> str:
    found = re.search(rf'<script type="{kind}" id="[^"]+">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return found[1]
