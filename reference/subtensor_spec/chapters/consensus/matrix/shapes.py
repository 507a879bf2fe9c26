"""The shapes that the epoch computes with.

A vector holds one number per uid, in order of uid. A sparse matrix holds one row per uid; a row is a list of
``(column, value)`` entries in stored order, which need not be sorted and may name a column twice or beyond the
subnet's size. A column that a row does not name counts as zero wherever a rule reads it.
"""

from collections.abc import Sequence

from subtensor_spec.arithmetic import I32F32

Vector = Sequence[I32F32]
SparseRow = Sequence[tuple[int, I32F32]]
SparseMatrix = Sequence[SparseRow]
DenseMatrix = Sequence[Vector]

Sparse = list[list[tuple[int, I32F32]]]
Dense = list[list[I32F32]]
"""What a rule returns: fresh lists, so that no argument is ever changed."""

ZERO = I32F32.ZERO
ONE = I32F32.ONE
