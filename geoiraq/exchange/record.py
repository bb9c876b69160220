"""One row of an incident file, as a format gives it: nothing checked yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.errors import Problem

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

OnProblem = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Record:
    """A row of cells, without its geometry, which stands beside it.

    Attributes
    ----------
    row
        Counted from 1.
    cells
        By the name of the column.
    geometry
        In degrees; None where there is none.
    flaw
        What the format already found to be wrong with the row.
    """

    row: int
    cells: dict[str, Any]
    geometry: BaseGeometry | None = None
    flaw: str = ""


#: What each format offers. A table is written in parts, of which the first may be all; each has its columns.
Reader = Callable[[Path], Iterator[Record]]
Writer = Callable[[Iterable["GeoDataFrame"], Path], None]
