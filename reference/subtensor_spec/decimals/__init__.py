"""Decimal numbers and ratios: the share pool's decimal float, Perquintill, ratio powers and Q32 powers.

It stands on the same floor as :mod:`subtensor_spec.arithmetic` and, like it, knows nothing of a chain.
"""

from subtensor_spec.decimals.perquintill import Perquintill
from subtensor_spec.decimals.powers import Ratio, ratio_power
from subtensor_spec.decimals.safe_float import SafeFloat

__all__ = ["Perquintill", "Ratio", "SafeFloat", "ratio_power"]
