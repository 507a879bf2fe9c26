"""Weights: what the kit knows of this chapter."""
