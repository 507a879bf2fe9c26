"""Locks and conviction: what the kit knows of this chapter."""
