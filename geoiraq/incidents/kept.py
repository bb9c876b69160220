"""Reports kept until incidents are made of them: the first in memory, the many on disk."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Hashable
from dataclasses import replace
from operator import attrgetter
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

from geoiraq.errors import OutputError
from geoiraq.places.resolution import Resolution
from geoiraq.reports.report import Report

#: So many reports are held in memory.
HELD = 2000

#: What tells one place from another. An incident tells neither the reason for its place nor the candidates.
_FACTS = attrgetter(
    *("query", "status", "place_id", "name", "kind", "latitude", "longitude", "radius_km"),
    *("basis", "governorate", "district", "confidence", "checked"),
)


_Value = TypeVar("_Value", bound=Hashable)


class Reports:
    """Reports by number, in the order in which they were added, each with no more than an incident is made of.

    Places, dates and actors recur: each is held once. Of the reports after the first `HELD`, all else lies in a file
    that has no name, and is gone when nothing refers to it any more.
    """

    def __init__(self) -> None:
        self._held: list[Report] = []
        self._file: IO[bytes] | None = None
        self._starts = array("Q")
        self._places: list[Resolution] = []
        self._numbers: dict[Hashable, int] = {}
        self._recurring: dict[Hashable, Any] = {}

    def add(self, report: Report) -> Report:
        """Take a report in, and give it back as it is kept."""
        who = tuple(toll for toll in report.casualties.tolls if toll.parts)
        kept = replace(
            report,
            document=replace(report.document, text=""),
            casualties=replace(report.casualties, tolls=who, notes=()),
            dating=self._once(report.dating),
            actor=self._once(report.actor),
            persons=self._once(report.persons),
            where=replace(
                report.where,
                toponym=self._once(report.where.toponym),
                area=report.where.area and self._place(report.where.area),
            ),
        )
        if len(self._held) < HELD:
            self._held.append(kept)
        else:
            self._lay_aside(kept)
        return kept

    def __len__(self) -> int:
        return len(self._held) + len(self._starts)

    def __getitem__(self, number: int) -> Report:
        if number < len(self._held):
            return self._held[number]
        if self._file is None:
            raise IndexError(number)
        self._file.seek(self._starts[number - len(self._held)])
        report: Report = _Unpickler(self._file, self._places).load()
        return report

    def _once(self, value: _Value) -> _Value:
        found: _Value = self._recurring.setdefault(value, value)
        return found

    def _place(self, area: Resolution) -> Resolution:
        number = self._numbers.setdefault(_FACTS(area), len(self._places))
        if number == len(self._places):
            self._places.append(replace(area, reason="", candidates=()))
        return self._places[number]

    def _lay_aside(self, report: Report) -> None:
        try:
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 - it is open for as long as the reports are wanted
            self._starts.append(self._file.seek(0, SEEK_END))
            _Pickler(self._file, self._numbers).dump(report)
        except OSError as error:
            raise OutputError(f"reports cannot be laid aside on disk: {error.strerror or error}") from error


class _Pickler(pickle.Pickler):
    """Writes of a place only its number."""

    def __init__(self, file: IO[bytes], numbers: dict[Hashable, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, value: Any) -> int | None:
        return self._numbers[_FACTS(value)] if isinstance(value, Resolution) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: IO[bytes], places: list[Resolution]) -> None:
        super().__init__(file)
        self._places = places

    def persistent_load(self, number: int) -> Resolution:
        return self._places[number]
