"""Reads single cells of a table that may come from anywhere: missing in many ways, typed or text."""

from __future__ import annotations

import json
import math
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: A date that says no day, and perhaps no month.
_CUT_SHORT = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?")


def is_missing(value: Any) -> bool:
    """Tell whether a cell says nothing: None, NaN, NA, NaT or text of blanks.

    Parameters
    ----------
    value
        Any cell.

    Returns
    -------
    bool
        True where nothing is said.

    Examples
    --------
    >>> is_missing(float("nan")), is_missing("  "), is_missing(0)
    (True, True, False)
    """
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, float) and math.isnan(value)


def text(value: Any) -> str:
    """Read a cell as text; empty where it says nothing."""
    return "" if is_missing(value) else str(value).strip()


def number(value: Any) -> float | None:
    """Read a cell as a finite number; None where it says none."""
    if is_missing(value) or isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def count(value: Any) -> int | None:
    """Read a cell as a whole number that is not negative; None where it says none."""
    found = number(value)
    return None if found is None or found < 0 else round(found)


def days(value: Any) -> tuple[date, date] | None:
    """Read a cell as a day, or as the first and the last of those of which it says the month or the year alone.

    Parameters
    ----------
    value
        An ISO date or time as text, also one cut short ("2020-05", 2020), a date, a datetime, a pandas Timestamp or
        Period.

    Returns
    -------
    tuple of datetime.date, or None
        The same day twice, where it is one; None where the cell says nothing.

    Raises
    ------
    ValueError
        Where it says something that is not a date.

    Examples
    --------
    >>> days("2020-05-04T12:00:00")
    (datetime.date(2020, 5, 4), datetime.date(2020, 5, 4))
    >>> days("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    if is_missing(value):
        return None
    if isinstance(value, datetime):  # a pandas Timestamp is one too
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    # Years stand as decimals where some are missing.
    written = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    short = _CUT_SHORT.fullmatch(written)
    if short is None:
        day = datetime.fromisoformat(written).date()
        return day, day
    year, first, last = int(short["year"]), int(short["month"] or 1), int(short["month"] or 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def documents(value: Any) -> list[str]:
    """Read a list of document ids: a list, or text joined with semicolons."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(";") if part.strip()]
    return [text(part) for part in _items(value) if text(part)]


def evidence(value: Any) -> list[dict[str, str]]:
    """Read the reports of an incident: a list of mappings, or JSON text of one; all else is left out."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value.strip() else []
        except ValueError:
            return []
    if isinstance(value, Mapping):
        value = [value]
    return [
        {str(key): text(cell) for key, cell in report.items()}
        for report in _items(value)
        if isinstance(report, Mapping)
    ]


def shape(value: Any) -> BaseGeometry | None:
    """Read an area.

    Parameters
    ----------
    value
        A shapely geometry, WKT, or a GeoJSON geometry as mapping or text.

    Returns
    -------
    shapely geometry or None
        None where the cell says nothing.

    Raises
    ------
    ValueError
        Where it says something that is not a shape.
    """
    import shapely
    from shapely.geometry.base import BaseGeometry

    if isinstance(value, BaseGeometry):
        return None if value.is_empty else value
    if is_missing(value):
        return None
    try:
        if isinstance(value, str) and not value.lstrip().startswith("{"):
            found = shapely.from_wkt(value)
        else:
            found = shapely.from_geojson(value if isinstance(value, str) else json.dumps(value))
    except (shapely.errors.ShapelyError, TypeError, ValueError) as error:
        raise ValueError(f"not a shape: {error}") from error
    return None if found is None or found.is_empty else found


def _items(value: Any) -> list[Any]:
    # Parquet gives numpy arrays for lists.
    if hasattr(value, "tolist"):
        value = value.tolist()
    return list(value) if isinstance(value, list | tuple) else []
