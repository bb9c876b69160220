"""How many spellings resolve to the place they mean: python -m benchmarks.spellings [FILE.csv]

The file has the columns name and place_id; a place_id of "ambiguous" asks for no single answer.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import geoiraq
from geoiraq.places.areas import distance_km

SPELLINGS = Path(__file__).with_name("spellings.csv")
NEAR_KM = 25.0


def verdict(name: str, wanted: str) -> str:
    """Compare an answer with the place wanted: right, refused (no answer where there is one) or wrong."""
    answer = geoiraq.resolve(name)
    if answer.latitude is None or answer.longitude is None:
        return "right" if answer.status == wanted else "refused"
    place = geoiraq.gazetteer().places.get(wanted)
    if place is None:
        return "wrong"
    apart = distance_km((answer.latitude, answer.longitude), (place.latitude, place.longitude))
    return "right" if apart <= NEAR_KM else "wrong"


def main() -> None:
    """Print each spelling that is not right, and the shares."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SPELLINGS
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    verdicts = [verdict(row["name"], row["place_id"]) for row in rows]
    for row, found in zip(rows, verdicts, strict=True):
        if found != "right":
            print(
                f"  {found}: {row['name']} -> {geoiraq.resolve(row['name']).place_id}, wanted {row['place_id']}"
            )
    counts = {kind: verdicts.count(kind) for kind in ("right", "refused", "wrong")}
    print(f"{len(rows)} spellings: " + ", ".join(f"{k} {n} ({n / len(rows):.1%})" for k, n in counts.items()))


if __name__ == "__main__":
    main()
