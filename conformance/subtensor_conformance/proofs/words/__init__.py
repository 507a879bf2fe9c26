"""Proofs about the kernels of the epoch, which hold an I32F32 in one word."""
