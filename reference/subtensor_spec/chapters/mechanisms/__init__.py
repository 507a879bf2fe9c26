"""Mechanisms: several epochs in one subnet, each with its own weights, bonds and incentives."""
