"""What a swap of hotkeys does once, besides what it does on each subnet."""

from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner, StakingHotkeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.chapters.keys.hotkey_on_subnet import perform_hotkey_swap_on_one_subnet
from subtensor_spec.chapters.keys.records import forget_last_blocks
from subtensor_spec.chapters.locks.hotkey_swap import swap_hotkey_locks
from subtensor_spec.chapters.staking.ownership import set_hotkey_owner
from subtensor_spec.chapters.staking.shares_of import alpha_iter_single_prefix
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/swap/swap_hotkey.rs"


@rule("KEY-hotkey/everywhere", SUBTENSOR(_PATH, "perform_hotkey_swap_on_all_subnets"))
def perform_hotkey_swap_on_all_subnets(
    state: State, old_hotkey: AccountId, new_hotkey: AccountId, coldkey: AccountId, keep_stake: bool
) -> None:
    """On all subnets the old hotkey ceases to exist and the new one takes its place, in this order.

    Locks; the owner (``CannotUseSystemAccount`` for the account of a subnet); the coldkey's list of hotkeys; each
    subnet in order of raw key; last blocks; the delegate take; and, if the stake moves, the lists of those who staked
    with the old hotkey before.
    """
    stakers = [staker for staker, _, share in alpha_iter_single_prefix(state, old_hotkey) if not share.is_zero]
    swap_hotkey_locks(state, old_hotkey, new_hotkey)
    Owner.remove(state, old_hotkey)
    set_hotkey_owner(state, coldkey, new_hotkey)
    swap_owned_hotkey(state, coldkey, old_hotkey, new_hotkey)
    for netuid in get_all_subnet_netuids(state):
        perform_hotkey_swap_on_one_subnet(state, old_hotkey, new_hotkey, netuid, keep_stake)
    forget_last_blocks(state, old_hotkey)
    if Delegates.contains(state, old_hotkey):
        Delegates.put(state, new_hotkey, Delegates.take(state, old_hotkey))
    if not keep_stake:
        for staker in stakers:
            swap_staking_hotkey(state, staker, old_hotkey, new_hotkey)


@rule("KEY-hotkey/owned", SUBTENSOR(_PATH, "perform_hotkey_swap_on_all_subnets"))
def swap_owned_hotkey(state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """The coldkey's list of hotkeys loses the old one and has the new one at its end, or where it was already."""
    hotkeys = OwnedHotkeys.get(state, coldkey)
    with_new = hotkeys if new_hotkey in hotkeys else (*hotkeys, new_hotkey)
    OwnedHotkeys.put(state, coldkey, tuple(hotkey for hotkey in with_new if hotkey != old_hotkey))


@rule("KEY-hotkey/stakers", SUBTENSOR(_PATH, "perform_hotkey_swap_on_all_subnets"))
def swap_staking_hotkey(state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """A staker's list that holds the old hotkey loses it and has the new one at its end; another list stays."""
    hotkeys = StakingHotkeys.get(state, coldkey)
    if old_hotkey in hotkeys:
        others = (hotkey for hotkey in hotkeys if hotkey not in (old_hotkey, new_hotkey))
        StakingHotkeys.put(state, coldkey, (*others, new_hotkey))
