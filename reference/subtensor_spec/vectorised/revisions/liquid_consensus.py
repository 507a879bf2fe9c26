"""By which consensus liquid alpha goes from ``r446`` on; consensus in raw bits of I32F32, by uid."""

from collections.abc import Sequence

from subtensor_spec.vectorised.consensus.inputs import of_neurons
from subtensor_spec.vectorised.consensus.matrix.conversions import U16_MAX, from_u16_proportion
from subtensor_spec.vectorised.words.arrays import Int64Array

_PREVIOUS, _AUTO = 1, 2


def taken(mode: int, bonds_penalty: int, stored: Sequence[int], found: Int64Array) -> Int64Array:
    """Return the stored consensus, in parts of 65535, where the mode means it and there is one; else the one found."""
    previous = mode == _PREVIOUS or (mode == _AUTO and bonds_penalty == U16_MAX)
    return from_u16_proportion(of_neurons(stored, found.size)) if previous and len(stored) else found
