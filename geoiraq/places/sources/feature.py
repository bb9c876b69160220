"""What a gazetteer file holds, whatever its format: features, and rows that are none."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geoiraq.places.place import FormerName

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LONGEST_NAME = 200
#: Iraq, its neighbours and some way around: what lies elsewhere is no place of this gazetteer.
SOUTH, NORTH, WEST, EAST = 12.0, 43.0, 25.0, 64.0


@dataclass(frozen=True, slots=True)
class Feature:
    """A place as a file describes it.

    Attributes
    ----------
    row
        Counted from 1, a header not counted.
    names
        All its names, the one to show first; each with its language where the file says which (ISO 639).
    kind
        One of ours, or empty.
    source_id
        The file's own id of it.
    same_as
        The id of the place of ours that it is known to be.
    governorate, district
        As the file writes them: a code, or a name in any spelling.
    """

    row: int
    latitude: float
    longitude: float
    names: tuple[tuple[str, str], ...]
    kind: str = ""
    source_id: str = ""
    same_as: str = ""
    country: str = ""
    governorate: str = ""
    district: str = ""
    radius_km: float | None = None
    prominence: int | None = None
    former_names: tuple[FormerName, ...] = ()
    shape: BaseGeometry | None = None
    source: str = ""
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be used: a reason that rows share, and what this one has."""

    row: int
    reason: str
    has: str = ""

    def __str__(self) -> str:
        return f"{self.reason} ({self.has[:80]!r})" if self.has else self.reason


Item = Feature | Refused
Reader = Callable[[Path], Iterator[Item]]


class UnusableRowError(ValueError):
    """A row cannot be used; carries the reason and what the row has."""

    def __init__(self, reason: str, has: str = "") -> None:
        super().__init__(reason)
        self.reason, self.has = reason, has

    def of(self, row: int) -> Refused:
        """Give the row as one that is refused."""
        return Refused(row, self.reason, self.has)


def point_of(latitude: object, longitude: object) -> tuple[float, float]:
    """Read a point.

    Parameters
    ----------
    latitude, longitude
        Numbers, or text with a point or a comma for the decimals.

    Returns
    -------
    tuple of float
        Latitude and longitude.

    Raises
    ------
    UnusableRowError
        Where it is none, or lies far from Iraq.

    Examples
    --------
    >>> point_of("36.34", "43,13")
    (36.34, 43.13)
    """
    lat, lon = _degrees(latitude, "latitude", 90), _degrees(longitude, "longitude", 180)
    if not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
        swapped = SOUTH <= lon <= NORTH and WEST <= lat <= EAST
        hint = ": latitude and longitude seem to be exchanged" if swapped else ""
        raise UnusableRowError(f"lies neither in Iraq nor near it{hint}", f"{lat:g}, {lon:g}")
    return lat, lon


def clean_name(text: str) -> str:
    """Give a name on one line, without control characters; empty where it is longer than a name can be.

    A semicolon parts names in the tables, so one within a name becomes a comma.
    """
    if text.isprintable() and len(text) <= LONGEST_NAME and ";" not in text:
        return " ".join(unicodedata.normalize("NFC", text).split())
    if len(text) > 4 * LONGEST_NAME:
        return ""
    kept = "".join(
        c if c.isprintable() else " " for c in text if unicodedata.category(c) != "Cf" or c == "\u200c"
    )
    name = " ".join(unicodedata.normalize("NFC", kept).replace(";", ",").split())
    return name if len(name) <= LONGEST_NAME else ""


def number_of(text: object) -> float | None:
    """Read a finite number; None where there is none."""
    if isinstance(text, bool) or text is None:
        return None
    try:
        value = float(text) if isinstance(text, int | float) else float(str(text).strip().replace(",", "."))
    except (ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None


def _degrees(written: object, what: str, most: int) -> float:
    if written is None or written == "":
        raise UnusableRowError(f"has no {what}")
    value = number_of(written)
    if value is None or abs(value) > most:
        raise UnusableRowError(f"has a {what} that is none", str(written))
    return value
