"""Fixed-point numbers: every operation of the seven formats."""
