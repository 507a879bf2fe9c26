"""The emission gate: its bar, what passes, and when the bar is set."""

import pytest
from tests.reference.hand_made import Subnet, state_of

from subtensor_spec.arithmetic import I96F32, U64F64, U96F32
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.revisions import EmissionBarQuantile, EmissionBarRank, EmissionGateBar
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import BlockNumber, NetUid
from subtensor_spec.chapters.emission.block_emission import get_subnet_block_emissions
from subtensor_spec.chapters.revisions.gate import (
    GATE,
    apply_emission_gate,
    bar_of_rank,
    maybe_update_emission_gate_bar,
    passed_by_gate,
    quantile_bar,
    rank_bar,
)

ONE = U64F64.ONE


def parts(*percent: int) -> list[U64F64]:
    """Shares in hundredths."""
    return [U64F64.from_bits(ONE.bits * each // 100) for each in percent]


def by_netuid(shares: list[U64F64]) -> dict[NetUid, U64F64]:
    return {NetUid(number): share for number, share in enumerate(shares, start=1)}


@pytest.fixture
def state() -> State:
    state = State(revision=revision("r441"))
    Number.put(state, BlockNumber(720))
    return state


def test_the_bar_of_a_quantile_is_the_share_that_reaches_it() -> None:
    shares = parts(10, 40, 30, 20)
    assert [quantile_bar(shares, quantile) for quantile in parts(0, 40, 41, 69, 71)] == parts(40, 40, 30, 30, 20)


def test_a_quantile_out_of_reach_gives_the_least_share_be_it_zero() -> None:
    assert quantile_bar(parts(10, 0, 20), ONE) == U64F64.ZERO
    assert quantile_bar(parts(10, 20), ONE) == parts(10)[0]
    assert quantile_bar([], ONE) == U64F64.ZERO


def test_the_bar_of_a_rank_counts_shares_above_zero() -> None:
    shares = parts(0, 40, 0, 30, 20)
    assert [rank_bar(shares, rank) for rank in (1, 2, 3, 4)] == parts(40, 30, 20, 20)
    assert rank_bar(parts(0, 0), 1) == U64F64.ZERO


def test_a_rank_of_zero_leaves_it_to_the_quantile(state: State) -> None:
    EmissionBarRank.put(state, 2)
    EmissionBarQuantile.put(state, parts(99)[0])
    assert bar_of_rank(state, parts(50, 30, 20)) == parts(30)[0]
    EmissionBarRank.put(state, 0)
    assert bar_of_rank(state, parts(50, 30, 20)) == parts(20)[0]


@pytest.mark.parametrize(("block", "before", "after"), [(720, 7, 30), (719, 7, 7), (721, 7, 7), (721, 0, 30)])
def test_the_bar_is_set_every_360_blocks_or_while_it_is_zero(state: State, block: int, before: int, after: int) -> None:
    Number.put(state, BlockNumber(block))
    EmissionBarRank.put(state, 2)
    EmissionGateBar.put(state, parts(before)[0])
    maybe_update_emission_gate_bar(state, by_netuid(parts(30, 70)))
    assert EmissionGateBar.get(state) == parts(after)[0]


def test_a_bar_of_zero_is_not_stored(state: State) -> None:
    EmissionGateBar.put(state, parts(7)[0])
    maybe_update_emission_gate_bar(state, by_netuid(parts(0, 0)))
    assert EmissionGateBar.get(state) == parts(7)[0]


def test_a_share_at_the_bar_passes_by_half_a_greater_one_nearly_whole() -> None:
    three = U64F64.saturating_from_num(3)
    at, above, below = (passed_by_gate(share, parts(1)[0], three) for share in parts(1, 10, 0))
    assert abs(at.bits * 2 - parts(1)[0].bits) < ONE.bits // 10**8
    assert parts(10)[0].bits * 998 // 1000 < above.bits < parts(10)[0].bits
    assert below == U64F64.ZERO


def test_a_share_more_than_a_thousand_times_the_bar_passes_not_at_all() -> None:
    """The power of the ratio is too small for an I32F32, and fails as one too great does."""
    three = U64F64.saturating_from_num(3)
    bar = U64F64.from_bits(ONE.bits // 2_000)
    assert passed_by_gate(U64F64.from_bits(ONE.bits // 2), bar, three).bits > ONE.bits // 3
    assert passed_by_gate(U64F64.from_bits(ONE.bits - 1), bar, three).bits < ONE.bits // 10**9


def test_a_ratio_that_does_not_fit_passes_whole() -> None:
    """Only a bar of exactly one over the least share there is comes to that."""
    least = U64F64.from_bits(1)
    assert passed_by_gate(least, ONE, U64F64.saturating_from_num(3)) == least
    assert passed_by_gate(U64F64.from_bits(2), ONE, U64F64.saturating_from_num(3)) == U64F64.ZERO


def test_what_passes_is_brought_back_to_a_sum_of_one() -> None:
    """At a ratio of one to two the shares end as one to nine."""
    shares = by_netuid([U64F64.from_bits(ONE.bits // 3), U64F64.from_bits(ONE.bits * 2 // 3)])
    passed = apply_emission_gate(shares, U64F64.from_bits(ONE.bits * 2 // 3), U64F64.saturating_from_num(3))
    assert [round(share.bits * 10 / ONE.bits, 3) for share in passed.values()] == [1.0, 9.0]


def test_without_a_bar_or_with_nothing_passing_shares_stay() -> None:
    shares = by_netuid(parts(30, 70))
    three = U64F64.saturating_from_num(3)
    assert apply_emission_gate(shares, U64F64.ZERO, three) is shares
    tiny = by_netuid([U64F64.from_bits(1), U64F64.from_bits(2)])
    assert apply_emission_gate(tiny, U64F64.from_bits(ONE.bits - 1), three) is tiny


@pytest.mark.parametrize(("name", "gated"), [("r425", False), ("r432", False), ("r440", True), ("r441", True)])
def test_the_gate_stands_in_the_block_from_r440_on(name: str, gated: bool) -> None:
    """Of two subnets with prices of one to two, the greater is given nine tenths behind the gate."""
    subnets = [Subnet(1, moving_price=I96F32.from_bits(2**30)), Subnet(2, moving_price=I96F32.from_bits(2**31))]
    state = state_of(subnets)
    state.revision = revision(name)
    EmissionBarRank.put(state, 1)
    EmissionBarQuantile.put(state, U64F64.from_bits(1))
    emissions = get_subnet_block_emissions(state, [NetUid(1), NetUid(2)], U96F32.saturating_from_num(10**9))
    great = emissions[NetUid(2)].bits >> 32
    assert great // 10**6 == (900 if gated else 666)
    assert (GATE.at(state).__name__ == "gated") == gated
