"""What the figure says in words: what it shows, what it leaves out and why, from whom it has it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from geoiraq import __version__
from geoiraq.maps import cells
from geoiraq.maps.basemap import edition
from geoiraq.maps.still.lettering import plain
from geoiraq.maps.still.marks import Mark, seen_within
from geoiraq.maps.still.view import NAME, Box
from geoiraq.places.gazetteer import data_folder

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: So many publishers are named, the others counted.
NAMED = 6


def summary(marks: Sequence[Mark]) -> str:
    """Say how many, from when to when and how many killed."""
    days = [day for mark in marks for day in (mark.start, mark.end) if day]
    killed = sum(mark.killed for mark in marks)
    said = [counted(len(marks), "incident")]
    if days:
        first, last = in_words(min(days)), in_words(max(days))
        said.append(first if first == last else f"{first} to {last}")
    if killed:
        said.append(f"{killed:,} killed, as reported")
    return " · ".join(said)


def left_out(marks: Sequence[Mark], frame: Box, by: str | None = None, undivided: int = 0) -> str:
    """Say how many incidents are on no map, and why.

    Parameters
    ----------
    marks
        Those that are in a panel.
    frame
        The part of the plane that is shown.
    by
        What the panels are of; None where there is but one.
    undivided
        How many incidents are in no panel.
    """
    nationwide = sum(mark.nationwide for mark in marks)
    nowhere = sum(mark.point is None for mark in marks) - nationwide
    beyond = len(marks) - nationwide - nowhere - len(seen_within(marks, frame))
    reasons = (
        (undivided, f"whose date is not known to the {by}"),
        (nationwide, "known only to be in the country"),
        (nowhere, "without a known place"),
        (beyond, "beyond the frame"),
    )
    why = ", ".join(f"{number:,} {reason}" for number, reason in reasons if number)
    return f"Not on the map: {why}." if why else ""


def reported_by(table: GeoDataFrame) -> str:
    """Name the publishers of the reports, those of most reports first."""
    publishers: Counter[str] = Counter()
    documents: set[str] = set()
    for cell in table["evidence"] if "evidence" in table.columns else ():
        for report in cells.evidence(cell):
            documents.add(report.get("document", ""))
            publishers[plain(report.get("publisher", ""), 60)] += 1
    del publishers[""]
    ranked = sorted(publishers, key=lambda name: (-publishers[name], name))
    if not ranked:
        return ""
    more = len(ranked) - NAMED
    names = ", ".join(ranked[:NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return f"Reports: {names} ({counted(len(documents), 'document')})."


def made_with() -> str:
    """Name the sources of places and outlines, the version and the projection."""
    listed = tomllib.loads((files("geoiraq.maps") / "sources.toml").read_text(encoding="utf-8"))["source"]
    names = [f"{each['name']} ({_short(each['licence'])})" for each in listed if each["name"] != "Leaflet"]
    return (
        f"Places and outlines: {', '.join(names)}. {NAME}. "
        f"Made with geoiraq {__version__}, gazetteer {edition(data_folder())}."
    )


def _short(licence: str) -> str:
    return licence.split(",")[0]


def counted(number: int, what: str) -> str:
    """Write a number of things: "1 incident", "2,000 incidents"."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def in_words(day: date) -> str:
    """Write a day: "4 May 2020", in English wherever this runs."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
