"""The benchmarks time the same work on both paths."""

import pytest

from subtensor_spec.bench.call_families import CallFamily, call_families


@pytest.mark.parametrize("family", call_families(subnets=12, hotkeys=20), ids=lambda family: family.name)
def test_both_paths_of_a_family_give_the_same(family: CallFamily) -> None:
    """Otherwise their times could not be compared."""
    assert [int(value) for value in family.run(family.prepare())] == family.exact()
