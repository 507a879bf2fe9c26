"""How the tables of the epoch's vector and matrix functions write types."""

from subtensor_conformance.functions.function import Namespace

MATH = Namespace("math", "math")
"""Production's own names. A function that changes its argument in production answers the changed argument."""

NUMBER, VECTOR, WIDE = "I32F32", "list<I32F32>", "list<I64F64>"
SPARSE, DENSE = "sparse<I32F32>", "list<list<I32F32>>"
MASK, BLOCKS = "list<bool>", "list<u64>"
