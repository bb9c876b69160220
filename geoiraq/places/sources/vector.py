"""Files that GDAL reads: GeoPackage, shapefile, extracts of OpenStreetMap; attributes and geometry, batch by batch."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geoiraq.errors import InputError

_BATCH = 4096
#: The layers of an extract that have places; its lines are parts of streets and rivers.
_OSM_LAYERS = ("points", "multipolygons")
_NAMED = "name IS NOT NULL"


def records(path: Path, *, osm: bool = False) -> Iterator[tuple[int, dict[str, Any], Any]]:
    """Read a file's features.

    Parameters
    ----------
    path
        Of a format that its first bytes have told already: GDAL is not asked to guess.
    osm
        Whether it is an extract of OpenStreetMap, of which only what has a name is read.

    Yields
    ------
    tuple
        A number counted from 1, the attributes, and a shapely geometry in degrees, or None.

    Raises
    ------
    InputError
        Where GDAL cannot read it.
    """
    import pyarrow as pa
    import pyogrio

    number = 0
    failures = (
        *(pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError),
        *(pyogrio.errors.CRSError, pyogrio.errors.FieldError, pa.ArrowException, RuntimeError, ValueError),
    )
    try:
        for layer in _OSM_LAYERS if osm else _layers(path):
            for attributes, geometry in _layer(path, layer, _NAMED if osm else None):
                number += 1
                yield number, attributes, geometry
    except InputError:
        raise
    except failures as error:
        raise InputError(f"is damaged, or not what it begins as ({str(error)[:120]})") from None


def _layers(path: Path) -> list[str]:
    import pyogrio

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what GDAL finds odd and reads all the same
        layers = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if not layers:
        raise InputError("has no layer with shapes")
    # Beside the areas OCHA gives their borders as lines and their middles as points.
    areas = sorted(name for name, kind in layers if "Polygon" in kind)
    return areas or sorted(name for name, _ in layers)


def _layer(path: Path, layer: str | None, where: str | None) -> Iterator[tuple[dict[str, Any], Any]]:
    import pyogrio.raw
    import shapely

    with pyogrio.raw.open_arrow(path, layer=layer, where=where, batch_size=_BATCH, use_pyarrow=True) as (
        meta,
        reader,
    ):
        move = _to_degrees(meta.get("crs"))
        geometry = meta["geometry_name"] or "wkb_geometry"
        for batch in reader:
            columns = {name: batch.column(name) for name in batch.schema.names if name != geometry}
            shapes = shapely.from_wkb(batch.column(geometry).to_pylist(), on_invalid="ignore")
            shapes = shapely.force_2d(shapes)
            for index in range(batch.num_rows):
                shape = shapes[index]
                yield (
                    {n: c[index].as_py() for n, c in columns.items()},
                    None if shape is None else move(shape),
                )


def _to_degrees(crs: str | None) -> Any:
    if crs is None or crs.upper() in ("EPSG:4326", "OGC:CRS84"):
        return lambda shape: shape
    import numpy as np
    import shapely
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        transform = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform
    except ProjError:
        raise InputError("is in a reference system that is not known") from None

    def moved(shape: Any) -> Any:
        return shapely.transform(shape, lambda points: np.column_stack(transform(points[:, 0], points[:, 1])))

    return moved
