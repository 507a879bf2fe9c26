"""Decimal numbers and ratios: the share pool's decimal float, Perquintill, ratio powers and Q32 powers."""

from subtensor_spec.arithmetic.decimals.perquintill import Perquintill
from subtensor_spec.arithmetic.decimals.powers import Ratio, ratio_power
from subtensor_spec.arithmetic.decimals.safe_float import SafeFloat

__all__ = ["Perquintill", "Ratio", "SafeFloat", "ratio_power"]
