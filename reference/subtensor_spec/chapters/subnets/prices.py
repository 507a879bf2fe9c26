"""How subnets compare by price: the median that a new pool starts from, and who goes when there are too many."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.subnets import NetworkImmunityPeriod, NetworkRegisteredAt, NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid, saturating_add
from subtensor_spec.chapters.emission.price import get_moving_alpha_price
from subtensor_spec.chapters.subnets.existence import ROOT_RS
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


def subnets_but_root(state: State) -> list[NetUid]:
    """Return the subnets that exist without root, in order of raw key."""
    return [netuid for netuid, added in NetworksAdded.items(state) if added and netuid != ROOT]


@rule("NET-price/median", SUBTENSOR(STAKE_UTILS, "get_median_subnet_alpha_price"))
def get_median_subnet_alpha_price(state: State) -> U64F64:
    """The median is taken of the pools' prices above zero, root left out; without any it is one.

    Of an even number it is half the sum of the middle two, the sum saturating and the half rounded down.
    """
    prices = sorted(
        price for netuid in subnets_but_root(state) if (price := current_alpha_price(state, netuid)) > U64F64.ZERO
    )
    if not prices:
        return U64F64.ONE
    lower, upper = prices[(len(prices) - 1) // 2], prices[len(prices) // 2]
    if len(prices) % 2:
        return upper
    return lower.saturating_add(upper).safe_div(U64F64.saturating_from_num(2))


@rule("NET-limit/prune", SUBTENSOR(ROOT_RS, "get_network_to_prune"))
def get_network_to_prune(state: State) -> NetUid | None:
    """The subnet with the lowest price average goes, of equal ones the earliest registered, then the first by raw key.

    Root and the subnets that are younger than ``NetworkImmunityPeriod`` blocks are left out; the sum of registration
    and period saturates. Nobody goes where nobody is left.
    """
    block, period = current_block(state), NetworkImmunityPeriod.get(state)
    registered = {netuid: NetworkRegisteredAt.get(state, netuid) for netuid in subnets_but_root(state)}
    candidates = [netuid for netuid, since in registered.items() if block >= saturating_add(since, period)]
    return min(candidates, key=lambda netuid: (get_moving_alpha_price(state, netuid), registered[netuid]), default=None)
