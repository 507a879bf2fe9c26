"""Admission: the guards are asked, and their errors become numbers."""

import pytest

from subtensor_spec.blocks.admission import REFUSALS, admit, refusal_number
from subtensor_spec.chain.errors import BAD_ORIGIN, InvalidTransaction, SubtensorModule, Token
from subtensor_spec.chain.items.keys import ColdkeySwapAnnouncements, ColdkeySwapDisputes
from subtensor_spec.chain.items.stake_weight import MinDelegateTake
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash, NetUid

WHO = AccountId(bytes([1]) * 32)


def answer(state: State, name: str, arguments: dict[str, object]) -> int:
    with pytest.raises(InvalidTransaction) as refusal:
        admit(state, Signed(WHO), f"SubtensorModule.{name}", arguments)
    return refusal.value.custom


def test_guards_are_asked_in_the_order_of_dispatch() -> None:
    state = State()
    StakeThreshold.put(state, 1)
    MinDelegateTake.put(state, 5)
    weights = {"netuid": NetUid(1), "dests": (), "weights": (), "version_key": 0}
    assert answer(state, "set_weights", weights) == 1
    assert answer(state, "batch_set_weights", {"netuids": (1,), "weights": (), "version_keys": (0,)}) == 18
    assert answer(state, "decrease_take", {"hotkey": WHO, "take": 4}) == 26
    assert answer(state, "decrease_take", {"hotkey": WHO, "take": 5}) == 4
    ColdkeySwapAnnouncements.put(state, WHO, (BlockNumber(5), Hash(bytes(32))))
    assert answer(state, "set_weights", weights) == 0
    ColdkeySwapDisputes.put(state, WHO, BlockNumber(5))
    assert answer(state, "set_weights", weights) == 21


def test_what_only_the_call_refuses_is_admitted() -> None:
    state = State()
    admit(state, Signed(WHO), "SubtensorModule.add_stake", {"hotkey": WHO, "netuid": NetUid(9), "amount_staked": 0})
    admit(state, Root(), "SubtensorModule.decrease_take", {"hotkey": WHO, "take": 65_535})
    assert not state.events


@pytest.mark.parametrize("error", [SubtensorModule.InvalidIpType, SubtensorModule.Deprecated, Token.Frozen, BAD_ORIGIN])
def test_errors_without_a_number_are_255(error: SubtensorModule | Token | str) -> None:
    assert refusal_number(error) == 255


def test_the_numbers_of_the_table() -> None:
    assert sorted(set(REFUSALS.values())) == [*range(14), *range(15, 22), 25, 26, 27]
    shared = [error.name for error, number in REFUSALS.items() if list(REFUSALS.values()).count(number) > 1]
    assert sorted(shared) == [
        "AmountTooLow",
        "CommittingWeightsTooFast",
        "NetworkTxRateLimitExceeded",
        "NotEnoughStakeToSetWeights",
        "SettingWeightsTooFast",
    ]
