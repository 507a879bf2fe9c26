"""What a group says that it catches is planted, and that very group notices it."""

from functools import cache

import pytest

from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.hunt import answered_wrongly
from subtensor_conformance.mutants.planting import planted
from subtensor_conformance.vectors.case import Case, Selection
from subtensor_conformance.vectors.load import iter_cases
from subtensor_spec.catalogue import complete_registry

BOUND = {name: mutant for name, mutant in all_mutants().items() if mutant.group}

NAMED = {
    "tao-of-2-to-63-wraps",
    "stake-sum-saturates",
    "stake-sum-of-zero-gives-zero-shares",
    "epoch-index-wraps",
    "bonds-first-block-wraps",
    "sigmoid-negation-wraps",
    "perquintill-above-the-whole-wraps",
}
"""Faults at the ends of ranges that no vector had noticed before these groups were made."""


@cache
def cases_of(group: str) -> tuple[Case, ...]:
    return tuple(iter_cases(Selection(tier="stress", ids=(group, f"{group}/*"))))


def test_the_faults_at_the_ends_of_ranges_are_bound_to_their_groups() -> None:
    """Each has the group that was made for it, and the group says what it catches."""
    assert set(BOUND) >= NAMED
    for mutant in BOUND.values():
        assert cases_of(mutant.group), mutant.group
        assert all(case.catches for case in cases_of(mutant.group))


@pytest.mark.parametrize("name", BOUND)
def test_a_groups_own_fault_fails_that_group(name: str) -> None:
    """Another group may notice it too; that does not excuse this one."""
    complete_registry()
    cases = cases_of(BOUND[name].group)
    assert not any(answered_wrongly(case) for case in cases)
    with planted(BOUND[name]):
        assert any(answered_wrongly(case) for case in cases)
