"""How many were killed and injured, and who they were."""
