"""Files and folders in, documents out; what cannot be used is said, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from geoiraq.documents.details import MAX_BYTES, MAX_CHARACTERS, Content, Details
from geoiraq.documents.document import Document
from geoiraq.documents.files import File, OnProblem, find_files
from geoiraq.documents.html import read_html
from geoiraq.documents.ids import Ids
from geoiraq.documents.markdown import read_markdown
from geoiraq.documents.pdf import read_pdf
from geoiraq.documents.published import Order, Published, could_be_two, read_published
from geoiraq.documents.table import TextRow, order_of_column, read_table
from geoiraq.documents.text import read_text
from geoiraq.errors import InputError, Problem

_READERS: dict[str, Callable[[bytes], Content]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
}


def read_documents(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    on_problem: Callable[[Problem], None],
) -> Iterator[Document]:
    """Read documents, one after the other, in a stable order.

    Parameters
    ----------
    paths
        Text, Markdown, HTML and PDF files, tables of documents (CSV, JSON Lines, Parquet), folders of these.
    published
        The date of publication of documents of which neither row, nor manifest, nor the document itself
        gives one.
    on_problem
        Called with each file or row that cannot be used, or not fully.

    Yields
    ------
    Document
        With an id that no other one has.

    Examples
    --------
    >>> list(read_documents(["no-such-file.txt"], on_problem=print))
    no-such-file.txt: is not there
    []
    """
    files = find_files(paths, on_problem)
    ids = Ids([file.path for file in files if not file.is_table])
    for file in files:
        read = _rows if file.is_table else _whole
        try:
            yield from read(file, ids, published, on_problem)
        except InputError as error:
            on_problem(Problem(file.source, str(error)))
        except OSError as error:
            on_problem(Problem(file.source, f"cannot be read ({error.strerror or error})"))


def _whole(file: File, ids: Ids, default: date | None, on_problem: OnProblem) -> Iterator[Document]:
    size = file.path.stat().st_size
    if size > MAX_BYTES:
        raise InputError(f"is too large for a document ({size // 2**20} MB)")
    data = file.path.read_bytes()
    if not data.strip():
        raise InputError("is empty")
    content = _READERS[file.path.suffix.lower()](data)
    if not content.text.strip():
        raise InputError("has no text")
    if len(content.text) > MAX_CHARACTERS:
        raise InputError(f"is too long for a document ({len(content.text)} characters)")
    declared = replace(content.declared, source=file.source)
    said = (file.details, declared)
    when = _published(said, default, on_problem, order=lambda: None)
    yield _document(ids.of_file(file.path), content.text, said, file, when)


def _rows(file: File, ids: Ids, default: date | None, on_problem: OnProblem) -> Iterator[Document]:
    empty = True
    order = cache(lambda: order_of_column(file.path, file.source))
    for row in read_table(file.path, file.source):
        empty = False
        if isinstance(row, TextRow):
            id_ = ids.of_row(row.id, file.path, row.details.row or 0)
            said = (row.details, file.details)
            yield _document(id_, row.text, said, file, _published(said, default, on_problem, order))
        else:
            on_problem(row)
    if empty:
        raise InputError("is a table without any row")


def _document(id_: str, text: str, said: tuple[Details, ...], file: File, when: Published | None) -> Document:
    return Document(
        id=id_,
        text=text,
        published=when.day if when else None,
        published_precision=when.precision if when else "day",
        title=next((details.title for details in said if details.title), ""),
        publisher=next((details.publisher for details in said if details.publisher), ""),
        url=next((details.url for details in said if details.url), ""),
        source=file.source,
    )


def _published(
    said: tuple[Details, ...], default: date | None, on_problem: OnProblem, order: Callable[[], Order | None]
) -> Published | None:
    """Take the first source that gives a date; if that cannot be read, another's word would only hide it."""
    for details in said:
        if details.published:
            known = order() if could_be_two(details.published) else None
            try:
                return read_published(details.published, details.published_precision, known)
            except ValueError as error:
                on_problem(Problem(details.source, f"has a date that is not used: {error}", details.row))
                return None
    return Published(default) if default else None
