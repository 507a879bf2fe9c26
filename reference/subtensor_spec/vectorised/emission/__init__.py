"""A block's emission for all subnets at once."""
