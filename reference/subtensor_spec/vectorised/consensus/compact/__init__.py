"""Consensus and bonds of ordinary inputs, on a table of the uids that set weights or hold bonds by all neurons.

Ordinary means: no row names a uid twice, and under liquid alpha rows are sorted; stake shares are proportions; and the
table is not much larger than what is stored. :func:`run.agree` says when an input is not ordinary, and the sparse rows
of :mod:`..general` take over.
"""

from subtensor_spec.vectorised.consensus.compact.run import agree

__all__ = ["agree"]
