"""Reads whole columns of a table that may come from anywhere; each distinct cell is read once, by `cells`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from geoiraq.maps import cells
from geoiraq.maps.block import Integers

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pandas import Series

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class Words:
    """A column of text: which word each row has.

    Attributes
    ----------
    codes
        One a row, an index into `words`.
    words
        The distinct texts in the order in which they appear, after the empty one for nothing.
    """

    codes: NDArray[np.int64]
    words: list[str]


def distinct(column: Series) -> tuple[NDArray[np.int64], list[Any]]:
    """Tell which cells are the same.

    Parameters
    ----------
    column
        Any cells.

    Returns
    -------
    codes, cells
        For every row the index of its cell, -1 where it is missing; the distinct cells in order of appearance.
    """
    import pandas as pd

    try:
        codes, found = pd.factorize(column)
    except TypeError:  # lists and the like, which have no hash
        codes, found = pd.factorize(column.map(cells.text))
    return np.asarray(codes, dtype=np.int64), list(found)


def words(column: Series, read: Callable[[Any], str] = cells.text) -> Words:
    """Read a column as text.

    Parameters
    ----------
    column
        Any cells.
    read
        Reads a cell; two that read the same are the same word.

    Returns
    -------
    Words
        With the empty text for nothing.
    """
    codes, found = distinct(column)
    place = {"": 0}
    table = [place.setdefault(read(cell), len(place)) for cell in found]
    return Words(np.array([*table, 0], dtype=np.int64)[codes], list(place))


def whole(column: Series, unit: float = 1) -> Integers:
    """Read a column as whole numbers of a unit.

    Parameters
    ----------
    column
        Any cells; what is no number or below zero is none.
    unit
        A thousandth, for instance, keeps three places.

    Returns
    -------
    Integers
        Rounded.
    """
    numbers = _numbers(column)
    said = np.isfinite(numbers) & (numbers >= 0)
    return Integers(np.rint(np.where(said, numbers, 0) / unit).astype(np.int64), said)


def days(column: Series, unread: Callable[[Any, NDArray[np.int64]], None]) -> Integers:
    """Read a column as days, counted from 1970-01-01: exact on both sides of it.

    Parameters
    ----------
    column
        As `cells.day` reads them.
    unread
        Called with a cell that is not a day and the rows in which it stands.

    Returns
    -------
    Integers
        Days; none where the cell says nothing or is not a day.
    """
    codes, found = distinct(column)
    read: list[int | None] = []
    for code, cell in enumerate(found):
        try:
            day = cells.day(cell)
        except ValueError:
            unread(cell, np.flatnonzero(codes == code))
            day = None
        read.append(None if day is None else day.toordinal() - _EPOCH)
    said = np.array([*(day is not None for day in read), False])
    return Integers(np.array([*(day or 0 for day in read), 0], dtype=np.int64)[codes], said[codes])


def _numbers(column: Series) -> NDArray[np.float64]:
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    if is_numeric_dtype(column.dtype) and not is_bool_dtype(column.dtype):
        return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
    codes, found = distinct(column)
    read = [cells.number(cell) for cell in found]
    return np.array([*(np.nan if number is None else number for number in read), np.nan])[codes]
