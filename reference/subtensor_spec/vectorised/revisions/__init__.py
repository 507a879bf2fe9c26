"""Emission by flow and the emission gate for all subnets at once."""
