"""A person's corrections: written as a table, changed in a spreadsheet or on a map, applied on every next run."""
