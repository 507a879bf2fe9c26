"""Voting power: each validator's stake in a subnet, averaged over epochs, for the subnets that ask for it."""
