"""What a row, a manifest or a document says about a document, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

MAX_BYTES = 200 * 1024 * 1024
"""A single file larger than this is not a document; tables are streamed and may be larger."""

MAX_CHARACTERS = 20_000_000
"""A text longer than this is what a small file unfolds to when it is made to fill the memory."""


@dataclass(frozen=True, slots=True)
class Details:
    """One source's word on a document; empty where it says nothing.

    Attributes
    ----------
    title, publisher, url
        As written.
    published
        The date of publication as written, or as a table's column of dates holds it.
    published_precision
        How exactly that is known, where the source says so.
    source, row
        Where this was said, for messages.
    """

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str | date = ""
    published_precision: str = ""
    source: str = ""
    row: int | None = None

    @classmethod
    def of(cls, cells: Mapping[str, object], source: str, row: int | None = None) -> Details:
        """Take the details from a row of cells, whose columns are named as the fields are."""
        published = cells.get("published")
        return cls(
            title=written(cells.get("title")),
            publisher=written(cells.get("publisher")),
            url=written(cells.get("url")),
            published=published if isinstance(published, date) else written(published),
            published_precision=written(cells.get("published_precision")).lower(),
            source=source,
            row=row,
        )


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its text, and what it declares of itself."""

    text: str
    declared: Details = field(default_factory=Details)


def written(cell: object) -> str:
    """Return a cell as text, without space around it; nothing, and NaN, are empty."""
    if cell is None or cell != cell:  # only NaN differs from itself
        return ""
    return str(cell).strip()
