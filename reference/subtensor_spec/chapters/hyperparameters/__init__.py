"""Hyperparameters: what can be set, by whom, within which bounds, and how often."""
