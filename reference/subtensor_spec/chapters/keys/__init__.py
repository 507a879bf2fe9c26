"""Keys: how a hotkey or a coldkey is replaced by another, with all that it has."""
