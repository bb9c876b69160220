"""Runs a notebook from top to bottom, in the interpreter that runs the tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from nbclient import NotebookClient


def execute(notebook: Any, folder: Path, kernels: Path) -> list[Any]:
    """Execute a notebook in a folder and give the outputs of its cells; `kernels` is an empty folder."""
    from jupyter_client.kernelspec import KernelSpecManager

    register(kernels)
    client = NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(folder)}})
    client.create_kernel_manager()
    client.km.kernel_spec_manager = KernelSpecManager(kernel_dirs=[str(kernels)])
    client.execute()
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def register(kernels: Path) -> None:
    """Register the kernel of this interpreter in an empty folder, wherever another may be registered."""
    spec = kernels / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(
        f'{{"argv": ["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"],'
        ' "display_name": "Python 3", "language": "python"}',
        encoding="utf-8",
    )


def shown(outputs: list[Any], kind: str) -> list[Any]:
    """Give what was shown in a notebook in one form, "text/html" or "image/png"."""
    return [output.data[kind] for output in outputs if kind in output.get("data", {})]
