"""How many were killed and injured, as the columns of a table say it."""

from __future__ import annotations

from dataclasses import replace

from geoiraq.reports.text.tables import Row, Span
from geoiraq.reports.tolls.casualties import Casualties
from geoiraq.reports.tolls.numbers import find_numbers


def in_columns(text: str, row: Row, told: Casualties) -> Casualties:
    """Let the columns of a row say how many, where it has them, before the words of its event.

    Parameters
    ----------
    text
        The text.
    row
        The row of a table.
    told
        What the words say that tell the event.

    Returns
    -------
    Casualties
        A column that holds no number ("-", "unknown") leaves what the words say.
    """
    killed, injured = _number(text, row.killed), _number(text, row.injured)
    if killed is not None:
        told = replace(told, low=killed[0], best=killed[1], high=killed[2])
    if injured is not None:
        told = replace(told, injured_low=injured[0], injured=injured[1], injured_high=injured[2])
    return told


def _number(text: str, cell: Span | None) -> tuple[int | None, int | None, int | None] | None:
    """Read the one number of a cell."""
    numbers = find_numbers(text, *cell) if cell else []
    if len(numbers) != 1:
        return None
    (number,) = numbers
    return number.low, number.best, number.high
