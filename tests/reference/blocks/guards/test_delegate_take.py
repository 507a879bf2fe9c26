"""The guard of delegate takes."""

import pytest

from subtensor_spec.blocks.guards.delegate_take import check_delegate_take
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.stake_weight import MaxDelegateTake, MinDelegateTake
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId

COLDKEY, HOTKEY, UNKNOWN = (AccountId(bytes([number]) * 32) for number in range(1, 4))


@pytest.fixture
def state() -> State:
    """Takes from 10 to 20; COLDKEY owns HOTKEY."""
    made = State()
    MinDelegateTake.put(made, 10)
    MaxDelegateTake.put(made, 20)
    Owner.put(made, HOTKEY, COLDKEY)
    return made


@pytest.mark.parametrize("name", ["increase_take", "decrease_take"])
@pytest.mark.parametrize(
    ("who", "hotkey", "take", "code"),
    [
        (UNKNOWN, UNKNOWN, 9, "DelegateTakeTooLow"),
        (UNKNOWN, UNKNOWN, 21, "DelegateTakeTooHigh"),
        (UNKNOWN, UNKNOWN, 10, "HotKeyAccountNotExists"),
        (UNKNOWN, HOTKEY, 20, "NonAssociatedColdKey"),
    ],
)
def test_bounds_come_before_keys(
    state: State, name: str, who: AccountId, hotkey: AccountId, take: int, code: str
) -> None:
    with pytest.raises(CallError, match=code):
        check_delegate_take(state, who, f"SubtensorModule.{name}", {"hotkey": hotkey, "take": take})


@pytest.mark.parametrize("take", [10, 20])
def test_both_bounds_are_allowed(state: State, take: int) -> None:
    check_delegate_take(state, COLDKEY, "SubtensorModule.increase_take", {"hotkey": HOTKEY, "take": take})
    assert not state.events


def test_other_takes_are_not_asked(state: State) -> None:
    check_delegate_take(state, UNKNOWN, "SubtensorModule.set_childkey_take", {"hotkey": UNKNOWN, "take": 9})
    assert not state.events
