"""The two weights of a pool: how much of its worth the TAO side and the alpha side stand for.

TAO is the quote currency, alpha the base currency. The weights add up to one, so only the quote weight is stored.
Unequal weights let reserves be added in any proportion without moving the price.
"""

from subtensor_spec.arithmetic import U64, U64F64, U128
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.errors import CallError, Swap
from subtensor_spec.chain.types import Balancer
from subtensor_spec.rules import SUBTENSOR, rule

MIN_WEIGHT = Perquintill(ACCURACY // 100)
"""The least weight of either side, 0.01."""

HALF = Perquintill(ACCURACY // 2)
"""The quote weight of a pool that was never weighted otherwise."""

EQUAL_WEIGHTS = Balancer(HALF)
"""The weights of such a pool."""

_BALANCER = "pallets/swap/src/pallet/balancer.rs"
_IMPLS = "pallets/swap/src/pallet/impls.rs"


@rule("AMM-weights/range", SUBTENSOR(_BALANCER, "check_constraints"))
def within_range(quote: Perquintill) -> bool:
    """A quote weight is allowed from 0.01 to 0.99, so that neither weight is below 0.01."""
    return quote >= MIN_WEIGHT and quote.complement() >= MIN_WEIGHT


def checked_weights(quote: Perquintill) -> Balancer | None:
    """Return weights with this quote weight, or nothing if it is out of range."""
    return Balancer(quote) if within_range(quote) else None


def base_weight(weights: Balancer) -> Perquintill:
    """Return the alpha side's weight, what the quote weight lacks to one."""
    return weights.quote.complement()


@rule("AMM-weights/added-liquidity", SUBTENSOR(_BALANCER, "update_weights_for_added_liquidity"))
def weights_after_liquidity(
    weights: Balancer, tao_reserve: int, alpha_reserve: int, tao_added: int, alpha_added: int
) -> Balancer | None:
    """Weights move so that adding to the reserves in any proportion leaves the price where it was.

    With weights ``b`` and ``q`` the sides are ``b · tao · (alpha + added)`` and ``q · alpha · (tao + added)``, each
    rounded to nearest; the new quote weight is the second's share of both, rounded down, or one half if both are zero.
    Nothing, and the old weights stay, if that is out of range. Amounts are rao (u64), the products at most u128.
    """
    base_side = base_weight(weights).of(U128.saturated(tao_reserve * (alpha_reserve + alpha_added)))
    quote_side = weights.quote.of(U128.saturated(alpha_reserve * (tao_reserve + tao_added)))
    both = U128.saturated(base_side + quote_side)
    return checked_weights(Perquintill.from_rational(quote_side, both) if both else HALF)


@rule("AMM-weights/from-price", SUBTENSOR(_IMPLS, "maybe_initialize_palswap"))
def weights_for_price(price: U64F64, tao_reserve: int, alpha_reserve: int) -> Balancer:
    """A pool that starts with a price gets the weights that give it: quote weight ``tao / (price · alpha + tao)``.

    Price times alpha is the product of the whole part plus that of the fraction rounded down; the ratio is rounded
    down. :class:`CallError` if the weight is out of range or all is zero.
    """
    whole = price.saturating_to_num(U64) * alpha_reserve
    fraction = U64F64.saturating_from_num(alpha_reserve).saturating_mul(price.frac()).saturating_to_num(U128)
    worth = U128.saturated(U128.saturated(whole + fraction) + tao_reserve)
    weights = checked_weights(Perquintill.from_rational(tao_reserve, worth)) if worth else None
    if weights is None:
        raise CallError(Swap.ReservesOutOfBalance)
    return weights
