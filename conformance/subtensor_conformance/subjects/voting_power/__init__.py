"""Voting power."""
