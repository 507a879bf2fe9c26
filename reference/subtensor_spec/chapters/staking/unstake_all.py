"""Calls that sell all stake with a hotkey, subnet by subnet."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.staking.movement import stake_into_subnet, unstake_from_subnet
from subtensor_spec.chapters.staking.nominations import clear_small_nomination_if_required
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.staking.validation import can_remove_all, ensure_hotkey_exists
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.chapters.swap.liquidity import max_price, min_price
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/remove_stake.rs"


@call(SUBTENSOR_MODULE, 83)
@rule("STK-remove/all", SUBTENSOR(_PATH, "do_unstake_all"))
def unstake_all(state: State, origin: Origin, hotkey: AccountId) -> None:
    """The signer unstakes all that it has with a hotkey, root included; ``HotKeyAccountNotExists`` if there is none."""
    coldkey = ensure_signed(origin)
    ensure_hotkey_exists(state, hotkey)
    for netuid in get_all_subnet_netuids(state):
        unstake_all_from(state, hotkey, coldkey, netuid)


@call(SUBTENSOR_MODULE, 84)
@rule("STK-remove/all-alpha", SUBTENSOR(_PATH, "do_unstake_all_alpha"))
def unstake_all_alpha(state: State, origin: Origin, hotkey: AccountId) -> None:
    """The signer unstakes all that it has with a hotkey but on root, and stakes the TAO on root with that hotkey.

    ``HotKeyAccountNotExists`` if there is none. If nothing was unstaked the purchase on root refuses with
    ``AmountTooLow``.
    """
    coldkey = ensure_signed(origin)
    ensure_hotkey_exists(state, hotkey)
    total = TaoBalance(0)
    for netuid in get_all_subnet_netuids(state):
        if netuid != ROOT:
            total = saturating_add(total, unstake_all_from(state, hotkey, coldkey, netuid))
    stake_into_subnet(state, hotkey, coldkey, ROOT, total, max_price(), False)


@rule("STK-remove/all-from", SUBTENSOR(_PATH, "do_unstake_all"))
def unstake_all_from(state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid) -> TaoBalance:
    """All stake on one subnet is unstaked at whatever price, with the fee; returns the TAO.

    A subnet whose token is disabled, or whose stake could not be unstaked, is passed over; a failure of the unstaking
    itself is not. What is left may be a small nomination and is cleared.
    """
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
    if not SubtokenEnabled.get(state, netuid) or not can_remove_all(state, coldkey, hotkey, netuid, stake):
        return TaoBalance(0)
    tao = unstake_from_subnet(state, hotkey, coldkey, coldkey, netuid, stake, min_price(), False)
    clear_small_nomination_if_required(state, hotkey, coldkey, netuid)
    return tao
