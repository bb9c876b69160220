"""How long does a large gazetteer of others take: python -m benchmarks.own_gazetteer [--rows N]

Makes a GeoNames dump and a GNS file of so many rows (names and points invented, a tenth of them those of our
gazetteer), adds each in a process of its own as a user would, and prints the whole process's time and the most memory
that it held.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from geoiraq.places.gazetteer import gazetteer

GNS = (
    "RC",
    "UFI",
    "UNI",
    "LAT",
    "LONG",
    "FC",
    "DSG",
    "CC1",
    "ADM1",
    "NT",
    "LC",
    "SORT_NAME_RO",
    "FULL_NAME_RO",
)
SYLLABLES = (
    "al",
    "bu",
    "ha",
    "ri",
    "mu",
    "sa",
    "kha",
    "dir",
    "wan",
    "zay",
    "tal",
    "qar",
    "‘a",
    "shi",
    "jab",
    "rus",
)
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
CODES = ("PPL", "PPL", "PPL", "PPLX", "STM", "HLL", "WLL", "TMB", "ADM3", "FRM")
CLASSES = {"PPL": "P", "PPLX": "P", "STM": "H", "HLL": "T", "WLL": "H", "TMB": "S", "ADM3": "A", "FRM": "S"}


def main() -> None:
    """Print a line for each format: rows, seconds, megabytes, and what was said of the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    rows = arguments.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in (("geonames", geonames(rows)), ("gns", gns(rows))):
            file = Path(folder) / f"{name}.txt"
            file.write_text("\n".join(lines), encoding="utf-8")
            print(
                f"{name}: {rows} rows, {file.stat().st_size / 1e6:.0f} MB: {measured(file, Path(folder) / name)}"
            )


def measured(file: Path, home: Path) -> str:
    """Add a file in a process of its own and say what that took."""
    code = (
        "import sys; from geoiraq.places.own import add\n"
        "told = []; print(add(sys.argv[1], on_problem=told.append))"
    )
    environment = {**os.environ, "GEOIRAQ_HOME": str(home)}
    before = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], env=environment, capture_output=True, text=True, check=True
    )
    seconds = time.perf_counter() - before
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 10)
    return f"{seconds:.1f} s, {most:.0f} MB at most\n  {done.stdout.strip()}"


def places(rows: int) -> Iterator[tuple[int, str, list[str], float, float, str]]:
    """Invent places; every tenth is one of ours, a little beside its point."""
    chance = random.Random(1958)
    ours = [place for place in gazetteer().places.values() if place.country == "IQ"]
    for number in range(rows):
        code = chance.choice(CODES)
        if number % 10 == 0:
            place = chance.choice(ours)
            point = (
                place.latitude + chance.uniform(-0.02, 0.02),
                place.longitude + chance.uniform(-0.02, 0.02),
            )
            yield number, place.name, list(place.names[:3]), *point, code
            continue
        name = " ".join(
            "".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(chance.choice((1, 2)))
        )
        others = [name.replace("a", "e"), f"Al {name}", "".join(chance.choices(ARABIC, k=7))]
        yield number, name, others, chance.uniform(29.5, 37.2), chance.uniform(40, 48), code


def geonames(rows: int) -> Iterator[str]:
    """Write places as GeoNames does."""
    for number, name, others, latitude, longitude, code in places(rows):
        cells = [
            str(number),
            name,
            name,
            ",".join(others),
            f"{latitude:.5f}",
            f"{longitude:.5f}",
            CLASSES[code],
            code,
        ]
        yield "\t".join([*cells, "IQ", "", "", "", "", "", "0", "", "50", "Asia/Baghdad", "2020-01-01"])


def gns(rows: int) -> Iterator[str]:
    """Write places as GNS does: a row a name."""
    yield "\t".join(GNS)
    written = 0
    for number, name, others, latitude, longitude, code in places(rows):
        for kind, each in zip("NVVV", (name, *others), strict=False):
            cells = dict.fromkeys(GNS, "") | {
                "UFI": str(-number - 1),
                "UNI": str(written),
                "LAT": f"{latitude:.5f}",
            }
            cells |= {"LONG": f"{longitude:.5f}", "FC": CLASSES[code], "DSG": code, "CC1": "IZ", "NT": kind}
            yield "\t".join((cells | {"FULL_NAME_RO": each}).values())
            written += 1
            if written == rows:
                return


if __name__ == "__main__":
    main()
