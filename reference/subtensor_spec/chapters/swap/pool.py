"""One subnet's pool as a chain state shows it, and what changes it besides swaps."""

from dataclasses import dataclass, field, replace

from subtensor_spec.arithmetic import U16, U64, U64F64
from subtensor_spec.chain.units import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.chapters.swap.weights import Weights, weights_after_liquidity, weights_for_price
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, rule

DEFAULT_FEE_RATE = 33
"""Parts of 65 535 that a swap takes unless the subnet says otherwise, about 0.05 %."""

DYNAMIC = 1
"""The mechanism of a subnet with a pool; alpha of any other is worth one TAO."""

_IMPLS = "pallets/swap/src/pallet/impls.rs"


@dataclass(frozen=True, slots=True)
class PoolView:
    """What is stored of a subnet's pool."""

    netuid: NetUid
    tao: TaoBalance
    """``SubnetTAO``: the TAO reserve."""
    alpha: AlphaBalance
    """``SubnetAlphaIn``: the alpha reserve."""
    weights: Weights = field(default_factory=Weights)
    """``SwapBalancer``."""
    initialised: bool = True
    """``PalSwapInitialized``."""
    fee_rate: int = DEFAULT_FEE_RATE
    """``FeeRate``, a u16 in parts of 65 535."""
    mechanism: int = DYNAMIC
    """``SubnetMechanism``."""

    def __post_init__(self) -> None:
        """Refuse another subnet's alpha, and a fee rate that is no u16."""
        if self.alpha.netuid != self.netuid:
            raise InvalidInput("alpha", f"alpha of subnet {self.alpha.netuid} in the pool of subnet {self.netuid}")
        if not U16.holds(self.fee_rate):
            raise InvalidInput("fee_rate", f"{self.fee_rate} is outside the range of u16")


@rule("AMM-price/current", SUBTENSOR(_IMPLS, "current_price"))
def current_price(pool: PoolView) -> U64F64:
    """A dynamic subnet's alpha has its pool's price, zero if the pool holds none; any other's is worth one TAO."""
    if pool.mechanism != DYNAMIC:
        return U64F64.ONE
    return price_of_reserves(pool.weights, pool.alpha.rao, pool.tao.rao)


@rule("AMM-pool/initialise", SUBTENSOR(_IMPLS, "maybe_initialize_palswap"))
def initialised(pool: PoolView, price: U64F64 | None = None) -> PoolView:
    """A pool that was never initialised gets the weights for a price, or one half each without one; else it stays.

    :class:`~subtensor_spec.chain.CallError` where a price needs weights out of range.
    """
    if pool.initialised:
        return pool
    weights = Weights() if price is None else weights_for_price(price, pool.tao.rao, pool.alpha.rao)
    return replace(pool, weights=weights, initialised=True)


@rule("AMM-pool/protocol-liquidity", SUBTENSOR(_IMPLS, "adjust_protocol_liquidity"))
def weights_adjusted(pool: PoolView, tao: TaoBalance, alpha: AlphaBalance) -> PoolView | None:
    """Before the protocol adds to the reserves the weights move so that the price does not.

    Nothing if they would leave their range: then neither the TAO nor the alpha is added. The reserves are the
    caller's to change.
    """
    weights = weights_after_liquidity(pool.weights, pool.tao.rao, pool.alpha.rao, tao.rao, alpha.rao)
    return None if weights is None else replace(pool, weights=weights)


@rule("AMM-price/alpha-for-tao", SUBTENSOR(_IMPLS, "get_alpha_amount_for_tao"))
def alpha_worth(pool: PoolView, tao: TaoBalance) -> AlphaBalance:
    """An amount of TAO is worth its quotient by the price in alpha, rounded down, without slippage or fee.

    It is worth nothing at a price of zero, and one alpha for a TAO on a subnet that is not dynamic.
    """
    if pool.mechanism != DYNAMIC:
        return AlphaBalance(pool.netuid, tao.rao)
    worth = U64F64.saturating_from_num(tao.rao).safe_div(current_price(pool))
    return AlphaBalance(pool.netuid, worth.saturating_to_num(U64))
