"""Draws the pictures of the README and of docs/gallery.md from the examples.

python scripts/pictures.py [NAME ...]     # the names of those that are wanted; all of them without
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser import get_browser
from playwright.sync_api import sync_playwright

import geoiraq

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

DOCS = Path(__file__).resolve().parent.parent / "docs"
EXAMPLES = DOCS.parent / "examples" / "reports"
TITLE = "Iraq, December 2019 to July 2020"
ARABIC = "العراق، كانون الأول 2019 إلى تموز 2020"


@dataclass(frozen=True)
class Screen:
    """A picture of the page.

    Attributes
    ----------
    width, height
        Of the window, in pixels.
    settings
        Of the browser.
    language
        In which the page opens.
    act
        What is done before the picture is taken.
    """

    width: int = 1280
    height: int = 800
    settings: dict[str, Any] = field(default_factory=dict)
    language: str = "en"
    act: Callable[[Any], None] = lambda page: None


def open_the_first(page: Any) -> None:
    """Open an incident from the table beside the map."""
    page.get_by_text("K-1 Air Base").first.click()


def open_a_filter(page: Any) -> None:
    """Ask for one actor."""
    page.evaluate("document.querySelector('.filters').open = true")
    page.select_option("select[data-facet=actor]", "Coalition")


def pull_the_sheet_up(page: Any) -> None:
    """Show the list on a phone."""
    page.locator(".fold").click()


def print_it(page: Any) -> None:
    """Lay the page out as a printer gets it."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.evaluate("document.body.style = 'margin: 14mm; width: auto'")  # paper has a margin


SCREENS = {
    "map": Screen(1440, 900),
    "map-tablet": Screen(768, 1024, act=open_a_filter),
    "map-phone": Screen(360, 740),
    "map-sheet": Screen(360, 740, act=pull_the_sheet_up),
    "map-paper": Screen(794, 1123, act=print_it),
    "map-dark": Screen(settings={"color_scheme": "dark"}),
    "map-arabic": Screen(language="ar"),
    "map-incident": Screen(act=open_the_first),
}
#: Figures: how they are asked for, and at how many pixels an inch: enough for a screen, few enough for a repository.
STILLS: dict[str, tuple[dict[str, Any], int]] = {
    "still": ({}, 130),
    "still-months": ({"by": "month"}, 105),
    "still-arabic": ({"language": "ar", "title": "العراق، كانون الأول ٢٠١٩ إلى تموز ٢٠٢٠"}, 105),
}


def main() -> int:
    """Write the pictures that are asked for into docs/."""
    wanted = sys.argv[1:] or [*SCREENS, *STILLS]
    unknown = set(wanted) - {*SCREENS, *STILLS}
    if unknown:
        print(f"no such picture: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    incidents = geoiraq.extract(EXAMPLES)
    for name in wanted:
        if name in STILLS:
            asked, dpi = STILLS[name]
            geoiraq.still(incidents, **{"title": TITLE, **asked}).save(DOCS / f"{name}.png", dpi=dpi)
    screens = [name for name in wanted if name in SCREENS]
    if screens:
        photograph(incidents, screens)
    return 0


def photograph(incidents: GeoDataFrame, names: list[str]) -> None:
    """Take pictures of the page as a reader meets it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=get_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        for name in names:
            screen = SCREENS[name]
            file = Path(folder) / f"{name}.html"
            title = ARABIC if screen.language == "ar" else TITLE
            geoiraq.incident_map(incidents, title=title, language=screen.language).save(str(file))
            size = {"width": screen.width, "height": screen.height}
            page = browser.new_page(viewport=size, offline=True, **screen.settings)
            page.goto(file.as_uri())
            page.wait_for_selector("main[aria-busy=false]")
            screen.act(page)
            page.screenshot(path=str(DOCS / f"{name}.png"))
            page.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
