"""Calls that sell stake on one subnet."""

from typing import Annotated

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import Option
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import TAO, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.staking.limits import ensure_remove_stake_input_within_swap_limit, get_max_amount_remove
from subtensor_spec.chapters.staking.movement import unstake_from_subnet
from subtensor_spec.chapters.staking.nominations import (
    clear_small_nomination_if_required,
    forget_children_of_small_hotkey,
)
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.staking.validation import ensure_subtoken_enabled, validate_remove_stake
from subtensor_spec.chapters.swap.liquidity import min_price
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/remove_stake.rs"

OptionalTao = Annotated[TaoBalance | None, Option(TAO)]


@call(SUBTENSOR_MODULE, 3)
@rule("STK-remove/call", SUBTENSOR(_PATH, "do_remove_stake"))
def remove_stake(
    state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, amount_unstaked: AlphaBalance
) -> None:
    """The signer unstakes from a subnet, at most what it has, at whatever price, with the fee.

    ``SubtokenDisabled`` comes first. Afterwards what is left may be a small nomination and is cleared, and the children
    that a hotkey of little stake has waiting are forgotten.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    ensure_subtoken_enabled(state, netuid)
    amount = min(amount_unstaked, get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid))
    ensure_remove_stake_input_within_swap_limit(state, netuid, amount)
    validate_remove_stake(state, coldkey, hotkey, netuid, amount, amount, False)
    # ACT
    unstake_from_subnet(state, hotkey, coldkey, coldkey, netuid, amount, min_price(), False)
    clear_small_nomination_if_required(state, hotkey, coldkey, netuid)
    forget_children_of_small_hotkey(state, hotkey)


@call(SUBTENSOR_MODULE, 89)
@rule("STK-remove/limit", SUBTENSOR(_PATH, "do_remove_stake_limit"))
def remove_stake_limit(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    amount_unstaked: AlphaBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
) -> None:
    """The signer unstakes as much of an amount as a price limit lets through.

    If that is not all, it is refused unless a part is allowed. Whether the subnet's token is enabled is not asked, and
    more than is staked is refused. Afterwards as for any unstaking.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    ensure_remove_stake_input_within_swap_limit(state, netuid, amount_unstaked)
    greatest = get_max_amount_remove(state, netuid, limit_price)
    validate_remove_stake(state, coldkey, hotkey, netuid, amount_unstaked, greatest, allow_partial)
    # ACT
    possible = min(amount_unstaked, greatest)
    unstake_from_subnet(state, hotkey, coldkey, coldkey, netuid, possible, limit_price, False)
    clear_small_nomination_if_required(state, hotkey, coldkey, netuid)
    forget_children_of_small_hotkey(state, hotkey)


@call(SUBTENSOR_MODULE, 103)
@rule("STK-remove/full", SUBTENSOR(_PATH, "do_remove_stake_full_limit"))
def remove_stake_full_limit(
    state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, limit_price: OptionalTao
) -> None:
    """The signer unstakes all that it has with a hotkey on a subnet, all or nothing if there is a limit price."""
    coldkey = ensure_signed(origin)
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
    if limit_price is None:
        remove_stake(state, origin, hotkey, netuid, stake)
    else:
        remove_stake_limit(state, origin, hotkey, netuid, stake, limit_price, False)
