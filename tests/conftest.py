"""What tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Places that whoever runs the tests has added for themselves do not count, nor are they touched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GEOIRAQ_HOME", str(tmp_path_factory.mktemp("home")))
        yield


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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let pictures be drawn anew."""
    parser.addoption(
        "--draw-references",
        action="store_true",
        help="keep the page's pictures as they are now, to be looked at",
    )
