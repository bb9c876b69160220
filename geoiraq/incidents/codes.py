"""The UCDP and ACLED codes for how exactly an incident is placed, both derived from its basis and radius."""

from __future__ import annotations

from geoiraq.incidents.incident import Basis

#: UCDP "where precision": 1 the place itself, 2 within about 25 km, 3 district, 4 governorate, 5 a feature or
#: part of an area, 6 country.
_UCDP: dict[Basis, int | None] = {
    "site": 1,
    "settlement": 1,
    "neighbourhood": 1,
    "district": 3,
    "governorate": 4,
    "landform": 5,
    "country": 6,
    "unknown": None,
}
#: ACLED "geo precision": 1 the town, 2 part of a region, 3 a larger region.
_ACLED: dict[Basis, int | None] = {
    "site": 1,
    "settlement": 1,
    "neighbourhood": 1,
    "district": 2,
    "governorate": 3,
    "landform": 2,
    "country": None,
    "unknown": None,
}
#: UCDP counts what lies within this distance of a named place as near it.
NEAR_KM = 25.0


def where_precision(basis: Basis, radius_km: float | None) -> int | None:
    """Give UCDP's code (1-7) for a basis; None where the place is unknown."""
    if basis in ("relative", "between"):
        return 2 if radius_km is not None and radius_km <= NEAR_KM else 5
    return _UCDP[basis]


def acled_geo_precision(basis: Basis, radius_km: float | None) -> int | None:
    """Give ACLED's code (1-3) for a basis; None where the place is the country or unknown."""
    if basis in ("relative", "between"):
        return 2
    return _ACLED[basis]
