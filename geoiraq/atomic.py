"""A file is written beside its place and then moved there: it is whole, or it is as it was before."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geoiraq.errors import OutputError


@contextmanager
def write_beside(path: str | Path) -> Iterator[Path]:
    """Give a file's stand-in to write to, which takes the file's place when all went well.

    Parameters
    ----------
    path
        Where the file is wanted. A link is followed, an existing file replaced.

    Yields
    ------
    Path
        A name in the same folder, with the same ending, at which there is no file yet.

    Raises
    ------
    OutputError
        Where it cannot be written there; its text names path and reason, and nothing was left behind.

    Examples
    --------
    >>> with write_beside("map.html") as beside:  # doctest: +SKIP
    ...     beside.write_text("<!doctype html>")
    """
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise OutputError(f"{path}: cannot be written: it is a folder")
    if not place.parent.is_dir():
        raise OutputError(f"{path}: cannot be written: there is no folder {Path(path).parent}")
    beside = place.with_name(f".geoiraq-{secrets.token_hex(6)}{place.suffix}")
    try:
        beside.touch()  # what cannot be written is found out here, and said plainly
        beside.unlink()
        yield beside
        beside.replace(place)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
