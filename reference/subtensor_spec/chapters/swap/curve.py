"""The curve of a weighted pool: what one side pays out, its price, and how far a price limit lets an order go.

With reserves ``x`` of alpha and ``y`` of TAO and weights ``b`` of alpha and ``q`` of TAO, ``x**b · y**q`` stays the
same through every swap. Powers come as whole parts of 10¹⁸ and then as U64F64, so they are good to 18 digits behind
the point and no more. Reserves and amounts are rao (u64), prices TAO for one alpha.
"""

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.arithmetic.decimals import Perquintill, Ratio, ratio_power
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.types import Balancer
from subtensor_spec.chapters.swap.weights import base_weight
from subtensor_spec.rules import SUBTENSOR, rule

SWAP_PRECISION = 256
"""Bits behind the point in the power that a swap needs."""

LIMIT_PRECISION = 1024
"""Bits behind the point in the power that a price limit needs."""

_PATH = "pallets/swap/src/pallet/balancer.rs"


@rule("AMM-price/spot", SUBTENSOR(_PATH, "calculate_price"))
def price_of_reserves(weights: Balancer, alpha_reserve: int, tao_reserve: int) -> U64F64:
    """The price is ``(b / q) · (tao / alpha)``, not ``tao / alpha``; both quotients and the product round down.

    It is zero for a reserve of no alpha.
    """
    ratio_of_weights = _fixed(base_weight(weights).parts).safe_div(_fixed(weights.quote.parts))
    return ratio_of_weights.saturating_mul(_fixed(tao_reserve).safe_div(_fixed(alpha_reserve)))


@rule("AMM-curve/power", SUBTENSOR(_PATH, "exp_scaled"))
def reserve_power(reserve: int, reserve_after: int, over: Perquintill, under: Perquintill) -> U64F64:
    """``(reserve / reserve_after) ** (over / under)`` in parts of 10¹⁸, then in U64F64, both rounded down.

    It is zero where nothing is left of the reserve, where the power is more than a u64 of parts (about 18.45), and
    where the series fails below zero. A reserve that grew gives at most one.
    """
    if reserve_after == 0:
        return U64F64.ZERO
    power = ratio_power(Ratio(reserve, reserve_after), Ratio(over.parts, under.parts), SWAP_PRECISION, ACCURACY)
    if power is None or not U64.holds(power):
        return U64F64.ZERO
    result = _fixed(power).safe_div(_fixed(ACCURACY))
    return min(result, U64F64.ONE) if reserve_after >= reserve else result


@rule("AMM-curve/alpha-sold", SUBTENSOR(_PATH, "exp_base_quote"))
def power_of_alpha_sold(weights: Balancer, alpha_reserve: int, sold: int) -> U64F64:
    """Selling alpha leaves ``(x / (x + sold)) ** (b / q)`` of the TAO reserve; ``x + sold`` saturates in u64."""
    return reserve_power(alpha_reserve, U64.saturated(alpha_reserve + sold), base_weight(weights), weights.quote)


@rule("AMM-curve/tao-paid", SUBTENSOR(_PATH, "exp_quote_base"))
def power_of_tao_paid(weights: Balancer, tao_reserve: int, paid: int) -> U64F64:
    """Paying TAO leaves ``(y / (y + paid)) ** (q / b)`` of the alpha reserve; ``y + paid`` saturates in u64."""
    return reserve_power(tao_reserve, U64.saturated(tao_reserve + paid), weights.quote, base_weight(weights))


@rule("AMM-curve/alpha-needed", SUBTENSOR(_PATH, "get_base_needed_for_quote"))
def alpha_needed_for_tao(weights: Balancer, tao_reserve: int, alpha_reserve: int, wanted: int) -> int:
    """To take TAO out, ``x · ((y / (y - wanted)) ** (q / b) - 1)`` alpha must be sold, rounded down.

    The power is zero where it is above 18.45 or where nothing would be left, and then the answer is zero alpha: for a
    very large request the function says that nothing is needed.
    """
    left = U64.saturated(tao_reserve - wanted)
    power = reserve_power(tao_reserve, left, weights.quote, base_weight(weights))
    return share_of(alpha_reserve, power.saturating_sub(U64F64.ONE))


@rule("AMM-limit/tao-to-price", SUBTENSOR(_PATH, "calculate_quote_delta_in"))
def tao_to_reach_price(weights: Balancer, current: U64F64, target: U64F64, tao_reserve: int) -> int:
    """``y · ((target / current) ** b - 1)`` TAO bring a buyer's price up to the target, rounded down."""
    return share_of(tao_reserve, growth(Ratio(target.bits, current.bits), base_weight(weights)))


@rule("AMM-limit/alpha-to-price", SUBTENSOR(_PATH, "calculate_base_delta_in"))
def alpha_to_reach_price(weights: Balancer, current: U64F64, target: U64F64, alpha_reserve: int) -> int:
    """``x · ((current / target) ** q - 1)`` alpha bring a seller's price down to the target, rounded down."""
    return share_of(alpha_reserve, growth(Ratio(current.bits, target.bits), weights.quote))


@rule("AMM-limit/growth", SUBTENSOR(_PATH, "calculate_quote_delta_in"), SUBTENSOR(_PATH, "calculate_base_delta_in"))
def growth(prices: Ratio, weight: Perquintill) -> U64F64:
    """``prices ** weight - 1``: by which part a reserve must grow for the price to move so; zero if it would shrink.

    The power is in parts of 10¹⁸ and at most the greatest u64 of them (about 18.45, where the price moves further the
    order stops there); it is zero where the series fails below zero, and so is the growth for a price of zero.
    """
    power = ratio_power(prices, Ratio(weight.parts, ACCURACY), LIMIT_PRECISION, ACCURACY)
    if power is None:
        return U64F64.ZERO
    return _fixed(U64.saturated(power)).safe_div(_fixed(ACCURACY)).saturating_sub(U64F64.ONE)


def share_of(reserve: int, share: U64F64) -> int:
    """Return that share of a reserve, rounded down; at most the greatest u64."""
    return _fixed(reserve).saturating_mul(share).saturating_to_num(U64)


def _fixed(number: int) -> U64F64:
    return U64F64.saturating_from_num(number)
