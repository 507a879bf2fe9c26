"""Operations on arrays of the seven formats against their exact twins."""

from collections.abc import Iterator
from functools import partial

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.numpy_rows import ArrayKernel
from subtensor_conformance.proofs.proof import Proof, shown_by
from subtensor_conformance.proofs.symbolic.agreement import prove_agreement
from subtensor_conformance.subjects.fixed_point import functions as fixed_point
from subtensor_conformance.subjects.fixed_point import numpy_functions as fixed_point_numpy
from subtensor_spec.arithmetic import FORMATS

TOPICS: dict[str, tuple[str, ...]] = {
    "sums": ("add", "sub", "neg", "abs", "abs_diff"),
    "products": ("mul",),
    "quotients": ("div", "div_or", "rem"),
    "order": ("min", "max", "min_value", "max_value"),
    "rounding": ("int", "frac", "floor", "ceil", "round"),
}
"""What the last word or words of a function's name put it under; all others are conversions."""

QUICK = {
    "products": tuple(FORMATS),
    "quotients": ("I32F32", "U64F64"),
    "sums": ("I32F32",),
    "order": ("I32F32", "U64F64"),
    "rounding": ("I32F32", "U110F18"),
    "conversions": ("I32F32", "U64F64"),
}
"""The tests run these: the formats share all code but the number of limbs, the sign, and where the point stands."""

METHOD = "array kernel and exact path run on the same bit-vectors; z3"

Pairs = list[tuple[Function, ArrayKernel]]


def proofs() -> Iterator[Proof]:
    """Yield one proof for each format and topic."""
    for name in FORMATS:
        for topic, pairs in _by_topic(name).items():
            functions = [function.name.split(".")[1] for function, _ in pairs]
            rules = tuple(sorted({rule for function, _ in pairs for rule in function.rules}))
            yield Proof(
                id=f"paths/{name.lower()}/{topic}",
                claim=f"Both paths give the same bits: {', '.join(functions)}.",
                scope=f"all numbers of {name}" + _given(topic),
                method=METHOD,
                rules=rules,
                check=shown_by(partial(_check, pairs)),
                quick=name in QUICK[topic],
            )


def _given(topic: str) -> str:
    shown = {"products": "; the product as shown of limbs", "quotients": "; the quotient as shown of limbs"}
    return shown.get(topic, "")


def _by_topic(name: str) -> dict[str, Pairs]:
    """Return the functions of a format with their kernels, by topic; without floats and sums of lists."""
    topics: dict[str, Pairs] = {}
    for function in fixed_point.FUNCTIONS:
        kernel = fixed_point_numpy.KERNELS.get(function.name)
        if function.name.startswith(f"{name.lower()}.") and isinstance(kernel, ArrayKernel):
            topics.setdefault(_topic(function.name), []).append((function, kernel))
    return topics


def _topic(name: str) -> str:
    operation = name.split(".")[1]
    for topic, operations in TOPICS.items():
        if any(operation == plain or operation.endswith(f"_{plain}") for plain in operations):
            return topic
    return "conversions"


def _check(pairs: Pairs, seconds: float) -> None:
    for function, kernel in pairs:
        prove_agreement(function, kernel, seconds)
