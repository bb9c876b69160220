"""Where the user's own places are kept; beside `own`, which most runs do not need."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: Says of each file that was added whence it came.
ABOUT = "about.json"


def home() -> Path:
    """Give the folder in which the user's own places are kept.

    Returns
    -------
    Path
        `$GEOIRAQ_HOME`, or where programs keep a user's data on this system; it need not exist.
    """
    if chosen := os.environ.get("GEOIRAQ_HOME"):
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "geoiraq"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "geoiraq"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "geoiraq"


def places_folder(folder: str | Path | None = None) -> Path:
    """Give the folder of the files added.

    Parameters
    ----------
    folder
        Where they are kept; `home()` if None.

    Returns
    -------
    Path
        It need not exist.
    """
    return (home() if folder is None else Path(folder)) / "places"


def kept_files(folder: str | Path | None = None) -> list[Path]:
    """List what is said about each file added.

    Parameters
    ----------
    folder
        Where they are kept; `home()` if None.

    Returns
    -------
    list of Path
        In no order.
    """
    return list(places_folder(folder).glob(f"[!.]*/{ABOUT}"))
