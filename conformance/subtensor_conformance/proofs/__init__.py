"""Formal checks of the arithmetic: what the exact path returns, and that the numpy path returns the same."""
