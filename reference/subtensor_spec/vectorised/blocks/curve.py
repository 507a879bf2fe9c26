"""A pool's price and weights from whole numbers (chapter on swaps, AMM-price and AMM-weights)."""

from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.types import U128_MAX
from subtensor_spec.chapters.swap.pool import DYNAMIC
from subtensor_spec.chapters.swap.weights import HALF, MIN_WEIGHT
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE, saturated_bits
from subtensor_spec.vectorised.blocks.network import Network

_HALF_PART = ACCURACY // 2
_LEAST = MIN_WEIGHT.parts
_GREATEST = ACCURACY - _LEAST


def price_at(network: Network, at: int) -> int:
    """Return a subnet's price as a U64F64 (AMM-state/price), worked out if its pool has moved."""
    price = network.prices[at]
    if price is None:
        columns = network.columns
        if columns.mechanism.values[at] == DYNAMIC:
            price = price_of(columns.quote.values[at], columns.alpha_in.values[at], columns.tao.values[at])
        else:
            price = U64F64_ONE
        network.prices[at] = price
    return price


def price_of(quote: int, alpha: int, tao: int) -> int:
    """Return the price of reserves as a U64F64; the weight is in parts of 10**18 (AMM-price/spot)."""
    if not alpha or not quote:
        return 0
    return saturated_bits(((ACCURACY - quote << 64) // quote) * ((tao << 64) // alpha) >> 64)


def quote_after_liquidity(quote: int, tao: int, alpha: int, tao_added: int, alpha_added: int) -> int | None:
    """Return the quote weight that keeps the price as reserves grow, nothing out of range (AMM-weights)."""
    of_base = min(tao * (alpha + alpha_added), U128_MAX)
    of_quote = min(alpha * (tao + tao_added), U128_MAX)
    base_side = min(((ACCURACY - quote) * of_base + _HALF_PART) // ACCURACY, U128_MAX)
    quote_side = min((quote * of_quote + _HALF_PART) // ACCURACY, U128_MAX)
    both = min(base_side + quote_side, U128_MAX)
    if not both:
        return HALF.parts
    if quote_side >= both:
        return None
    weight = ACCURACY * quote_side // both
    return weight if _LEAST <= weight <= _GREATEST else None
