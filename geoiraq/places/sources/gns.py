"""NGA's GNS file of a country: a row a name, several names of one feature under its UFI; old headers and new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from geoiraq.errors import InputError
from geoiraq.places.sources.feature import Feature, Item, Refused, UnusableRowError, number_of, point_of
from geoiraq.places.sources.kinds import country_of, governorate_of, kind_of_code, prominence_of
from geoiraq.places.sources.lines import lines

#: Our name of a column -> what the files of different years call it.
HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ufi": ("ufi",),
        "latitude": ("lat", "lat_dd", "latitude"),
        "longitude": ("long", "long_dd", "longitude"),
        "class": ("fc",),
        "code": ("dsg", "desig_cd"),
        "country": ("cc1", "cc_ft"),
        "governorate": ("adm1",),
        "population": ("pop", "pc_pop"),
        "type": ("nt",),
        "language": ("lc", "lang_cd"),
        "name": ("full_name_ro", "full_name", "full_name_nd_ro", "full_nm_nd", "full_name_nd"),
    }
)
NEEDED = ("ufi", "latitude", "longitude", "name")
#: Conventional and approved names first: their type begins so.
_RANK = MappingProxyType({"C": 0, "N": 1, "D": 2, "P": 3, "V": 4, "H": 5})

_Name = tuple[int, str, str]


def is_gns(cells: list[str]) -> bool:
    """Tell whether a line is the header of such a file."""
    columns = _columns(cells)
    return all(name in columns for name in NEEDED)


def read(path: Path) -> Iterator[Item]:
    """Read the features of a file, all names of a feature together, in the order of their first rows."""
    table = lines(path)
    _, header = next(table, (0, Refused(0, "is empty")))
    columns = _columns(header) if isinstance(header, list) else {}
    if any(name not in columns for name in NEEDED):
        raise InputError("has not the columns of GNS")
    rows: dict[str, tuple[int, list[str]]] = {}
    names: dict[str, _Name | list[_Name]] = {}
    for number, cells in table:
        row = number - 1
        if isinstance(cells, Refused):
            yield Refused(row, cells.reason)
        elif len(cells) < max(columns[name] for name in NEEDED) + 1:
            yield Refused(row, "has fewer columns than the header", f"{len(cells)} columns")
        else:
            _keep(row, {name: cells[at] for name, at in columns.items() if at < len(cells)}, rows, names)
    for ufi in list(rows):
        row, cells = rows.pop(ufi)
        held = names.pop(ufi)
        try:
            yield _feature(row, ufi, cells, held if isinstance(held, list) else [held])
        except UnusableRowError as error:
            yield error.of(row)


_FACTS = ("latitude", "longitude", "class", "code", "country", "governorate", "population")


def _keep(
    row: int,
    cells: dict[str, str],
    rows: dict[str, tuple[int, list[str]]],
    names: dict[str, _Name | list[_Name]],
) -> None:
    """Keep the facts of a feature once, and each of its names; a lone name, as most are, without a list."""
    ufi, kind = cells["ufi"].strip(), cells.get("type", "")[:1]
    is_latin = cells["name"].isascii() or cells["name"][:1] < "\u0590"
    name = (_RANK.get(kind, 6) + (0 if is_latin else 10), cells["name"], cells.get("language", ""))
    if not ufi:
        ufi = f"row {row}"
    if ufi not in rows:
        rows[ufi] = row, [cells.get(fact, "") for fact in _FACTS]
        names[ufi] = name
        return
    held = names[ufi]
    if isinstance(held, list):
        held.append(name)
    else:
        names[ufi] = [held, name]


def _feature(row: int, ufi: str, facts: list[str], names: list[_Name]) -> Feature:
    latitude, longitude, feature_class, code, country, adm1, population = facts
    point = point_of(latitude, longitude)
    people = number_of(population) or 0
    kind = kind_of_code(feature_class, code, people)
    land = country_of(country)
    return Feature(
        row=row,
        latitude=point[0],
        longitude=point[1],
        names=tuple((name, language) for _, name, language in sorted(names, key=lambda n: n[0])),
        kind=kind,
        source_id="" if ufi.startswith("row ") else ufi,
        country=land,
        governorate=governorate_of(adm1) if land == "IQ" else "",
        prominence=prominence_of(kind, code, people),
    )


def _columns(header: list[str]) -> dict[str, int]:
    at = {name.strip().lower(): index for index, name in enumerate(header)}
    found = {name: next((at[s] for s in spellings if s in at), -1) for name, spellings in HEADERS.items()}
    return {name: index for name, index in found.items() if index >= 0}
