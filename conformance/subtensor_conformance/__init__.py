"""What checks an implementation of Bittensor's consensus, in any language."""
