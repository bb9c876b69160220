"""Make footprints.geojson: the shapes of ranges, lakes, rivers and deserts that a circle would misstate.

Usage: python gazetteer/build/footprints.py [--check]

Three kinds of shape: those drawn by hand in footprints.csv, to two decimals (about 1 km) and meant to be
no better than that; unions of governorates; and what the Natural Earth basemap carries. Run it after
outlines.py. With --check nothing is written: exit 1 says that the file differs from what would be.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import scale
from shapely.geometry import LineString, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

BUILD = Path(__file__).resolve().parent
GAZETTEER = BUILD.parent
DRAWN = BUILD / "footprints.csv"
TARGET = GAZETTEER / "footprints.geojson"
KM_PER_DEGREE = 111.2
PRECISION = 0.01

UNIONS = {
    "kurdistan-region": "duhok-governorate erbil-governorate sulaymaniyah-governorate",
    "northern-iraq": "duhok-governorate erbil-governorate sulaymaniyah-governorate nineveh"
    " kirkuk-governorate salah-al-din",
    "western-iraq": "anbar",
    "southern-iraq": "basra-governorate dhi-qar maysan muthanna qadisiyyah najaf-governorate",
}

BASEMAP = {
    "tharthar-lake": ("lakes", "Lake Tharthar"),
    "razzaza-lake": ("lakes", "Lake Razzaza"),
    "tigris-river": ("rivers", "Tigris"),
    "euphrates-river": ("rivers", "Euphrates"),
    "shatt-al-arab": ("rivers", "Shatt al-Arab"),
    "gharraf-river": ("rivers", "Shatt al-Gharraf"),
}


def geometries(folder: str, layer: str, key: str) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the geometries of a layer beside this folder, each with one of its properties."""
    text = (GAZETTEER / folder / f"{layer}.geojson").read_text(encoding="utf-8")
    for feature in json.loads(text)["features"]:
        yield feature["properties"][key], shape(feature["geometry"])


def band(spine: LineString, km: float) -> BaseGeometry:
    """Give a spine its width, in a plane where a degree of longitude is as long as one of latitude."""
    east = math.cos(math.radians(spine.centroid.y))
    plane = scale(spine, xfact=east, yfact=1.0, origin=(0, 0))
    return scale(plane.buffer(km / KM_PER_DEGREE, quad_segs=4), xfact=1 / east, yfact=1.0, origin=(0, 0))


def drawn(iraq: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the shapes of footprints.csv, outlines cut off at the border."""
    with DRAWN.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            points = [tuple(map(float, point.split())) for point in row["points"].split(";")]
            match row["shape"]:
                case "band":
                    yield row["place_id"], band(LineString(points), float(row["half_width_km"]))
                case "outline":
                    yield row["place_id"], Polygon(points).intersection(iraq)
                case "line":
                    yield row["place_id"], LineString(points)
                case unknown:
                    raise SystemExit(f"{DRAWN.name}: no shape is called {unknown!r}")


def from_natural_earth(iraq: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the unions of governorates, and the lakes and rivers of the basemap as far as they are Iraq's."""
    governorates = dict(geometries("outlines", "governorates", "place_id"))
    for place_id, members in UNIONS.items():
        yield place_id, unary_union([governorates[member] for member in members.split()]).simplify(PRECISION)
    for place_id, (layer, name) in BASEMAP.items():
        parts = [part for called, part in geometries("basemap", layer, "name") if called == name]
        yield place_id, unary_union(parts).intersection(iraq.buffer(PRECISION))


def feature(place_id: str, geometry: BaseGeometry, properties: dict[str, str]) -> dict[str, Any]:
    """Give a GeoJSON feature with coordinates of two decimals."""
    rounded = json.dumps(mapping(shapely.set_precision(geometry, PRECISION)))
    return {
        "type": "Feature",
        "properties": {"place_id": place_id, **properties},
        "geometry": json.loads(rounded, parse_float=lambda text: round(float(text), 2)),
    }


def collection() -> str:
    """Give all footprints as GeoJSON text, a feature a line."""
    iraq = dict(geometries("basemap", "countries", "iso2"))["IQ"]
    by_hand = {"source": "curated", "licence": "CC-BY-4.0", "checked": "no"}
    natural_earth = {"source": "natural-earth", "licence": "public-domain", "checked": "no"}
    features = [feature(place_id, geometry, by_hand) for place_id, geometry in drawn(iraq)]
    features += [
        feature(place_id, geometry, natural_earth) for place_id, geometry in from_natural_earth(iraq)
    ]
    features.sort(key=lambda each: str(each["properties"]["place_id"]))
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def main() -> int:
    """Write the file, or with --check say whether it is what would be written."""
    parser = argparse.ArgumentParser(description="Make gazetteer/footprints.geojson.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file differs")
    text = collection()
    if parser.parse_args().check:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        if not same:
            print(f"{TARGET.name} differs from what its script makes", file=sys.stderr)
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
