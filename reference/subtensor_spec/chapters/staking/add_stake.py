"""Calls that buy stake."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.staking.hotkey_take import maybe_become_delegate
from subtensor_spec.chapters.staking.limits import ensure_add_stake_input_within_swap_limit, get_max_amount_add
from subtensor_spec.chapters.staking.movement import stake_into_subnet
from subtensor_spec.chapters.staking.ownership import get_owning_coldkey_for_hotkey
from subtensor_spec.chapters.staking.validation import validate_add_stake
from subtensor_spec.chapters.swap.liquidity import max_price
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/add_stake.rs"


@call(SUBTENSOR_MODULE, 2)
def add_stake(state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, amount_staked: TaoBalance) -> None:
    """Stake TAO on a subnet with a hotkey."""
    do_add_stake(state, origin, hotkey, netuid, amount_staked)


@rule("STK-add/call", SUBTENSOR(_PATH, "do_add_stake"))
def do_add_stake(
    state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, stake_to_be_added: TaoBalance
) -> AlphaBalance:
    """The signer stakes TAO on a subnet with a hotkey, at whatever price, with the fee; returns the alpha bought."""
    coldkey = ensure_signed(origin)
    # CHECK
    ensure_add_stake_input_within_swap_limit(state, netuid, stake_to_be_added)
    validate_add_stake(state, coldkey, hotkey, netuid, stake_to_be_added, stake_to_be_added, False)
    # ACT
    return stake_into_subnet(state, hotkey, coldkey, netuid, stake_to_be_added, max_price(), False)


@call(SUBTENSOR_MODULE, 88)
def add_stake_limit(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    amount_staked: TaoBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
) -> None:
    """Stake TAO on a subnet with a hotkey, up to a price."""
    do_add_stake_limit(state, origin, hotkey, netuid, amount_staked, limit_price, allow_partial)


@rule("STK-add/limit", SUBTENSOR(_PATH, "do_add_stake_limit"))
def do_add_stake_limit(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    stake_to_be_added: TaoBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
) -> AlphaBalance:
    """The signer stakes as much of an amount as a price limit lets through; returns the alpha bought.

    If that is not all, it is refused unless a part is allowed. A hotkey of somebody else becomes a delegate.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    ensure_add_stake_input_within_swap_limit(state, netuid, stake_to_be_added)
    greatest = get_max_amount_add(state, netuid, limit_price)
    validate_add_stake(state, coldkey, hotkey, netuid, stake_to_be_added, greatest, allow_partial)
    # ACT
    if get_owning_coldkey_for_hotkey(state, hotkey) != coldkey:
        maybe_become_delegate(state, hotkey)
    possible = min(stake_to_be_added, greatest)
    return stake_into_subnet(state, hotkey, coldkey, netuid, possible, limit_price, False)
