"""The guard of coldkeys whose swap is announced."""

import pytest

from subtensor_spec.blocks.guards.coldkey_swap import ALLOWED_DURING_SWAP, check_coldkey_swap
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.keys import ColdkeySwapAnnouncements, ColdkeySwapDisputes
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash

WHO = AccountId(bytes([1]) * 32)
ANY = "SubtensorModule.add_stake"


def announced() -> State:
    state = State()
    ColdkeySwapAnnouncements.put(state, WHO, (BlockNumber(5), Hash(bytes(32))))
    return state


def test_without_an_announcement_all_passes_even_if_disputed() -> None:
    state = State()
    ColdkeySwapDisputes.put(state, WHO, BlockNumber(5))
    check_coldkey_swap(state, WHO, ANY, {})
    assert not state.events


@pytest.mark.parametrize("name", sorted(ALLOWED_DURING_SWAP))
def test_the_calls_of_the_swap_pass_until_it_is_disputed(name: str) -> None:
    state = announced()
    check_coldkey_swap(state, WHO, name, {})
    ColdkeySwapDisputes.put(state, WHO, BlockNumber(5))
    with pytest.raises(CallError, match=r"SubtensorModule\.ColdkeySwapDisputed"):
        check_coldkey_swap(state, WHO, name, {})


@pytest.mark.parametrize("name", [ANY, "Balances.burn", "SubtensorModule.swap_coldkey", "AdminUtils.sudo_set_tempo"])
def test_nothing_else_passes(name: str) -> None:
    with pytest.raises(CallError, match=r"SubtensorModule\.ColdkeySwapAnnounced"):
        check_coldkey_swap(announced(), WHO, name, {})
