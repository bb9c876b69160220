"""Who, to whom, on whose word."""
