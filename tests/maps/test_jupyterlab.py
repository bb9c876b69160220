"""In JupyterLab itself: a cell is run, and the map stands beneath it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import nbformat
import pytest

from tests.execution import register
from tests.maps.test_notebook import MANY

#: Starting a server and a kernel takes as long as the machine is busy.
PATIENCE = 180_000


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a notebook of one cell, in a JupyterLab that knows nothing of whoever runs the tests."""
    home = tmp_path_factory.mktemp("lab")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(MANY)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    (home / "notebooks").mkdir()
    nbformat.write(notebook, home / "notebooks" / "map.ipynb")
    register(home / "data" / "kernels")
    places = {f"JUPYTER_{name.upper()}_DIR": str(home / name) for name in ("config", "data", "runtime")}
    settings = {
        "ServerApp.port": "0",
        "ServerApp.root_dir": str(home / "notebooks"),
        "IdentityProvider.token": "",
        "LabApp.news_url": "",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", *options],
        env={**os.environ, **places, "IPYTHONDIR": str(home / "ipython")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        addresses = (re.search(r"http://(?:localhost|127\.0\.0\.1):\d+/lab", line) for line in server.stderr)
        yield next(found[0] for found in addresses if found)
    finally:
        server.terminate()
        server.communicate()


def test_ten_thousand_incidents_stand_beneath_the_cell_that_drew_them(browser, lab: str):
    page = browser.new_context(viewport={"width": 1300, "height": 950}).new_page()
    page.set_default_timeout(PATIENCE)
    asked, noises = [], []
    page.on("request", lambda request: asked.append(request.url))
    # What the laboratory's own scripts say to themselves is theirs.
    page.on("console", lambda said: noises.append((said.location["url"], said.text)))
    page.goto(f"{lab}/tree/map.ipynb")
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()  # its kernel is there
    page.on("pageerror", lambda error: noises.append(("", str(error))))
    page.locator(".jp-CodeCell .cm-content").click()
    page.keyboard.press("Shift+Enter")
    frame = page.frame_locator(".jp-OutputArea iframe")
    frame.locator("main[aria-busy=false]").wait_for()
    assert frame.locator("canvas.marks").get_attribute("data-incidents") == "10000"
    assert frame.locator("canvas.marks").bounding_box()["width"] > 300
    frame.get_by_role("button", name="Zoom in").click()
    assert [noise for noise in noises if not noise[0].startswith(lab.removesuffix("/lab"))] == []
    assert {re.sub(r"^(\w+)://([^:/]*).*", r"\1 \2", url) for url in asked if url.startswith("http")} <= {
        "http localhost",
        "http 127.0.0.1",
    }
    page.context.close()
