"""Blocks and calls."""
