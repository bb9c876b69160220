"""Places: how names are spelt, the gazetteer that lists them, and what a name in a text resolves to."""
