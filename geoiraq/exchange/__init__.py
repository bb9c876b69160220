"""Incident tables out to files and back in: GeoJSON, GeoParquet, GPKG, CSV and KML."""

from geoiraq.exchange.read import is_incident_file, read_incidents
from geoiraq.exchange.write import write_incidents, write_parts

__all__ = ["is_incident_file", "read_incidents", "write_incidents", "write_parts"]
