"""What replacing a coldkey does: all that one account has and owns goes to another."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import ColdkeySwapped
from subtensor_spec.chain.items.serving import IdentitiesV2
from subtensor_spec.chain.items.staking import (
    AutoStakeDestination,
    AutoStakeDestinationColdkeys,
    OwnedHotkeys,
    Owner,
    StakingHotkeys,
)
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, LastTxBlock, NetUid, TaoBalance
from subtensor_spec.chapters.balances.tao import transfer_all_tao_and_kill
from subtensor_spec.chapters.hyperparameters.rate_limits import set_rate_limited_last_block
from subtensor_spec.chapters.issuance.tao_supply import recycle_tao
from subtensor_spec.chapters.locks.availability import set_accept_locked_alpha
from subtensor_spec.chapters.locks.coldkey_swap import swap_coldkey_locks
from subtensor_spec.chapters.root_claims.index import maybe_add_coldkey_index, maybe_remove_coldkey_index
from subtensor_spec.chapters.root_claims.transfers import transfer_root_claimed_for_new_keys
from subtensor_spec.chapters.staking.ownership import hotkey_account_exists, set_hotkey_owner
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/swap/swap_coldkey.rs"


@rule("KEY-coldkey/swap", SUBTENSOR(_PATH, "do_swap_coldkey"))
def do_swap_coldkey(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """All that a coldkey has goes to another, in this order.

    The new one must stake to no hotkey (``ColdKeyAlreadyAssociated``) and must not be one (``NewColdKeyIsHotkey``).
    Then its identity if the new one has none; leave to receive locked alpha; subnet by subnet, in order of raw key,
    ownership, where dividends are staked, and stake; the hotkeys that it stakes to and owns; its locks; its TAO. Each
    of the last three may still refuse. The block is recorded for the new coldkey.
    """
    # CHECK
    if StakingHotkeys.get(state, new_coldkey):
        raise CallError(SubtensorModule.ColdKeyAlreadyAssociated)
    if hotkey_account_exists(state, new_coldkey):
        raise CallError(SubtensorModule.NewColdKeyIsHotkey)
    # ACT
    transfer_identity(state, old_coldkey, new_coldkey)
    set_accept_locked_alpha(state, new_coldkey, True)
    for netuid in get_all_subnet_netuids(state):
        transfer_subnet_ownership(state, netuid, old_coldkey, new_coldkey)
        transfer_auto_stake_destination(state, netuid, old_coldkey, new_coldkey)
        transfer_coldkey_stake(state, netuid, old_coldkey, new_coldkey)
    transfer_staking_hotkeys(state, old_coldkey, new_coldkey)
    transfer_hotkeys_ownership(state, old_coldkey, new_coldkey)
    swap_coldkey_locks(state, old_coldkey, new_coldkey)
    transfer_all_tao_and_kill(state, old_coldkey, new_coldkey)
    set_rate_limited_last_block(state, LastTxBlock(new_coldkey), current_block(state))
    # EMIT
    state.emit(ColdkeySwapped(old_coldkey, new_coldkey))


@rule("KEY-coldkey/cost", SUBTENSOR(_PATH, "charge_swap_cost"))
def charge_swap_cost(state: State, coldkey: AccountId, swap_cost: TaoBalance) -> None:
    """The cost of a swap is recycled; a coldkey that cannot pay it gets ``NotEnoughBalanceToPaySwapColdKey``."""
    try:
        recycle_tao(state, coldkey, swap_cost)
    except CallError:
        raise CallError(SubtensorModule.NotEnoughBalanceToPaySwapColdKey) from None


@rule("KEY-coldkey/identity", SUBTENSOR(_PATH, "do_swap_coldkey"))
def transfer_identity(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """An identity goes along unless the new coldkey has one; then each keeps its own."""
    identity = IdentitiesV2.get(state, old_coldkey)
    if identity is not None and not IdentitiesV2.contains(state, new_coldkey):
        IdentitiesV2.remove(state, old_coldkey)
        IdentitiesV2.put(state, new_coldkey, identity)


@rule("KEY-coldkey/subnets", SUBTENSOR(_PATH, "transfer_subnet_ownership"))
def transfer_subnet_ownership(state: State, netuid: NetUid, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """A subnet that the old coldkey owns gets the new one as its owner."""
    if SubnetOwner.get(state, netuid) == old_coldkey:
        SubnetOwner.put(state, netuid, new_coldkey)


@rule("KEY-coldkey/auto-stake", SUBTENSOR(_PATH, "transfer_auto_stake_destination"))
def transfer_auto_stake_destination(
    state: State, netuid: NetUid, old_coldkey: AccountId, new_coldkey: AccountId
) -> None:
    """The hotkey that the old coldkey's miners stake to on a subnet becomes the new one's.

    In that hotkey's list of coldkeys both are removed and the new one comes last.
    """
    hotkey = AutoStakeDestination.get(state, old_coldkey, netuid)
    if hotkey is None:
        return
    AutoStakeDestination.remove(state, old_coldkey, netuid)
    AutoStakeDestination.put(state, new_coldkey, netuid, hotkey)
    coldkeys = AutoStakeDestinationColdkeys.get(state, hotkey, netuid)
    others = (coldkey for coldkey in coldkeys if coldkey not in (old_coldkey, new_coldkey))
    AutoStakeDestinationColdkeys.put(state, hotkey, netuid, (*others, new_coldkey))


@rule("KEY-coldkey/stake", SUBTENSOR(_PATH, "transfer_coldkey_stake"))
def transfer_coldkey_stake(state: State, netuid: NetUid, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """Hotkey by hotkey, in the order of the old coldkey's ``StakingHotkeys``, its stake on a subnet is moved.

    If the new coldkey then has any with a hotkey, what was claimed of root's dividends there goes along, and on root
    it joins those whose claims are made by turns. The old one leaves these at the end of root.
    """
    for hotkey in StakingHotkeys.get(state, old_coldkey):
        alpha = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, old_coldkey, netuid)
        decrease_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, old_coldkey, netuid, alpha)
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, new_coldkey, netuid, alpha)
        if get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, new_coldkey, netuid):
            transfer_root_claimed_for_new_keys(state, netuid, hotkey, hotkey, old_coldkey, new_coldkey)
            if netuid == ROOT:
                maybe_add_coldkey_index(state, new_coldkey)
    if netuid == ROOT:
        maybe_remove_coldkey_index(state, old_coldkey)


@rule("KEY-coldkey/staking-hotkeys", SUBTENSOR(_PATH, "transfer_staking_hotkeys"))
def transfer_staking_hotkeys(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """The hotkeys that the old coldkey stakes to join those of the new one, at the end, each once.

    The new coldkey's list is stored even if it is empty, the old one's entry is removed.
    """
    joined = _joined(StakingHotkeys.get(state, new_coldkey), StakingHotkeys.get(state, old_coldkey))
    StakingHotkeys.remove(state, old_coldkey)
    StakingHotkeys.put(state, new_coldkey, joined)


@rule("KEY-coldkey/owned-hotkeys", SUBTENSOR(_PATH, "transfer_hotkeys_ownership"))
def transfer_hotkeys_ownership(state: State, old_coldkey: AccountId, new_coldkey: AccountId) -> None:
    """The hotkeys that the old coldkey owns get the new one as owner, and join those it owns in the same way.

    The account of a subnet among them is refused: ``CannotUseSystemAccount``.
    """
    owned = OwnedHotkeys.get(state, old_coldkey)
    joined = _joined(OwnedHotkeys.get(state, new_coldkey), owned)
    for hotkey in owned:
        Owner.remove(state, hotkey)
        set_hotkey_owner(state, new_coldkey, hotkey)
    OwnedHotkeys.remove(state, old_coldkey)
    OwnedHotkeys.put(state, new_coldkey, joined)


def _joined(first: tuple[AccountId, ...], second: tuple[AccountId, ...]) -> tuple[AccountId, ...]:
    """Return the first list and behind it what only the second has, each once."""
    joined = list(first)
    for hotkey in second:
        if hotkey not in joined:
            joined.append(hotkey)
    return tuple(joined)
