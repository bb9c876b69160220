"""The page beside what else draws maps from Python: python -m benchmarks.map_peers [ROWS ...]

The same invented incidents (place, layer, type, date, actor, toll), each written as one page by each peer that is
installed, in one run; what the page then asks of other hosts, and whether anything is drawn with the network off. By
default 100,000 and 1,000,000 rows. `pip install lonboard mapclassify` brings the peers beside the project.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.maps import invented
from scripts.browser import get_browser

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

ROWS = (100_000, 1_000_000)
COLUMNS = ["layer", "event_type", "date_start", "actor", "fatalities_best"]
#: A page that shows no more colours than these shows nothing: a ground, a frame, a button.
BLANK = 12
#: So long a page has to draw itself, in seconds.
PATIENCE = 90

Write = Callable[["GeoDataFrame", Path], None]


def ours(table: GeoDataFrame, file: Path) -> None:
    from geoiraq import incident_map

    incident_map(table).save(file)


def folium_geojson(table: GeoDataFrame, file: Path) -> None:
    import folium

    drawn = folium.Map([33, 44], zoom_start=6, prefer_canvas=True)
    tooltip = folium.GeoJsonTooltip(COLUMNS)
    folium.GeoJson(table, marker=folium.CircleMarker(radius=3), tooltip=tooltip).add_to(drawn)
    drawn.save(str(file))


def explore(table: GeoDataFrame, file: Path) -> None:
    table.explore("layer", tooltip=COLUMNS, legend=False, prefer_canvas=True).save(str(file))


def lonboard(table: GeoDataFrame, file: Path) -> None:
    from lonboard import Map, ScatterplotLayer

    Map(ScatterplotLayer.from_geopandas(table)).to_html(file)


#: Name, the packages that it needs, and how it writes a page.
PEERS: dict[str, tuple[tuple[str, ...], Write]] = {
    "geoiraq": ((), ours),
    "lonboard": (("lonboard",), lonboard),
    "folium.GeoJson": (("folium",), folium_geojson),
    "geopandas.explore": (("mapclassify",), explore),
}


def opened(browser: Any, file: Path) -> tuple[float | None, set[str]]:
    """Open a page with the network off: seconds until it shows something, None where it never does; hosts asked."""
    asked: set[str] = set()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    context.set_default_timeout(1000 * PATIENCE)
    page = context.new_page()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    begun = time.perf_counter()
    shown = None
    try:
        page.goto(file.as_uri())
        while shown is None and time.perf_counter() - begun < PATIENCE:
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
            if colours(page.screenshot(timeout=1000 * PATIENCE)) > BLANK:
                shown = time.perf_counter() - begun
            elif asked - {""}:
                break  # it waits for hosts that do not answer
    except Exception as error:  # noqa: BLE001 - whatever ends a peer's page is an answer
        print(f"    {type(error).__name__}: {str(error).splitlines()[0]}")
    context.close()
    return shown, asked - {""}


def colours(screenshot: bytes) -> int:
    """Count the colours of a picture of a page, shades of edges left out."""
    from PIL import Image

    small = Image.open(BytesIO(screenshot)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    return sum(count > 20 for count, _ in small.getcolors() or [])


def main() -> None:
    """Print a line for each peer and number of rows."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    print("rows      peer                written   size       offline        hosts asked")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=get_browser(), args=arguments)
        for rows in [int(each) for each in sys.argv[1:]] or ROWS:
            table = invented(rows, quotes=False)
            for name, (needed, write) in PEERS.items():
                if not all(find_spec(package) for package in needed):
                    print(f"{rows:<9,} {name:18}  not measured: {', '.join(needed)} is not installed")
                    continue
                file = Path(folder) / "map.html"
                write(table[:100], file)  # what is only imported once is imported before the clock runs
                begun = time.perf_counter()
                write(table, file)
                taken = time.perf_counter() - begun
                shown, asked = opened(browser, file)
                drawn = "blank" if shown is None else f"{shown:.1f} s"
                size = file.stat().st_size / 1e6
                print(
                    f"{rows:<9,} {name:18} {taken:6.1f} s {size:7.1f} MB   {drawn:<12} {len(asked):6}",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
