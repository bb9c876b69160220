"""GeoNames' dump of a country: 19 columns parted by tabs, no header, all alternate names in one cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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


def read(path: Path) -> Iterator[Item]:
    """Read the places of a dump."""
    for number, cells in lines(path):
        if isinstance(cells, Refused):
            yield cells
        elif len(cells) != COLUMNS:
            yield Refused(number, f"has not the {COLUMNS} columns of GeoNames", f"{len(cells)} columns")
        else:
            try:
                yield _feature(number, cells)
            except UnusableRowError as error:
                yield error.of(number)


def _feature(number: int, cells: list[str]) -> Feature:
    latitude, longitude = point_of(cells[4], cells[5])
    people = number_of(cells[14]) or 0
    kind = kind_of_code(cells[6], cells[7], people)
    # Among the alternate names stand codes of airports and stations (BGW, IQMOS), which are no names.
    names = dict.fromkeys((cells[1], cells[2], *(n for n in cells[3].split(",") if not n.isupper())))
    return Feature(
        row=number,
        latitude=latitude,
        longitude=longitude,
        names=tuple((name, "") for name in names if name),
        kind=kind,
        source_id=cells[0],
        country=country_of(cells[8]),
        governorate=governorate_of(cells[10]) if cells[8] == "IQ" else "",
        prominence=prominence_of(kind, cells[7], people),
    )
