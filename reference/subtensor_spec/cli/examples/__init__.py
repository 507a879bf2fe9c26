"""The commands of ``subtensor-spec chain example``: a module for each example, which exports ``command``."""
