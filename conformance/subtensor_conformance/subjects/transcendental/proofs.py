"""The transcendental functions, which no proof reaches."""

from collections.abc import Iterator

from subtensor_conformance.proofs.proof import Proof
from subtensor_conformance.proofs.sampled.by_format import sampled
from subtensor_conformance.subjects.transcendental.functions import FUNCTIONS
from subtensor_conformance.subjects.transcendental.numpy_functions import KERNELS
from subtensor_spec.arithmetic import FORMATS


def proofs() -> Iterator[Proof]:
    """Yield one test for each format."""
    for name in FORMATS:
        yield sampled(name, "transcendental", FUNCTIONS, KERNELS)
