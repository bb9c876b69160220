"""The scripts that measure still fit the code that they measure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = sorted(
    file.stem
    for file in (Path(__file__).parent.parent / "benchmarks").glob("*.py")
    if file.stem != "__init__"
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_can_be_imported(repository, script):
    code = f"import benchmarks.{script}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
