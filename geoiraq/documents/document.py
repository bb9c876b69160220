"""The value that the rest of the package reads: one document, its text and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PublishedPrecision = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Document:
    """One report, article or press statement.

    Attributes
    ----------
    id
        Unique among the documents read together.
    text
        The text that spans and quotes refer to, exactly as read.
    published
        When it was published; None where neither row, manifest, document nor user says.
    published_precision
        How exactly `published` is known.
    title, publisher, url
        Empty where not known.
    source
        The file it was read from, as the user named it (for messages only).
    """

    id: str
    text: str
    published: date | None = None
    published_precision: PublishedPrecision = "day"
    title: str = ""
    publisher: str = ""
    url: str = ""
    source: str = ""
