"""The swap pallet on the state: a subnet's price, its swaps, and the pool's beginning and end.

Amounts are rao, prices TAO for one alpha in U64F64, price limits rao of TAO for one alpha.
"""


from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.swap import FeeRate, PalSwapInitialized, SwapBalancer
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance, saturating_sub
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DYNAMIC, alpha_worth, initialised, read_pool, weights_adjusted
from subtensor_spec.chapters.swap.swaps import SwapResult, check_payout, fee_of, price_limit
from subtensor_spec.chapters.swap.swaps import swap as swap_in_pool
from subtensor_spec.rules import SUBTENSOR, rule

_IMPLS = "pallets/swap/src/pallet/impls.rs"


def max_price() -> TaoBalance:
    """Return the price limit of a buy without one."""
    return TaoBalance(Buy(TaoBalance(0)).default_limit)


def min_price() -> TaoBalance:
    """Return the price limit of a sale without one."""
    return TaoBalance(Sell(AlphaBalance(0)).default_limit)


@rule("AMM-state/price", SUBTENSOR(_IMPLS, "current_alpha_price"))
def current_alpha_price(state: State, netuid: NetUid) -> U64F64:
    """A subnet's price is read from its reserves and weights, whether its pool was ever initialised or not."""
    if SubnetMechanism.get(state, netuid) != DYNAMIC:
        return U64F64.ONE
    weights = SwapBalancer.get(state, netuid)
    return price_of_reserves(weights, SubnetAlphaIn.get(state, netuid), SubnetTAO.get(state, netuid))


@rule("AMM-state/swap", SUBTENSOR(_IMPLS, "do_swap"), SUBTENSOR(_IMPLS, "swap"))
def swap(state: State, netuid: NetUid, order: Order, limit: TaoBalance, drop_fees: bool) -> SwapResult:
    """A swap on a subnet is a swap in its pool; it leaves the reserves alone, which are its caller's to move.

    All that it stores is the start of a pool that was never initialised. A swap that fails stores nothing, but for one
    that fails at the very last check, that the reserve is not overdrawn.
    """
    pool = read_pool(state, netuid)
    result = swap_in_pool(pool, order, price_limit(limit), drop_fees=drop_fees, simulate=True)
    maybe_initialize_palswap(state, netuid, None)
    check_payout(pool, order, result)
    return result


@rule("AMM-state/simulate", SUBTENSOR(_IMPLS, "sim_swap"))
def sim_swap(state: State, netuid: NetUid, order: Order) -> SwapResult:
    """A simulation answers what a swap with fees would do, and stores nothing.

    Its price limit is the default of such an order, and it may pay more than the reserve. On a subnet that is not
    dynamic the answer is one for one without a fee, or nothing if there is no such subnet.
    """
    if SubnetMechanism.get(state, netuid) == DYNAMIC:
        return swap_in_pool(read_pool(state, netuid), order, price_limit(order.default_limit), simulate=True)
    amount = order.amount_in if if_subnet_exist(state, netuid) else 0
    return SwapResult(amount, amount, 0, 0)


@rule("AMM-state/fee", SUBTENSOR(_IMPLS, "approx_fee_amount"))
def approx_fee_amount(state: State, netuid: NetUid, amount: int) -> int:
    """The fee on an amount is that of a swap which the price limit does not cut short."""
    return fee_of(read_pool(state, netuid), amount)


@rule("AMM-state/initialise", SUBTENSOR(_IMPLS, "maybe_initialize_palswap"))
def maybe_initialize_palswap(state: State, netuid: NetUid, price: U64F64 | None) -> None:
    """A pool that was never initialised has its weights stored and is marked; any other is left alone."""
    pool = read_pool(state, netuid)
    if not pool.initialised:
        SwapBalancer.put(state, netuid, initialised(pool, price).weights)
        PalSwapInitialized.put(state, netuid, True)


@rule("AMM-state/protocol-liquidity", SUBTENSOR(_IMPLS, "adjust_protocol_liquidity"))
def adjust_protocol_liquidity(
    state: State, netuid: NetUid, tao_delta: TaoBalance, alpha_delta: AlphaBalance
) -> tuple[TaoBalance, AlphaBalance]:
    """The weights for liquidity to come are stored and the amounts returned; zeros if they would be out of range."""
    adjusted = weights_adjusted(read_pool(state, netuid), tao_delta, alpha_delta)
    if adjusted is None:
        return TaoBalance(0), AlphaBalance(0)
    SwapBalancer.put(state, netuid, adjusted.weights)
    return tao_delta, alpha_delta


@rule("AMM-state/end", SUBTENSOR(_IMPLS, "do_clear_protocol_liquidity"))
def clear_protocol_liquidity(state: State, netuid: NetUid) -> None:
    """At a subnet's end its reserves become zero, and its pool's start, fee rate and weights are removed."""
    decrease_provided_tao_reserve(state, netuid, SubnetTAO.get(state, netuid))
    decrease_provided_alpha_reserve(state, netuid, SubnetAlphaIn.get(state, netuid))
    PalSwapInitialized.remove(state, netuid)
    FeeRate.remove(state, netuid)
    SwapBalancer.remove(state, netuid)


def get_alpha_amount_for_tao(state: State, netuid: NetUid, tao_amount: TaoBalance) -> AlphaBalance:
    """Return the alpha that TAO is worth at a subnet's price, rounded down."""
    return alpha_worth(read_pool(state, netuid), tao_amount)


_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


@rule("AMM-reserve/less-tao", SUBTENSOR(_STAKE_UTILS, "decrease_provided_tao_reserve"))
def decrease_provided_tao_reserve(state: State, netuid: NetUid, tao: TaoBalance) -> None:
    """The pool's TAO shrinks, down to zero; by nothing, no write."""
    if tao:
        SubnetTAO.put(state, netuid, saturating_sub(SubnetTAO.get(state, netuid), tao))


@rule("AMM-reserve/less-alpha", SUBTENSOR(_STAKE_UTILS, "decrease_provided_alpha_reserve"))
def decrease_provided_alpha_reserve(state: State, netuid: NetUid, alpha: AlphaBalance) -> None:
    """The pool's alpha shrinks, down to zero; by nothing, no write."""
    if alpha:
        SubnetAlphaIn.put(state, netuid, saturating_sub(SubnetAlphaIn.get(state, netuid), alpha))
