"""The numpy path of the epoch: the whole of it, and its sigmoid of liquid alpha."""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.functions.function import BatchKernel
from subtensor_conformance.subjects.consensus.numpy_functions.math import of_numbers
from subtensor_spec.vectorised.consensus import EpochOutcome, run_epoch
from subtensor_spec.vectorised.consensus.matrix import exponential
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input


def _epochs(encode: Callable[[EpochOutcome], Any]) -> BatchKernel:
    """Return the kernel that runs each row's epoch and encodes its result."""
    return lambda rows: [encode(run_epoch(parse_epoch_input(value))) for (value,) in rows]


KERNELS: dict[str, BatchKernel] = {
    "epoch.sparse": _epochs(output_to_json),
    "epoch.persist": _epochs(persisted_to_json),
    "epoch.alpha_sigmoid": of_numbers(exponential.alpha_sigmoid),
}
"""Every kernel of this subject."""
