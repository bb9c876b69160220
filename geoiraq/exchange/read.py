"""Incident files in, whether `extract` wrote them or a person changed them since."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from geoiraq.documents.delimited import open_table
from geoiraq.errors import InputError, InputWarning, Problem
from geoiraq.exchange.checked import table_of
from geoiraq.exchange.formats import format_of
from geoiraq.exchange.record import OnProblem

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def read_incidents(path: str | Path, *, on_problem: OnProblem | None = None) -> GeoDataFrame:
    """Read an incident table from any of the formats that `write_incidents` writes.

    Only a place (geometry, or latitude and longitude), layer and date_start are needed. Columns that are not
    the incident table's are kept. What cannot be read is emptied, not guessed: a row with a broken date is
    undated, one with a broken coordinate unplaced.

    Parameters
    ----------
    path
        A file ending in .geojson, .json, .parquet, .gpkg, .csv or .kml.
    on_problem
        Called with each row that cannot be used, or not fully; without it each is an `InputWarning`.

    Returns
    -------
    geopandas.GeoDataFrame
        The columns that the file has, with the types of `geoiraq.incidents.table.COLUMNS`, EPSG:4326.

    Raises
    ------
    InputError
        Where it is no incident table; its text names file and reason.
    """
    place = Path(path)
    if not place.is_file():
        raise InputError(f"{path}: is {'a folder' if place.is_dir() else 'not there'}")
    try:
        records = format_of(place).read(place)
        return table_of(records, str(path), on_problem or _warn)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise InputError(f"{path}: is no incident table: {error}") from error


def is_incident_file(path: str | Path) -> bool:
    """Tell an incident file from a document or a table of documents, at a glance.

    Parameters
    ----------
    path
        Any path, one at which there is nothing too.

    Returns
    -------
    bool
        True for .geojson, .json, .gpkg and .kml; for .csv and .parquet by the columns' names.
    """
    place = Path(path)
    if place.is_dir():
        return False
    ending = place.suffix.lower()
    if ending in (".geojson", ".json", ".gpkg", ".kml"):
        return True
    try:
        if ending == ".csv":
            with open_table(place) as table:
                return _of_incidents(table.columns)
        if ending == ".parquet":
            import pyarrow.parquet as pq

            return _of_incidents(pq.read_schema(place).names)
    except (InputError, OSError, ValueError):
        pass  # whoever reads it says what is wrong with it
    return False


def _of_incidents(columns: Iterable[str]) -> bool:
    names = {column.strip().lower() for column in columns}
    placed = {"latitude", "longitude"} <= names or "geometry" in names
    return "layer" in names and (placed or "incident_id" in names)


def _warn(problem: Problem) -> None:
    warnings.warn(str(problem), InputWarning, stacklevel=4)
