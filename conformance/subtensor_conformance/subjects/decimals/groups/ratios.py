"""Groups of Perquintill, ratio powers and Q32."""

from math import gcd

from subtensor_conformance.authoring.grouping.arrangement import Group, anything

LARGEST_EXACT = 1024
"""The greatest numerator or denominator of an exponent that is not approximated."""


FROM_RATIONAL = [
    Group(
        "zero-denominator",
        lambda row: row.values[1] == 0,
        why="Anything over zero is the whole, zero over zero too.",
        catches="Panicking, or answering zero.",
        tier="smoke",
    ),
    Group(
        "above-one",
        lambda row: row.values[0] > row.values[1],
        why="More than one is one.",
        catches="Parts above 10^18.",
    ),
    Group(
        "wide",
        lambda row: max(row.values) >= 2**64,
        why="Operands beyond 64 bits: the product with 10^18 needs more than 128.",
        catches="Overflow in the product; shifting operands down, which loses the last part.",
    ),
    Group("ordinary", anything, why="The quotient in parts of 10^18, rounded down.", catches="Rounding to nearest."),
]


OF_AMOUNT = [
    Group(
        "half-way",
        lambda row: row.values[0] * row.values[1] * 2 % 10**18 == 0 != row.values[0] * row.values[1] % 10**18,
        why="The product lies half way between two integers.",
        catches="Resolving the tie the other way.",
    ),
    Group(
        "wide",
        lambda row: row.values[0] * row.values[1] >= 2**128,
        why="The product does not fit 128 bits.",
        catches="Overflow, or splitting the amount and rounding each part.",
    ),
    Group("ordinary", anything, why="The product over 10^18, rounded to nearest.", catches="Rounding down."),
]


COMPLEMENT = [
    Group(
        "above-the-whole",
        lambda row: row.values[0] > 10**18,
        why="More parts than the whole count as the whole, to which nothing is missing.",
        catches="Wrapping below zero.",
    ),
    Group("ordinary", anything, why="What parts lack to one.", catches="Parts of 2**64, or of the greatest u64."),
]


def _is_small(numerator: int, denominator: int) -> bool:
    return max(numerator, denominator) // gcd(numerator, denominator) <= LARGEST_EXACT


RATIO_POWER = [
    Group(
        "zero-base-or-exponent",
        lambda row: not row.is_none and 0 in (row.values[0], row.values[2]),
        why="A base of zero gives zero, whatever the exponent; any other base to the zeroth gives the scale.",
        catches="Answering one, or the scale, for 0^0.",
        tier="smoke",
    ),
    Group(
        "no-power",
        lambda row: row.is_none,
        why="There is no power: a denominator is zero, or the series fails.",
        catches="Answering zero or one.",
    ),
    Group(
        "exact",
        lambda row: _is_small(row.values[2], row.values[3]),
        why="Both parts of the reduced exponent are at most 1024: the power is an integer root, rounded down once.",
        catches="Going through the logarithm for small exponents too.",
        tier="smoke",
    ),
    Group(
        "base-below-one",
        lambda row: row.values[0] < row.values[1],
        why="A base below one: the logarithm is negative.",
        catches="Inverting the base, or rounding negative numbers toward zero.",
    ),
    Group(
        "approximate",
        anything,
        why="exp(exponent · ln(base)) by series in integers at the given precision.",
        catches="Another number of terms or another rounding; doubles have too few digits.",
    ),
]


Q32_MUL = [
    Group(
        "saturates",
        lambda row: row.values[0] * row.values[1] >> 32 > 2**64 - 1,
        why="The product is beyond u64.",
        catches="Wrapping.",
    ),
    Group("ordinary", anything, why="The product is rounded down to a whole number.", catches="Rounding to nearest."),
]


Q32_POW = [
    Group("zero-exponent", lambda row: row.values[1] == 0, why="The zeroth power is one.", catches="The base."),
    Group(
        "ordinary",
        anything,
        why="Squaring and multiplying, each product rounded down to 32 fraction bits.",
        catches="One product for each factor, or a power in floating point.",
    ),
]


DECAY = [
    Group("zero", lambda row: row.values[0] == 0, why="No half-life at all.", catches="Dividing by zero."),
    Group(
        "ordinary",
        anything,
        why="The greatest factor whose power over the half-life is at most one half.",
        catches="A root in floating point.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "perquintill.from_rational": FROM_RATIONAL,
    "perquintill.mul_round": OF_AMOUNT,
    "perquintill.complement": COMPLEMENT,
    "bigmath.pow_ratio_scaled": RATIO_POWER,
    "q32.mul": Q32_MUL,
    "q32.pow": Q32_POW,
    "q32.decay_factor": DECAY,
}
"""The groups of each function by its published name."""
