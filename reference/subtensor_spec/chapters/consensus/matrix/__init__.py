"""The vector and matrix functions that the epoch is made of, and the conversions of its numbers."""
