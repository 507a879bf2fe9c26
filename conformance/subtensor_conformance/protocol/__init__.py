"""The wire between the runner and an implementation: JSON Lines, one request and one response at a time."""
