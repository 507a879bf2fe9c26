"""What a stake is worth: share pools and stake weight."""
