"""The vector and matrix functions of the epoch on whole arrays, for values and shapes of any kind."""
