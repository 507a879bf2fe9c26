"""Locks: alpha that a coldkey binds to a hotkey, the conviction it earns there, and what conviction decides."""
