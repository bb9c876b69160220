"""Incidents on a map: one self-contained, escaped, reproducible page.

The way the data goes: `columns` and `cells` read the user's table, `incidents` and `reports` lay it out, `bases`
and `basemap` bring the context, `block` seals all of it as one block of data, `draw` puts them together. `page` is the
document that carries it, `folium_map` is that page as a folium.Map: the verb. What happens in the browser is in `web/`,
in TypeScript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geoiraq.maps.folium_map import IncidentMap, incident_map

__all__ = ["IncidentMap", "incident_map"]


def __getattr__(name: str) -> Any:
    """Import what is geographic only when it is used."""
    if name == "incident_map":
        from geoiraq.maps.folium_map import incident_map

        return incident_map
    if name == "IncidentMap":
        from geoiraq.maps.folium_map import IncidentMap

        return IncidentMap
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
