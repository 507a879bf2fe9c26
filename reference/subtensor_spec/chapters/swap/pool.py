"""One subnet's pool as a chain state shows it, and what changes it besides swaps."""

from dataclasses import dataclass, replace

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.swap import FeeRate, PalSwapInitialized, SwapBalancer
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS, weights_after_liquidity, weights_for_price
from subtensor_spec.rules import SUBTENSOR, rule

DEFAULT_FEE_RATE = 33
"""Parts of 65 535 that a swap takes unless the subnet says otherwise, about 0.05 %."""

DYNAMIC = 1
"""The mechanism of a subnet with a pool; alpha of any other is worth one TAO."""

_IMPLS = "pallets/swap/src/pallet/impls.rs"


@dataclass(frozen=True, slots=True)
class Pool:
    """What is stored of a subnet's pool."""

    tao: TaoBalance
    """``SubnetTAO``: the TAO reserve."""
    alpha: AlphaBalance
    """``SubnetAlphaIn``: the alpha reserve."""
    weights: Balancer = EQUAL_WEIGHTS
    """``SwapBalancer``."""
    initialised: bool = True
    """``PalSwapInitialized``."""
    fee_rate: int = DEFAULT_FEE_RATE
    """``FeeRate``, a u16 in parts of 65 535."""
    mechanism: int = DYNAMIC
    """``SubnetMechanism``."""


def read_pool(state: State, netuid: NetUid) -> Pool:
    """Return what a state holds of a subnet's pool."""
    return Pool(
        SubnetTAO.get(state, netuid),
        SubnetAlphaIn.get(state, netuid),
        SwapBalancer.get(state, netuid),
        PalSwapInitialized.get(state, netuid),
        FeeRate.get(state, netuid),
        SubnetMechanism.get(state, netuid),
    )


def pool_as_state(pool: Pool, netuid: NetUid) -> State:
    """Return a state that holds one subnet with this pool, and nothing else."""
    state = State()
    NetworksAdded.put(state, netuid, True)
    SubnetMechanism.put(state, netuid, pool.mechanism)
    SubnetTAO.put(state, netuid, pool.tao)
    SubnetAlphaIn.put(state, netuid, pool.alpha)
    SwapBalancer.put(state, netuid, pool.weights)
    PalSwapInitialized.put(state, netuid, pool.initialised)
    FeeRate.put(state, netuid, pool.fee_rate)
    return state


@rule("AMM-price/current", SUBTENSOR(_IMPLS, "current_price"))
def current_price(pool: Pool) -> U64F64:
    """A dynamic subnet's alpha has its pool's price, zero if the pool holds none; any other's is worth one TAO."""
    if pool.mechanism != DYNAMIC:
        return U64F64.ONE
    return price_of_reserves(pool.weights, pool.alpha, pool.tao)


@rule("AMM-pool/initialise", SUBTENSOR(_IMPLS, "maybe_initialize_palswap"))
def initialised(pool: Pool, price: U64F64 | None = None) -> Pool:
    """A pool that was never initialised gets the weights for a price, or one half each without one; else it stays.

    :class:`~subtensor_spec.chain.CallError` where a price needs weights out of range.
    """
    if pool.initialised:
        return pool
    weights = EQUAL_WEIGHTS if price is None else weights_for_price(price, pool.tao, pool.alpha)
    return replace(pool, weights=weights, initialised=True)


@rule("AMM-pool/protocol-liquidity", SUBTENSOR(_IMPLS, "adjust_protocol_liquidity"))
def weights_adjusted(pool: Pool, tao: TaoBalance, alpha: AlphaBalance) -> Pool | None:
    """Before the protocol adds to the reserves the weights move so that the price does not.

    Nothing if they would leave their range: then neither the TAO nor the alpha is added. The reserves are the
    caller's to change.
    """
    weights = weights_after_liquidity(pool.weights, pool.tao, pool.alpha, tao, alpha)
    return None if weights is None else replace(pool, weights=weights)


@rule("AMM-price/alpha-for-tao", SUBTENSOR(_IMPLS, "get_alpha_amount_for_tao"))
def alpha_worth(pool: Pool, tao: TaoBalance) -> AlphaBalance:
    """An amount of TAO is worth its quotient by the price in alpha, rounded down, without slippage or fee.

    It is worth nothing at a price of zero, and one alpha for a TAO on a subnet that is not dynamic.
    """
    if pool.mechanism != DYNAMIC:
        return AlphaBalance(tao)
    worth = U64F64.saturating_from_num(tao).safe_div(current_price(pool))
    return AlphaBalance(worth.saturating_to_num(U64))
