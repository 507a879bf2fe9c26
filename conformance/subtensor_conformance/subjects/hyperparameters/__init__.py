"""Hyperparameters: what the kit knows of this chapter."""
