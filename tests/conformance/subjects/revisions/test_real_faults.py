"""Faults planted against real blocks: the published table is what planting them gives."""

import json
from pathlib import Path

import pytest

from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.subjects.revisions.real.faults import table
from subtensor_conformance.subjects.revisions.real.planted import FAULTS

TABLE = json.loads((Path(__file__).parents[4] / "docs" / "data" / "real-blocks.json").read_text())["faults"]
ROWS = {row["name"]: row for row in TABLE}
SAMPLED = ["shares-burn-ignored", "cap-of-all-alpha", "price-average-rounded", "shares-without-fallback"]


def test_no_name_is_used_twice() -> None:
    names = [*all_mutants(), *(fault.name for fault in FAULTS)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("fault", [*FAULTS, *(all_mutants()[name] for name in SAMPLED)], ids=lambda fault: fault.name)
def test_the_table_says_what_planting_a_fault_gives(fault: Mutant) -> None:
    assert table([fault]) == [ROWS[fault.name]]


def test_real_blocks_tell_the_order_of_purchase_and_liquidity_and_the_rounding_of_the_average() -> None:
    noticed = {name: row["noticed_by"] for name, row in ROWS.items()}
    assert noticed["liquidity-before-purchase"] == ["AMM-weights/added-liquidity Swap.SwapBalancer"]
    assert noticed["average-of-price-rounded-up"] == ["EMI-price/update SubtensorModule.SubnetMovingPrice"]
    assert noticed["gate-with-the-old-bar"]
    assert not noticed["gate-without-normalising"], "enabled shares are divided by their sum afterwards"
