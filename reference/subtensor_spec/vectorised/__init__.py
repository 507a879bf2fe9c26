"""The numpy path: the same rules on whole arrays, bit for bit."""
