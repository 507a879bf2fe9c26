"""Takes: who sets them, within which bounds, how often."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import ChildKeyTakeSet, TakeDecreased, TakeIncreased
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock, TransactionKeyLastBlock
from subtensor_spec.chain.items.stake_weight import (
    ChildkeyTake,
    Delegates,
    MaxChildkeyTake,
    MaxDelegateTake,
    MinChildkeyTake,
    MinChildkeyTakePerSubnet,
    MinDelegateTake,
    TxChildkeyTakeRateLimit,
)
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.origins import Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, LastTxBlockDelegateTake, NetUid
from subtensor_spec.chapters.stake_weight.takes import (
    decrease_take,
    get_childkey_take,
    increase_take,
    set_childkey_take,
    sudo_set_max_childkey_take,
    sudo_set_min_childkey_take,
    sudo_set_tx_childkey_take_rate_limit,
)

NETUID = NetUid(1)
COLDKEY, HOTKEY, UNKNOWN = (AccountId(bytes([number]) * 32) for number in range(1, 4))
BLOCK = 500_000


@pytest.fixture
def state() -> State:
    """COLDKEY owns HOTKEY, which takes 1 000."""
    made = State()
    Number.put(made, BlockNumber(BLOCK))
    Owner.put(made, HOTKEY, COLDKEY)
    Delegates.put(made, HOTKEY, 1_000)
    return made


def test_a_take_rises(state: State) -> None:
    increase_take(state, Signed(COLDKEY), HOTKEY, 1_001)
    assert Delegates.get(state, HOTKEY) == 1_001
    assert LastRateLimitedBlock.get(state, LastTxBlockDelegateTake(HOTKEY)) == BLOCK
    assert state.events == [TakeIncreased(COLDKEY, HOTKEY, 1_001)]


def test_a_take_falls_at_any_time_and_is_recorded(state: State) -> None:
    LastRateLimitedBlock.put(state, LastTxBlockDelegateTake(HOTKEY), BLOCK - 1)
    decrease_take(state, Signed(COLDKEY), HOTKEY, 999)
    assert Delegates.get(state, HOTKEY) == 999
    assert LastRateLimitedBlock.get(state, LastTxBlockDelegateTake(HOTKEY)) == BLOCK
    assert state.events == [TakeDecreased(COLDKEY, HOTKEY, 999)]


def test_where_no_take_is_stored_any_is_a_rise_and_a_fall(state: State) -> None:
    Delegates.remove(state, HOTKEY)
    increase_take(state, Signed(COLDKEY), HOTKEY, 0)
    Delegates.remove(state, HOTKEY)
    decrease_take(state, Signed(COLDKEY), HOTKEY, 65_535)
    assert Delegates.get(state, HOTKEY) == 65_535


Change = Callable[[State, Origin, AccountId, int], None]


@pytest.mark.parametrize(
    ("change", "origin", "hotkey", "take", "code"),
    [
        (increase_take, Root(), HOTKEY, 2_000, "BadOrigin"),
        (increase_take, Signed(COLDKEY), UNKNOWN, 0, "HotKeyAccountNotExists"),
        (increase_take, Signed(UNKNOWN), HOTKEY, 0, "NonAssociatedColdKey"),
        (increase_take, Signed(COLDKEY), HOTKEY, 1_000, "DelegateTakeTooLow"),
        (increase_take, Signed(COLDKEY), HOTKEY, 11_797, "DelegateTakeTooHigh"),
        (increase_take, Signed(COLDKEY), HOTKEY, 11_796, "DelegateTxRateLimitExceeded"),
        (decrease_take, Root(), HOTKEY, 500, "BadOrigin"),
        (decrease_take, Signed(COLDKEY), UNKNOWN, 0, "HotKeyAccountNotExists"),
        (decrease_take, Signed(UNKNOWN), HOTKEY, 0, "NonAssociatedColdKey"),
        (decrease_take, Signed(COLDKEY), HOTKEY, 1_000, "DelegateTakeTooLow"),
        (decrease_take, Signed(COLDKEY), HOTKEY, 9, "DelegateTakeTooLow"),
    ],
)
def test_refusals_of_delegate_takes_come_in_order(
    state: State, change: Change, origin: Origin, hotkey: AccountId, take: int, code: str
) -> None:
    MinDelegateTake.put(state, 10)
    MaxDelegateTake.put(state, 11_796)
    LastRateLimitedBlock.put(state, LastTxBlockDelegateTake(HOTKEY), BLOCK - 216_000)
    with pytest.raises(CallError, match=code):
        change(state, origin, hotkey, take)


def test_a_rise_waits_one_block_longer_than_its_limit(state: State) -> None:
    LastRateLimitedBlock.put(state, LastTxBlockDelegateTake(HOTKEY), BLOCK - 216_001)
    increase_take(state, Signed(COLDKEY), HOTKEY, 1_001)
    assert Delegates.get(state, HOTKEY) == 1_001


def test_a_childkey_take_is_raised_to_the_greater_minimum(state: State) -> None:
    takes = []
    for stored, of_chain, of_subnet in ((0, 0, 0), (5, 7, 0), (5, 7, 9), (50, 7, 9)):
        ChildkeyTake.put(state, HOTKEY, NETUID, stored)
        MinChildkeyTake.put(state, of_chain)
        MinChildkeyTakePerSubnet.put(state, NETUID, of_subnet)
        takes.append(get_childkey_take(state, HOTKEY, NETUID))
    assert takes == [0, 7, 9, 50]


def test_a_lowered_maximum_leaves_a_childkey_take(state: State) -> None:
    ChildkeyTake.put(state, HOTKEY, NETUID, 9_000)
    MaxChildkeyTake.put(state, 100)
    assert get_childkey_take(state, HOTKEY, NETUID) == 9_000


def test_a_childkey_take_rises_after_its_limit_and_falls_before(state: State) -> None:
    TxChildkeyTakeRateLimit.put(state, 10)
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 100)
    assert TransactionKeyLastBlock.get(state, HOTKEY, NETUID, 1) == BLOCK
    assert state.events == [ChildKeyTakeSet(HOTKEY, 100)]
    with pytest.raises(CallError, match="TxChildkeyTakeRateLimitExceeded"):
        set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 101)
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 50)
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 50)
    Number.put(state, BlockNumber(BLOCK + 10))
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 51)
    assert ChildkeyTake.get(state, HOTKEY, NETUID) == 51


@pytest.mark.parametrize("take", [40, 11_796])
def test_both_bounds_of_a_childkey_take_are_allowed(state: State, take: int) -> None:
    MinChildkeyTake.put(state, 40)
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, take)
    assert ChildkeyTake.get(state, HOTKEY, NETUID) == take


def test_a_childkey_take_up_to_the_minimum_is_no_rise(state: State) -> None:
    TransactionKeyLastBlock.put(state, HOTKEY, NETUID, 1, BLOCK)
    MinChildkeyTakePerSubnet.put(state, NETUID, 40)
    set_childkey_take(state, Signed(COLDKEY), HOTKEY, NETUID, 40)
    assert ChildkeyTake.get(state, HOTKEY, NETUID) == 40


@pytest.mark.parametrize(
    ("origin", "take", "code"),
    [
        (Root(), 50, "BadOrigin"),
        (Signed(UNKNOWN), 1, "NonAssociatedColdKey"),
        (Signed(COLDKEY), 39, "InvalidChildkeyTake"),
        (Signed(COLDKEY), 11_797, "InvalidChildkeyTake"),
    ],
)
def test_refusals_of_childkey_takes_come_in_order(state: State, origin: Origin, take: int, code: str) -> None:
    MinChildkeyTake.put(state, 40)
    with pytest.raises(CallError, match=code):
        set_childkey_take(state, origin, HOTKEY, NETUID, take)


SETTERS = (
    (sudo_set_min_childkey_take, MinChildkeyTake),
    (sudo_set_max_childkey_take, MaxChildkeyTake),
    (sudo_set_tx_childkey_take_rate_limit, TxChildkeyTakeRateLimit),
)


@pytest.mark.parametrize(("setter", "item"), SETTERS, ids=[item.name for _, item in SETTERS])
def test_only_root_sets_the_bounds_and_says_so(state: State, setter, item) -> None:  # type: ignore[no-untyped-def]
    setter(state, Root(), 65_535)
    assert item.get(state) == 65_535
    assert [event.values for event in state.events] == [(65_535,)]
    with pytest.raises(CallError, match="BadOrigin"):
        setter(state, Signed(COLDKEY), 1)
