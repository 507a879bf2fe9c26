"""Stake weight: what stake counts for, inherited and its own."""
