"""The guard of EVM keys."""

import pytest

from subtensor_spec.blocks.guards.evm_key import check_evm_key_association
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.neurons import AssociatedEvmAddress, Uids
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, NetUid, Uid

NETUID = NetUid(1)
HOTKEY, STRANGER = (AccountId(bytes([number]) * 32) for number in range(1, 3))
NAME = "SubtensorModule.associate_evm_key"


def at(block: int, associated: int | None = None) -> State:
    state = State()
    Number.put(state, BlockNumber(block))
    Uids.put(state, NETUID, HOTKEY, Uid(3))
    if associated is not None:
        AssociatedEvmAddress.put(state, NETUID, Uid(3), (bytes(20), associated))
    return state


def test_a_hotkey_without_a_uid_is_refused() -> None:
    with pytest.raises(CallError, match="HotKeyNotRegisteredInSubNet"):
        check_evm_key_association(at(9_000), STRANGER, NAME, {"netuid": NETUID})


@pytest.mark.parametrize("state", [at(7_199), at(9_000, 1_801), at(9_000, 9_001)])
def test_too_early(state: State) -> None:
    with pytest.raises(CallError, match="EvmKeyAssociateRateLimitExceeded"):
        check_evm_key_association(state, HOTKEY, NAME, {"netuid": NETUID})


@pytest.mark.parametrize("state", [at(7_200), at(9_000, 1_800), at(7_200, 0)])
def test_after_exactly_a_day(state: State) -> None:
    check_evm_key_association(state, HOTKEY, NAME, {"netuid": NETUID})
    assert not state.events


def test_other_calls_pass() -> None:
    state = at(1)
    check_evm_key_association(state, STRANGER, "SubtensorModule.root_register", {})
    assert not state.events
