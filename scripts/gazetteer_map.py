"""Draws every place of the gazetteer on one map: docs/gazetteer-map.png.

    python scripts/gazetteer_map.py [FILE.svg]     # with a file: the drawing itself, no browser needed

The map is written as SVG by hand, so that the same tables give the same drawing, and a browser makes the picture.
"""

from __future__ import annotations

import json
import math
import struct
import sys
import zlib
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geoiraq.places.gazetteer import Gazetteer, data_folder, shipped
from geoiraq.places.kinds import basis_of
from geoiraq.places.place import Place

Pixels = NDArray[np.uint8]

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "gazetteer-map.png"
MIDDLE_LATITUDE = 33.2
#: The capital of each governorate, and on which side of its mark its name stands.
CAPITALS = {
    **{"mosul": "left", "duhok": "left", "erbil": "right", "sulaymaniyah": "right", "halabja": "right"},
    **{"kirkuk": "right", "tikrit": "left", "ramadi": "left", "baghdad": "right", "baqubah": "right"},
    **{"karbala": "left", "hilla": "right", "najaf": "left", "diwaniyah": "right", "kut": "right"},
    **{"samawah": "left", "nasiriyah": "left", "amarah": "right", "basra": "left"},
}
COUNTRIES = {
    "TÜRKIYE": (41.2, 37.43),
    "SYRIA": (39.75, 34.72),
    "JORDAN": (38.96, 31.72),
    "IRAN": (47.9, 34.3),
    "SAUDI ARABIA": (43.0, 29.75),
    "KUWAIT": (47.62, 29.28),
}


@dataclass(frozen=True)
class Theme:
    """Places that are drawn alike.

    Attributes
    ----------
    title
        What the legend calls them.
    mark
        The shape of a mark of size 1, as an SVG path around its middle.
    colour
        Of the mark; filled where the point is checked, else hollow.
    """

    title: str
    mark: str
    colour: str


CIRCLE = "M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z"
SQUARE = "M-.9,-.9H.9V.9H-.9Z"
TRIANGLE = "M0,-1.2L1.1,.8H-1.1Z"
DIAMOND = "M0,-1.3L1.1,0L0,1.3L-1.1,0Z"

#: In the order in which they are drawn, the last on top.
THEMES = {
    "landform": Theme("landforms, roads, regions", DIAMOND, "#7a6a2f"),
    "neighbourhood": Theme("neighbourhoods", CIRCLE, "#12946b"),
    "settlement": Theme("cities, towns, villages", CIRCLE, "#27447a"),
    "site": Theme("sites", SQUARE, "#8a3d9c"),
    "base": Theme("bases", TRIANGLE, "#c22f2a"),
}
#: Areas by how they are filled. Regions are not: they lie over one another ("the south", "the Sunni Triangle").
AREAS = {
    **{"desert": "sand", "plain": "plain", "mountain": "height", "valley": "valley"},
    **{"lake": "water", "marsh": "marsh"},
}
#: Lines likewise: a site that is a line is a pipeline. The borders are those of the countries.
LINES = {"river": "river", "road": "road", "site": "road"}

#: Draws an SVG on a canvas and gives its pixels: red, green, blue and opacity, in base64.
PHOTOGRAPH = """async ([drawing, width, height]) => {
  const image = new Image(width, height);
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawing);
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext("2d");
  brush.drawImage(image, 0, 0);
  const pixels = new Blob([brush.getImageData(0, 0, width, height).data]);
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(pixels);
  });
}"""
STYLE = """
svg { font-family: "DejaVu Sans", "Verdana", sans-serif; background: #fff }
.sea { fill: #dbe9f2 } .land { fill: #f1eee8; stroke: #cfc8bc; stroke-width: 1 }
.iraq { fill: #fffdf9 } .border { fill: none; stroke: #6f675c; stroke-width: 1.8; stroke-linejoin: round }
.governorate { fill: none; stroke: #b5aa98; stroke-width: 1; stroke-dasharray: 5 3; stroke-linejoin: round }
.sand { fill: #f3e2b3; fill-opacity: .5 } .plain { fill: #e6e9b9; fill-opacity: .5 }
.height { fill: #b5a186; fill-opacity: .34 } .valley { fill: #bcd3a4; fill-opacity: .45 }
.water { fill: #a9cfe6; fill-opacity: .9 } .marsh { fill: #b4dcd6; fill-opacity: .7 }
.abroad { fill: #f1eee8; fill-opacity: .6 }
.river { fill: none; stroke: #7db4d6; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round }
.road { fill: none; stroke: #c9985f; stroke-width: .9; stroke-opacity: .8; stroke-linejoin: round }
.frame { fill: none; stroke: #57503f; stroke-width: 1.2 }
.label { font-size: 17px; font-weight: 700; fill: #16202f; stroke: #fff; stroke-width: 4px; stroke-opacity: .92;
  paint-order: stroke; stroke-linejoin: round }
.country { font-size: 17px; letter-spacing: .28em; fill: #9b9385; text-anchor: middle }
.panel { fill: #fff; fill-opacity: .93; stroke: #d8d1c4 }
.title { font-size: 22px; font-weight: 700; fill: #16202f } .note { font-size: 13.5px; fill: #5b5548 }
.row { font-size: 15.5px; fill: #16202f } .number { text-anchor: end } .head { font-size: 13.5px; fill: #5b5548 }
"""


