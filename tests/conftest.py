"""What tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout's root."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real documents and gold beside the checkout; the tests that read them skip where they are absent."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "documents").is_dir():
        pytest.skip("the shared documents are not beside this checkout")
    return folder
