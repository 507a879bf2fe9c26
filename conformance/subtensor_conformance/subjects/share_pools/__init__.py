"""Share pools: what a key is worth."""
