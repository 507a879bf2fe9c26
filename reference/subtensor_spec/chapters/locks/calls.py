"""The calls that lock stake and that reject locked alpha."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.event_kinds.subtensor_module import RejectLockedAlphaUpdated
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.locks.availability import set_accept_locked_alpha
from subtensor_spec.chapters.locks.changes import do_lock_stake
from subtensor_spec.chapters.locks.source import DISPATCHES
from subtensor_spec.rules import SUBTENSOR, rule


@call(SUBTENSOR_MODULE, 136)
@rule("LCK-lock/call", SUBTENSOR(DISPATCHES, "lock_stake"))
def lock_stake(state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """The coldkey that signs, or else ``BadOrigin``, locks an amount of its stake on a subnet, in rao, on a hotkey."""
    do_lock_stake(state, ensure_signed(origin), netuid, hotkey, amount)


@call(SUBTENSOR_MODULE, 142)
@rule("LCK-receive/call", SUBTENSOR(DISPATCHES, "set_reject_locked_alpha"))
def set_reject_locked_alpha(state: State, origin: Origin, enabled: bool) -> None:
    """The account that signs, or else ``BadOrigin``, rejects locked alpha, as every account at first, or accepts it."""
    coldkey = ensure_signed(origin)
    set_accept_locked_alpha(state, coldkey, not enabled)
    state.emit(RejectLockedAlphaUpdated(coldkey, enabled))
