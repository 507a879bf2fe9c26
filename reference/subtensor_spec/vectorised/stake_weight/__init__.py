"""Stake weight of all hotkeys of a subnet at once."""
