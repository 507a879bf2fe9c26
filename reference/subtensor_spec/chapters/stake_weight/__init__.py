"""Stake weight: what a hotkey's stake counts, with what parents lend it and what children borrow."""
