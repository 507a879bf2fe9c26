"""Whether root's part of the alpha is paid out this block."""

from collections.abc import Iterable

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chapters.emission.price import average_price
from subtensor_spec.chapters.emission.views import SubnetView
from subtensor_spec.rules import SUBTENSOR, rule


@rule(
    "EMI-root/sell-flag",
    SUBTENSOR("pallets/subtensor/src/coinbase/run_coinbase.rs", "get_network_root_sell_flag"),
)
def root_sell_flag(subnets: Iterable[SubnetView]) -> bool:
    """Root's alpha is paid out only while the price averages of all subnets sum to more than one TAO.

    A sum of exactly one does not suffice. The sum wraps at ``2**64`` TAO.
    """
    return U64F64.wrapping_sum(average_price(subnet) for subnet in subnets) > U64F64.ONE
