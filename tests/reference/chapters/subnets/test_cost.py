"""What a new subnet costs, what its pool starts from, and which subnet must go for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.emission import BlockEmission, SubnetMovingPrice
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.subnets import (
    NetworkImmunityPeriod,
    NetworkLastLockCost,
    NetworkLockReductionInterval,
    NetworkMinLockCost,
    NetworkRegisteredAt,
    NetworksAdded,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, BlockNumber, NetUid, NetworkLastRegistered, TaoBalance
from subtensor_spec.chapters.subnets.lock_cost import get_lock_reduction_interval, get_network_lock_cost
from subtensor_spec.chapters.subnets.prices import get_median_subnet_alpha_price, get_network_to_prune


def costs(last: int, passed: int, interval: int = 100, minimum: int = 10) -> int:
    state = State()
    NetworkLastLockCost.put(state, TaoBalance(last))
    NetworkMinLockCost.put(state, TaoBalance(minimum))
    NetworkLockReductionInterval.put(state, interval)
    LastRateLimitedBlock.put(state, NetworkLastRegistered(), 1000)
    Number.put(state, BlockNumber(1000 + passed))
    return get_network_lock_cost(state)


@pytest.mark.parametrize(
    ("last", "passed", "cost"),
    [(1000, 0, 2000), (1000, 1, 1990), (1000, 100, 1000), (1000, 199, 10), (1099, 1, 2188), (5, 0, 10), (99, 9, 198)],
)
def test_it_doubles_and_falls_in_a_line_to_the_minimum(last: int, passed: int, cost: int) -> None:
    assert costs(last, passed) == cost


def test_before_the_first_creation_it_does_not_double() -> None:
    state = State()
    NetworkLastLockCost.put(state, TaoBalance(3 * 10**12))
    assert get_network_lock_cost(state) == 3 * 10**12


def test_without_an_interval_it_stays_and_products_saturate() -> None:
    assert costs(1000, 10**6, interval=0) == 2000
    assert costs(2**63, 0) == 2**64 - 1
    assert costs(2**63, 2**31, interval=1, minimum=7) == 7


def test_a_block_before_the_last_creation_counts_as_that_block() -> None:
    assert costs(1000, -500) == 2000


@given(st.integers(0, 2**63), st.integers(0, 10**6))
def test_it_never_rises_by_itself(last: int, passed: int) -> None:
    assert costs(last, passed + 1) <= costs(last, passed)


def test_the_interval_shrinks_with_the_halvings_and_the_question_is_remembered() -> None:
    state = State()
    NetworkLockReductionInterval.put(state, 101)
    assert [get_lock_reduction_interval(state), BlockEmission.exists(state)] == [101, False]
    TotalIssuance.put(state, TaoBalance(10_500_000 * 10**9))
    assert [get_lock_reduction_interval(state), BlockEmission.get(state)] == [50, 500_000_000]
    TotalIssuance.put(state, TaoBalance(21_000_000 * 10**9))
    assert [get_lock_reduction_interval(state), BlockEmission.get(state)] == [0, 500_000_000]


def test_the_median_of_two_prices_is_their_mean_and_of_three_the_middle_one(chain: State) -> None:
    assert get_median_subnet_alpha_price(chain).to_decimal() == "1.25"
    third = NetUid(3)
    NetworksAdded.put(chain, third, True)
    assert get_median_subnet_alpha_price(chain) == U64F64.ONE
    SubnetMechanism.put(chain, third, 1)
    assert get_median_subnet_alpha_price(chain).to_decimal() == "1.25"
    SubnetAlphaIn.put(chain, third, AlphaBalance(10**9))
    SubnetTAO.put(chain, third, TaoBalance(9 * 10**9))
    assert get_median_subnet_alpha_price(chain).to_decimal() == "2"


def test_without_any_price_the_median_is_one() -> None:
    state = State()
    NetworksAdded.put(state, NetUid(0), True)
    assert get_median_subnet_alpha_price(state) == U64F64.ONE


@pytest.mark.parametrize(
    ("prices", "blocks", "gone"),
    [
        ((2, 1), (1, 1), 2),
        ((1, 1), (2, 1), 2),
        ((1, 1), (1, 1), 1),
        ((2, 1), (1, 704_001), 1),
        ((2, 1), (1, 704_000), 2),
        ((2, 1), (704_001, 704_001), None),
    ],
    ids=["lowest average", "earliest", "first by raw key", "immune", "just not immune", "all immune"],
)
def test_who_must_go(chain: State, prices: tuple[int, int], blocks: tuple[int, int], gone: int | None) -> None:
    NetworkImmunityPeriod.put(chain, 1_296_000)
    for netuid, price, block in zip((1, 2), prices, blocks, strict=True):
        SubnetMovingPrice.put(chain, NetUid(netuid), I96F32.saturating_from_num(price))
        NetworkRegisteredAt.put(chain, NetUid(netuid), block)
    assert get_network_to_prune(chain) == gone


def test_a_subnet_that_is_not_dynamic_counts_as_a_price_of_one(chain: State) -> None:
    SubnetMechanism.put(chain, NetUid(2), 0)
    SubnetMovingPrice.put(chain, NetUid(1), I96F32.saturating_from_num(2))
    assert get_network_to_prune(chain) == 2
