"""How a block's TAO is shared among subnets."""
