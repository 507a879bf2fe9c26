"""What a subnet's share becomes: TAO and alpha for its pool, alpha for its participants, and TAO that buys alpha."""
