"""Administrative boundaries of OCHA (ADM1_EN, ADM2_EN, ... or adm1_name, ...) and of geoBoundaries (shapeName, ...)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from geoiraq.places.sources.feature import Feature, UnusableRowError
from geoiraq.places.sources.kinds import country_of, governorate_of
from geoiraq.places.sources.shapes import point_and_shape

_LEVEL = re.compile(r"adm([0-4])_(?:en|name|ref)$")
_KINDS = ("country", "governorate", "district", "subdistrict", "subdistrict")


def is_ocha(properties: Mapping[str, Any]) -> bool:
    """Tell whether a feature's properties are those of OCHA's boundaries."""
    return any(_LEVEL.match(str(name).lower()) for name in properties)


def is_geoboundaries(properties: Mapping[str, Any]) -> bool:
    """Tell whether a feature's properties are those of geoBoundaries."""
    return "shapename" in {str(name).lower() for name in properties}


def ocha_feature(row: int, properties: Mapping[str, Any], geometry: Any) -> Feature:
    """Read one of OCHA's boundaries: of the finest level that its row names."""
    cells = {str(name).lower(): str(value) for name, value in properties.items() if value not in (None, "")}
    levels = [int(match[1]) for name in cells if (match := _LEVEL.match(name))]
    if not levels:
        raise UnusableRowError("has no name")
    level = max(levels)
    names = [(cells[key], "en") for key in _spellings(level, "en", "name", "ref") if key in cells]
    names += [(cells[key], "ar") for key in _spellings(level, "ar", "name1") if key in cells]
    names += [(cells[key], "ckb") for key in _spellings(level, "ku", "ckb", "name2") if key in cells]
    names += [(cells[key], "en") for key in (f"adm{level}alt1en", f"adm{level}alt2en") if key in cells]
    point, shape, reach = point_and_shape(geometry)
    return Feature(
        row=row,
        latitude=point[0],
        longitude=point[1],
        names=tuple(dict.fromkeys(names)),
        kind=_KINDS[level],
        source_id=cells.get(f"adm{level}_pcode", ""),
        country=country_of(cells.get("adm0_pcode") or cells.get("iso2", "") or "IQ")[:2],
        governorate=_first(cells, _spellings(1, "en", "name")) if level > 1 else "",
        district=_first(cells, _spellings(2, "en", "name")) if level > 2 else "",
        radius_km=reach,
        shape=shape,
    )


def geoboundaries_feature(row: int, properties: Mapping[str, Any], geometry: Any) -> Feature:
    """Read one boundary of geoBoundaries: its level is named, or that of the codes that only governorates have."""
    cells = {str(name).lower(): str(value) for name, value in properties.items() if value not in (None, "")}
    if "shapename" not in cells:
        raise UnusableRowError("has no name")
    code = governorate_of(cells.get("shapeiso", ""))
    level = cells.get("shapetype", "ADM1" if code else "ADM2")[-1:]
    point, shape, reach = point_and_shape(geometry)
    return Feature(
        row=row,
        latitude=point[0],
        longitude=point[1],
        names=((cells["shapename"], ""),),
        kind=_KINDS[int(level)] if level in "01234" and level else "district",
        source_id=cells.get("shapeid", ""),
        same_as=code,
        country=country_of(cells.get("shapegroup", "")),
        radius_km=reach,
        shape=shape,
    )


def _spellings(level: int, *endings: str) -> list[str]:
    return [f"adm{level}_{ending}" for ending in endings]


def _first(cells: Mapping[str, str], names: list[str]) -> str:
    return next((cells[name] for name in names if name in cells), "")
