"""Asks an implementation every selected question and judges the answers."""
