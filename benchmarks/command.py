"""What the command costs: python -m benchmarks.command [DOC ...] [--rows N ...]

The processor time of `geoiraq map` on some documents (the examples where none are given) beside that of importing
geopandas and folium, and of `geoiraq --help`, medians of runs taken in turn; with --rows, the memory and the time that
`geoiraq extract` takes over tables of so many short reports, each of a day, a place and a toll drawn by lot.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.extraction import REPOSITORY
from geoiraq import gazetteer

ROUNDS = 7
#: What the reports that are drawn by lot say, and over how many days.
TOLD = (
    "a roadside bomb killed {killed} policemen and wounded {injured} others",
    "gunmen shot dead {killed} shopkeepers and injured {injured}",
    "a car bomb went off at a market, killing {killed} civilians and wounding {injured},",
    "Iraqi forces killed {killed} militants in a raid",
    "rockets hit a house, killing {killed} people and injuring {injured},",
)
ASIDE = (
    "No group claimed responsibility for the attack.",
    "The area was cordoned off and ambulances took the victims to the general hospital.",
)
FIRST_DAY, DAYS = date(2004, 1, 1), 7000
GEOIRAQ = [sys.executable, "-m", "geoiraq"]


def used(command: Sequence[str]) -> resource.struct_rusage:
    """Run a command and give what it alone used."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage


def processor_seconds(command: Sequence[str]) -> float:
    """Run a command and give the processor time it took."""
    usage = used(command)
    return usage.ru_utime + usage.ru_stime


def made_up_reports(rows: int) -> Iterator[tuple[str, str, str]]:
    """Draw reports by lot, the same ones each time: an id, a text of one or two incidents, the day it was published."""
    chance = Random(4)
    book = gazetteer()
    towns = [p for p in book.places.values() if p.kind in ("city", "town", "village") and p.governorate]
    for number in range(rows):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        sentences = []
        for _ in range(chance.choice((1, 1, 1, 1, 2))):
            town, told = chance.choice(towns), chance.choice(TOLD)
            toll = told.format(killed=chance.randint(1, 30), injured=chance.randint(1, 60))
            where = f"{town.name}, {book.name_of(town.governorate)} governorate"
            sentences.append(f"On {day.day} {day:%B %Y}, {toll} in {where}. {chance.choice(ASIDE)}")
        yield f"report-{number}", " ".join(sentences), (day + timedelta(days=1)).isoformat()


def cost_of_rows(rows: int, folder: Path, ending: str = ".csv") -> tuple[float, float]:
    """Extract a table of so many reports and give the most memory that took, in MB, and the processor time."""
    table = folder / "reports.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "published"])
        writer.writerows(made_up_reports(rows))
    usage = used([*GEOIRAQ, "extract", str(table), "-o", str(folder / f"incidents{ending}")])
    return usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the times, and the memory where it was asked for."""
    parser = argparse.ArgumentParser(prog="command.py", description=__doc__)
    parser.add_argument("documents", nargs="*", default=[str(REPOSITORY / "examples" / "reports")])
    parser.add_argument("--rows", type=int, nargs="*", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "import geopandas, folium": [sys.executable, "-c", "import geopandas, folium"],
            "geoiraq map": [*GEOIRAQ, "map", *options.documents, "-o", str(folder / "map.html")],
            "geoiraq --help": [*GEOIRAQ, "--help"],
        }
        runs = [[processor_seconds(command) for command in commands.values()] for _ in range(ROUNDS + 1)]
        times = [statistics.median(column) for column in zip(*runs[1:], strict=True)]
        for told, seconds in zip(commands, times, strict=True):
            print(f"{told:26} {1000 * seconds:6.0f} ms  {seconds / times[0]:.2f} of the imports")
        least = None
        for rows in sorted(options.rows):
            peak, seconds = cost_of_rows(rows, folder)
            least = least or peak
            print(
                f"{rows:,} reports: {peak:.0f} MB at the peak ({peak / least:.2f} of the first), {seconds:.0f} s"
            )


if __name__ == "__main__":
    main()
