"""Running proofs one after another within a budget of time."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from subtensor_conformance.proofs.proof import Outcome, Proof, Verdict


@dataclass(frozen=True)
class Finding:
    """A proof, what came of it, and how long that took."""

    proof: Proof
    outcome: Outcome
    seconds: float


def run_proofs(
    proofs: Iterable[Proof], budget: float, before: Callable[[Proof], None] = lambda _proof: None
) -> list[Finding]:
    """Run the proofs; those for which no time is left are undecided. ``before`` is told of each as it begins."""
    deadline = time.monotonic() + budget
    findings = []
    for proof in proofs:
        before(proof)
        started = time.monotonic()
        if started < deadline:
            outcome = proof.check(deadline - started)
        else:
            outcome = Outcome(Verdict.UNDECIDED, "the budget of time was used up before it began")
        findings.append(Finding(proof, outcome, time.monotonic() - started))
    return findings
