"""Every notebook runs from top to bottom, and shows the map in the page."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def executed(request, tmp_path_factory):
    from jupyter_client.kernelspec import KernelSpecManager

    # The kernel of the interpreter that runs the tests, wherever another may be registered.
    kernels = tmp_path_factory.mktemp("kernels")
    spec = kernels / "python3"
    spec.mkdir()
    (spec / "kernel.json").write_text(
        f'{{"argv": ["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"],'
        ' "display_name": "Python 3", "language": "python"}',
        encoding="utf-8",
    )
    manager = KernelSpecManager(kernel_dirs=[str(kernels)])
    notebook = nbformat.read(request.param, as_version=4)
    client = NotebookClient(
        notebook, timeout=180, resources={"metadata": {"path": str(request.param.parent)}}
    )
    client.create_kernel_manager()
    client.km.kernel_spec_manager = manager
    client.execute()
    return notebook


def test_no_cell_fails(executed):
    outputs = [output for cell in executed.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error"]


def test_the_map_is_shown_in_the_page(executed):
    shown = [
        output.data["text/html"]
        for cell in executed.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    assert any("<iframe" in html and "leaflet" in html.lower() for html in shown)


def test_it_is_kept_without_outputs():
    assert NOTEBOOKS
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        assert not [cell for cell in cells if cell.get("outputs")]
