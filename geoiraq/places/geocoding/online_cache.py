"""What online geocoders have answered, kept in one SQLite file, so that no question is asked twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoiraq.errors import GeocodingError

_TABLE = """
create table if not exists answers (
    service text not null,
    question text not null,
    answer text not null,
    asked text not null default current_timestamp,
    primary key (service, question)
)
"""


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """Answers as JSON, by service and question; safe to share between threads and processes.

    Attributes
    ----------
    path
        The file; made when the first answer is kept.
    """

    path: Path

    def get(self, service: str, question: str) -> Any | None:
        """Give what a service answered; None where it was not asked."""
        with self._open() as connection:
            row = connection.execute(
                "select answer from answers where service = ? and question = ?", (service, question)
            ).fetchone()
        try:
            return json.loads(row[0]) if row else None
        except (TypeError, ValueError, RecursionError) as error:
            raise GeocodingError(f"the cache {self.path} holds what is no answer: {error}") from error

    def put(self, service: str, question: str, answer: Any) -> None:
        """Keep what a service answered."""
        with self._open() as connection:
            connection.execute(
                "insert or replace into answers (service, question, answer) values (?, ?, ?)",
                (service, question, json.dumps(answer)),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as connection, connection:
                connection.execute(_TABLE)
                yield connection
        except sqlite3.Error as error:
            raise GeocodingError(f"the cache {self.path} cannot be used: {error}") from error
