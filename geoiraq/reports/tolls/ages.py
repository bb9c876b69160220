"""How old those told of were, which counts nobody: "Karim Ali (45) and his son", "Sgt. Smith, 28, of Dallas"."""

from __future__ import annotations

from geoiraq.reports.tolls.row import Marker, Phrase, Victims, phrase_at


def without_ages(row: list[Phrase]) -> list[Phrase]:
    """Leave out how old somebody was: "Karim Ali (45) and his son", "Sgt. Smith, 28, of Dallas"."""
    if not any(_is_age(phrase) for phrase in row):
        return row
    kept: list[Phrase] = []
    at = 0
    while at < len(row):
        who, opening, age, closing = (phrase_at(row, i) for i in range(at - 1, at + 3))
        of_one = isinstance(who, Victims) and who.shape in ("one", "name")
        if of_one and _is_age(age) and isinstance(opening, Marker):
            if opening.word == "(" and isinstance(closing, Marker) and closing.word == ")":
                at += 3
                continue
            if opening.mark == "comma" and (closing is None or _divides(closing)):
                at += 2
                continue
        kept.append(row[at])
        at += 1
    return kept


def _is_age(phrase: Phrase | None) -> bool:
    return (
        isinstance(phrase, Victims)
        and not phrase.noun
        and phrase.shape == "number"
        and phrase.low == phrase.high is not None
        and phrase.high < _OLDEST
        and phrase.end - phrase.start < _FIGURES
    )


#: Nobody is older, and a figure of no more than two digits tells it.
_OLDEST, _FIGURES = 100, 3


def _divides(phrase: Phrase) -> bool:
    return isinstance(phrase, Marker) and phrase.mark in ("comma", "conjunction", "clause", "break")
