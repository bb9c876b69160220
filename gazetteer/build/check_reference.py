"""Compare the gazetteer's settlements with an independent list of places.

Usage: python gazetteer/build/check_reference.py REFERENCE [--write] [--mend] [--agreements] [TABLE...]

REFERENCE is a CSV with the columns location_name, arabic_name, governorate, district, latitude, longitude:
IOM's Displacement Tracking Matrix publishes its locations so. A row agrees where a place of the same name
(Arabic, or Latin with its spelling evened out) in the same governorate lies within the row's radius or 5 km.
For the seat of a district that the reference lists only by its quarters, the middle of the quarters stands
for the town. With --write the columns checked and checked_against of the tables are brought into line.
With --mend a point from general knowledge that no source confirms, of a place that the reference knows
under the same name in the same district and at one spot only, is taken from it to two decimals; the row's
note says so, and from then on it is never counted as checked by the reference that it came from.

`geoiraq gazetteer check --against` compares with any list. This one is known more closely: its names hold words such
as "Markaz", and several places at once.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from geoiraq.places.areas import distance_km
from geoiraq.places.compare import LEAST_KM, NAMESAKE_KM

PLACES = Path(__file__).resolve().parent.parent / "places" / "governorates"
SOURCE = "iom-dtm"
ONE_SPOT_KM = 4.0
MENDED = "Point after IOM DTM."
MENDED_DIGITS = 2
MENDED_RADIUS_KM = 3
SETTLEMENTS = ("town", "village", "neighbourhood", "subdistrict")
ENOUGH_QUARTERS = 5
QUARTER = re.compile(r"(?:hay|hai)\b|حي\s", re.IGNORECASE)

GOVERNORATES = {
    "Anbar": "anbar",
    "Babylon": "babil",
    "Baghdad": "baghdad-governorate",
    "Basrah": "basra-governorate",
    "Dahuk": "duhok-governorate",
    "Diyala": "diyala",
    "Erbil": "erbil-governorate",
    "Kerbala": "karbala-governorate",
    "Kirkuk": "kirkuk-governorate",
    "Missan": "maysan",
    "Muthanna": "muthanna",
    "Najaf": "najaf-governorate",
    "Ninewa": "nineveh",
    "Qadissiya": "qadisiyyah",
    "Salah al-Din": "salah-al-din",
    "Sulaymaniyah": "sulaymaniyah-governorate",
    "Thi-Qar": "dhi-qar",
    "Wassit": "wasit",
}
GENERIC = re.compile(
    r"\b(village|center|centre|central|city|sub|district|markaz|qaryat|qasabat|complex|area)\b"
    r"|\b(al|el|ad|ar|as|ash|at|az|an)\b"
    r"|(?:^|(?<=\s))(?:قريه|مركز|قصبه|ناحيه|مجمع|منطقه|قضاء|مدينه)(?=\s|$)"
)
ARABIC_LETTERS = str.maketrans("أإآٱىئؤةگچپژکی", "ااااييوهكجبزكي")
LATIN_SOUNDS = (
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ai", "ay"),
    ("q", "k"),
    ("e", "i"),
    ("o", "u"),
    ("aa", "a"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A named point of the reference."""

    name: str
    latitude: float
    longitude: float
    district: str

    def km_to(self, latitude: float, longitude: float) -> float:
        """Return the great-circle distance in kilometres."""
        return distance_km((self.latitude, self.longitude), (latitude, longitude))


