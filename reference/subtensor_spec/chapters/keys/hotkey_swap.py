"""Swaps of hotkeys: the calls and their checks, and what a swap on all subnets does besides that on each."""

from typing import Annotated

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import HotkeySwapped, HotkeySwappedOnSubnet
from subtensor_spec.chain.items.keys import LastHotkeySwapOnNetuid
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.stake_weight import ChildKeys
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import Option
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NET_UID, ROOT, AccountId, LastTxBlock, NetUid, TaoBalance
from subtensor_spec.chapters.balances.tao import can_remove_balance_from_coldkey_account
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    exceeds_tx_rate_limit,
    get_rate_limited_last_block,
    set_rate_limited_last_block,
)
from subtensor_spec.chapters.issuance.tao_supply import recycle_tao
from subtensor_spec.chapters.keys.hotkey_everywhere import perform_hotkey_swap_on_all_subnets
from subtensor_spec.chapters.keys.hotkey_on_subnet import perform_hotkey_swap_on_one_subnet
from subtensor_spec.chapters.keys.records import (
    KEY_SWAP_COST,
    KEY_SWAP_ON_SUBNET_COST,
    copy_last_blocks,
    interval_has_passed,
)
from subtensor_spec.chapters.locks.hotkey_swap import swap_hotkey_locks_on_subnet
from subtensor_spec.chapters.neurons.uids import (
    is_hotkey_registered_on_any_network,
    is_hotkey_registered_on_specific_network,
)
from subtensor_spec.chapters.staking.ownership import (
    append_if_absent,
    coldkey_owns_hotkey,
    ensure_not_system_account,
    hotkey_account_exists,
)
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_on_subnet
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/swap/swap_hotkey.rs"
_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"

OptionalNetUid = Annotated[NetUid | None, Option(NET_UID)]


@call(SUBTENSOR_MODULE, 70)
@rule("KEY-hotkey/call", SUBTENSOR(_DISPATCHES, "swap_hotkey"))
def swap_hotkey(state: State, origin: Origin, hotkey: AccountId, new_hotkey: AccountId, netuid: OptionalNetUid) -> None:
    """The older call swaps as the newer one does, and the stake always moves."""
    swap_hotkey_v2(state, origin, hotkey, new_hotkey, netuid, keep_stake=False)


