"""Incidents as a figure for paper, drawn without a browser.

The way the data goes: `marks` reads the incident table, `view` lays the earth on the sheet, `stacks` finds
room for what falls together, `ground`, `areas`, `symbols`, `names` and `furniture` draw, `legend` explains, in the
words of `speech`, `sheet` puts it all in its place, and `picture` is the verb. The sheet is measured in millimetres
throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geoiraq.maps.still.picture import Still, still

__all__ = ["Still", "still"]


def __getattr__(name: str) -> Any:
    """Import what draws only when it is used."""
    if name in __all__:
        from geoiraq.maps.still import picture

        return getattr(picture, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
