"""Q32: unsigned numbers of 64 bits of which 32 lie behind the point, as the registration price decays by."""

from subtensor_spec.arithmetic import U64
from subtensor_spec.rules import SUBTENSOR, rule

ONE = 2**32
"""1.0 in Q32."""

_PATH = "pallets/subtensor/src/utils/misc.rs"


@rule("DR-q32/mul", SUBTENSOR(_PATH, "mul_by_q32"))
def multiply(value: int, factor: int) -> int:
    """A value times a Q32 factor is rounded down; more than u64 holds gives the greatest u64."""
    return min(value * factor >> 32, U64.MAX)


@rule("DR-q32/pow", SUBTENSOR(_PATH, "pow_q32"))
def power(base: int, exponent: int) -> int:
    """A Q32 base to a whole power is multiplied up by squaring, from the exponent's lowest bit on.

    Every product rounds down or saturates, so the order counts and the result is at most the true power. The base is
    a u64, the exponent a u16.
    """
    result, factor = ONE, base
    while exponent:
        if exponent % 2:
            result = multiply(result, factor)
        exponent //= 2
        factor = multiply(factor, factor)
    return result


@rule("DR-q32/decay-factor", SUBTENSOR(_PATH, "decay_factor_q32"))
def decay_factor(half_life: int) -> int:
    """The decay per block for a half-life in blocks: the greatest Q32 factor whose power is still at most one half.

    It is found by bisection between 0 and 1, and is exactly 1.0 for a half-life of zero. The half-life is a u16.
    """
    if half_life == 0:
        return ONE
    low, high = 0, ONE
    while low + 1 < high:
        middle = low + (high - low) // 2
        if power(middle, half_life) > ONE // 2:
            high = middle
        else:
            low = middle
    return low
