"""GeoParquet: geometry and footprint as geometries, documents and evidence as lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from geoiraq.errors import InputError
from geoiraq.exchange.cells import plain, rows
from geoiraq.exchange.record import Record

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def write(incidents: GeoDataFrame, path: Path) -> None:
    """Write GeoParquet; text that is no text (half a character) becomes U+FFFD."""
    import pyarrow as pa

    table = incidents.copy()
    for name in table.columns:
        if table[name].dtype == object:
            table[name] = table[name].map(plain)
    try:
        table.reset_index(drop=True).to_parquet(path)
    except pa.ArrowException as error:
        raise OSError(str(error)) from error


def read(path: Path) -> Iterator[Record]:
    """Read GeoParquet, or plain Parquet with columns latitude and longitude."""
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa

    try:
        try:
            table = gpd.read_parquet(path)
        except ValueError:  # no geometry in it that its metadata knows of
            table = gpd.GeoDataFrame(pd.read_parquet(path), geometry=None)
    except (pa.ArrowException, ValueError, KeyError, TypeError, NotImplementedError) as error:
        raise InputError(f"is damaged, or no Parquet file ({str(error).splitlines()[0][:80]})") from error
    if table.active_geometry_name is None:
        for number, row in enumerate(table.to_dict("records"), start=1):
            yield Record(number, {str(name): plain(value) for name, value in row.items()})
        return
    for number, (cells, point) in enumerate(rows(table), start=1):
        yield Record(number, cells, point)
