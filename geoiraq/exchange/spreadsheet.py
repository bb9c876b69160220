"""CSV for spreadsheets: text never starts a formula, and comes back as it was."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.documents.delimited import open_table
from geoiraq.exchange.cells import flat, rows
from geoiraq.exchange.record import Record
from geoiraq.formulas import guarded, unguarded

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")


def write(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write CSV with latitude and longitude, in UTF-8 with the mark without which Excel garbles Arabic."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        for number, incidents in enumerate(tables):
            names = [str(name) for name in incidents.columns if name != incidents.active_geometry_name]
            names = [name for name in names if name not in ("latitude", "longitude")]
            if not number:
                writer.writerow([*map(guarded, names), "latitude", "longitude"])
            for cells, point in rows(incidents):
                place = (point.y, point.x) if point is not None else (None, None)
                writer.writerow([*(flat(name, cells[name], guarded) for name in names), *place])


def read(path: Path) -> Iterator[Record]:
    """Read CSV as this module writes it, or as a spreadsheet of any country saves it."""
    with open_table(path) as table:
        for row in table.rows:
            cells: dict[str, Any] = {unguarded(name): unguarded(cell) for name, cell in row.cells.items()}
            if table.delimiter == ";":
                cells = {name: _decimal_point(name, cell) for name, cell in cells.items()}
            yield Record(row.number, cells, flaw=row.flaw)


_DECIMALS = frozenset({"latitude", "longitude", "radius_km", "confidence"})


def _decimal_point(name: str, cell: str) -> str:
    """Where the semicolon parts cells, the comma is the decimal point."""
    is_number = name.strip().lower() in _DECIMALS and _NUMBER.fullmatch(cell.strip())
    return cell.replace(",", ".") if is_number else cell
