"""Every error that geoiraq raises, in one tree; each is also the matching builtin."""

from __future__ import annotations

from dataclasses import dataclass


class GeoiraqError(Exception):
    """Base of all errors raised by geoiraq."""


class InputError(GeoiraqError, ValueError):
    """A document, table or incident file that cannot be used; its text names file, row and reason."""


class GazetteerError(GeoiraqError, ValueError):
    """A gazetteer table whose rows do not hold together; its text names file, row and reason."""


class ReviewError(InputError):
    """A review file that cannot be applied."""


class OutputError(GeoiraqError, OSError):
    """A file that cannot be written; nothing was left half done."""


class GeocodingError(GeoiraqError, RuntimeError):
    """An online geocoder that gave no answer, or its cache; "not found" is an answer and no error."""


class InputWarning(UserWarning):
    """Some input could not be used; the rest was."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used, told so that a person can find it.

    Attributes
    ----------
    source
        The file, as the user named it.
    reason
        One sentence, no trailing full stop.
    row
        The row of a table, counted from 1 after the header; None for a whole file.
    """

    source: str
    reason: str
    row: int | None = None

    def __str__(self) -> str:
        where = self.source if self.row is None else f"{self.source}, row {self.row}"
        return f"{where}: {self.reason}"
