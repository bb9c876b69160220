"""Finds a browser for the tests of the map's page, and gets one where there is none.

    python scripts/browser.py            # prints where it is, installing one if need be

It takes what $CHROMIUM names, else a Chromium or Chrome on the path, else Playwright's own. Where there is
none it asks Debian's apt for chromium (as root), else Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")


def find_browser() -> str | None:
    """Give the path of a browser that Playwright can drive, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path), None) or _playwrights_own()


def get_browser() -> str:
    """Give the path of a browser, installing one where there is none."""
    for attempt in (_from_apt, _from_playwright):
        found = find_browser()
        if found:
            return found
        attempt()
    found = find_browser()
    if not found:
        raise SystemExit(
            "no browser found and none could be installed: set CHROMIUM to the path of a Chromium or Chrome"
        )
    return found


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _from_apt() -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.name != "posix" or os.geteuid() != 0:
        return
    _run([apt, "update", "-qq"])
    _run([apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"])


def _from_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> None:
    # What is said goes to standard error: standard output is the path alone.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, stdout=sys.stderr, env=environment, check=False)


if __name__ == "__main__":
    print(get_browser())
