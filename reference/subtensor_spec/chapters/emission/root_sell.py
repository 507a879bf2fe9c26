"""Whether root's part of the alpha is paid out this block."""

from collections.abc import Iterable

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.price import get_moving_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule


@rule(
    "EMI-root/sell-flag",
    SUBTENSOR("pallets/subtensor/src/coinbase/run_coinbase.rs", "get_network_root_sell_flag"),
)
def get_network_root_sell_flag(state: State, subnets: Iterable[NetUid]) -> bool:
    """Root's alpha is paid out only while the price averages of all subnets sum to more than one TAO.

    A sum of exactly one does not suffice. The sum wraps at ``2**64`` TAO.
    """
    return U64F64.wrapping_sum(get_moving_alpha_price(state, netuid) for netuid in subnets) > U64F64.ONE
