"""Proofs that the numpy path of all seven formats returns what the exact path returns."""
