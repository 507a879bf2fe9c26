"""The averages that follow a subnet's price."""
