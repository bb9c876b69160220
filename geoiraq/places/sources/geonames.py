"""GeoNames' dump of a country: 19 columns parted by tabs, no header, all alternate names in one cell.

Beside it may stand the file in which GeoNames says of each of these names what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from geoiraq.errors import InputError
from geoiraq.places.sources.alternate_names import Alternate, Held, former_names, gather, names_in_use
from geoiraq.places.sources.feature import Feature, Item, Refused, UnusableRowError, number_of, point_of
from geoiraq.places.sources.kinds import country_of, governorate_of, kind_of_code, prominence_of
from geoiraq.places.sources.lines import lines

COLUMNS = 19


def is_geonames(cells: list[str]) -> bool:
    """Tell whether a line is one of GeoNames' dump."""
    return (
        len(cells) == COLUMNS
        and cells[0].isdecimal()
        and number_of(cells[4]) is not None
        and number_of(cells[5]) is not None
        and len(cells[6]) <= 1
    )


def read(path: Path, beside: Sequence[Path] = ()) -> Iterator[Item]:
    """Read the places of a dump, with the names of the files of alternate names beside it."""
    held: Held = {}
    if beside:
        held = dict.fromkeys(cells[0] for _, cells in lines(path) if isinstance(cells, list))
        for file in beside:
            yield from gather(file, held)
        if not any(held.values()):
            raise InputError(
                "the alternate names beside it are of none of its places: are both of one country?"
            )
    for number, cells in lines(path):
        if isinstance(cells, Refused):
            yield cells
        elif len(cells) != COLUMNS:
            yield Refused(number, f"has not the {COLUMNS} columns of GeoNames", f"{len(cells)} columns")
        else:
            try:
                yield _feature(number, cells, held.pop(cells[0], None) or ())
            except UnusableRowError as error:
                yield error.of(number)


def _feature(number: int, cells: list[str], alternates: Sequence[Alternate]) -> Feature:
    latitude, longitude = point_of(cells[4], cells[5])
    people = number_of(cells[14]) or 0
    kind = kind_of_code(cells[6], cells[7], people)
    return Feature(
        row=number,
        latitude=latitude,
        longitude=longitude,
        names=_names(cells, alternates),
        kind=kind,
        source_id=cells[0],
        country=country_of(cells[8]),
        governorate=governorate_of(cells[10]) if cells[8] == "IQ" else "",
        prominence=prominence_of(kind, cells[7], people),
        former_names=former_names(alternates),
    )


def _names(cells: list[str], alternates: Sequence[Alternate]) -> tuple[tuple[str, str], ...]:
    """Give the names in use: the main one first, then those of which more is said, then the rest of the cell."""
    languages = names_in_use(alternates)
    # Among those in the cell stand codes of airports and stations (BGW, IQMOS), which are no names, and former ones.
    others = {each.name for each in alternates if each.name not in languages}
    listed = (name for name in cells[3].split(",") if not name.isupper() and name not in others)
    names = dict.fromkeys((cells[1], cells[2], *languages, *listed))
    return tuple((name, languages.get(name, "")) for name in names if name)
