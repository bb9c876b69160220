"""The incident table out to a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from geoiraq.atomic import write_beside
from geoiraq.errors import InputError, OutputError
from geoiraq.exchange.formats import format_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def write_incidents(incidents: GeoDataFrame, path: str | Path) -> Path:
    """Write an incident table; the file's ending says in which format.

    Parameters
    ----------
    incidents
        The table; its geometries are points, or missing.
    path
        A file ending in .geojson, .json, .parquet, .gpkg, .csv or .kml. An existing one is replaced.

    Returns
    -------
    Path
        The file. The same table makes the same bytes.

    Raises
    ------
    OutputError
        Where it cannot be written; its text names path and reason, and a file that was there is as it was.
    InputError
        Where a geometry is no point: areas belong in the column footprint.
    """
    return write_parts([incidents], path)


def write_parts(parts: Iterable[GeoDataFrame], path: str | Path) -> Path:
    """Write an incident table of which one part after the other is at hand, as `write_incidents` does.

    Parameters
    ----------
    parts
        At least one, all with the same columns.
    path
        As for `write_incidents`.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError, InputError
        As `write_incidents`.
    """
    place = Path(path)
    try:
        form = format_of(place)
    except ValueError as error:
        raise OutputError(f"{place}: cannot be written: {error}") from None
    with write_beside(place) as beside:
        form.write(map(_on_points, parts), beside)
    return place


def _on_points(incidents: GeoDataFrame) -> GeoDataFrame:
    shapes = set(incidents.geometry.dropna().geom_type) - {"Point"}
    if shapes:
        raise InputError(
            f"incidents stand on points, not on {', '.join(sorted(shapes))}: areas are footprints"
        )
    return incidents
