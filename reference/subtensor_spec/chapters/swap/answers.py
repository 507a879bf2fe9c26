"""What a node answers when it is asked for a price or for what a swap would do; asking changes nothing."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance, saturating_sub
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.swap.liquidity import current_alpha_price, sim_swap
from subtensor_spec.chapters.swap.order import Buy, Sell
from subtensor_spec.rules import SUBTENSOR, rule

_RUNTIME = "runtime/src/lib.rs"


@dataclass(frozen=True, slots=True)
class SimSwapResult:
    """The answer to a simulated swap, in rao; all zero where the swap would be refused."""

    tao_amount: TaoBalance
    """TAO paid in without the fee, or received."""
    alpha_amount: AlphaBalance
    """Alpha received, or paid in without the fee."""
    tao_fee: TaoBalance
    alpha_fee: AlphaBalance
    tao_slippage: TaoBalance
    """Of a sale: TAO that the whole offer is worth at the price before, less the TAO received."""
    alpha_slippage: AlphaBalance
    """Of a buy: alpha that the whole offer is worth at the price before, less the alpha received."""


NOTHING = SimSwapResult(
    TaoBalance(0), AlphaBalance(0), TaoBalance(0), AlphaBalance(0), TaoBalance(0), AlphaBalance(0)
)


@rule("AMM-api/price", SUBTENSOR(_RUNTIME, "current_alpha_price"))
def current_alpha_price_in_rao(state: State, netuid: NetUid) -> int:
    """A node answers a price as rao of TAO for one alpha: the price times 10⁹ in U64F64, then rounded down to a u64.

    The product saturates, so no price is answered as more than about 1.8 · 10¹⁹ rao.
    """
    scaled = current_alpha_price(state, netuid).saturating_mul(U64F64.saturating_from_num(RAO_PER_TAO))
    return scaled.saturating_to_num(U64)


@rule("AMM-api/sim-swap-tao", SUBTENSOR(_RUNTIME, "sim_swap_tao_for_alpha"))
def sim_swap_tao_for_alpha(state: State, netuid: NetUid, tao: TaoBalance) -> SimSwapResult:
    """A buy's slippage is in alpha: the whole offer, fee and all, divided by the price before, less what is received.

    The quotient is zero at a price of zero, and rounds down; the difference is at least zero. A refused swap is
    answered with six zeros.
    """
    at_price = U64F64.saturating_from_num(tao).safe_div(current_alpha_price(state, netuid)).saturating_to_num(U64)
    try:
        result = sim_swap(state, netuid, Buy(tao))
    except CallError:
        return NOTHING
    received = AlphaBalance(result.amount_paid_out)
    return SimSwapResult(
        tao_amount=TaoBalance(result.amount_paid_in),
        alpha_amount=received,
        tao_fee=TaoBalance(result.fee_paid),
        alpha_fee=AlphaBalance(0),
        tao_slippage=TaoBalance(0),
        alpha_slippage=saturating_sub(AlphaBalance(at_price), received),
    )


@rule("AMM-api/sim-swap-alpha", SUBTENSOR(_RUNTIME, "sim_swap_alpha_for_tao"))
def sim_swap_alpha_for_tao(state: State, netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult:
    """A sale's slippage is in TAO: the whole offer, fee and all, times the price before, less what is received.

    The product saturates and rounds down; the difference is at least zero. A refused swap is answered with six zeros.
    """
    price = current_alpha_price(state, netuid)
    at_price = U64F64.saturating_from_num(alpha).saturating_mul(price).saturating_to_num(U64)
    try:
        result = sim_swap(state, netuid, Sell(alpha))
    except CallError:
        return NOTHING
    received = TaoBalance(result.amount_paid_out)
    return SimSwapResult(
        tao_amount=received,
        alpha_amount=AlphaBalance(result.amount_paid_in),
        tao_fee=TaoBalance(0),
        alpha_fee=AlphaBalance(result.fee_paid),
        tao_slippage=saturating_sub(TaoBalance(at_price), received),
        alpha_slippage=AlphaBalance(0),
    )
