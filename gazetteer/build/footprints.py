"""Make footprints.geojson: the shapes of ranges, lakes, rivers, deserts and roads that a circle would misstate.

Usage: python gazetteer/build/footprints.py [--check]

Six kinds of shape: those drawn by hand in footprints.csv, to as many decimals as are written there and
meant to be no better than that; roads and pipelines of footprint_roads.csv, straight lines through the places on them,
whose points the tables give (a corner where no place is stands there as longitude and latitude); unions
of governorates; lakes and islands of footprint_waters.geojson (Natural Earth 1:10m, the few that the
gazetteer names); borders with each neighbour; and what the Natural Earth basemap carries. Run it after
outlines.py and whenever a place on a road has moved. With --check nothing is written: exit 1 says that the
file differs from what would be.
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
from shapely import line_merge
from shapely.affinity import scale
from shapely.geometry import LineString, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

BUILD = Path(__file__).resolve().parent
GAZETTEER = BUILD.parent
DRAWN = BUILD / "footprints.csv"
ROADS = BUILD / "footprint_roads.csv"
WATERS = BUILD / "footprint_waters.geojson"
TARGET = GAZETTEER / "footprints.geojson"
KM_PER_DEGREE = 111.2
PRECISION = 0.01
DECIMALS = 2
FINE = 0.001
"""A street's, about 100 m."""

UNIONS = {
    "kurdistan-region": "duhok-governorate erbil-governorate sulaymaniyah-governorate",
    "northern-iraq": "duhok-governorate erbil-governorate sulaymaniyah-governorate nineveh"
    " kirkuk-governorate salah-al-din",
    "western-iraq": "anbar",
    "southern-iraq": "basra-governorate dhi-qar maysan muthanna qadisiyyah najaf-governorate",
    "eastern-iraq": "diyala wasit maysan",
    "central-iraq": "baghdad-governorate babil karbala-governorate wasit diyala qadisiyyah",
    "middle-euphrates-region": "babil karbala-governorate najaf-governorate qadisiyyah muthanna",
    "shiite-south": "basra-governorate dhi-qar maysan muthanna qadisiyyah najaf-governorate"
    " karbala-governorate wasit babil",
    "bahdinan": "duhok-governorate",
}

BASEMAP = {
    "tigris-river": ("rivers", "Tigris"),
    "euphrates-river": ("rivers", "Euphrates"),
    "shatt-al-arab": ("rivers", "Shatt al-Arab"),
    "gharraf-river": ("rivers", "Shatt al-Gharraf"),
}

BORDERS = {
    "iraqi-iranian-border": "IR",
    "iraqi-jordanian-border": "JO",
    "iraqi-kuwaiti-border": "KW",
    "iraqi-saudi-border": "SA",
    "iraqi-syrian-border": "SY",
    "iraqi-turkish-border": "TR",
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
    """Yield the shapes of footprints.csv; outlines are cut off at the border, areas are not."""
    with DRAWN.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            points = [tuple(map(float, point.split())) for point in row["points"].split(";")]
            match row["shape"]:
                case "band":
                    yield row["place_id"], band(LineString(points), float(row["half_width_km"]))
                case "outline":
                    yield row["place_id"], Polygon(points).intersection(iraq)
                case "area":
                    yield row["place_id"], Polygon(points)
                case "line":
                    yield row["place_id"], LineString(points)
                case unknown:
                    raise SystemExit(f"{DRAWN.name}: no shape is called {unknown!r}")


def finely() -> Iterator[str]:
    """Yield which shapes of footprints.csv are written with more than two decimals: streets."""
    with DRAWN.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            numbers = row["points"].replace(";", " ").split()
            if any(len(n.partition(".")[2]) > DECIMALS for n in numbers):
                yield row["place_id"]


def places() -> dict[str, tuple[float, float]]:
    """Give the points of all places of the tables, longitude first."""
    points = {}
    for table in sorted((GAZETTEER / "places").rglob("*.csv")):
        with table.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                points[row["place_id"]] = float(row["longitude"]), float(row["latitude"])
    return points


def roads() -> Iterator[tuple[str, BaseGeometry]]:
    """Yield roads and pipelines as lines from place to place."""
    points = places()
    with ROADS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            course = []
            for stop in row["via"].split(";"):
                if " " in stop:
                    longitude, latitude = map(float, stop.split())
                    course.append((longitude, latitude))
                elif stop in points:
                    course.append(points[stop])
                else:
                    raise SystemExit(f"{ROADS.name}: {row['place_id']} passes {stop!r}, which is no place")
            yield row["place_id"], LineString(course)


def from_natural_earth(iraq: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the unions of governorates, and the lakes and rivers of the basemap as far as they are Iraq's."""
    governorates = dict(geometries("outlines", "governorates", "place_id"))
    for place_id, members in UNIONS.items():
        yield place_id, unary_union([governorates[member] for member in members.split()]).simplify(PRECISION)
    for place_id, (layer, name) in BASEMAP.items():
        parts = [part for called, part in geometries("basemap", layer, "name") if called == name]
        yield place_id, unary_union(parts).intersection(iraq.buffer(PRECISION))
    yield from geometries("build", WATERS.stem, "place_id")
    countries = dict(geometries("basemap", "countries", "iso2"))
    for place_id, country in BORDERS.items():
        shared = iraq.boundary.intersection(countries[country].buffer(PRECISION))
        yield place_id, line_merge(shared).simplify(PRECISION)


def feature(
    place_id: str, geometry: BaseGeometry, properties: dict[str, str], precision: float = PRECISION
) -> dict[str, Any]:
    """Give a GeoJSON feature with no more decimals than the precision has."""
    rounded = json.dumps(mapping(shapely.set_precision(geometry, precision)))
    decimals = DECIMALS if precision == PRECISION else DECIMALS + 1
    return {
        "type": "Feature",
        "properties": {"place_id": place_id, **properties},
        "geometry": json.loads(rounded, parse_float=lambda text: round(float(text), decimals)),
    }


def collection() -> str:
    """Give all footprints as GeoJSON text, a feature a line."""
    iraq = dict(geometries("basemap", "countries", "iso2"))["IQ"]
    by_hand = {"source": "curated", "licence": "CC-BY-4.0", "checked": "no"}
    natural_earth = {"source": "natural-earth", "licence": "public-domain", "checked": "no"}
    by_points = {**by_hand, "note": "schematic: straight lines between the places on it"}
    shapes = dict(drawn(iraq))
    fine = set(finely())
    features = [
        feature(place_id, geometry, by_hand, FINE if place_id in fine else PRECISION)
        for place_id, geometry in shapes.items()
    ]
    features += [feature(place_id, geometry, by_points) for place_id, geometry in roads()]
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
