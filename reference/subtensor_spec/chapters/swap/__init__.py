"""The weighted pool that trades a subnet's alpha against TAO: weights, price, swaps, fees, price limits and quotes."""

from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import Pool
from subtensor_spec.chapters.swap.quotes import Quote, quote
from subtensor_spec.chapters.swap.swaps import SwapResult, settled, swap

__all__ = ["Buy", "Order", "Pool", "Quote", "Sell", "SwapResult", "quote", "settled", "swap"]
