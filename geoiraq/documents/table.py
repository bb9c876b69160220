"""Tables of documents, one a row: CSV, JSON Lines and Parquet, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from geoiraq.documents.delimited import open_table
from geoiraq.documents.details import Details, written
from geoiraq.documents.published import Order, order_of_days
from geoiraq.errors import InputError, Problem

COLUMNS = ("id", "text", "published", "published_precision", "title", "publisher", "url")

_MAX_LINE = 64 * 1024 * 1024
_BATCH = 256
_NO_TEXT = "has no column named text"


@dataclass(frozen=True, slots=True)
class TextRow:
    """One document's row: the id it gives, if any, the text, and what else it says."""

    id: str
    text: str
    details: Details


def read_table(path: Path, source: str) -> Iterator[TextRow | Problem]:
    """Read a table of documents, one row at a time.

    Parameters
    ----------
    path
        A file whose name ends in .csv, .jsonl, .ndjson or .parquet.
    source
        The file as the user named it.

    Yields
    ------
    TextRow or Problem
        The rows in order, and in their place what is wrong with a row.

    Raises
    ------
    InputError
        Where it is no such table, or has no column named text.
    OSError
        Where it cannot be read.
    """
    rows = {".csv": _csv, ".parquet": _parquet}.get(path.suffix.lower(), _json_lines)
    for number, cells, flaw in rows(path):
        if flaw:
            yield Problem(source, flaw, number)
        if cells:
            yield _text_row(number, cells, source)


def order_of_column(path: Path, source: str) -> Order | None:
    """Tell whether the dates of publication in a table have the day or the month first: one row settles it for all."""
    rows = (row for row in read_table(path, source) if isinstance(row, TextRow))
    return order_of_days(row.details.published for row in rows if isinstance(row.details.published, str))


def _text_row(number: int, cells: Mapping[str, object], source: str) -> TextRow | Problem:
    text = cells.get("text")
    if isinstance(text, bytes) or (isinstance(text, str) and "\0" in text):
        return Problem(source, "has a text that is not text but bytes", number)
    if text is not None and not isinstance(text, str) and written(text):
        return Problem(source, f"has a text that is not text but {type(text).__name__}", number)
    if not isinstance(text, str) or not text.strip():
        return Problem(source, "has no text", number)
    return TextRow(written(cells.get("id")), _whole(text), Details.of(cells, source, number))


def _whole(text: str) -> str:
    """Half a surrogate pair, which JSON can escape, stands for no character and can be written nowhere."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


Rows = Iterator[tuple[int, dict[str, object], str]]


def _csv(path: Path) -> Rows:
    with open_table(path) as table:
        _need_text(table.columns)
        for row in table.rows:
            yield row.number, _known(row.cells), row.flaw


def _json_lines(path: Path) -> Rows:
    wordless: list[
        int
    ] = []  # rows before the first that has a text: the whole table's fault, if there is none
    worded = False
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_MAX_LINE):
            number += 1
            if not line.strip():
                continue
            cells, flaw = _object(line.removeprefix(b"\xef\xbb\xbf"))
            if worded or flaw:
                yield number, cells, flaw
            elif "text" in cells:
                worded = True
                yield from ((earlier, {}, "has no text") for earlier in wordless)
                yield number, cells, ""
            else:
                wordless.append(number)
    if number == 0:
        raise InputError("is empty")
    if wordless and not worded:
        raise InputError(_NO_TEXT)


def _object(line: bytes) -> tuple[dict[str, object], str]:
    if len(line) >= _MAX_LINE:
        return {}, f"is longer than {_MAX_LINE // 2**20} MB"
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return {}, "is not in UTF-8"
    except json.JSONDecodeError as error:
        return {}, f"is not JSON ({error.msg}, at character {error.pos + 1})"
    except RecursionError:
        return {}, "is nested too deeply"
    except ValueError:
        return {}, "has a number of too many digits"
    if not isinstance(value, dict):
        return {}, "is not a JSON object"
    return _known(value) or {"id": ""}, ""


def _parquet(path: Path) -> Rows:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            _need_text(names)
            columns = [name for name in names if _plain(name) in COLUMNS]
            number = 0
            for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
                for cells in batch.to_pylist():
                    number += 1
                    yield number, _known(cells), ""
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise InputError(f"is damaged, or no Parquet file ({str(error).splitlines()[0][:80]})") from error


def _need_text(columns: object) -> None:
    if "text" not in map(_plain, columns):  # type: ignore[call-overload]
        raise InputError(_NO_TEXT)


def _known(cells: Mapping[str, object]) -> dict[str, object]:
    return {name: value for column, value in cells.items() if (name := _plain(column)) in COLUMNS}


def _plain(column: object) -> str:
    return str(column).strip().lower()
