"""A runtime's metadata: what it stores, which calls it takes, and how that compares with this specification."""
