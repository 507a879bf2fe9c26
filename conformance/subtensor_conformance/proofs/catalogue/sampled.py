"""What is not proven: functions that are only held against their exact twins on random rows."""

from collections.abc import Iterator
from functools import partial

from subtensor_conformance.functions.function import BatchKernel, Function
from subtensor_conformance.proofs.proof import Proof, tested_by
from subtensor_conformance.proofs.sampled.agreement import check_agreement
from subtensor_conformance.subjects.fixed_point import functions as fixed_point
from subtensor_conformance.subjects.fixed_point import numpy_functions as fixed_point_numpy
from subtensor_conformance.subjects.transcendental import functions as transcendental
from subtensor_conformance.subjects.transcendental import numpy_functions as transcendental_numpy
from subtensor_spec.arithmetic import FORMATS

ROWS, SEED = 200, 20251214
SCOPE = f"{ROWS} rows a function, drawn with a fixed seed"
METHOD = "both paths on the same rows"

Pairs = list[tuple[Function, BatchKernel]]


def proofs() -> Iterator[Proof]:
    """Yield the tests of sums and floats, then those of the transcendental functions, by format."""
    for name in FORMATS:
        own = [function for function in fixed_point.FUNCTIONS if function.name.startswith(f"{name.lower()}.")]
        unproven = [function for function in own if _is_float(function) or function.name.endswith(".sum")]
        yield _proof(name, "sums-and-floats", [(one, fixed_point_numpy.KERNELS[one.name]) for one in unproven])
    for name in FORMATS:
        own = [function for function in transcendental.FUNCTIONS if function.name.startswith(f"{name.lower()}.")]
        yield _proof(name, "transcendental", [(one, transcendental_numpy.KERNELS[one.name]) for one in own])


def _is_float(function: Function) -> bool:
    return function.result in ("f32", "f64") or function.parameters[:1] in ((("a", "f32"),), (("a", "f64"),))


def _proof(name: str, topic: str, pairs: Pairs) -> Proof:
    functions = ", ".join(function.name.split(".")[1] for function, _ in pairs)
    return Proof(
        id=f"sampled/{name.lower()}/{topic}",
        claim=f"Both paths gave the same bits: {functions}.",
        scope=SCOPE,
        method=METHOD,
        rules=tuple(sorted({rule for function, _ in pairs for rule in function.rules})),
        check=tested_by(partial(_check, pairs)),
    )


def _check(pairs: Pairs, _seconds: float) -> None:
    check_agreement(pairs, ROWS, SEED)
