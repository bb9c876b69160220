"""What the command costs: python -m benchmarks.command [DOC ...] [--rows N ...]

The processor time of `geoiraq map` on some documents (the examples where none are given) beside that of importing
geopandas and folium, and of `geoiraq --help`, medians of runs taken in turn; with --rows, the memory that
`geoiraq extract` reaches over tables of so many short reports, made of those in `tests/gold`.
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
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.extraction import REPOSITORY

ROUNDS = 7
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


def peak_megabytes(rows: int, folder: Path) -> float:
    """Extract a table of so many reports and give the most memory that took."""
    table, out = folder / "reports.csv", folder / "incidents.csv"
    with (REPOSITORY / "tests" / "gold" / "paragraphs.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "published"])
        writer.writerows((n, text, "2020-01-01") for n, text in enumerate(islice(cycle(texts), rows)))
    return used([*GEOIRAQ, "extract", str(table), "-o", str(out)]).ru_maxrss / 1024


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
        for rows in sorted(options.rows):
            print(f"{rows:,} reports: {peak_megabytes(rows, folder):.0f} MB at the peak")


if __name__ == "__main__":
    main()
