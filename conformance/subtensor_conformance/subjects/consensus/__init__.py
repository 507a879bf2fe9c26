"""Yuma consensus: whole epochs, and the mathematics that they are made of."""
