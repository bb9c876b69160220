"""Text: its parts, and the phrases of the vocabulary in it."""
