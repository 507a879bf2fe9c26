"""Random inputs, for what no proof reaches."""
