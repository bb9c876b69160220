"""The incident table out to a file."""

from __future__ import annotations

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
    place = Path(path)
    try:
        form = format_of(place)
    except ValueError as error:
        raise OutputError(f"{place}: cannot be written: {error}") from None
    shapes = set(incidents.geometry.dropna().geom_type) - {"Point"}
    if shapes:
        raise InputError(
            f"incidents stand on points, not on {', '.join(sorted(shapes))}: areas are footprints"
        )
    with write_beside(place) as beside:
        form.write(incidents, beside)
    return place