@dataclass(frozen=True)
class View:
    """A part of the earth in a box of the picture; degrees of longitude are all as wide as in the middle of Iraq."""

    west: float
    south: float
    east: float
    north: float
    left: float
    top: float
    width: float

    @property
    def scale(self) -> float:
        """Pixels for a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def height(self) -> float:
        """Of the box, in pixels."""
        return round((self.north - self.south) * self.scale / math.cos(math.radians(MIDDLE_LATITUDE)))

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give the pixel of a point."""
        down = (self.north - latitude) / math.cos(math.radians(MIDDLE_LATITUDE))
        return self.left + (longitude - self.west) * self.scale, self.top + down * self.scale

    def shows(self, place: Place) -> bool:
        """Tell whether a place lies in it."""
        return self.west < place.longitude < self.east and self.south < place.latitude < self.north


IRAQ = View(38.45, 28.72, 48.85, 37.55, 0, 0, 1400)
BAGHDAD = View(44.16, 33.17, 44.62, 33.47, 1056, 24, 320)


def main() -> int:
    """Write the picture, or the drawing into the file that is named."""
    drawing = draw(shipped())
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(drawing, encoding="utf-8")
    else:
        PICTURE.write_bytes(png(photograph(drawing)))
    return 0


def photograph(drawing: str) -> Pixels:
    """Have a browser draw it."""
    from browser import get_browser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=get_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        encoded = browser.new_page().evaluate(PHOTOGRAPH, [drawing, IRAQ.width, IRAQ.height])
        browser.close()
    pixels = np.frombuffer(b64decode(encoded), dtype=np.uint8)
    return pixels.reshape(int(IRAQ.height), int(IRAQ.width), 4)[..., :3]


