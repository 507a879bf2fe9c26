"""What a hotkey takes of the dividends of those who stake on it, and when it starts to."""

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


@rule("STK-take/start", SUBTENSOR("pallets/subtensor/src/staking/helpers.rs", "maybe_become_delegate"))
def maybe_become_delegate(state: State, hotkey: AccountId) -> None:
    """A hotkey that others stake with gets an entry in ``Delegates``, the default take, unless it has one."""
    if not hotkey_is_delegate(state, hotkey):
        Delegates.put(state, hotkey, Delegates.get(state, hotkey))


def hotkey_is_delegate(state: State, hotkey: AccountId) -> bool:
    """Return whether a hotkey has an entry in ``Delegates``."""
    return Delegates.contains(state, hotkey)
