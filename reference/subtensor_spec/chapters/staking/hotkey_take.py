"""What a hotkey takes of the dividends of those who stake on it."""

from subtensor_spec.arithmetic import U16, U96F32
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.rules import SUBTENSOR, rule

_ALL = U96F32.saturating_from_num(U16.MAX)


@rule("STK-take/rate", SUBTENSOR("pallets/subtensor/src/staking/helpers.rs", "get_hotkey_take_float"))
def get_hotkey_take_float(state: State, hotkey: AccountId) -> U96F32:
    """A hotkey's take is its entry of ``Delegates`` over 65535, rounded down to 32 fraction bits."""
    return U96F32.saturating_from_num(Delegates.get(state, hotkey)).safe_div(_ALL)
