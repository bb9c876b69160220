"""Scripts that measure what the project claims; each prints the figures it is quoted for."""
