"""Which format a file has: its ending says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from geoiraq.exchange import geojson, geopackage, kml, parquet, spreadsheet
from geoiraq.exchange.record import Reader, Writer


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read and written."""

    read: Reader
    write: Writer


FORMATS = MappingProxyType(
    {
        ".geojson": Format(geojson.read, geojson.write),
        ".json": Format(geojson.read, geojson.write),
        ".parquet": Format(parquet.read, parquet.write),
        ".gpkg": Format(geopackage.read, geopackage.write),
        ".csv": Format(spreadsheet.read, spreadsheet.write),
        ".kml": Format(kml.read, kml.write),
    }
)


def format_of(path: Path) -> Format:
    """Return the format of a file.

    Raises
    ------
    ValueError
        Where its ending is none of those known; its text is the reason.
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise ValueError(f"its ending {ending or '(none)'} is none of {', '.join(FORMATS)}")
    return FORMATS[ending]
