"""How large a map may be: python -m benchmarks.maps [ROWS ...]

Invented incidents all over Iraq and 22 years, some 3% in sectors and governorates. For each number of rows it is told
how long the page takes to be written and how large it is, how long a browser takes to open it from its file with the
network off until the map is drawn, and the median time from a move of the slider to the frame that shows it. By default
100,000 with quotes, then 1,000,000 without.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.incidents.incident import LAYERS
from geoiraq.maps import incident_map
from scripts.browser import get_browser

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

WITH_QUOTES = 100_000
WITHOUT_QUOTES = 1_000_000
MOVES = 15
ROUNDS = 3

TYPES = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
)
SHARES = (0.5, 0.05, 0.1, 0.2, 0.1, 0.05)
WORDS = [f"word{i}" for i in range(2000)]

#: Opens a page, then moves the slider's last day and waits each time for the frame that shows it.
MOVE = """async moves => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const slider = document.querySelector('input[type=range][aria-label="Last day shown"]');
  const [first, last] = [Number(slider.min), Number(slider.max)];
  const taken = [];
  for (let i = 1; i <= moves; i++) {
    await frame();
    const begun = performance.now();
    slider.value = String(Math.round(first + (last - first) * ((i * 7) % moves + 0.5) / moves));
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    await frame();
    taken.push(performance.now() - begun);
  }
  return taken;
}"""


def invented(rows: int, *, quotes: bool) -> GeoDataFrame:
    """Make a table of incidents that never were; the same one each time."""
    import geopandas as gpd
    import numpy as np
    import shapely

    chance = np.random.default_rng(7)
    days = np.datetime64("2003-03-20") + chance.integers(0, 8000, rows)
    towns = chance.uniform((39.5, 29.5), (47.5, 37.0), (400, 2))
    points = towns[chance.zipf(1.4, rows) % 400] + chance.normal(0, 0.2, (rows, 2))
    table: dict[str, Any] = {
        "layer": np.array(LAYERS, dtype=object)[chance.choice(len(LAYERS), rows, p=SHARES)],
        "event_type": np.array(TYPES, dtype=object)[chance.integers(0, len(TYPES), rows)],
        "date_start": np.datetime_as_string(days).astype(object),
        "actor": np.array([f"Actor {i}" for i in range(200)], dtype=object)[chance.integers(0, 200, rows)],
        "fatalities_best": chance.poisson(1.5, rows),
    }
    if quotes:
        said = np.array(WORDS, dtype=object)[chance.integers(0, len(WORDS), (rows, 22))]
        table["quote"] = [" ".join(words) for words in said]
        table["documents"] = [[f"report-{i % 5000}"] for i in range(rows)]
    return gpd.GeoDataFrame(table, geometry=shapely.points(points), crs=4326)


def write(table: GeoDataFrame, file: Path) -> float:
    """Write the page, some times over; the median of the seconds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        incident_map(table).save(file)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def open_and_move(browser: Any, file: Path) -> tuple[float, list[float]]:
    """Open the page some times over and move its slider; the median of the seconds, and all of the moves'."""
    opened, moved = [], []
    for _ in range(ROUNDS):
        page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
        begun = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector("main[aria-busy=false]")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        opened.append(time.perf_counter() - begun)
        moved += [milliseconds / 1000 for milliseconds in page.evaluate(MOVE, MOVES)]
        page.context.close()
    return statistics.median(opened), moved


def main() -> None:
    """Print what each map takes."""
    from playwright.sync_api import sync_playwright

    asked = [(int(rows), int(rows) <= WITH_QUOTES) for rows in sys.argv[1:]]
    print("rows      quotes  written  size     opened   redrawn (median, slowest)")
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=get_browser(), args=arguments)
        for rows, quotes in asked or [(WITH_QUOTES, True), (WITHOUT_QUOTES, False)]:
            file = Path(folder) / "map.html"
            written = write(invented(rows, quotes=quotes), file)
            opened, moved = open_and_move(browser, file)
            megabytes = file.stat().st_size / 1e6
            print(
                f"{rows:<9,} {'yes' if quotes else 'no':<7} {written:5.2f} s  {megabytes:5.1f} MB {opened:6.2f} s "
                f"{1000 * statistics.median(moved):6.0f} ms {1000 * max(moved):6.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
