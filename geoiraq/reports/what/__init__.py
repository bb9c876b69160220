"""What happened: event words, the clauses that tell one event, and whether it is told as a fact."""
