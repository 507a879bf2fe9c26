"""What a run found, for people, for CI systems, and for the next program."""
