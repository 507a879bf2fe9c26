"""Mutants: deliberate faults of the exact path, one at a time, and the published vectors that notice each of them."""
