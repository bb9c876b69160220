"""Where: of the places that a text names, those at which an event took place."""
