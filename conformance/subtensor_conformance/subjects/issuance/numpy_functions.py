"""The numpy path of chapter 6: emission for whole arrays of issuances."""

from collections.abc import Callable, Sequence

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_spec.vectorised.issuance import alpha_issuances, block_emissions, stored_emissions
from subtensor_spec.vectorised.words.arrays import UInt64Array, as_uint64


def _on_u64(compute: Callable[..., UInt64Array]) -> BatchKernel:
    """Return the kernel of an operation on columns of u64."""

    def kernel(rows: Sequence[tuple[int, ...]]) -> list[Outcome]:
        columns = [as_uint64(column) for column in zip(*rows, strict=True)]
        return np.asarray(compute(*columns)).tolist() if columns else []

    return kernel


KERNELS: dict[str, BatchKernel] = {
    "emission.block_emission_for_issuance": _on_u64(block_emissions),
    "emission.alpha_issuance": _on_u64(alpha_issuances),
    "emission.block_emission_item": _on_u64(stored_emissions),
}
"""Every kernel of this subject."""
