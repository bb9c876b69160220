"""What the feature codes and tags of other gazetteers mean here: kind, radius, prominence, country, governorate."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from geoiraq.places.kinds import KINDS
from geoiraq.vocabulary import read_words

PACKAGE = "geoiraq.places.sources"


@cache
def codes() -> dict[str, Any]:
    """Read the table of feature codes."""
    return read_words(PACKAGE, "feature_codes")


def kind_of_code(feature_class: str, code: str, population: float = 0) -> str:
    """Give our kind for a class and code of GeoNames or GNS.

    Parameters
    ----------
    feature_class, code
        Such as "P" and "PPL".
    population
        Makes a town or a city of a populated place.

    Returns
    -------
    str
        A kind; empty where the code says nothing.

    Examples
    --------
    >>> kind_of_code("P", "PPL"), kind_of_code("P", "PPL", 90_000), kind_of_code("S", "AIRB")
    ('village', 'city', 'base')
    """
    table = codes()
    kind: str = table["codes"].get(code) or table["classes"].get(feature_class, "")
    return by_population(kind, population) if kind == "village" else kind


def by_population(kind: str, population: float) -> str:
    """Make a town or city of a settlement that has the people for it."""
    sizes = codes()["population"]
    return next((larger for larger in ("city", "town") if population >= sizes[larger]), kind)


def is_unnamed_by_reports(tags: Mapping[str, Any]) -> bool:
    """Tell whether the tags of an OpenStreetMap object that has no kind of ours make it a shop, a street, a clinic."""
    return any(key in tags for key in codes()["openstreetmap"]["others"])


def kind_of_tags(tags: Mapping[str, Any]) -> str:
    """Give our kind for the tags of an OpenStreetMap object; empty where none is listed."""
    for key, value, level, kind in codes()["openstreetmap"]["tags"]:
        has = tags.get(key)
        if has and (value in ("*", has)) and (not level or str(tags.get("admin_level", "")) == level):
            return str(kind)
    return ""


def kind_named(written: str) -> str:
    """Give the kind that a table names in its own words; empty where it is none of ours.

    Examples
    --------
    >>> kind_named("Power station"), kind_named("PPLX"), kind_named("thing")
    ('power_station', 'neighbourhood', '')
    """
    kind = "_".join(written.replace("-", " ").lower().split())
    return kind if kind in KINDS else str(codes()["codes"].get(written.strip().upper(), ""))


def radius_of(kind: str) -> float:
    """Give how far a place of a kind reaches, km, where nothing else is known."""
    return float(codes()["radius_km"][kind])


def prominence_of(kind: str, code: str = "", population: float = 0) -> int:
    """Give how likely a bare mention means a place, 0-4."""
    table = codes()["prominence"]
    people = next((rank for size, rank in table["population"] if population >= size), 0)
    return int(max(table["kinds"].get(kind, 1), table["codes"].get(code, 0), people))


def most_prominent() -> int:
    """Give the highest prominence that an added place may have."""
    return int(codes()["prominence"]["most"])


@cache
def alike(kind: str, other: str) -> bool:
    """Tell whether two kinds may be one place."""
    table = codes()["alike"]
    if kind == other or any(kind in group and other in group for group in table["groups"]):
        return True
    return "site" in (kind, other) and not {kind, other} & set(table["areas"])


def is_area(kind: str) -> bool:
    """Tell whether a place of a kind is better told by its outline than by a point and a radius."""
    return kind in codes()["alike"]["areas"]


def country_of(code: str) -> str:
    """Give the two letters for a country's code; the first where a place lies in several."""
    first = code.replace(",", " ").split()[:1]
    return str(codes()["countries"].get(first[0], first[0][:2].upper())) if first else ""


def governorate_of(code: str) -> str:
    """Give the governorate of a FIPS or ISO code ("IZ01", "01", "IQ-AN"); empty where it is none."""
    last = code.split(",")[0].rpartition("-")[2].removeprefix("IZ").removeprefix("IQ")
    return str(codes()["governorates"].get(last, ""))
