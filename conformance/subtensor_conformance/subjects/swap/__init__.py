"""Swap: the weighted pool, and orders on it."""
