"""Every notebook runs from top to bottom, and shows the map in the page."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.execution import execute, shown

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def outputs(request, tmp_path_factory):
    notebook = nbformat.read(request.param, as_version=4)
    return execute(notebook, request.param.parent, tmp_path_factory.mktemp("kernels"))


def test_no_cell_fails(outputs):
    assert not [output for output in outputs if output.output_type == "error"]


def test_the_map_is_shown_in_the_page(outputs):
    assert any("<iframe" in html and "leaflet" in html.lower() for html in shown(outputs, "text/html"))


def test_the_figure_for_paper_is_shown_too(outputs):
    assert shown(outputs, "image/png")


def test_it_is_kept_without_outputs():
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        assert not [cell for cell in cells if cell.get("outputs")]
