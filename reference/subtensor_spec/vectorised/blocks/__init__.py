"""Whole blocks of a whole network on columns: what all subnets hold side by side, written back when somebody looks.

A :class:`~subtensor_spec.vectorised.blocks.network.Network` takes over a state. A block computes on columns only what
it touches; what columns cannot follow goes through the exact path on the state itself.
"""
