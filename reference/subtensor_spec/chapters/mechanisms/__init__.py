"""Mechanisms: several incentive mechanisms on one subnet, each with its own weights, bonds and incentives."""
