"""What the figure says in words: what it shows, what it leaves out and why, from whom it has it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from geoiraq import __version__
from geoiraq.maps import cells
from geoiraq.maps.basemap import edition
from geoiraq.maps.still.lettering import plain
from geoiraq.maps.still.marks import Mark, seen_within
from geoiraq.maps.still.speech import Speech
from geoiraq.maps.still.view import Box
from geoiraq.places.gazetteer import data_folder

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

#: So many publishers are named, the others counted.
NAMED = 6


def summary(marks: Sequence[Mark], speech: Speech) -> str:
    """Say how many, from when to when and how many killed."""
    days = [day for mark in marks for day in (mark.start, mark.end) if day]
    killed = sum(mark.killed for mark in marks)
    said = [speech.count("incidents", len(marks))]
    if days:
        first, last = speech.day(min(days)), speech.day(max(days))
        said.append(first if first == last else speech.say("span", first=first, last=last))
    if killed:
        said.append(speech.count("killed_as_reported", killed))
    return " · ".join(said)


def left_out(
    marks: Sequence[Mark], frame: Box, speech: Speech, by: str | None = None, undivided: int = 0
) -> str:
    """Say how many incidents are on no map, and why.

    Parameters
    ----------
    marks
        Those that are in a panel.
    frame
        The part of the plane that is shown.
    speech
        In which it is said.
    by
        What the panels are of; None where there is but one.
    undivided
        How many incidents are in no panel.
    """
    nationwide = sum(mark.nationwide for mark in marks)
    nowhere = sum(mark.point is None for mark in marks) - nationwide
    beyond = len(marks) - nationwide - nowhere - len(seen_within(marks, frame))
    reasons = (
        (undivided, by),
        (nationwide, "nationwide"),
        (nowhere, "nowhere"),
        (beyond, "beyond"),
    )
    why = [speech.say(f"reasons.{reason}", n=speech.number(number)) for number, reason in reasons if number]
    return speech.say("left_out", why=speech.words["list"].join(why)) if why else ""


def reported_by(table: GeoDataFrame, speech: Speech) -> str:
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
    names = speech.words["list"].join(ranked[:NAMED])
    names += speech.say("more", n=speech.number(more)) if more > 0 else ""
    return speech.say("reports", publishers=names, documents=speech.count("documents", len(documents)))


def made_with(speech: Speech) -> str:
    """Name the sources of places and outlines, the version and the projection."""
    listed = tomllib.loads((files("geoiraq.maps") / "sources.toml").read_text(encoding="utf-8"))["source"]
    names = [f"{each['name']} ({_short(each['licence'])})" for each in listed if each["name"] != "Leaflet"]
    return speech.say(
        "made",
        sources=speech.words["list"].join(names),
        projection=speech.words["projection"],
        version=__version__,
        edition=edition(data_folder()),
    )


def _short(licence: str) -> str:
    return licence.split(",")[0]
