"""What is not proven: the functions of a format that are only held against their exact twins on random rows."""

from collections.abc import Iterable, Mapping
from functools import partial

from subtensor_conformance.functions.function import BatchKernel, Function
from subtensor_conformance.proofs.proof import Proof, tested_by
from subtensor_conformance.proofs.sampled.agreement import check_agreement

ROWS, SEED = 200, 20251214
SCOPE = f"{ROWS} rows a function, drawn with a fixed seed"
METHOD = "both paths on the same rows"

Pairs = list[tuple[Function, BatchKernel]]


def sampled(name: str, topic: str, functions: Iterable[Function], kernels: Mapping[str, BatchKernel]) -> Proof:
    """Return the test of those functions that belong to the format of a name."""
    pairs = [(one, kernels[one.name]) for one in functions if one.name.startswith(f"{name.lower()}.")]
    names = ", ".join(function.name.split(".")[1] for function, _ in pairs)
    return Proof(
        id=f"sampled/{name.lower()}/{topic}",
        claim=f"Both paths gave the same bits: {names}.",
        scope=SCOPE,
        method=METHOD,
        rules=tuple(sorted({rule for function, _ in pairs for rule in function.rules})),
        check=tested_by(partial(_check, pairs)),
    )


def _check(pairs: Pairs, _seconds: float) -> None:
    check_agreement(pairs, ROWS, SEED)
