"""Who may change the settings of a subnet, how often, and when they are frozen because an epoch is near."""

from collections.abc import Iterable

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import BAD_ORIGIN, CallError, SubtensorModule
from subtensor_spec.chain.items.schedule import AdminFreezeWindow, PendingEpochAt, Tempo
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.origins import Origin, Root, ensure_signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    LimitedTransaction,
    passes_rate_limit_on_subnet,
    set_last_block_on_subnet,
)
from subtensor_spec.chapters.schedule.due import blocks_until_next_auto_epoch
from subtensor_spec.rules import SUBTENSOR, rule

_MISC = "pallets/subtensor/src/utils/misc.rs"


@rule("HYP-origin/owner-or-root", SUBTENSOR(_MISC, "ensure_subnet_owner_or_root"))
def ensure_subnet_owner_or_root(state: State, origin: Origin, netuid: NetUid) -> AccountId | None:
    """Root passes and answers nobody; the account that ``SubnetOwner`` names passes and answers itself.

    Everybody else is refused with ``BadOrigin``. A subnet that does not exist is owned by the zero account.
    """
    if isinstance(origin, Root):
        return None
    return ensure_subnet_owner(state, origin, netuid)


@rule("HYP-origin/owner", SUBTENSOR(_MISC, "ensure_subnet_owner"))
def ensure_subnet_owner(state: State, origin: Origin, netuid: NetUid) -> AccountId:
    """Only the account that ``SubnetOwner`` names passes; root and everybody else are refused with ``BadOrigin``."""
    who = ensure_signed(origin)
    if who != SubnetOwner.get(state, netuid):
        raise CallError(BAD_ORIGIN)
    return who


@rule("HYP-origin/owner-or-root-with-limits", SUBTENSOR(_MISC, "ensure_sn_owner_or_root_with_limits"))
def ensure_sn_owner_or_root_with_limits(
    state: State, origin: Origin, netuid: NetUid, limits: Iterable[LimitedTransaction]
) -> AccountId | None:
    """Root or the owner passes as before; then the owner, not root, must pass each rate limit on the subnet.

    ``TxRateLimitExceeded`` otherwise.
    """
    owner = ensure_subnet_owner_or_root(state, origin, netuid)
    if owner is not None:
        for transaction in limits:
            if not passes_rate_limit_on_subnet(state, transaction, owner, netuid):
                raise CallError(SubtensorModule.TxRateLimitExceeded)
    return owner


@rule("HYP-window/frozen", SUBTENSOR(_MISC, "is_in_admin_freeze_window"))
def is_in_admin_freeze_window(state: State, netuid: NetUid, block: int) -> bool:
    """Settings are frozen while an epoch is pending in the future, and in the last blocks before an automatic epoch.

    The last blocks are those of which fewer than ``AdminFreezeWindow`` are left. A pending epoch freezes from the
    moment it is asked for until its block comes. With a tempo of zero nothing is ever frozen.
    """
    tempo = Tempo.get(state, netuid)
    if tempo == 0:
        return False
    if PendingEpochAt.get(state, netuid) > block:
        return True
    remaining = blocks_until_next_auto_epoch(state, netuid, tempo, block)
    return remaining < AdminFreezeWindow.get(state)


@rule("HYP-window/open", SUBTENSOR(_MISC, "ensure_admin_window_open"))
def ensure_admin_window_open(state: State, netuid: NetUid) -> None:
    """A change of settings is refused with ``AdminActionProhibitedDuringWeightsWindow`` while they are frozen."""
    if is_in_admin_freeze_window(state, netuid, current_block(state)):
        raise CallError(SubtensorModule.AdminActionProhibitedDuringWeightsWindow)


@rule("HYP-origin/record", SUBTENSOR(_MISC, "record_owner_rl"))
def record_owner_rl(
    state: State, owner: AccountId | None, netuid: NetUid, transactions: Iterable[LimitedTransaction]
) -> None:
    """If the owner made a change, the current block is recorded for each kind of transaction; for root nothing is."""
    if owner is None:
        return
    now = current_block(state)
    for transaction in transactions:
        set_last_block_on_subnet(state, transaction, owner, netuid, now)
