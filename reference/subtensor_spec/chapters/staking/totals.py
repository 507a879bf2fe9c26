"""What all of a hotkey's stake is worth."""

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, TaoBalance
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_on_subnet
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"


@rule("STK-total/hotkey", SUBTENSOR(_HELPERS, "get_total_stake_for_hotkey"))
def get_total_stake_for_hotkey(state: State, hotkey: AccountId) -> TaoBalance:
    """A hotkey's total stake is its stake on every subnet at that pool's price, in rao of TAO, root's at one.

    Each product is rounded down to 64 fraction bits and saturates; their sum wraps, and only it is rounded down to
    whole rao.
    """
    values = [
        U64F64.saturating_from_num(stake).saturating_mul(current_alpha_price(state, netuid))
        for netuid in get_all_subnet_netuids(state)
        if (stake := get_stake_for_hotkey_on_subnet(state, hotkey, netuid))
    ]
    return TaoBalance(U64F64.wrapping_sum(values).saturating_to_num(U64))
