"""Draws the pictures of the README and the docs from the examples.

python scripts/pictures.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from browser import get_browser
from playwright.sync_api import sync_playwright

import geoiraq

DOCS = Path(__file__).resolve().parent.parent / "docs"
EXAMPLES = DOCS.parent / "examples" / "reports"


def main() -> int:
    """Write docs/map.png and docs/map-phone.png."""
    incidents = geoiraq.extract(EXAMPLES)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "map.html"
        geoiraq.incident_map(incidents, title="Iraq, December 2019 to July 2020").save(str(page_file))
        browser = playwright.chromium.launch(
            executable_path=get_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, width, height in (("map.png", 1280, 800), ("map-phone.png", 390, 780)):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(page_file.as_uri())
            page.wait_for_selector(".leaflet-container")
            page.screenshot(path=str(DOCS / name))
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
