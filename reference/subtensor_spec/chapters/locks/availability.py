"""How much of its stake a coldkey may move, and whether it may receive what is locked."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.locks import Lock
from subtensor_spec.chain.items.staking import AccountFlags, StakingHotkeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, LockState, NetUid, saturating_add, saturating_sub
from subtensor_spec.chapters.locks.model import read_rolled_model, role_of
from subtensor_spec.chapters.locks.rolling import rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.rules import rule

ACCOUNT_FLAGS_ACCEPT_LOCKED_ALPHA = 1
"""The bit of ``AccountFlags`` that opts an account into receiving locked alpha."""


@rule("LCK-available/total", in_locks("total_coldkey_alpha_on_subnet"))
def total_coldkey_alpha_on_subnet(state: State, coldkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """A coldkey's stake on a subnet is the sum of its stakes, in rao, saturating, with all its ``StakingHotkeys``."""
    total = AlphaBalance(0)
    for hotkey in StakingHotkeys.get(state, coldkey):
        total = saturating_add(total, get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid))
    return total


@rule("LCK-available/lock", in_locks("get_coldkey_lock"))
def get_coldkey_lock(state: State, coldkey: AccountId, netuid: NetUid) -> LockState | None:
    """A coldkey's lock on a subnet reads as rolled forward to the current block; reading stores nothing."""
    model = read_rolled_model(state, coldkey, netuid)
    return None if model is None else model.individual_lock


@rule("LCK-available/locked", in_locks("get_current_locked"))
def get_current_locked(state: State, coldkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """What a coldkey has locked on a subnet is the rolled mass of its lock there, in rao; zero without one."""
    lock = get_coldkey_lock(state, coldkey, netuid)
    return AlphaBalance(0) if lock is None else lock.locked_mass


def get_conviction(state: State, coldkey: AccountId, netuid: NetUid) -> U64F64:
    """Return a coldkey's conviction on a subnet, as the runtime answers it: that of its lock there, rolled forward."""
    lock = get_coldkey_lock(state, coldkey, netuid)
    return U64F64.ZERO if lock is None else lock.conviction


@rule("LCK-available/stake", in_locks("stake_availability"), in_locks("available_to_unstake"))
def available_to_unstake(state: State, coldkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """A coldkey may unstake on a subnet what it has staked there with all hotkeys less what it has locked.

    A lock holds no stake with a certain hotkey: which of its stakes a coldkey leaves behind is its choice. Never
    below zero.
    """
    total = total_coldkey_alpha_on_subnet(state, coldkey, netuid)
    return saturating_sub(total, get_current_locked(state, coldkey, netuid))


@rule("LCK-available/ensure", in_locks("ensure_available_to_unstake"))
def ensure_available_to_unstake(state: State, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """Unstaking more than is available is refused with ``StakeUnavailable``."""
    if available_to_unstake(state, coldkey, netuid) < amount:
        raise CallError(SubtensorModule.StakeUnavailable)


@rule("LCK-receive/rejects", in_locks("account_rejects_locked_alpha"))
def account_rejects_locked_alpha(state: State, coldkey: AccountId) -> bool:
    """An account rejects locked alpha unless the lowest bit of its ``AccountFlags`` is set."""
    return not AccountFlags.get(state, coldkey) & ACCOUNT_FLAGS_ACCEPT_LOCKED_ALPHA


@rule(
    "LCK-receive/ensure",
    in_locks("ensure_can_receive_locked_alpha"),
    in_locks("ensure_can_receive_locked_alpha_with_flag"),
)
def ensure_can_receive_locked_alpha(state: State, coldkey: AccountId, amount: AlphaBalance) -> None:
    """Locked alpha, if it is any at all, that comes to an account that rejects it is refused.

    With ``AccountRejectsLockedAlpha``.
    """
    if amount > 0 and account_rejects_locked_alpha(state, coldkey):
        raise CallError(SubtensorModule.AccountRejectsLockedAlpha)


@rule("LCK-receive/set", in_locks("set_accept_locked_alpha"))
def set_accept_locked_alpha(state: State, coldkey: AccountId, enabled: bool) -> None:
    """The lowest bit of an account's flags is set or cleared; flags that are all clear are not stored."""
    flags = AccountFlags.get(state, coldkey) & ~ACCOUNT_FLAGS_ACCEPT_LOCKED_ALPHA
    if enabled:
        flags |= ACCOUNT_FLAGS_ACCEPT_LOCKED_ALPHA
    put_account_flags(state, coldkey, flags)


def put_account_flags(state: State, coldkey: AccountId, flags: int) -> None:
    """Store an account's flags, or remove the entry if all are clear."""
    if flags:
        AccountFlags.put(state, coldkey, flags)
    else:
        AccountFlags.remove(state, coldkey)


@rule("LCK-available/no-locks", in_locks("ensure_no_active_locks"))
def ensure_no_active_locks(state: State, coldkey: AccountId) -> None:
    """A coldkey with a lock on any subnet that, rolled forward, holds a rao is refused with ``ActiveLockExists``.

    Each of its locks is looked at, not only the first on a subnet. Conviction without mass does not count.
    """
    for netuid, hotkey, lock in Lock.prefix_items(state, coldkey):
        if lock is not None and rolled(state, lock, role_of(state, coldkey, netuid, hotkey)).locked_mass > 0:
            raise CallError(SubtensorModule.ActiveLockExists)
