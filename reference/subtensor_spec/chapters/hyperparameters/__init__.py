"""Hyperparameters: who may change them, how often, and within which bounds."""
