"""Chains that tell a story: who acts in it, what they do, and what becomes of it."""
