"""A folder that takes the place of another at once, or not at all."""

from __future__ import annotations

import secrets
import shutil
import time
from pathlib import Path
from typing import Any

from geoiraq.errors import GeoiraqError, OutputError

_STALE_SECONDS = 24 * 3600


class replaced:  # noqa: N801 - reads as what it gives
    """A folder is written beside its place and then moved there: it is whole, or as it was before."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._beside = place.with_name(f".adding-{secrets.token_hex(6)}")
        self._before = place.with_name(f".before-{secrets.token_hex(6)}")

    def __enter__(self) -> Path:
        _sweep(self._place.parent)
        try:
            self._beside.mkdir(parents=True)
        except OSError as error:
            raise OutputError(f"{self._place.parent}: cannot be written: {error.strerror or error}") from None
        return self._beside

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: Any) -> None:
        try:
            if kind is None:
                if self._place.exists():
                    self._place.rename(self._before)
                self._beside.rename(self._place)
        except OSError as failure:
            if self._before.exists() and not self._place.exists():
                self._before.rename(self._place)
            raise OutputError(f"{self._place}: cannot be written: {failure.strerror or failure}") from None
        finally:
            shutil.rmtree(self._beside, ignore_errors=True)
            if self._place.exists():
                shutil.rmtree(self._before, ignore_errors=True)
        if isinstance(error, OSError) and not isinstance(error, GeoiraqError):
            raise OutputError(f"{self._place}: cannot be written: {error.strerror or error}") from None


def _sweep(store: Path) -> None:
    """Clear away what runs that were killed have left."""
    for pattern in (".adding-*", ".removed-*"):
        for left in store.glob(pattern):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
