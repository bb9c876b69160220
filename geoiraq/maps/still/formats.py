"""The files that a figure can be written to."""

from __future__ import annotations

from typing import Any

from geoiraq import __version__

#: What a file of each kind says of itself; no day and no time, so that the same incidents give the same bytes.
METADATA: dict[str, dict[str, Any]] = {
    ".png": {"Title": "", "Description": "", "Software": f"geoiraq {__version__}"},
    ".svg": {"Title": "", "Description": "", "Creator": f"geoiraq {__version__}", "Date": None},
    ".pdf": {"Title": "", "Subject": "", "Creator": f"geoiraq {__version__}", "CreationDate": None},
}
FORMATS = tuple(METADATA)
