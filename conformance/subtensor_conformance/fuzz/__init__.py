"""Differential fuzzing: inputs are drawn, answers held against the exact path's, and what differs becomes a vector."""
