"""Incidents: reports in, incidents out, merged and laid out as the incident table."""
