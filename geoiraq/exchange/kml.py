"""KML for Google Earth: a placemark an incident, its cells as extended data, text never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape as escape_html
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from geoiraq.errors import InputError
from geoiraq.exchange.cells import flat, rows
from geoiraq.exchange.record import Record

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>incidents</name>
"""
_FOOT = "</Document>\n</kml>\n"


def write(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write KML; characters that XML cannot hold become U+FFFD, unplaced incidents have no point."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        for cells, point in chain.from_iterable(map(rows, tables)):
            file.writelines(_placemark(cells, point))
        file.write(_FOOT)


def _placemark(cells: dict[str, Any], point: Any) -> Iterator[str]:
    yield "<Placemark>\n"
    yield f"<name>{_text(_title(cells))}</name>\n"
    if cells.get("quote"):
        # Google Earth shows a description as HTML: what XML unescapes must still be escaped there.
        yield f"<description>{_text(escape_html(str(cells['quote'])))}</description>\n"
    if cells.get("date_start"):
        begin, end = str(cells["date_start"]), str(cells.get("date_end") or cells["date_start"])
        yield f"<TimeSpan><begin>{_text(begin)}</begin><end>{_text(end)}</end></TimeSpan>\n"
    yield "<ExtendedData>\n"
    for name, value in cells.items():
        cell = flat(name, value)
        written = "" if cell is None else _text(str(cell))
        yield f"<Data name={quoteattr(_legal(name))}><value>{written}</value></Data>\n"
    yield "</ExtendedData>\n"
    if point is not None:
        yield f"<Point><coordinates>{point.x!r},{point.y!r}</coordinates></Point>\n"
    yield "</Placemark>\n"


def _title(cells: dict[str, Any]) -> str:
    place = cells.get("place_name") or cells.get("toponym") or "unplaced"
    return f"{cells.get('layer') or 'incident'}: {place}"


def _text(text: str) -> str:
    return escape(_legal(text), {"\r": "&#13;"})  # else a reader takes it for a line's end


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def read(path: Path) -> Iterator[Record]:
    """Read the placemarks of a KML file, in the folders of another program's too."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(f"is no KML ({error})") from error
    placemarks = (element for element in root.iter() if _tag(element) == "Placemark")
    for number, placemark in enumerate(placemarks, start=1):
        cells = _cells(placemark)
        try:
            yield Record(number, cells, _geometry(placemark))
        except ValueError:
            yield Record(number, cells, flaw="has a geometry that cannot be read: unplaced")


def _cells(placemark: ElementTree.Element) -> dict[str, Any]:
    """Take the extended data; what another program wrote without them, from the placemark's own elements."""
    cells: dict[str, Any] = {}
    own: dict[str, str] = {}
    for element in placemark.iter():
        tag = _tag(element)
        if tag == "Data":
            value = next((child.text for child in element if _tag(child) == "value"), None)
            cells[element.get("name") or ""] = value or ""
        elif tag == "SimpleData":
            cells[element.get("name") or ""] = element.text or ""
        elif tag in _OWN and element.text:
            own.setdefault(_OWN[tag], element.text.strip())
    return cells if "layer" in cells else own | cells


_OWN = {
    "name": "place_name",
    "description": "quote",
    "begin": "date_start",
    "when": "date_start",
    "end": "date_end",
}


def _geometry(placemark: ElementTree.Element) -> BaseGeometry | None:
    from shapely.errors import ShapelyError
    from shapely.geometry import Point, Polygon

    for shape in placemark.iter():
        if _tag(shape) not in ("Point", "Polygon"):
            continue
        ring = next((element.text for element in shape.iter() if _tag(element) == "coordinates"), None)
        pairs = [tuple(map(float, each.split(",")[:2])) for each in (ring or "").split()]
        try:
            return Point(pairs[0]) if _tag(shape) == "Point" else Polygon(pairs)
        except (IndexError, TypeError, ShapelyError) as error:
            raise ValueError from error
    return None


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
