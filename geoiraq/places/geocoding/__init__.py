"""The gazetteer as a geocoder: places by point, points by name, and geocoders on the network where asked for."""
