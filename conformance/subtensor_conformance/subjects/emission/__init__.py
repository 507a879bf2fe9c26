"""Emission: averages of prices, shares of subnets, and what a block adds to each."""
