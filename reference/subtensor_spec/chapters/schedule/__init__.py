"""When a subnet's epoch runs."""
