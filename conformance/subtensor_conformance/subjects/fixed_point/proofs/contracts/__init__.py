"""Contracts on the exact path, by CrossHair."""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from subtensor_conformance.proofs import crosshair
from subtensor_conformance.proofs.proof import Outcome, Proof, Verdict
from subtensor_conformance.subjects.fixed_point.proofs.contracts import laws, overflow, rounding
from subtensor_conformance.subjects.fixed_point.proofs.contracts.about import BOUNDS, RULES


def proofs() -> Iterator[Proof]:
    """Yield one proof for each contract."""
    for module in (rounding, overflow, laws):
        for name, rules in RULES.items():
            home, _, function = name.rpartition(".")
            if home == module.__name__:
                yield _proof(name, getattr(module, function), rules)


def _proof(name: str, contract: Callable[..., Any], rules: tuple[str, ...]) -> Proof:
    claim, *conditions = inspect.cleandoc(contract.__doc__ or "").split("\n")
    scope = [line.removeprefix("pre: ") for line in conditions if line.startswith("pre: ")]
    topic = name.split(".")[-2]
    return Proof(
        id=f"contract/{topic}/{contract.__name__.replace('_', '-')}",
        claim=claim,
        scope=" and ".join(scope),
        method="CrossHair on the exact path",
        rules=rules,
        check=partial(_check, contract, BOUNDS.get(name, "")),
    )


def _check(contract: Callable[..., Any], argument: str, seconds: float) -> Outcome:
    outcome = crosshair.check(contract, seconds)
    if outcome.verdict is Verdict.PROVEN and argument:
        return Outcome(Verdict.BOUNDED, argument)
    return outcome
