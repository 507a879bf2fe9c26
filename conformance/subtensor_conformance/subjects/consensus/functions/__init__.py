"""The published functions of the epoch and of its mathematics."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.functions.epoch import EPOCHS
from subtensor_conformance.subjects.consensus.functions.matrices import MATRICES
from subtensor_conformance.subjects.consensus.functions.scalars import SCALARS
from subtensor_conformance.subjects.consensus.functions.uncalled import DENSE_TWINS, UNCALLED
from subtensor_conformance.subjects.consensus.functions.vectors import VECTORS

FUNCTIONS: list[Function] = [*SCALARS, *VECTORS, *MATRICES, *UNCALLED, *DENSE_TWINS, *EPOCHS]
