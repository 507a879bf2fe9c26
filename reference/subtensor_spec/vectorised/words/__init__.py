"""Fixed-point numbers in machine words: the arithmetic of the numpy path, which knows nothing of a chain."""
