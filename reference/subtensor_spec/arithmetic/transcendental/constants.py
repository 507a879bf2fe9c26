"""The constants of the transcendental functions, as coarse as production has them."""

from subtensor_spec.arithmetic.fixed_point.formats import FixedPoint
from subtensor_spec.rules import SUBSTRATE_FIXED, rule

FRACTION_BITS = 23

E = 22_802_600
"""e = 2.718 281 82…, in steps of 2**-23."""

LOG2_E = 12_102_203
"""The binary logarithm of e, 1.442 695 04…, in steps of 2**-23."""

PI = 26_353_589
"""π = 3.141 592 65…, in steps of 2**-23."""

TWO_PI = 52_707_178
"""2π = 6.283 185 30…, in steps of 2**-23."""

HALF_PI = 13_176_794
"""π/2 = 1.570 796 32…, in steps of 2**-23."""


@rule(
    "TF-constant/coarse",
    SUBSTRATE_FIXED("src/transcendental.rs", "exp"),
    SUBSTRATE_FIXED("src/transcendental.rs", "ln"),
    SUBSTRATE_FIXED("src/transcendental.rs", "sin"),
)
def constant(steps: int, number: type[FixedPoint]) -> int:
    """A constant has 23 fraction bits, the rest cut off; in a finer format the bits below them are zero.

    Returns bits of the format ``number``, which has at least 23 fraction bits.
    """
    return steps << (number.FRACTION_BITS - FRACTION_BITS)
