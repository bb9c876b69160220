"""How many names and phrases of a list resolve near their true point: python -m benchmarks.resolution [PLACES.csv ...]

A list has columns name (or phrase), within, latitude, longitude and, where known, events (how often it is named),
tolerance_km and expect (resolved, ambiguous or unresolved). A row without a point, or that expects no answer, is
right where none is given. Without a list it measures those beside this file. IOM's list of locations (columns
location_name, governorate) is taken as it is: most of its villages are in no gazetteer, so it tells how sure we are of
what we cannot know.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import geoiraq
from geoiraq.places.areas import distance_km

OWN = [Path(__file__).with_name(f"{name}.csv") for name in ("aside", "towns", "phrases")]
NEAR_KM, FAR_KM = 25.0, 50.0
VERDICTS = ("right", "between", "far", "refused", "answered")


def judged(row: dict[str, str], answer: geoiraq.Resolution) -> tuple[str, str]:
    """Compare an answer with its row: the verdict, and what was answered."""
    told = f"{answer.status}: {answer.reason}"
    wanted = bool(row["latitude"]) and row.get("expect", "resolved") == "resolved"
    if answer.latitude is None or answer.longitude is None:
        return ("refused" if wanted else "right"), told
    if not wanted:
        return "answered", f"{answer.name}, where no single answer is right"
    there = float(row["latitude"]), float(row["longitude"])
    apart = distance_km(there, (answer.latitude, answer.longitude))
    near = max(NEAR_KM, float(row.get("tolerance_km") or 0))
    verdict = "right" if apart <= near else "between" if apart <= max(FAR_KM, near) else "far"
    return verdict, f"{apart:.0f} km, {answer.name}"


def measure(file: Path, *, with_province: bool) -> None:
    """Print each row that is not right, and the shares by name and, where known, by event."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for row in rows:
        name = row.get("name") or row.get("phrase") or row["location_name"]
        province = row.get("within") or row.get("governorate")
        verdict, told = judged(row, geoiraq.resolve(name, within=province if with_province else None))
        names[verdict] += 1
        events[verdict] += int(row.get("events") or 1)
        if verdict != "right":
            print(f"  {verdict:8} {name} ({province or ''}): {told}")
    for what, counts in (("rows", names), ("events", events)):
        if what == "rows" or events != names:
            total = counts.total()
            shares = ", ".join(f"{v} {counts[v]} ({counts[v] / total:.1%})" for v in VERDICTS)
            print(f"{file.stem}, {total} {what}: {shares}")


def main() -> None:
    """Measure each list."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("places", type=Path, nargs="*", default=OWN)
    arguments.add_argument("--no-within", action="store_true", help="leave out the province")
    options = arguments.parse_args()
    for file in options.places:
        measure(file, with_province=not options.no_within)


if __name__ == "__main__":
    main()
