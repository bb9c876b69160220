"""GeoParquet: geometry and footprint as geometries, documents and evidence as lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import fields
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError
from geoiraq.exchange.cells import plain, rows
from geoiraq.exchange.record import Record
from geoiraq.incidents.incident import Evidence
from geoiraq.incidents.table import COLUMNS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def write(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write GeoParquet; text that is no text (half a character) becomes U+FFFD."""
    import pyarrow as pa

    parts = iter(tables)
    first, second = next(parts), next(parts, None)
    try:
        if second is None:
            _of_text(first).to_parquet(path)
        else:
            _write_parts(chain((first, second), parts), path)
    except pa.ArrowException as error:
        raise OSError(str(error)) from error


def _write_parts(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write one part of an incident table after the other; only at the end is it known how far they all reach."""
    import pyarrow.parquet as pq

    described: dict[bytes, bytes] = {}
    with ExitStack() as open_files:
        file = None
        for table in tables:
            part = _arrow(table)
            described = _described(described, part.schema.metadata)
            if file is None:
                schema = _typed(part.schema)
                file = open_files.enter_context(pq.ParquetWriter(path, schema))
            file.write_table(part.replace_schema_metadata().cast(schema))
        if file is not None:
            file.add_key_value_metadata(described)


def _arrow(table: GeoDataFrame) -> Any:
    """Give a table as geopandas writes it: its geometries as WKB, with what GeoParquet says of them."""
    import pyarrow.parquet as pq

    held = BytesIO()
    _of_text(table).to_parquet(held, index=False)
    held.seek(0)
    return pq.read_table(held)


def _typed(schema: Any) -> Any:
    """Give each column the type that it has in the incident table: in a part in which it is empty it has none."""
    import pyarrow as pa

    types = {name: pa.string() for name, (dtype, _) in COLUMNS.items() if dtype == "object"}
    offsets = dict.fromkeys(("start", "end"), pa.int64())
    reports = pa.struct([(each.name, offsets.get(each.name, pa.string())) for each in fields(Evidence)])
    types |= {"documents": pa.list_(pa.string()), "evidence": pa.list_(reports)}
    return pa.schema([field.with_type(types.get(field.name, field.type)) for field in schema])


def _described(before: dict[bytes, bytes], part: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """Say of the geometries of all parts which kinds there are and how far they reach."""
    if not before:
        return part
    whole, further = (json.loads(metadata[b"geo"]) for metadata in (before, part))
    for name, column in whole["columns"].items():
        other = further["columns"][name]
        column["geometry_types"] = sorted({*column["geometry_types"], *other["geometry_types"]})
        boxes = [each["bbox"] for each in (column, other) if "bbox" in each]
        if boxes:
            west, south, east, north = zip(*boxes, strict=True)
            column["bbox"] = [min(west), min(south), max(east), max(north)]
    return before | {b"geo": json.dumps(whole).encode()}


def _of_text(incidents: GeoDataFrame) -> GeoDataFrame:
    table = incidents.copy()
    for name in table.columns:
        if table[name].dtype == object:
            table[name] = table[name].map(plain)
    return table.reset_index(drop=True)


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
