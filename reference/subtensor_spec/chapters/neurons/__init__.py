"""Neurons: the places of a subnet, who holds them, what a place costs, and who loses it when all are taken."""
