"""Serving: what the kit knows of this chapter."""
