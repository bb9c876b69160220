"""How many of a list of place names resolve near their true point: python -m benchmarks.resolution PLACES.csv

The list has columns name, within, latitude, longitude and, where known, events (how often it is named).
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import geoiraq
from geoiraq.places.areas import distance_km

NEAR_KM, FAR_KM = 25.0, 50.0


def main() -> None:
    """Print the shares resolved near, far and not at all, by name and by event, and each that is not near."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("places", type=Path)
    arguments.add_argument("--no-within", action="store_true", help="leave out the province")
    options = arguments.parse_args()
    with options.places.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    tally = {"near": 0, "between": 0, "far": 0, "not resolved": 0}
    names = dict(tally)
    for row in rows:
        answer = geoiraq.resolve(row["name"], within=None if options.no_within else row["within"])
        verdict, apart = "not resolved", None
        if answer.latitude is not None and answer.longitude is not None:
            apart = distance_km(
                (float(row["latitude"]), float(row["longitude"])), (answer.latitude, answer.longitude)
            )
            verdict = "near" if apart <= NEAR_KM else "between" if apart <= FAR_KM else "far"
        tally[verdict] += int(row.get("events") or 1)
        names[verdict] += 1
        if verdict != "near":
            told = (
                f"{apart:.0f} km, {answer.name}" if apart is not None else f"{answer.status}: {answer.reason}"
            )
            print(f"  {verdict:12} {row['name']} ({row['within']}, {row.get('events')}): {told}")
    for what, counts in (("names", names), ("events", tally)):
        total = sum(counts.values())
        print(f"{what}: " + ", ".join(f"{verdict} {n} ({n / total:.1%})" for verdict, n in counts.items()))


if __name__ == "__main__":
    main()
