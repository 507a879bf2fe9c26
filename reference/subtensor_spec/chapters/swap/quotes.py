"""A quote: what an order would pay and get, and how far that is from the price before it."""

from dataclasses import dataclass
from fractions import Fraction

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chapters.swap.order import Buy, Order
from subtensor_spec.chapters.swap.pool import Pool, current_price, initialised
from subtensor_spec.chapters.swap.swaps import SwapResult, price_limit, settled, swap


@dataclass(frozen=True, slots=True)
class Quote:
    """What an order does, exactly; the ratios are exact fractions derived from it."""

    order: Order
    limit: U64F64
    price_before: U64F64
    price_after: U64F64
    result: SwapResult
    after: Pool

    @property
    def is_buy(self) -> bool:
        """Whether TAO is paid in for alpha."""
        return isinstance(self.order, Buy)

    @property
    def unspent(self) -> int:
        """What is left of the offer in rao, where the price limit cut the order short."""
        return self.order.amount_in - self.result.amount_paid_in - self.result.fee_paid

    @property
    def average_price(self) -> Fraction | None:
        """TAO for one alpha over the whole order without the fee; nothing where nothing was traded."""
        tao, alpha = (self.result.amount_paid_in, self.result.amount_paid_out) if self.is_buy else self._sold()
        return Fraction(tao, alpha) if alpha else None

    @property
    def slippage(self) -> Fraction | None:
        """How much worse the average price is than the price before: 0.01 is one per cent; the fee is not in it."""
        before = Fraction(self.price_before.bits, U64F64.ONE.bits)
        average = self.average_price
        if average is None or not before:
            return None
        return average / before - 1 if self.is_buy else 1 - average / before

    def _sold(self) -> tuple[int, int]:
        return self.result.amount_paid_out, self.result.amount_paid_in


def quote(pool: Pool, order: Order, limit: int | None = None) -> Quote:
    """Return what ``order`` would do to ``pool`` now.

    ``limit`` is the price limit in rao of TAO for one alpha, by default the chain's own for such an order. Raises
    :class:`~subtensor_spec.chain.CallError` where the chain would refuse.
    """
    ready = initialised(pool)
    at = price_limit(order.default_limit if limit is None else limit)
    result = swap(ready, order, at)
    after = settled(ready, order, result)
    return Quote(order, at, current_price(ready), current_price(after), result, after)
