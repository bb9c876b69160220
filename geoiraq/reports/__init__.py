"""Reports: one document in, what it reports out, each report with its evidence."""
