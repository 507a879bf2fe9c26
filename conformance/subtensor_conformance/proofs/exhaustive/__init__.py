"""Kernels run at a smaller width, on every input there is."""
