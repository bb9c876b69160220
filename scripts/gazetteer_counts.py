"""Counts the gazetteer for the pages that tell its numbers, and writes them there.

    python scripts/gazetteer_counts.py [PAGE ...]     # README.md and docs/gazetteer.md where none is named

tests/test_docs.py proves that what the pages say is what the tables hold.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from geoiraq.places.gazetteer import shipped
from geoiraq.places.place import Place

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "gazetteer.md")
SENTENCE = re.compile(r"[\d,]+ places under [\d,]+ names, of which [\d,]+ points")
HEAD = "| what | places | checked | share | radius (median) |\n| --- | --- | --- | --- | --- |\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)+")
#: Kinds that are counted together; what is in no group is counted with the sites.
GROUPS = {
    "cities, towns": ("city", "town"),
    "villages": ("village",),
    "neighbourhoods": ("neighbourhood",),
    "governorates, districts, subdistricts": ("governorate", "district", "subdistrict"),
    "bases": ("base",),
    "airports, ports, border crossings": ("airport", "port", "border_crossing"),
    "dams, power stations, oilfields, refineries": ("dam", "power_station", "oilfield", "refinery"),
    "roads, bridges": ("road", "bridge"),
    "embassies, government, prisons, hospitals, mosques, camps and other sites": (),
    "mountains, deserts, plains, valleys, islands": ("mountain", "desert", "plain", "valley", "island"),
    "rivers, lakes, marshes": ("river", "lake", "marsh"),
    "countries, regions, borders": ("country", "region", "border"),
}


def main() -> int:
    """Write the numbers into the pages."""
    places = list(shipped().places.values())
    for page in map(Path, sys.argv[1:] or PAGES):
        text = page.read_text(encoding="utf-8")
        text = SENTENCE.sub(sentence(places), text)
        page.write_text(TABLE.sub(lambda _: table(places), text), encoding="utf-8")
    return 0


def sentence(places: list[Place]) -> str:
    """Say how many places there are, under how many names, and how many points are checked."""
    names = sum(len(place.names) for place in places)
    return f"{len(places):,} places under {names:,} names, of which {sum(p.checked for p in places):,} points"


def table(places: list[Place]) -> str:
    """Lay out how many places of each group there are, and what share of their points is checked."""
    group_of = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
    rest = next(group for group, kinds in GROUPS.items() if not kinds)
    members: dict[str, list[Place]] = {group: [] for group in GROUPS}
    for place in places:
        members[group_of.get(place.kind, rest)].append(place)
    return HEAD + "".join(row(group, found) for group, found in members.items()) + row("all", places)


def row(group: str, places: Iterable[Place]) -> str:
    """Lay out one group."""
    found = list(places)
    checked, radius = sum(place.checked for place in found), median(place.radius_km for place in found)
    return f"| {group} | {len(found):,} | {checked:,} | {checked / len(found):.0%} | {radius:g} km |\n"


if __name__ == "__main__":
    sys.exit(main())
