"""The weighted pool that trades a subnet's alpha against TAO: weights, price, swaps, fees, price limits and quotes."""

from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import PoolView
from subtensor_spec.chapters.swap.quotes import Quote, quote
from subtensor_spec.chapters.swap.swaps import SwapResult, settled, swap
from subtensor_spec.chapters.swap.weights import Weights

__all__ = ["Buy", "Order", "PoolView", "Quote", "Sell", "SwapResult", "Weights", "quote", "settled", "swap"]
