"""A block's emission: how TAO is shared among subnets, and how an epoch's alpha reaches hotkeys."""
