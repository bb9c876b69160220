"""What the figure says, in English or Arabic: words, plurals, numbers, days, and from which side it is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from geoiraq.errors import InputError
from geoiraq.vocabulary import read_words

Language = Literal["en", "ar"]
LANGUAGES: tuple[Language, ...] = ("en", "ar")
_ARABIC_FIGURES = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
#: Says that a line is read from the right, though it may begin with a name in Latin letters.
_FROM_THE_RIGHT = "\u200f"


@dataclass(frozen=True, slots=True)
class Speech:
    """A language of the figure.

    Attributes
    ----------
    language
        Its code.
    words
        What the figure says, by key; a table where it depends on a number.
    page
        The page's words in that language: months, layers, names of countries.
    """

    language: Language
    words: Mapping[str, Any]
    page: Mapping[str, Any]

    @property
    def is_from_the_right(self) -> bool:
        """Whether it is read from the right."""
        return str(self.words["direction"]) == "rtl"

    @property
    def start(self) -> str:
        """The side at which a line begins."""
        return "right" if self.is_from_the_right else "left"

    def across(self, x: float, wide: float) -> float:
        """Give where a place of a sheet that is so wide lies when it is read from this language's side."""
        return wide - x if self.is_from_the_right else x

    def line(self, words: str) -> str:
        """Give a line to write: one that begins on this language's side, whatever its first letter is."""
        return _FROM_THE_RIGHT + words if self.is_from_the_right and words else words

    def number(self, number: float) -> str:
        """Write a number, its thousands parted."""
        return self.figures(f"{number:,.10g}" if isinstance(number, float) else f"{number:,}")

    def figures(self, written: str) -> str:
        """Write the figures of a number as the language does."""
        return written.translate(_ARABIC_FIGURES) if self.language == "ar" else written

    def say(self, key: str, **values: str) -> str:
        """Say something; "reasons.beyond" stands in a table."""
        said: Any = self.words
        for part in key.split("."):
            said = said[part]
        return str(said).format_map(values)

    def count(self, key: str, number: int) -> str:
        """Say how many there are of something, in the plural that the number asks for."""
        forms = self.words[key]
        form = forms.get(_plural(self.language, number), forms["other"])
        return str(form).format(n=self.number(number))

    def month(self, year: int, month: int) -> str:
        """Name a month of a year."""
        return self.say("month", month=self.page["months"][month - 1], year=self.figures(str(year)))

    def day(self, day: date) -> str:
        """Write a day: "4 May 2020", the same wherever this runs."""
        month = self.page["months.short"][day.month - 1]
        return self.say("day", day=self.figures(str(day.day)), month=month, year=self.figures(str(day.year)))

    def layer(self, layer: str) -> str:
        """Name the incidents of a layer."""
        return str(self.page[f"layers.{layer}"])

    def place(self, name: str, arabic: Mapping[str, str]) -> str:
        """Name a place of the ground, which has an English name and mostly an Arabic one."""
        return (
            str(self.page["terms"].get(name) or arabic.get(name) or name) if self.language == "ar" else name
        )


@cache
def speech_of(language: str) -> Speech:
    """Give a language by its code.

    Parameters
    ----------
    language
        One of `LANGUAGES`.

    Returns
    -------
    Speech
        Of that language.

    Raises
    ------
    InputError
        Where the figure does not speak it.
    """
    for known in LANGUAGES:
        if language == known:
            page = (files("geoiraq.maps") / "built" / f"{known}.json").read_text(encoding="utf-8")
            return Speech(known, read_words("geoiraq.maps.still", known), json.loads(page))
    raise InputError(f"the figure speaks {' and '.join(LANGUAGES)}, not {language!r}")


def _plural(language: Language, number: int) -> str:
    """Name the plural that a whole number asks for, as CLDR does."""
    if language == "en":
        return "one" if number == 1 else "other"
    small = {0: "zero", 1: "one", 2: "two"}
    if number in small:
        return small[number]
    last = number % 100
    return "few" if 3 <= last <= 10 else "many" if last >= 11 else "other"
