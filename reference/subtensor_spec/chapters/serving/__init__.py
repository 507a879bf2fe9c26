"""Serving: where neurons can be reached, and what accounts and subnets say of themselves."""
