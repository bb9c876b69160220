"""GeoNames' file of alternate names, which stands beside its dump of a country: a row a name, with its language."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from geoiraq.errors import InputError
from geoiraq.places.place import FormerName
from geoiraq.places.sources.feature import LONGEST_NAME, Refused
from geoiraq.places.sources.lines import lines

#: Id, GeoNames' id of the place, language, name, preferred, short, colloquial, historic, from, until. Older files have
#: no dates, and what stands empty at the end of a line may be left out.
COLUMNS, OLD_COLUMNS, LEAST_COLUMNS = 10, 8, 4
#: More than the places of any country have.
MOST_NAMES = 500_000

#: ISO 639, with a country or a script. All else that stands in that column is none: link, post, iata, icao, wkdt, ...
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{2,4})?")
_DATE = re.compile(r"([0-9]{4})(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12][0-9]|3[01]))?)?")
_PREFERRED, _PLAIN, _HISTORIC = 0, 1, 2


class Alternate(NamedTuple):
    """A row: a name with its language and when it was in use; or a code or a link, which is no name."""

    name: str
    language: str
    is_name: bool
    rank: int
    start: str
    end: str


#: The rows of each place, by GeoNames' id of it; None until the first of them is met.
Held = dict[str, list[Alternate] | None]


def is_alternate_names(cells: list[str]) -> bool:
    """Tell whether a line is one of GeoNames' alternate names."""
    return (
        OLD_COLUMNS <= len(cells) <= COLUMNS
        and cells[0].isdecimal()
        and cells[1].isdecimal()
        and all(flag in ("", "0", "1") for flag in cells[4:8])
    )


def gather(path: Path, held: Held) -> Iterator[Refused]:
    """Read the names of places that a dump has; those of other places are passed over.

    Parameters
    ----------
    path
        A file of alternate names.
    held
        By the id of each place of the dump; it is filled.

    Yields
    ------
    Refused
        A row that cannot be used.

    Raises
    ------
    InputError
        Where there are more names than the places of a country have.
    """
    count = sum(len(names) for names in held.values() if names)
    for number, cells in lines(path):
        if isinstance(cells, Refused):
            yield Refused(number, f"{cells.reason}, in the alternate names", cells.has)
        elif not LEAST_COLUMNS <= len(cells) <= COLUMNS:
            yield Refused(number, "has not the columns of alternate names", f"{len(cells)} columns")
        elif cells[1] in held and len(cells[3]) <= LONGEST_NAME:
            names = held[cells[1]]
            if names is None:
                names = held[cells[1]] = []
            names.append(_alternate(cells))
            count += 1
            if count > MOST_NAMES:
                raise InputError(f"has more than {MOST_NAMES:,} alternate names: give those of one country")


def names_in_use(alternates: Iterable[Alternate]) -> dict[str, str]:
    """Give the names in use, those that are preferred first and historic ones without dates last.

    Parameters
    ----------
    alternates
        The rows of a place.

    Returns
    -------
    dict of str to str
        Each name with its language, which is empty where the file says none.
    """
    names: dict[str, str] = {}
    for each in sorted(alternates, key=lambda each: each.rank):
        if each.is_name and not each.end:
            names[each.name] = names.get(each.name) or each.language
    return names


def former_names(alternates: Iterable[Alternate]) -> tuple[FormerName, ...]:
    """Give the names that were in use until a day or a year that the file says."""
    ended = (each for each in alternates if each.is_name and each.end)
    return tuple(FormerName(each.name, each.start, each.end) for each in ended)


def _alternate(cells: list[str]) -> Alternate:
    _, _, written, name, preferred, _, _, historic, start, end = *cells, *[""] * (COLUMNS - len(cells))
    language = _LANGUAGE.fullmatch(written)
    return Alternate(
        name=name,
        language=sys.intern(language[1]) if language else "",
        is_name=not written or language is not None,
        rank=_HISTORIC if historic == "1" else _PREFERRED if preferred == "1" else _PLAIN,
        start=_date(start),
        end=_date(end),
    )


def _date(written: str) -> str:
    """Read a date as exactly as it is known; empty where it is written in any other way, as people may."""
    found = _DATE.fullmatch(written.strip())
    return "-".join(filter(None, found.groups())) if found else ""
