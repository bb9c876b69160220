"""Rows of a file, whoever changed them, as the incident table: each cell checked, each flaw said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from geoiraq.documents.published import Order, order_of_days
from geoiraq.errors import InputError, Problem
from geoiraq.exchange.parse import READERS, day_of, point_of
from geoiraq.exchange.record import OnProblem, Record
from geoiraq.incidents.table import COLUMNS, CRS, to_geodataframe

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_PLACE = ("latitude", "longitude")
_DAYS = ("date_start", "date_end")


def table_of(records: Iterable[Record], source: str, on_problem: OnProblem) -> GeoDataFrame:
    """Lay records out as the incident table.

    Parameters
    ----------
    records
        As a format reads them.
    source
        The file as the user named it.
    on_problem
        Called with whatever cannot be used.

    Returns
    -------
    geopandas.GeoDataFrame
        The columns that the records have, the incident table's first and in its order.

    Raises
    ------
    InputError
        Where no record has a layer.
    """
    records = list(records)
    order = order_of_days(_dates(records))
    rows: list[dict[str, Any]] = []
    named: dict[str, None] = {}
    for record in records:
        row, reasons = _row(record, order)
        for reason in reasons:
            on_problem(Problem(source, reason, record.row))
        if row:
            rows.append(row)
            named.update(dict.fromkeys(row))
    if not rows:
        return to_geodataframe([])
    if "layer" not in named:
        raise InputError("is no incident table: it has no column named layer")
    if "date_start" not in named:
        on_problem(Problem(source, "has no column named date_start: its incidents are undated"))
    return _table(rows, named)


def _table(rows: list[dict[str, Any]], named: Iterable[str]) -> GeoDataFrame:
    import geopandas as gpd
    import pandas as pd

    present = {*named, "date_start", "geometry"}
    names = [name for name in COLUMNS if name in present] + [name for name in named if name not in COLUMNS]
    columns: dict[str, Any] = {}
    for name in names:
        dtype = COLUMNS[name][0] if name in COLUMNS else "object"
        values = [row.get(name, _empty(name)) for row in rows]
        is_place = dtype == "geometry"
        columns[name] = gpd.GeoSeries(values, crs=CRS) if is_place else pd.Series(values, dtype=dtype)
    return gpd.GeoDataFrame(columns, geometry="geometry", crs=CRS)


def _empty(name: str) -> Any:
    return READERS[name](None)[0] if name in READERS and name != "layer" else None


def _dates(records: Iterable[Record]) -> Iterator[str]:
    """Yield the dates as written: a spreadsheet writes a whole column in its country's order."""
    for record in records:
        for name, value in record.cells.items():
            if isinstance(value, str) and _column(name) in _DAYS:
                yield value


def _row(record: Record, order: Order | None) -> tuple[dict[str, Any], list[str]]:
    reasons = [record.flaw] if record.flaw else []
    if not record.cells:
        return {}, reasons or ["has nothing in it"]
    cells = {_column(name): value for name, value in record.cells.items()}
    row: dict[str, Any] = {}
    for name, value in cells.items():
        if name in READERS:
            row[name], reason = day_of(value, order) if name in _DAYS else READERS[name](value)
            reasons.extend(f"{name} {reason}" for reason in reason)
        elif name not in _PLACE:
            row[name] = None if value == "" else value
    row["geometry"], area, unplaced = point_of(record.geometry, cells.get("latitude"), cells.get("longitude"))
    if area is not None and row.get("footprint") is None:
        row["footprint"] = area
    reasons.extend(unplaced)
    reasons.extend(_in_order(row))
    return row, reasons


def _in_order(row: dict[str, Any]) -> Iterator[str]:
    start, end = row.get("date_start"), row.get("date_end")
    if start and end and end < start:
        row["date_end"] = None
        yield f"date_end {end} is before date_start {start}: not used"


def _column(name: str) -> str:
    """Spreadsheets and databases change the case of columns, and people leave a space behind them."""
    known = str(name).strip().lower()
    return known if known in COLUMNS or known in _PLACE else str(name)
