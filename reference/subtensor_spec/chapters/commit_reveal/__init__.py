"""Commit–reveal: weights committed in one epoch and known in a later one, so that nobody copies them."""
