"""What to ask: hypothesis strategies for every type, every function and whole epochs, heavy on edges and ties.

A strategy draws JSON as vectors write it. What is drawn depends only on the seed, the version of this package and that
of hypothesis.
"""
