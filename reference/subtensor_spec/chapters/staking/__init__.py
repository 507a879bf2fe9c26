"""Staking: who owns a hotkey, how stake is bought, sold, moved, recycled and burned."""
