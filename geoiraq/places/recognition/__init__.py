"""Finding the places that a text names: words, what runs of them could be names, and what they mean there."""
