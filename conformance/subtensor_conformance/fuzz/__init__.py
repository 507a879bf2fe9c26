"""Differential fuzzing: drawn inputs, an implementation's answers against the exact path's, and a vector of what differs."""
