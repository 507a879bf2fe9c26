"""Sums of lists and floats, which no proof reaches."""

from collections.abc import Iterator

from subtensor_conformance.functions.function import Function
from subtensor_conformance.proofs.proof import Proof
from subtensor_conformance.proofs.sampled.by_format import sampled
from subtensor_conformance.subjects.fixed_point.functions import FUNCTIONS
from subtensor_conformance.subjects.fixed_point.numpy_functions import KERNELS
from subtensor_spec.arithmetic import FORMATS


def proofs() -> Iterator[Proof]:
    """Yield one test for each format."""
    unproven = [function for function in FUNCTIONS if _is_float(function) or function.name.endswith(".sum")]
    for name in FORMATS:
        yield sampled(name, "sums-and-floats", unproven, KERNELS)


def _is_float(function: Function) -> bool:
    return function.result in ("f32", "f64") or function.parameters[:1] in ((("a", "f32"),), (("a", "f64"),))