def folded(name: str) -> str:
    """Return a name without marks, articles, generic words and the usual differences of spelling."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    bare = GENERIC.sub(" ", bare.casefold().translate(ARABIC_LETTERS).replace("-", " "))
    words = [word.removeprefix("ال") if len(word) > 3 else word for word in bare.split()]
    text = re.sub(r"[^\w]|[\d_]", "", "".join(words))
    for sound, even in LATIN_SOUNDS:
        text = text.replace(sound, even)
    return re.sub(r"(.)\1", r"\1", text).rstrip("hه")


def parts(name: str) -> Iterator[str]:
    """Yield the folded name and, where it joins several ("Zab - Hay al-Nasr"), each of them."""
    pieces = {
        folded(name),
        *(folded(piece) for piece in re.split(r"[-/(),]| \d", name.replace("Al-", "Al "))),
    }
    yield from (piece for piece in pieces if len(piece) > 2)


def read_reference(path: Path) -> dict[tuple[str, str], list[Point]]:
    """Return the reference's points by governorate and folded name."""
    found: dict[tuple[str, str], list[Point]] = defaultdict(list)
    quarters: dict[tuple[str, str], list[Point]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            governorate = GOVERNORATES.get(row["governorate"])
            if governorate is None:
                continue
            point = Point(
                row["location_name"], float(row["latitude"]), float(row["longitude"]), row["district"]
            )
            for key in {*parts(row["location_name"]), *parts(row["arabic_name"])}:
                found[governorate, key].append(point)
            if QUARTER.match(row["location_name"]) or QUARTER.match(row["arabic_name"]):
                quarters[governorate, row["district"]].append(point)
    for (governorate, district), points in quarters.items():
        if len(points) >= ENOUGH_QUARTERS:
            found[governorate, folded(district)].append(middle(district, points))
    return found


def middle(district: str, points: list[Point]) -> Point:
    """Return the median point, which a few outlying quarters do not move."""
    latitude, longitude = median(p.latitude for p in points), median(p.longitude for p in points)
    return Point(f"quarters of {district}", latitude, longitude, district)


def names_of(row: dict[str, str]) -> Iterator[str]:
    """Yield every name of a gazetteer row."""
    yield row["name"].partition(" (")[0].removesuffix(" District")
    for column in ("names_en", "names_ar", "names_ku"):
        yield from row[column].split(";")


def namesakes(
    row: dict[str, str], reference: dict[tuple[str, str], list[Point]]
) -> list[tuple[float, Point]]:
    """Return the reference's places of the row's name and governorate, the nearest first."""
    where = [row["governorate"], *row["also_in"].split(";")]
    keys = {folded(name) for name in names_of(row)}
    points = {point for key in keys for place in where for point in reference.get((place, key), ())}
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    return sorted(((point.km_to(latitude, longitude), point) for point in points), key=lambda pair: pair[0])


def agrees(row: dict[str, str], near: Iterable[tuple[float, Point]]) -> bool:
    """Say whether any namesake lies within the row's radius or 5 km, if the row's point is not the reference's own."""
    if "IOM DTM" in row["note"]:
        return False
    limit = LEAST_KM if row["kind"] == "district" else max(LEAST_KM, float(row["radius_km"]))
    return any(distance <= limit for distance, _ in near)


def mend(row: dict[str, str], near: list[tuple[float, Point]], districts: dict[str, set[str]]) -> None:
    """Take the point of an unconfirmed row from its one namesake in the district that the row names."""
    known = row["source"] != "curated" or row["checked"] == "yes" or "IOM DTM" in row["note"]
    if known or row["kind"] not in SETTLEMENTS:
        return
    here = [point for _, point in near if folded(point.district) in districts.get(row["district"], ())]
    if not here or any(point.km_to(here[0].latitude, here[0].longitude) > ONE_SPOT_KM for point in here):
        return
    row["latitude"], row["longitude"] = (
        f"{degrees:.{MENDED_DIGITS}f}" for degrees in (here[0].latitude, here[0].longitude)
    )
    row["radius_km"] = str(MENDED_RADIUS_KM)
    row["note"] = f"{row['note']} {MENDED}".strip()


def read_table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(path: Path, rows: list[dict[str, str]]) -> None:
    """Write the rows of a table back."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def check_table(
    name: str,
    rows: list[dict[str, str]],
    reference: dict[tuple[str, str], list[Point]],
    show_agreements: bool,
) -> None:
    """Print what one table and the reference say of each other, and note agreement in the rows."""
    counts = {"agree": 0, "differ": 0, "not in the reference": 0}
    for row in rows:
        near = namesakes(row, reference)
        confirmed = agrees(row, near)
        others = [source for source in row["checked_against"].split(";") if source and source != SOURCE]
        against = [*others, SOURCE] if confirmed else others
        row["checked_against"], row["checked"] = ";".join(against), "yes" if against else "no"
        if confirmed:
            counts["agree"] += 1
        elif near and near[0][0] <= NAMESAKE_KM:
            counts["differ"] += 1
        else:
            counts["not in the reference"] += 1
        if near and near[0][0] <= NAMESAKE_KM and confirmed == show_agreements:
            said = "; ".join(
                f"{p.name} {p.latitude:.2f},{p.longitude:.2f} ({km:.0f} km)" for km, p in near[:4]
            )
            here = f"{row['latitude']},{row['longitude']} [{row['source']}]"
            print(f"{name}: {row['place_id']} {here}: {said}")
    print(f"{name}: " + ", ".join(f"{number} {what}" for what, number in counts.items()))


def district_names(tables: Iterable[list[dict[str, str]]]) -> dict[str, set[str]]:
    """Return the folded names of each district by its id."""
    rows = (row for table in tables for row in table if row["kind"] == "district")
    return {row["place_id"]: {folded(name) for name in names_of(row)} for row in rows}


def main() -> int:
    """Check every table of settlements, or those named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reference", type=Path)
    parser.add_argument("tables", nargs="*", help="governorates, such as nineveh; all if none is named")
    parser.add_argument("--write", action="store_true", help="note agreement in the tables")
    parser.add_argument(
        "--mend", action="store_true", help="take points that nothing confirms from the reference"
    )
    parser.add_argument("--agreements", action="store_true", help="print what agrees, not what differs")
    arguments = parser.parse_args()
    reference = read_reference(arguments.reference)
    tables = {path.stem: read_table(path) for path in sorted(PLACES.glob("*.csv"))}
    districts = district_names(tables.values())
    for name in arguments.tables or tables:
        check_table(name, tables[name], reference, arguments.agreements)
        if arguments.mend:
            for row in tables[name]:
                mend(row, namesakes(row, reference), districts)
        if arguments.write or arguments.mend:
            write_table(PLACES / f"{name}.csv", tables[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
