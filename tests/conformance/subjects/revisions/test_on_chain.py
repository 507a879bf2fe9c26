"""Vectors that the main network answered: what they hold stands in raw storage, and both paths give it."""

from typing import Any

import pytest

from subtensor_conformance.authoring.on_chain import EVIDENCE, chain_groups, chain_rows
from subtensor_conformance.authoring.paths import Paths
from subtensor_conformance.functions import all_functions
from subtensor_conformance.subjects.swap.on_chain import quotes
from subtensor_conformance.vectors.case import Selection
from subtensor_conformance.vectors.load import iter_cases

NAMES = sorted(chain_rows())


@pytest.fixture(scope="module")
def published() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for case in iter_cases(Selection(tier="stress", kinds=("arith",), revision="")):
        if case.evidence == EVIDENCE:
            found.setdefault(case.function, []).append(case)
    return found


def test_every_table_of_real_rows_is_published_and_nothing_else(published: dict[str, list[Any]]) -> None:
    assert sorted(published) == NAMES
    assert sum(map(len, published.values())) > 400


@pytest.mark.parametrize("name", NAMES)
def test_published_rows_are_those_of_the_files(published: dict[str, list[Any]], name: str) -> None:
    rows = {slug: row for _, members, _ in chain_groups(all_functions()[name]) for slug, row in members.items()}
    held = {case.id.rpartition("/")[2]: (tuple(case.input), case.expected) for case in published[name]}
    assert held == {slug: (row.arguments, row.outcome) for slug, row in rows.items()}


@pytest.mark.parametrize("name", NAMES)
def test_block_hash_and_runtime_are_said(name: str) -> None:
    for given in chain_rows()[name]:
        assert "Block " in given.provenance
        assert "0x" in given.provenance
        assert "spec_version" in given.provenance


@pytest.mark.parametrize("name", NAMES)
def test_the_paths_give_what_the_chain_has(name: str) -> None:
    function = all_functions()[name]
    rows = [row for _, members, _ in chain_groups(function) for row in members.values()]
    assert list(Paths().disagreements(function, rows)) == []


def test_every_quote_of_a_block_has_the_fee_of_the_rule() -> None:
    """Eighteen quotes: three pools are asked the same three amounts of TAO, and each three of its own alpha."""
    fee = all_functions()["swap.fee_of_amount"].exact
    asked = list(quotes())
    assert len(asked) == 18
    assert [fee(33, 1, amount, False) for _netuid, _offered, amount, _fee in asked] == [quote[3] for quote in asked]
