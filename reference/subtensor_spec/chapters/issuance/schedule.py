"""The steps of the emission curve: where each begins, to the rao, and what it pays."""

from dataclasses import dataclass
from functools import cache

from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY, halved_emission
from subtensor_spec.rules import SUBTENSOR, remembers, rule

BLOCKS_PER_DAY = 7_200
"""Blocks of twelve seconds in a day."""

LAST_HALVING = 30
"""The halving that leaves less than one rao, which is nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the curve with one emission.

    ``halvings`` have happened in it; it begins at ``first_issuance`` and pays ``emission`` a block, all in rao.
    """

    halvings: int
    first_issuance: int
    emission: int

    @property
    def emission_per_day(self) -> int:
        """Rao emitted in a day of 7 200 blocks."""
        return self.emission * BLOCKS_PER_DAY


@rule(
    "ISS-steps/threshold",
    SUBTENSOR("pallets/subtensor/src/coinbase/block_emission.rs", "get_block_emission_for_issuance"),
)
def first_issuance(halvings: int) -> int:
    """A halving falls at the first issuance that is not below ``21e15 · (1 - 2**-halvings)``, to the rao.

    That is 10.5, 15.75, 18.375 … million TAO; up to the fifteenth it is a whole number of rao.
    """
    return TOTAL_SUPPLY - (TOTAL_SUPPLY >> halvings)


@cache
def steps() -> tuple[Step, ...]:
    """Return every step, from the first block's emission to the step that pays nothing."""
    return tuple(
        Step(halvings, first_issuance(halvings), halved_emission(halvings)) for halvings in range(LAST_HALVING + 1)
    )


remembers(steps.cache_clear)


def step_at(issuance: int) -> Step:
    """Return the step that an issuance in rao lies in."""
    return max((step for step in steps() if step.first_issuance <= issuance), key=lambda step: step.halvings)
