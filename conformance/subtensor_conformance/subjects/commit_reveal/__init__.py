"""Commit and reveal: what the kit knows of this chapter."""
