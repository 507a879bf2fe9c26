"""Stake in share pools: who gains, who loses, and how an amount becomes a signed number."""

from typing import Any

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, StakingHotkeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.staking.shares_of import alpha_iter_single_prefix
from subtensor_spec.chapters.staking.stakes import (
    as_i64,
    calculate_reduced_stake_on_subnet,
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_on_subnet,
    try_increase_stake_for_hotkey_and_coldkey_on_subnet,
)

FIRST, SECOND, NOBODY = (AccountId(bytes([number]) * 32) for number in (1, 2, 9))
HOTKEY, NETUID = AccountId(bytes([11]) * 32), NetUid(1)


@pytest.fixture
def state() -> State:
    """Two coldkeys with 100 and 300 rao of alpha."""
    state = State()
    for coldkey, amount in ((FIRST, 100), (SECOND, 300)):
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, coldkey, NETUID, AlphaBalance(amount))
    return state


def stakes(state: State) -> list[int]:
    """The stake of each coldkey, then that of the hotkey."""
    each = [get_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, coldkey, NETUID) for coldkey in (FIRST, SECOND)]
    return [*each, get_stake_for_hotkey_on_subnet(state, HOTKEY, NETUID)]


def test_what_all_get_is_shared(state: State) -> None:
    assert stakes(state) == [100, 300, 400]
    increase_stake_for_hotkey_on_subnet(state, HOTKEY, NETUID, AlphaBalance(40))
    assert stakes(state) == [110, 330, 440]


def test_a_hotkey_is_noted_for_who_stakes_something(state: State) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, NOBODY, NETUID, AlphaBalance(0))
    assert not StakingHotkeys.contains(state, NOBODY)
    assert StakingHotkeys.get(state, FIRST) == (HOTKEY,)


def test_no_more_is_taken_than_there_is(state: State) -> None:
    for coldkey, amount in ((FIRST, 101), (NOBODY, 1), (FIRST, 40)):
        decrease_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, coldkey, NETUID, AlphaBalance(amount))
    assert stakes(state) == [60, 300, 360]
    assert calculate_reduced_stake_on_subnet(state, HOTKEY, FIRST, NETUID, AlphaBalance(60)) == 0
    with pytest.raises(CallError, match="NotEnoughStakeToWithdraw"):
        calculate_reduced_stake_on_subnet(state, HOTKEY, FIRST, NETUID, AlphaBalance(61))
    assert try_increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, NETUID, AlphaBalance(1))


@pytest.mark.parametrize(
    ("amount", "signed"), [(0, 0), (2**63 - 1, 2**63 - 1), (2**63, -(2**63)), (2**64 - 1, -1), (-(2**63), -(2**63))]
)
def test_an_amount_is_read_as_an_i64(amount: int, signed: int) -> None:
    assert as_i64(amount) == signed
    assert as_i64(-as_i64(2**63)) == -(2**63), "the least number has no opposite"


def test_shares_are_gone_through_in_order_newer_before_older(state: State) -> None:
    def of(number: int) -> Any:
        return SafeFloat.from_u64(number)

    Alpha.put(state, HOTKEY, FIRST, NETUID, U64F64.saturating_from_num(7))
    Alpha.put(state, HOTKEY, FIRST, NetUid(256), U64F64.saturating_from_num(8))
    AlphaV2.put(state, HOTKEY, FIRST, NetUid(2), of(0))
    assert alpha_iter_single_prefix(state, HOTKEY) == [
        (FIRST, 1, of(100)),
        (FIRST, 2, of(0)),
        (FIRST, 256, of(8)),
        (SECOND, 1, of(300)),
    ]
