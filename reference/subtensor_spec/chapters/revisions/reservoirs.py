"""The pools' reservoirs: from ``r432`` on liquidity that would push a weight out of its range waits there.

What waits belongs to the pool and not to its price: it is minted, counts as issued, and is in no reserve. Amounts are
rao.
"""

from collections.abc import Callable

from subtensor_spec.chain.items.revisions import BalancerAlphaReservoir, BalancerTaoReservoir
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.swap.pool import Pool, read_pool, weights_adjusted
from subtensor_spec.rules import SUBTENSOR, SUBTENSOR_RESERVOIRS, rule

_IMPLS = "pallets/swap/src/pallet/impls.rs"
_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"

Liquidity = tuple[TaoBalance, AlphaBalance]

_NOTHING: Liquidity = (TaoBalance(0), AlphaBalance(0))


@rule("REV-pool/fitting", SUBTENSOR_RESERVOIRS(_IMPLS, "adjust_protocol_liquidity"), since=432)
def fitting(pool: Pool, tao: TaoBalance, alpha: AlphaBalance) -> tuple[Pool, Liquidity]:
    """Of liquidity that waits the first of these goes in that keeps the weights in range: all, the alpha, the TAO.

    Returns the pool with the weights for it, and what goes in: nothing, and the old weights, where none fits.
    """
    for liquidity in ((tao, alpha), (TaoBalance(0), alpha), (tao, AlphaBalance(0))):
        adjusted = weights_adjusted(pool, *liquidity)
        if adjusted is not None:
            return adjusted, liquidity
    return pool, _NOTHING


@rule("REV-pool/protocol-liquidity", SUBTENSOR_RESERVOIRS(_IMPLS, "adjust_protocol_liquidity"), since=432)
def adjust_with_reservoirs(state: State, netuid: NetUid, tao_delta: TaoBalance, alpha_delta: AlphaBalance) -> Liquidity:
    """New liquidity is added to what waits (saturating); what fits goes in, the rest waits on in the reservoirs.

    Both reservoirs are stored in any case, zero included; the weights only where something was found to fit, be it of
    no rao. Returns what goes in, which the reserves are still to be raised by.
    """
    tao = saturating_add(BalancerTaoReservoir.get(state, netuid), tao_delta)
    alpha = saturating_add(BalancerAlphaReservoir.get(state, netuid), alpha_delta)
    before = read_pool(state, netuid)
    after, (tao_in, alpha_in) = fitting(before, tao, alpha)
    BalancerTaoReservoir.put(state, netuid, TaoBalance(tao - tao_in))
    BalancerAlphaReservoir.put(state, netuid, AlphaBalance(alpha - alpha_in))
    if after is not before:
        SwapBalancer.put(state, netuid, after.weights)
    return tao_in, alpha_in


@rule("REV-pool/no-reservoir", SUBTENSOR(_STAKE_UTILS, "get_alpha_issuance"), until=432)
def without_reservoir(_state: State, _netuid: NetUid) -> AlphaBalance:
    """Before ``r432`` no alpha waits anywhere: a subnet's issuance is its pool's alpha and what is outside it."""
    return AlphaBalance(0)


@rule("REV-pool/issued", SUBTENSOR_RESERVOIRS(_STAKE_UTILS, "get_alpha_issuance"), since=432)
def alpha_in_reservoir(state: State, netuid: NetUid) -> AlphaBalance:
    """Alpha in the reservoir counts as issued, beside the pool's and what is outside it; the sum saturates."""
    return BalancerAlphaReservoir.get(state, netuid)


WAITING_ALPHA = Switch[Callable[[State, NetUid], AlphaBalance]](
    "alpha that is issued and waits", ("r425", without_reservoir), ("r432", alpha_in_reservoir)
)
