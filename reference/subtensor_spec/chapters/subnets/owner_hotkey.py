"""The hotkey of a subnet's owner."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import SubnetOwnerHotkeySet
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.hyperparameters.origins import ensure_subnet_owner_or_root
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    TransactionType,
    passes_rate_limit_on_subnet,
    set_last_block_on_subnet,
)
from subtensor_spec.chapters.staking.ownership import ensure_not_system_account
from subtensor_spec.chapters.subnets.existence import SUBNET, if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule


@rule("NET-owner/set-hotkey", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "set_subnet_owner_hotkey"))
def set_subnet_owner_hotkey(state: State, netuid: NetUid, hotkey: AccountId) -> None:
    """The owner's hotkey is any account but one of a subnet (``CannotUseSystemAccount``); the event tells it.

    Whether it has a uid, and whose it is, is not asked.
    """
    ensure_not_system_account(hotkey)
    SubnetOwnerHotkey.put(state, netuid, hotkey)
    state.emit(SubnetOwnerHotkeySet(netuid, hotkey))


@rule("NET-owner/call", SUBTENSOR(SUBNET, "do_set_sn_owner_hotkey"))
def do_set_sn_owner_hotkey(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId) -> None:
    """Root or the owner sets the owner's hotkey of a subnet, once in 50 400 blocks, root too.

    Refused are, in this order: anybody else (``BadOrigin``), no subnet (``SubnetNotExists``), a change too soon
    (``TxRateLimitExceeded``), the account of a subnet (``CannotUseSystemAccount``).
    """
    # CHECK
    ensure_subnet_owner_or_root(state, origin, netuid)
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    if not passes_rate_limit_on_subnet(state, TransactionType.SetSNOwnerHotkey, hotkey, netuid):
        raise CallError(SubtensorModule.TxRateLimitExceeded)
    # ACT
    set_last_block_on_subnet(state, TransactionType.SetSNOwnerHotkey, hotkey, netuid, current_block(state))
    set_subnet_owner_hotkey(state, netuid, hotkey)
