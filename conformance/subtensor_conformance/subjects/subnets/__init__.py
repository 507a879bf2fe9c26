"""Subnets: what a new one costs, and which goes for it."""
