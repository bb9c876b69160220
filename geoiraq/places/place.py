"""One row of the gazetteer: a place, its names, who was there when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Presence:
    """Who used a base and when; dates as exactly as they are known ("2003", "2003-04", "2020-03-26")."""

    force: str
    start: str
    end: str
    handed_over: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a place had during a span of time."""

    name: str
    start: str
    end: str


class Place(NamedTuple):
    """One row of the gazetteer; gazetteer/README.md says what each field means.

    A named tuple: thousands are made when the gazetteer is loaded, which a dataclass takes ten times as long for.
    """

    place_id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    radius_km: float
    country: str
    governorate: str
    district: str
    also_in: tuple[str, ...]
    prominence: int
    names: tuple[str, ...]
    source: str
    licence: str
    checked: bool
    checked_against: str
    note: str
    presence: tuple[Presence, ...] = ()
    former_names: tuple[FormerName, ...] = ()


def covers(start: str, end: str, day: date) -> bool:
    """Tell whether a span written as exactly as known ("2003", "2003-04", empty for open) has a day in it."""
    written = day.isoformat()
    return (not start or start <= written[: len(start)]) and (not end or written[: len(end)] <= end)
