"""An epoch's settings as I32F32 in raw bits."""

from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.matrix.averages import LiquidAlpha
from subtensor_spec.vectorised.consensus.matrix.conversions import from_u16_proportion
from subtensor_spec.vectorised.words.arrays import Int64Array
from subtensor_spec.vectorised.words.i32f32 import MAX, MIN, ONE

MILLION = 1_000_000
U16_MAX = (1 << 16) - 1


def part_of_u16(stored: int) -> int:
    """Return a u16 as a part of 65535, rounding down: kappa, the bonds penalty, the limits of liquid alpha."""
    return (stored << 32) // U16_MAX


def share_of_new_bonds(bonds_moving_average: int) -> int:
    """Return one less the moving average in millionths, saturating at every step (YC-yuma2/alpha)."""
    kept = min(bonds_moving_average << 64, (1 << 127) - 1) // MILLION
    return _limited(ONE - _limited(kept >> 32))


def disabled_liquid_alpha(bonds_moving_average: int) -> int:
    """Return one less the moving average in millionths; its conversions wrap (YC-yuma3/alpha)."""
    signed = bonds_moving_average - (bonds_moving_average >> 63 << 64)
    kept = (abs(signed) << 64) // MILLION * (1 if signed >= 0 else -1)
    wrapped = ((kept >> 32) - MIN) % (1 << 64) + MIN
    return _limited(ONE - wrapped)


def liquid_settings(epoch: EpochArrays) -> LiquidAlpha:
    """Return the settings of liquid alpha in raw bits (YC-liquid-alpha/steepness)."""
    return LiquidAlpha(part_of_u16(epoch.alpha_low), part_of_u16(epoch.alpha_high), epoch.alpha_sigmoid_steepness << 32)


def consensus_of_liquid_alpha(epoch: EpochArrays, found: Int64Array) -> Int64Array:
    """Return the consensus that liquid alpha goes by, in raw bits: that of the epoch before, or the one found."""
    return found if epoch.previous_consensus is None else from_u16_proportion(epoch.previous_consensus)


def _limited(bits: int) -> int:
    return max(MIN, min(MAX, bits))
