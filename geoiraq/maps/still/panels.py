"""Small multiples: the incidents of each month or year, in order, the empty ones too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geoiraq.errors import InputError
from geoiraq.maps.still.marks import Mark
from geoiraq.maps.still.speech import Speech

By = Literal["month", "year"]
BY: tuple[By, ...] = ("month", "year")
#: More than these no sheet of paper holds.
MOST = 60


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several maps.

    Attributes
    ----------
    title
        The month or year.
    marks
        Its incidents.
    """

    title: str
    marks: tuple[Mark, ...]


def panels_by(marks: Sequence[Mark], by: By, speech: Speech) -> list[Panel]:
    """Divide incidents by when they were.

    Parameters
    ----------
    marks
        All of them. One that cannot be told to be of one month (or year) is in no panel; one that lasted is in
        that of its first day.
    by
        Month or year.
    speech
        In which the panels have their titles.

    Returns
    -------
    list of Panel
        From the first with an incident to the last, those without one among them.

    Raises
    ------
    InputError
        Where there would be none, or more than a sheet holds.
    """
    if by not in BY:
        raise InputError(f"by={by!r}: a picture is divided by {' or '.join(BY)}")
    numbered = [(number, mark) for mark in marks if (number := _number(mark, by)) is not None]
    if not numbered:
        raise InputError(f"no incident has a date that is known to the {by}")
    numbers = [number for number, _ in numbered]
    many = max(numbers) - min(numbers) + 1
    if many > MOST:
        hint = "; by year there would be fewer" if by == "month" else ""
        raise InputError(f"{many} {by}s are more than the {MOST} that a picture holds{hint}")
    return [
        Panel(_title(each, by, speech), tuple(mark for number, mark in numbered if number == each))
        for each in range(min(numbers), max(numbers) + 1)
    ]


def _number(mark: Mark, by: By) -> int | None:
    if mark.start is None or mark.end is None:
        return None
    first, last = _count(mark.start, by), _count(mark.end, by)
    return first if first == last or mark.whole_days else None


def _count(day: date, by: By) -> int:
    return day.year * 12 + day.month - 1 if by == "month" else day.year


def _title(number: int, by: By, speech: Speech) -> str:
    return speech.month(number // 12, number % 12 + 1) if by == "month" else speech.figures(str(number))
