"""The numpy path of the epoch: the whole of it, and its sigmoid of liquid alpha."""

from collections.abc import Callable, Sequence
from typing import Any

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_spec.consensus import output_to_json, parse_epoch_input, persisted_to_json
from subtensor_spec.vectorised.arrays import as_int64
from subtensor_spec.vectorised.epoch import EpochOutcome, run_epoch
from subtensor_spec.vectorised.math import exponential


def _epochs(encode: Callable[[EpochOutcome], Any]) -> BatchKernel:
    """Return the kernel that runs each row's epoch and encodes its result."""
    return lambda rows: [encode(run_epoch(parse_epoch_input(value))) for (value,) in rows]


def _alpha_sigmoid(rows: Sequence[tuple[int, ...]]) -> list[Outcome]:
    return exponential.alpha_sigmoid(*(as_int64(column) for column in zip(*rows, strict=True))).tolist()


KERNELS: dict[str, BatchKernel] = {
    "epoch.sparse": _epochs(output_to_json),
    "epoch.persist": _epochs(persisted_to_json),
    "epoch.alpha_sigmoid": _alpha_sigmoid,
}
"""Every kernel of this subject."""
