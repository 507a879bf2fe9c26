"""The calls on locks."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.event_kinds.subtensor_module import RejectLockedAlphaUpdated
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.locks.availability import set_accept_locked_alpha
from subtensor_spec.chapters.locks.changes import do_lock_stake
from subtensor_spec.chapters.locks.moves import do_move_lock, do_set_perpetual_lock
from subtensor_spec.chapters.locks.source import DISPATCHES
from subtensor_spec.rules import SUBTENSOR, rule


@call(SUBTENSOR_MODULE, 136)
@rule("LCK-call/lock-stake", SUBTENSOR(DISPATCHES, "lock_stake"))
def lock_stake(state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """The coldkey that signs locks an amount of its stake on a subnet, in rao of alpha, on a hotkey of its choice.

    ``BadOrigin`` for anybody else; then {rule}`LCK-lock/stake`.
    """
    do_lock_stake(state, ensure_signed(origin), netuid, hotkey, amount)


@call(SUBTENSOR_MODULE, 137)
@rule("LCK-call/move-lock", SUBTENSOR(DISPATCHES, "move_lock"))
def move_lock(state: State, origin: Origin, destination_hotkey: AccountId, netuid: NetUid) -> None:
    """The coldkey that signs moves its lock on a subnet to another hotkey."""
    do_move_lock(state, ensure_signed(origin), destination_hotkey, netuid)


@call(SUBTENSOR_MODULE, 138)
@rule("LCK-call/set-perpetual-lock", SUBTENSOR(DISPATCHES, "set_perpetual_lock"))
def set_perpetual_lock(state: State, origin: Origin, netuid: NetUid, enabled: bool) -> None:
    """The coldkey that signs makes its locks on a subnet, those to come too, perpetual or lets them decay.

    The subnet need not exist, nor a lock on it.
    """
    do_set_perpetual_lock(state, ensure_signed(origin), netuid, enabled)


@call(SUBTENSOR_MODULE, 142)
@rule("LCK-call/set-reject-locked-alpha", SUBTENSOR(DISPATCHES, "set_reject_locked_alpha"))
def set_reject_locked_alpha(state: State, origin: Origin, enabled: bool) -> None:
    """The account that signs rejects locked alpha from now on, as it does from the start, or accepts it."""
    coldkey = ensure_signed(origin)
    set_accept_locked_alpha(state, coldkey, not enabled)
    state.emit(RejectLockedAlphaUpdated(coldkey, enabled))
