"""What is shown of fixed-point arithmetic and of its kernels, in the order in which a reader wants it."""

from collections.abc import Iterator

from subtensor_conformance.proofs.proof import Proof
from subtensor_conformance.subjects.fixed_point.proofs import contracts, limbs, paths, sampled, small, words


def proofs() -> Iterator[Proof]:
    """Yield every proof."""
    for section in (contracts, limbs, paths, words, small, sampled):
        yield from section.proofs()
