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

#: The page holds whole numbers below this.
MOST = 2**31
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
        Any cells; what is no number, below zero or beyond what the page can hold is none.
    unit
        A thousandth, for instance, keeps three places.

    Returns
    -------
    Integers
        Rounded.
    """
    numbers = _numbers(column)
    said = (numbers >= 0) & (numbers < MOST * unit)
    return Integers(np.rint(np.where(said, numbers, 0) / unit).astype(np.int64), said)


def days(column: Series, unread: Callable[[list[Any], NDArray[np.int64]], None]) -> tuple[Integers, Integers]:
    """Read a column as days, counted from 1970-01-01: exact on both sides of it.

    Parameters
    ----------
    column
        As `cells.days` reads them.
    unread
        Called once where there are cells that are no dates: with these, and with the rows in which they stand.

    Returns
    -------
    first, last
        Days; none where the cell says nothing or is no date.
    """
    codes, found = distinct(column)
    read: list[tuple[date, date] | None] = []
    wrong: list[int] = []
    for code, cell in enumerate(found):
        try:
            read.append(cells.days(cell))
        except ValueError:
            read.append(None)
            wrong.append(code)
    if wrong:
        unread([found[code] for code in wrong], np.flatnonzero(np.isin(codes, wrong)))
    said = np.array([*(days is not None for days in read), False])[codes]
    ends = [np.array([*(_ordinal(days[end]) if days else 0 for days in read), 0]) for end in (0, 1)]
    first, last = (Integers(days.astype(np.int64)[codes], said) for days in ends)
    return first, last


def _ordinal(day: date) -> int:
    return day.toordinal() - _EPOCH


def _numbers(column: Series) -> NDArray[np.float64]:
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    if is_numeric_dtype(column.dtype) and not is_bool_dtype(column.dtype):
        return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
    codes, found = distinct(column)
    read = [cells.number(cell) for cell in found]
    return np.array([*(np.nan if number is None else number for number in read), np.nan])[codes]
