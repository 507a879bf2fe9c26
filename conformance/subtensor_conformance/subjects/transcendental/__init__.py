"""Transcendental functions of the fixed-point formats."""
