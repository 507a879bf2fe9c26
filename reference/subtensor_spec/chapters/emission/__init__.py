"""A block's emission: how TAO is shared among subnets, and what a share becomes in its subnet."""
