"""The texts as they were read, out to a file: what spans and quotes refer to, to be checked or read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geoiraq.atomic import write_beside
from geoiraq.documents.document import Document


@contextmanager
def write_texts(path: str | Path) -> Iterator[Callable[[Document], None]]:
    """Write documents as JSON Lines, one after the other, none of them held.

    What is written is itself a table of documents: read again, it gives the same ids, the same texts and so the
    same spans.

    Parameters
    ----------
    path
        The file; an existing one is replaced when all is written.

    Yields
    ------
    callable
        Writes one document.

    Raises
    ------
    OutputError
        Where it cannot be written.
    """
    with write_beside(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as lines:

        def write(document: Document) -> None:
            facts = {
                "id": document.id,
                "published": document.published.isoformat() if document.published else None,
                "published_precision": document.published_precision if document.published else None,
                **{name: getattr(document, name) for name in ("title", "publisher", "url", "text")},
            }
            lines.write(json.dumps(facts, ensure_ascii=False) + "\n")

        yield write
