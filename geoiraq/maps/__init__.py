"""Incidents on a map: one self-contained, escaped, reproducible page.

The way the data goes: `columns` and `cells` read the user's table, `incidents` and `reports` lay it out, `bases`
and `basemap` bring the context, `block` seals all of it as one block of data, `page` is the folium.Map that
carries it, and `draw` is the verb. What happens in the browser is in `web/`, in TypeScript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geoiraq.maps.draw import incident_map
    from geoiraq.maps.page import IncidentMap

__all__ = ["IncidentMap", "incident_map"]


def __getattr__(name: str) -> Any:
    """Import what is geographic only when it is used."""
    if name == "incident_map":
        from geoiraq.maps.draw import incident_map

        return incident_map
    if name == "IncidentMap":
        from geoiraq.maps.page import IncidentMap

        return IncidentMap
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
