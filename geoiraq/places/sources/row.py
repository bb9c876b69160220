"""A row of the gazetteer's tables, as gazetteer/README.md describes it, made from a feature and its home."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from geoiraq.places.names import is_arabic
from geoiraq.places.place import FormerName
from geoiraq.places.sources.feature import Feature, UnusableRowError, clean_name
from geoiraq.places.sources.kinds import most_prominent, prominence_of, radius_of
from geoiraq.places.sources.placing import Home

#: The columns of the gazetteer's tables, in their order.
COLUMNS = (
    *("place_id", "name", "kind", "latitude", "longitude", "radius_km", "country", "governorate", "district"),
    *("also_in", "prominence", "names_en", "names_ar", "names_ku", "names_kmr"),
    *("source", "licence", "checked", "checked_against", "note"),
)
NAME_COLUMNS = ("names_en", "names_ar", "names_ku", "names_kmr")
#: A kept row says more: which place of ours it is, and the names that were in use for a time.
KEPT_COLUMNS = (*COLUMNS, "joined_to", "former_names")

#: More than any place has: they stand in one cell, and a longer cell could not be read back.
MOST_NAMES = 500

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_SORANI = frozenset("ەێۆڕڵڤ")
_KURDISH = frozenset({"ku", "kur", "ckb", "kmr", "sdh"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a feature that can be used, cleaned, each once, with its language."""

    first: str
    all: tuple[tuple[str, str], ...]


def names_of(feature: Feature) -> Names:
    """Give the names of a feature that can be used.

    Parameters
    ----------
    feature
        As its file has it.

    Returns
    -------
    Names
        Those in Latin or Arabic script; the first is the one to show.

    Raises
    ------
    UnusableRowError
        Where none is left, or more are than any place has.
    """
    kept: dict[str, str] = {}
    for written, language in feature.names:
        name = clean_name(written)
        if name and name not in kept and is_in_our_scripts(name):
            kept[name] = language
    if not kept:
        has = feature.names[0][0] if feature.names else ""
        raise UnusableRowError(
            "has no name in Latin or Arabic letters" if has.strip() else "has no name", has
        )
    if max(len(kept), len(feature.former_names)) > MOST_NAMES:
        raise UnusableRowError(f"has more than {MOST_NAMES} names", next(iter(kept)))
    return Names(next(iter(kept)), tuple(kept.items()))


def is_in_our_scripts(name: str) -> bool:
    """Tell whether a name is written in Latin or Arabic letters; one of digits alone is none."""
    if name.isascii():
        return any(map(str.isalpha, name))
    letter = next((c for c in name if c.isalpha() and c not in "ʻʼʾʿ"), "")
    return bool(letter) and (unicodedata.name(letter, "").startswith("LATIN ") or is_arabic(letter))


def name_column(name: str, language: str = "") -> str:
    """Say in which column a name belongs: by its script, then its language, then letters of Sorani alone.

    Examples
    --------
    >>> name_column("Mosul"), name_column("بغداد"), name_column("هەولێر"), name_column("Hewlêr", "kmr")
    ('names_en', 'names_ar', 'names_ku', 'names_kmr')
    """
    kurdish = language[:3].rstrip("-_") in _KURDISH
    if is_arabic(name):
        return "names_ku" if kurdish or not _SORANI.isdisjoint(name) else "names_ar"
    return "names_kmr" if kurdish else "names_en"


def row_of(
    feature: Feature,
    home: Home,
    names: Names,
    *,
    place_id: str,
    kind: str,
    source: str,
    licence: str,
    joined_to: str = "",
    note: str = "",
) -> list[str]:
    """Lay a place out as a kept row.

    Parameters
    ----------
    feature, home, names
        What is known of it.
    place_id, kind, source, licence
        What the file does not say, or not in our terms.
    joined_to
        The place that it is, where it is known already.
    note
        One sentence.

    Returns
    -------
    list of str
        In the order of `KEPT_COLUMNS`.
    """
    listed: dict[str, list[str]] = {column: [] for column in NAME_COLUMNS}
    for name, language in names.all:
        if name != names.first:
            listed[name_column(name, language)].append(name)
    rank = feature.prominence if feature.prominence is not None else prominence_of(kind)
    return [
        *(place_id, names.first, kind, f"{round(feature.latitude, 5)}", f"{round(feature.longitude, 5)}"),
        *(f"{feature.radius_km or radius_of(kind):g}", home.country, home.governorate, home.district),
        *(";".join(home.also_in), str(min(max(rank, 0), most_prominent()))),
        *(";".join(listed[column]) for column in NAME_COLUMNS),
        *(source, licence, "no", "", note or feature.note),
        *(joined_to, ";".join(_spans(feature.former_names))),
    ]


def _spans(former_names: Iterable[FormerName]) -> Iterable[str]:
    """Write names with their time: "Saddam City|1982|2003-04"."""
    for former in former_names:
        name = clean_name(former.name).replace("|", "/")
        if is_in_our_scripts(name):
            start, end = (date if _DATE.fullmatch(date) else "" for date in (former.start, former.end))
            yield f"{name}|{start}|{end}"
