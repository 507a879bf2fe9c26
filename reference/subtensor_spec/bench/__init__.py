"""What the bench times, on both paths, in a unit that holds on any machine."""
