"""What a swap leaves of a reserve: the power of a ratio near one, from far fewer bits than the exact path spends.

The true power lies within :data:`ERROR` of what :func:`power_near_one` sums up, and so does what the exact path sums up
with 280 bits. If all that interval rounds down to the same part of 10**18, that is the answer of both; if it does not,
or the ratio is not near one, the exact path is asked.

The bound. With ``z = paid / (2 · reserve + paid)``, at most 1/9 here, ``ln(1 + paid / reserve) = 2 (z + z³/3 + z⁵/5
…)``. Each term is off by less than two units of ``2**-BITS``: the power loses one to its own rounding, less than
one ninth of the last one's loss, and one more to the division. Thirty terms fit before one is zero, and what is
left out is below one unit: the logarithm, which counts double, is off by less than 128 units. The exponent's factor
``b / q`` is at most 99, so the exponent is off by less than 2**14 units, and it is refused above one. In the series
of the exponential each of at most forty terms is off by two units more than its part of that, so the sum is off by
less than 2**16 units. The exact path's loops end once a term is below ``2**-256``; with a logarithm of two counted
up to 64 times, a factor of 99 and an exponent of at most one it is off by less than ``2**-230``. :data:`ERROR` is
four times the sum.
"""

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.types import Balancer
from subtensor_spec.chapters.swap.curve import power_of_alpha_sold, power_of_tao_paid
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE

BITS = 144
"""Bits behind the point of both series."""

ERROR = 1 << 18
"""By how many units of ``2**-BITS`` a power may be off."""

_ONE = 1 << BITS
_NEAR = 4
"""What is paid is little if it is at most this part of the reserve that it is paid into."""


def left_after_sale(quote: int, alpha: int, sold: int) -> int:
    """Return the part of the TAO reserve that selling alpha leaves, as a U64F64 (AMM-curve/alpha-sold)."""
    left = _left(alpha, sold, ACCURACY - quote, quote)
    return power_of_alpha_sold(Balancer(Perquintill(quote)), alpha, sold).bits if left is None else left


def left_after_purchase(quote: int, tao: int, paid: int) -> int:
    """Return the part of the alpha reserve that paying TAO leaves, as a U64F64 (AMM-curve/tao-paid)."""
    left = _left(tao, paid, quote, ACCURACY - quote)
    return power_of_tao_paid(Balancer(Perquintill(quote)), tao, paid).bits if left is None else left


def _left(reserve: int, paid: int, over: int, under: int) -> int | None:
    if not 0 < paid * _NEAR <= reserve or under * 100 < ACCURACY:
        return None
    parts = power_near_one(reserve, paid, over, under)
    return None if parts is None else min((parts << 64) // ACCURACY, U64F64_ONE)


def power_near_one(reserve: int, added: int, over: int, under: int) -> int | None:
    """Return ``(reserve / (reserve + added)) ** (over / under)`` in whole parts of 10**18, rounded down.

    ``added`` is at most a quarter of ``reserve``, ``over / under`` at most 99. Nothing where the bound does not decide,
    or the exponent is above one.
    """
    exponent = 2 * _half_logarithm(reserve, added) * over // under
    if exponent > _ONE:
        return None
    power = _exponential_of_negative(exponent)
    least = (power - ERROR) * ACCURACY >> BITS
    return least if least == (power + ERROR) * ACCURACY >> BITS else None


def _half_logarithm(reserve: int, added: int) -> int:
    """Return half of ``ln(1 + added / reserve)``."""
    z = (added << BITS) // (2 * reserve + added)
    square = z * z >> BITS
    power = total = z
    divisor = 1
    while power:
        power = power * square >> BITS
        divisor += 2
        total += power // divisor
    return total


def _exponential_of_negative(x: int) -> int:
    """Return ``exp(-x)`` for ``x`` from zero to one."""
    term, total, number = _ONE, _ONE, 0
    while term:
        number += 1
        term = (term * x >> BITS) // number
        total += -term if number % 2 else term
    return total
