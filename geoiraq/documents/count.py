"""How many documents there are to read, so that one can be told how far the reading has come."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geoiraq.documents.delimited import open_table
from geoiraq.documents.files import File, find_files
from geoiraq.errors import InputError


def count_documents(paths: Iterable[str | Path]) -> int:
    """Count the documents that files and folders hold, a table's rows among them.

    Parameters
    ----------
    paths
        As for `read_documents`.

    Returns
    -------
    int
        What cannot be read counts too, but for a table of which not even the rows can be told.
    """
    return sum(_rows(file) if file.is_table else 1 for file in find_files(paths, lambda problem: None))


def _rows(file: File) -> int:
    try:
        match file.path.suffix.lower():
            case ".csv":
                with open_table(file.path) as table:
                    return sum(1 for _ in table.rows)
            case ".parquet":
                import pyarrow.parquet as pq

                return int(pq.read_metadata(file.path).num_rows)
            case _:
                with file.path.open("rb") as lines:
                    return sum(1 for line in lines if line.strip())
    except (InputError, OSError, ValueError):
        return 0
