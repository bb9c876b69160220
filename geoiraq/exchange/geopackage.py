"""GPKG: one layer of points; what is no text or number is text as in the CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.errors import InputError
from geoiraq.exchange.cells import flat, rows
from geoiraq.exchange.record import Record

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LAYER = "incidents"
_EPOCH = "2000-01-01T00:00:00.000Z"  # the file's own time stamp, the same whenever it is written


def write(tables: Iterable[GeoDataFrame], path: Path) -> None:
    """Write a layer named incidents; a zero character, which SQLite ends a text at, becomes U+FFFD."""
    import pyogrio

    with _dated(_EPOCH):
        try:
            for number, incidents in enumerate(tables):
                pyogrio.write_dataframe(
                    _flat(incidents),
                    path,
                    layer=LAYER,
                    driver="GPKG",
                    geometry_type="Point",
                    append=number > 0,
                )
        except (
            pyogrio.errors.DataSourceError,
            pyogrio.errors.DataLayerError,
            pyogrio.errors.FeatureError,
        ) as error:
            raise OSError(str(error)) from error


def _flat(incidents: GeoDataFrame) -> GeoDataFrame:
    import geopandas as gpd
    import pandas as pd

    located = list(rows(incidents))
    names = [str(name) for name in incidents.columns if name != incidents.active_geometry_name]
    columns = {
        name: pd.Series(
            [flat(name, cells[name], _whole) for cells, _ in located], dtype=_dtype(incidents[name])
        )
        for name in names
    }
    return gpd.GeoDataFrame(columns, geometry=[point for _, point in located], crs="EPSG:4326")


def read(path: Path) -> Iterator[Record]:
    """Read the layer named incidents, or where there is none the first that has a column named layer."""
    import pyogrio

    try:
        table = pyogrio.read_dataframe(path, layer=_layer(path))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise InputError(f"is damaged, or no GPKG file ({str(error)[:80]})") from error
    if getattr(table, "geometry", None) is None:
        for number, row in enumerate(table.to_dict("records"), start=1):
            yield Record(number, row)
        return
    for number, (cells, point) in enumerate(rows(table), start=1):
        yield Record(number, cells, point)


def _layer(path: Path) -> str:
    import pyogrio

    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    if LAYER in names:
        return LAYER
    for name in names:
        if "layer" in (str(field).lower() for field in pyogrio.read_info(path, layer=name)["fields"]):
            return name
    raise InputError("has no layer of incidents: none has a column named layer")


def _whole(text: str) -> str:
    return text.replace("\0", "\ufffd")


def _dtype(column: Any) -> str:
    return str(column.dtype) if str(column.dtype) in ("Int64", "Float64", "int64", "float64") else "object"


@contextmanager
def _dated(moment: str) -> Iterator[None]:
    """Have GDAL take this for the present, so that the same incidents make the same file."""
    import pyogrio

    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": moment})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})
