"""Small nominations: stake of others than a hotkey's owner that is too little to be kept."""

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.stake_weight import PendingChildKeys
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, NominatorMinRequiredStake, StakeThreshold
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, TaoBalance
from subtensor_spec.chapters.locks.changes import force_reduce_lock
from subtensor_spec.chapters.staking.movement import DEFAULT_MIN_STAKE, unstake_from_subnet
from subtensor_spec.chapters.staking.ownership import coldkey_owns_hotkey
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.staking.totals import get_total_stake_for_hotkey
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.chapters.swap.liquidity import current_alpha_price, min_price
from subtensor_spec.rules import SUBTENSOR, rule

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"
_REMOVE = "pallets/subtensor/src/staking/remove_stake.rs"

_MILLION = 1_000_000


@rule("STK-nomination/minimum", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "get_nominator_min_required_stake"))
def get_nominator_min_required_stake(state: State) -> TaoBalance:
    """The least nomination is the least stake times ``NominatorMinRequiredStake`` millionths, rounded down.

    The product saturates in u64.
    """
    return TaoBalance(U64.saturated(DEFAULT_MIN_STAKE * NominatorMinRequiredStake.get(state)) // _MILLION)


@rule("STK-nomination/clear-one", SUBTENSOR(_HELPERS, "clear_small_nomination_if_required"))
def clear_small_nomination_if_required(state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid) -> None:
    """Stake of a coldkey that does not own the hotkey, more than none but worth less than the least, is sold.

    The least in alpha is the least nomination over the price, rounded down; zero if the price is zero. The sale pays
    the usual fee. Where it fails, what it did stays done, and whatever is left of the stake is struck off. A lock gives
    way by the stake.
    """
    if coldkey_owns_hotkey(state, coldkey, hotkey):
        return
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
    least = U64F64.saturating_from_num(get_nominator_min_required_stake(state))
    if not 0 < stake < least.safe_div(current_alpha_price(state, netuid)).saturating_to_num(U64):
        return
    try:
        unstake_from_subnet(state, hotkey, coldkey, coldkey, netuid, stake, min_price(), False)
    except CallError:
        left = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
        decrease_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, left)
    force_reduce_lock(state, coldkey, netuid, stake)


@rule("STK-nomination/clear-all", SUBTENSOR(_HELPERS, "clear_small_nominations"), SUBTENSOR(_HELPERS, "alpha_iter"))
def clear_small_nominations(state: State) -> None:
    """Every stake of either kind of share is looked at, in ascending order of hotkey, coldkey and netuid."""
    for hotkey, coldkey, netuid in sorted({*Alpha.keys(state), *AlphaV2.keys(state)}):
        clear_small_nomination_if_required(state, hotkey, coldkey, netuid)


@rule("STK-remove/pending-children", SUBTENSOR(_REMOVE, "do_remove_stake"))
def forget_children_of_small_hotkey(state: State, hotkey: AccountId) -> None:
    """Children that a hotkey has waiting are forgotten on every subnet once its stake is below ``StakeThreshold``."""
    if get_total_stake_for_hotkey(state, hotkey) < StakeThreshold.get(state):
        for netuid in get_all_subnet_netuids(state):
            PendingChildKeys.remove(state, netuid, hotkey)