@call(SUBTENSOR_MODULE, 72)
@rule("KEY-hotkey/swap", SUBTENSOR(_PATH, "do_swap_hotkey"), SUBTENSOR(_DISPATCHES, "swap_hotkey_v2"))
def swap_hotkey_v2(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    new_hotkey: AccountId,
    netuid: OptionalNetUid,
    keep_stake: bool,
) -> None:
    """A coldkey swaps a hotkey for another, on one subnet or on all; stake and what is reckoned by it may stay.

    Checks in this order: signed; the coldkey owns the old hotkey, and the new one if that exists
    (``NonAssociatedColdKey``); they are not the same (``NewHotKeyIsSameWithOld``); more than ``TxRateLimit`` blocks
    have gone by since the coldkey's last swap (``HotKeySetTxRateLimitExceeded``); the new hotkey is not registered,
    and clean if root is concerned. Then the new hotkey gets the old one's last blocks; what follows may still refuse.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    ensure_owns_both(state, coldkey, hotkey, new_hotkey)
    last_swap = get_rate_limited_last_block(state, LastTxBlock(coldkey))
    if exceeds_tx_rate_limit(state, last_swap, current_block(state)):
        raise CallError(SubtensorModule.HotKeySetTxRateLimitExceeded)
    ensure_not_registered(state, new_hotkey, netuid)
    if netuid is None or netuid == ROOT:
        ensure_clean_on_root(state, new_hotkey)
    # ACT
    copy_last_blocks(state, hotkey, new_hotkey)
    if netuid is None:
        swap_hotkey_on_all_subnets(state, coldkey, hotkey, new_hotkey, keep_stake)
    else:
        swap_hotkey_on_subnet(state, coldkey, hotkey, new_hotkey, netuid, keep_stake)


@rule("KEY-hotkey/owner", SUBTENSOR(_PATH, "do_swap_hotkey"))
def ensure_owns_both(state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """The coldkey owns the old hotkey, and the new one too if it exists; then, the two differ."""
    if not coldkey_owns_hotkey(state, coldkey, old_hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    if hotkey_account_exists(state, new_hotkey) and not coldkey_owns_hotkey(state, coldkey, new_hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    if old_hotkey == new_hotkey:
        raise CallError(SubtensorModule.NewHotKeyIsSameWithOld)


@rule("KEY-hotkey/not-registered", SUBTENSOR(_PATH, "do_swap_hotkey"))
def ensure_not_registered(state: State, new_hotkey: AccountId, netuid: NetUid | None) -> None:
    """The new hotkey must not be a member of the subnet, or of any: ``HotKeyAlreadyRegisteredInSubNet``.

    On one subnet an entry that says it is no member counts as well, which a swap leaves behind; on all it does not.
    """
    if netuid is None:
        registered = is_hotkey_registered_on_any_network(state, new_hotkey)
    else:
        registered = is_hotkey_registered_on_specific_network(state, new_hotkey, netuid)
    if registered:
        raise CallError(SubtensorModule.HotKeyAlreadyRegisteredInSubNet)


@rule("KEY-hotkey/clean-on-root", SUBTENSOR(_PATH, "do_swap_hotkey"))
def ensure_clean_on_root(state: State, new_hotkey: AccountId) -> None:
    """Where root is swapped, the new hotkey has nothing claimable, no stake on root and no claims recorded there.

    Otherwise ``NewHotKeyNotCleanForRootSwap``, whether or not the stake is to move.
    """
    claimable = RootClaimable.get(state, new_hotkey)
    if claimable or get_stake_for_hotkey_on_subnet(state, new_hotkey, ROOT):
        raise CallError(SubtensorModule.NewHotKeyNotCleanForRootSwap)
    if RootClaimed.pair_items(state, ROOT, new_hotkey):
        raise CallError(SubtensorModule.NewHotKeyNotCleanForRootSwap)


@rule("KEY-hotkey/on-all", SUBTENSOR(_PATH, "do_swap_hotkey"))
def swap_hotkey_on_all_subnets(
    state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId, keep_stake: bool
) -> None:
    """On all subnets, the interval since the coldkey's last swap must have passed on those that the old hotkey is in.

    In means that it is a member or has children there. A coldkey without a recorded swap on a subnet need not wait,
    else ``HotKeySwapOnSubnetIntervalNotPassed``. The cost is 0.1 TAO, recycled. Afterwards the block is recorded for
    each of those subnets, and as the coldkey's last swap.
    """
    block = current_block(state)
    affected = [
        netuid
        for netuid in get_all_subnet_netuids(state)
        if IsNetworkMember.get(state, old_hotkey, netuid) or ChildKeys.get(state, old_hotkey, netuid)
    ]
    for netuid in affected:
        last_swap = LastHotkeySwapOnNetuid.get(state, netuid, coldkey)
        if last_swap and not interval_has_passed(last_swap, block):
            raise CallError(SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed)
    pay_for_swap(state, coldkey, KEY_SWAP_COST)
    perform_hotkey_swap_on_all_subnets(state, old_hotkey, new_hotkey, coldkey, keep_stake)
    for netuid in affected:
        LastHotkeySwapOnNetuid.put(state, netuid, coldkey, block)
    set_rate_limited_last_block(state, LastTxBlock(coldkey), block)
    state.emit(HotkeySwapped(coldkey, old_hotkey, new_hotkey))


@rule("KEY-hotkey/on-one", SUBTENSOR(_PATH, "swap_hotkey_on_subnet"))
def swap_hotkey_on_subnet(
    state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid, keep_stake: bool
) -> None:
    """On one subnet, the interval must have passed since the coldkey's last swap there.

    Without one, since block 0: ``HotKeySwapOnSubnetIntervalNotPassed``. The new hotkey is not a subnet's account
    (``CannotUseSystemAccount``). The cost is 0.001 TAO, recycled. The coldkey then owns both hotkeys. Whether there is
    such a subnet is not asked.
    """
    block = current_block(state)
    if not interval_has_passed(LastHotkeySwapOnNetuid.get(state, netuid, coldkey), block):
        raise CallError(SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed)
    ensure_not_system_account(new_hotkey)
    pay_for_swap(state, coldkey, KEY_SWAP_ON_SUBNET_COST)
    Owner.put(state, new_hotkey, coldkey)
    append_if_absent(state, OwnedHotkeys, coldkey, new_hotkey)
    swap_hotkey_locks_on_subnet(state, old_hotkey, new_hotkey, netuid)
    perform_hotkey_swap_on_one_subnet(state, old_hotkey, new_hotkey, netuid, keep_stake)
    set_rate_limited_last_block(state, LastTxBlock(coldkey), block)
    LastHotkeySwapOnNetuid.put(state, netuid, coldkey, block)
    state.emit(HotkeySwappedOnSubnet(coldkey, old_hotkey, new_hotkey, netuid))


@rule("KEY-hotkey/cost", SUBTENSOR(_PATH, "do_swap_hotkey"), SUBTENSOR(_PATH, "swap_hotkey_on_subnet"))
def pay_for_swap(state: State, coldkey: AccountId, cost: TaoBalance) -> None:
    """The coldkey has the cost (``NotEnoughBalanceToPaySwapHotKey``) and keeps its existential deposit besides.

    If it does not keep that, recycling answers ``InsufficientBalance``.
    """
    if not can_remove_balance_from_coldkey_account(state, coldkey, cost):
        raise CallError(SubtensorModule.NotEnoughBalanceToPaySwapHotKey)
    recycle_tao(state, coldkey, cost)