def png(pixels: Pixels) -> bytes:
    """Write pixels as a PNG of 256 colours, which takes a third of the room of one of all colours.

    They are the most frequent, which are those of the areas; the themes' colours with their tints; and for the
    rest the most frequent of each sixteenth of red, green and blue, so that no shade is far from one of them.
    """
    exact, where, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    by_frequency = exact[np.argsort(-counts, kind="stable")]
    areas, others = by_frequency[:120], by_frequency[120:]
    colours = np.array([[*bytes.fromhex(theme.colour[1:])] for theme in THEMES.values()])
    tints = np.concatenate([255 - (255 - colours) * tenths // 10 for tenths in (3, 5, 7, 10)])
    _, first = np.unique(others >> 4, axis=0, return_index=True)
    palette = np.concatenate([areas, tints, others[np.sort(first)]])[:256].astype(int)
    nearest = np.array([np.argmin(((palette - colour) ** 2).sum(axis=1)) for colour in exact.astype(int)])
    indices = nearest[where.ravel()].astype(np.uint8).reshape(pixels.shape[:2])
    rows = b"".join(b"\0" + row.tobytes() for row in indices)
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def draw(book: Gazetteer) -> str:
    """Give the whole drawing as SVG."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{IRAQ.width}" height="{IRAQ.height}">',
            f"<style>{STYLE}</style>",
            *ground(IRAQ, book),
            *marks(IRAQ, book, size=1.0),
            *(f'<text class="country" {_xy(IRAQ.at(*at))}>{name}</text>' for name, at in COUNTRIES.items()),
            *capitals(book),
            *inset(book),
            *legend(book),
            *scale_bar(),
            "</svg>",
        ]
    )


def ground(view: View, book: Gazetteer) -> Iterator[str]:
    """Draw land, governorates, and what has a shape: areas first, then lines."""
    yield f'<rect class="sea" x="{view.left}" y="{view.top}" width="{view.width}" height="{view.height}"/>'
    countries = {f["properties"]["iso2"]: f["geometry"] for f in basemap("countries")}
    yield from (shape(view, "land", geometry) for geometry in countries.values())
    yield shape(view, "iraq", countries["IQ"])
    shapes = sorted(book.shapes_geojson.items())
    for place_id, geometry in shapes:
        kind = book.places[place_id].kind
        if geometry["type"].endswith("Polygon") and kind in AREAS:
            yield shape(view, AREAS[kind], geometry)
    yield from (shape(view, "abroad", geometry) for code, geometry in countries.items() if code != "IQ")
    yield from (shape(view, "water", feature["geometry"]) for feature in basemap("lakes"))
    yield from (shape(view, "governorate", g) for i, g in shapes if book.places[i].kind == "governorate")
    yield from (shape(view, "river", feature["geometry"]) for feature in basemap("rivers"))
    for place_id, geometry in shapes:
        kind = book.places[place_id].kind
        if geometry["type"].endswith("LineString") and kind in LINES:
            yield shape(view, LINES[kind], geometry)
    yield shape(view, "border", countries["IQ"])


def basemap(name: str) -> list[dict[str, Any]]:
    """Read the features of a file of the basemap."""
    text = (data_folder() / "basemap" / f"{name}.geojson").read_text(encoding="utf-8")
    return list(json.loads(text)["features"])


def shape(view: View, style: str, geometry: dict[str, Any]) -> str:
    """Draw a GeoJSON geometry."""
    parts = geometry["coordinates"] if geometry["type"].startswith("Multi") else [geometry["coordinates"]]
    area = geometry["type"].endswith("Polygon")
    runs = [run for part in parts for run in part] if area else parts
    lines = ("L".join(f"{x:.1f},{y:.1f}" for x, y in (view.at(*at[:2]) for at in run)) for run in runs)
    end = "Z" if area else ""
    return f'<path class="{style}" d="{"".join(f"M{line}{end}" for line in lines)}"/>'


def marks(view: View, book: Gazetteer, *, size: float) -> Iterator[str]:
    """Mark the places that lie in a view, the lesser and the unchecked first."""
    order = list(THEMES)
    seen = [place for place in book.places.values() if theme_of(place) and view.shows(place)]
    seen.sort(
        key=lambda p: (p.place_id in CAPITALS, order.index(theme_of(p)), p.checked, p.prominence, p.place_id)
    )
    for place in seen:
        yield mark(
            theme_of(place), view.at(place.longitude, place.latitude), reach(place) * size, place.checked
        )


def theme_of(place: Place) -> str:
    """Give the theme of a place; empty where it is not drawn."""
    if place.kind == "base":
        return "base"
    basis = basis_of(place.kind)
    return basis if basis in THEMES else ""


def reach(place: Place) -> float:
    """Give the size of a place's mark, in pixels from its middle."""
    if theme_of(place) == "settlement":
        return 1.5 + 0.45 * max(place.prominence - 1, 0)
    return {"base": 2.9, "site": 2.2, "landform": 2.4}.get(theme_of(place), 1.5)


def mark(theme: str, at: tuple[float, float], size: float, checked: bool) -> str:
    """Draw one mark: filled where its point is checked, else hollow."""
    style, (x, y) = THEMES[theme], at
    fill = f'fill="{style.colour}" stroke="#fff" stroke-width="{0.5 / size:.2f}"'
    hollow = f'fill="#fff" fill-opacity=".7" stroke="{style.colour}" stroke-width="{0.95 / size:.2f}"'
    return (
        f'<path d="{style.mark}" transform="translate({x:.1f},{y:.1f}) scale({size:.2f})" '
        f"{fill if checked else hollow}/>"
    )


def capitals(book: Gazetteer) -> Iterator[str]:
    """Name the governorates' capitals."""
    for place_id, side in CAPITALS.items():
        place = book.places[place_id]
        x, y = IRAQ.at(place.longitude, place.latitude)
        beside, anchor = (x + 9, "start") if side == "right" else (x - 9, "end")
        yield f'<text class="label" {_xy((beside, y + 6))} text-anchor="{anchor}">{escape(place.name)}</text>'


def inset(book: Gazetteer) -> Iterator[str]:
    """Draw Baghdad larger, and where on the map it lies."""
    view = BAGHDAD
    west, north = IRAQ.at(view.west, view.north)
    east, south = IRAQ.at(view.east, view.south)
    yield f'<rect class="frame" {_box(west, north, east - west, south - north)}/>'
    box = _box(view.left, view.top, view.width, view.height)
    yield f'<clipPath id="baghdad"><rect {box}/></clipPath><g clip-path="url(#baghdad)">'
    yield from ground(view, book)
    yield from marks(view, book, size=1.6)
    yield f'</g><rect class="frame" {box}/>'
    yield f'<text class="label" x="{view.left + 10}" y="{view.top + 24}">Baghdad</text>'


def legend(book: Gazetteer) -> Iterator[str]:
    """Say what the marks mean and how many there are of each."""
    width, height = 440, 340
    left, top = 24, IRAQ.height - 24 - height
    counts = Counter((theme_of(place), place.checked) for place in book.places.values())
    names = sum(len(place.names) for place in book.places.values())
    yield f'<rect class="panel" rx="8" {_box(left, top, width, height)}/>'
    x, checked, single = left + 22, left + 322, left + width - 22
    yield f'<text class="title" x="{x}" y="{top + 38}">{len(book.places):,} places, {names:,} names</text>'
    yield f'<text class="note number" x="{checked}" y="{top + 70}">checked</text>'
    yield f'<text class="note number" x="{single}" y="{top + 70}">one source</text>'
    for line, (name, theme) in enumerate(reversed(THEMES.items())):
        y = top + 98 + 27 * line
        yield mark(name, (x + 7, y - 5), 6, checked=True) + mark(name, (x + 27, y - 5), 6, checked=False)
        yield f'<text class="row" x="{x + 44}" y="{y}">{theme.title}</text>'
        yield f'<text class="row number" x="{checked}" y="{y}">{counts[name, True]:,}</text>'
        yield f'<text class="row number" x="{single}" y="{y}">{counts[name, False]:,}</text>'
    yield from swatches(x, top + 240)
    divisions = counts["", True] + counts["", False]
    away = sum(1 for place in book.places.values() if theme_of(place) and not IRAQ.shows(place))
    notes = (
        f"Not marked: {divisions:,} countries, governorates, districts",
        f"and subdistricts; {away:,} places beyond the frame.",
    )
    for line, note in enumerate(notes):
        yield f'<text class="note" x="{x}" y="{top + 300 + 20 * line}">{note}</text>'


def swatches(left: float, top: float) -> Iterator[str]:
    """Say what the areas and lines are."""
    titles = ("lakes", "mountains", "deserts", "marshes", "valleys", "plains")
    styles = ("water", "height", "sand", "marsh", "valley", "plain")
    for number, (style, title) in enumerate(zip(styles, titles, strict=True)):
        x, y = left + 150 * (number % 3), top + 22 * (number // 3)
        yield f'<rect class="{style}" {_box(x, y - 11, 22, 13)}/><text class="note" x="{x + 28}" y="{y}">{title}</text>'


def scale_bar() -> Iterator[str]:
    """Draw how long 100 km are."""
    length = 100 / (111.32 * math.cos(math.radians(MIDDLE_LATITUDE))) * IRAQ.scale
    x, y = IRAQ.width - 40 - length, IRAQ.height - 30
    yield f'<path class="frame" d="M{x:.1f},{y - 7}v7h{length:.1f}v-7"/>'
    yield f'<text class="note" x="{x + length / 2:.1f}" y="{y - 10}" text-anchor="middle">100 km</text>'


def _xy(at: Iterable[float]) -> str:
    x, y = at
    return f'x="{x:.1f}" y="{y:.1f}"'


def _box(left: float, top: float, width: float, height: float) -> str:
    return f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"'


if __name__ == "__main__":
    sys.exit(main())
