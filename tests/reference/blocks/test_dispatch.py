"""Dispatch: guards first, then the call, all of it or nothing."""

import pytest

from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.blocks.guards import GUARDS
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.keys import ColdkeySwapAnnouncements
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.stake_weight import Delegates, MaxChildkeyTake, MaxDelegateTake, MinDelegateTake
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.origins import Nobody, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash
from subtensor_spec.errors import InvalidInput

COLDKEY, HOTKEY, NEW = (AccountId(bytes([number]) * 32) for number in range(1, 4))


def announce(state: State, account: AccountId) -> None:
    ColdkeySwapAnnouncements.put(state, account, (BlockNumber(5), Hash(bytes(32))))


def test_the_guards_in_their_order() -> None:
    assert [guard.__name__ for guard in GUARDS] == [
        "check_coldkey_swap",
        "check_weights",
        "check_rate_limits",
        "check_delegate_take",
        "check_serving_endpoints",
        "check_evm_key_association",
    ]


def test_the_first_guard_that_refuses_decides() -> None:
    state = State()
    announce(state, COLDKEY)
    with pytest.raises(CallError, match="ColdkeySwapAnnounced"):
        dispatch(state, "SubtensorModule.increase_take", Signed(COLDKEY), {"hotkey": HOTKEY, "take": 65_535})


def test_a_guard_answers_before_the_call_asks_for_root() -> None:
    state = State()
    announce(state, COLDKEY)
    with pytest.raises(CallError, match="ColdkeySwapAnnounced"):
        dispatch(state, "SubtensorModule.sudo_set_max_childkey_take", Signed(COLDKEY), {"take": 5})
    with pytest.raises(CallError, match="BadOrigin"):
        dispatch(state, "SubtensorModule.sudo_set_max_childkey_take", Signed(HOTKEY), {"take": 5})


def test_root_and_nobody_pass_the_guards() -> None:
    state = State()
    announce(state, COLDKEY)
    dispatch(state, "SubtensorModule.sudo_set_max_childkey_take", Root(), {"take": 5})
    assert MaxChildkeyTake.get(state) == 5
    for origin in (Root(), Nobody()):
        with pytest.raises(CallError, match="BadOrigin"):
            dispatch(state, "SubtensorModule.increase_take", origin, {"hotkey": HOTKEY, "take": 65_535})


@pytest.mark.parametrize(("least", "most", "code"), [(20, 30, "DelegateTakeTooLow"), (0, 10, "DelegateTakeTooHigh")])
def test_the_guards_order_of_checks_is_the_one_that_is_seen(least: int, most: int, code: str) -> None:
    """The call itself would ask for the hotkey first."""
    state = State()
    MinDelegateTake.put(state, least)
    MaxDelegateTake.put(state, most)
    with pytest.raises(CallError, match=code):
        dispatch(state, "SubtensorModule.decrease_take", Signed(COLDKEY), {"hotkey": HOTKEY, "take": 15})


def test_a_call_that_fails_late_leaves_nothing() -> None:
    """A swap copies last blocks before it finds that the coldkey cannot pay."""
    state = State()
    Number.put(state, BlockNumber(10_000))
    Owner.put(state, HOTKEY, COLDKEY)
    before = state.storage()
    arguments = {"hotkey": HOTKEY, "new_hotkey": NEW, "netuid": None}
    with pytest.raises(CallError, match="NotEnoughBalanceToPaySwapHotKey"):
        dispatch(state, "SubtensorModule.swap_hotkey", Signed(COLDKEY), arguments)
    assert (state.storage(), state.events) == (before, [])
    assert not LastRateLimitedBlock.keys(state)


def test_a_call_that_succeeds_is_kept() -> None:
    state = State()
    Owner.put(state, HOTKEY, COLDKEY)
    dispatch(state, "SubtensorModule.increase_take", Signed(COLDKEY), {"hotkey": HOTKEY, "take": 7})
    assert Delegates.get(state, HOTKEY) == 7
    assert len(state.events) == 1


def test_a_call_that_is_not_specified_is_no_refusal_of_the_chain() -> None:
    with pytest.raises(InvalidInput, match="no call that is specified"):
        dispatch(State(), "Utility.batch", Signed(COLDKEY), {"calls": ()})
