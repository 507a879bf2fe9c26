"""Groups of the epoch's scalar functions: conversions, the safe exponential and logarithm, sigmoids and clamping."""

from collections.abc import Callable
from fractions import Fraction

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.grouping.exact_results import Operation, groups_of
from subtensor_conformance.subjects.consensus.groups.shapes import ONE, leaves_range, product
from subtensor_spec.arithmetic import I32F32, I64F64, U16, U64, IntegerType

U16_MAX = 65535
EXP_LIMIT = 20 * ONE


def _to_integer(kind: IntegerType, exact: Callable[[int], Fraction]) -> Operation:
    return Operation("value", lambda values: exact(values[0]), "down", "saturate", kind.MIN, kind.MAX, kind.name)


def _to_fixed(exact: Callable[[int], Fraction], rounding: str) -> Operation:
    limits = (I32F32.MIN_BITS, I32F32.MAX_BITS)
    return Operation("value", lambda values: exact(values[0]), rounding, "saturate", *limits, I32F32.NAME)


CONVERSIONS = {
    "fixed64_to_u64": _to_integer(U64, lambda bits: Fraction(bits, I64F64.ONE.bits)),
    "fixed64_to_fixed32": _to_fixed(lambda bits: Fraction(bits, ONE), "down"),
    "u16_to_fixed": _to_fixed(lambda number: Fraction(number * ONE), "down"),
    "u16_proportion_to_fixed": _to_fixed(lambda number: Fraction(number * ONE, U16_MAX), "toward zero"),
    "fixed_to_fixed_u16_proportion": _to_fixed(lambda bits: Fraction(bits, U16_MAX), "toward zero"),
    "fixed_proportion_to_u16": _to_integer(U16, lambda bits: Fraction(bits * U16_MAX, ONE)),
}
"""The conversions of one number, each an exact result that is rounded once."""

_OF_EACH = {
    "vec_fixed64_to_u64": "fixed64_to_u64",
    "vec_fixed64_to_fixed32": "fixed64_to_fixed32",
    "vec_fixed_proportions_to_u16": "fixed_proportion_to_u16",
}


def _conversion_of_each(operation: Operation) -> list[Group]:
    def rounded(bits: int) -> Fraction:
        return operation.exact((bits,)) or Fraction(0)

    return [
        Group(
            "saturates",
            lambda row: any(not operation.least <= rounded(bits) <= operation.greatest for bits in row.values[0]),
            why=f"Some entry lies outside the range of {operation.type} and becomes its nearer limit.",
            catches="Wrapping, or letting one entry spoil the others.",
        ),
        Group(
            "in-range",
            anything,
            why=f"Every entry fits {operation.type}; each is rounded down for itself.",
            catches="Rounding to nearest, or so that the sum is kept.",
        ),
    ]


EXP_SAFE = [
    Group(
        "above-limit",
        lambda row: row.values[0] > EXP_LIMIT,
        why="Arguments above 20 give what 20 gives, although exp itself still has a result up to 20.88.",
        catches="Passing the argument on, or answering the greatest value.",
    ),
    Group(
        "below-limit",
        lambda row: row.values[0] < -EXP_LIMIT,
        why="Arguments below -20 give what -20 gives, which is not zero.",
        catches="Answering zero.",
    ),
    Group(
        "exactly-one",
        lambda row: abs(row.values[0] - ONE) <= 1,
        why="exp(1) is a constant with 23 fraction bits; one bit away it is the series.",
        catches="Using one of them for both.",
    ),
    Group(
        "negative",
        lambda row: row.values[0] < 0,
        why="exp of a negative number is one over exp of its absolute value, rounded toward zero.",
        catches="A library's exp.",
    ),
    Group(
        "series",
        anything,
        why="Within its limits the safe exponential is the fixed-point one, errors included: exp(20) is 0.8 % low.",
        catches="A library's exp.",
    ),
]

SAFE_LN = [
    Group(
        "not-positive",
        lambda row: row.values[0] <= 0,
        why="Where no logarithm exists the safe one is zero.",
        catches="Failing, or the least value.",
    ),
    Group(
        "vanishing",
        lambda row: row.values[0] <= 2,
        why="The reciprocal of one or two bits does not fit, so there is no logarithm, and the safe one is zero.",
        catches="The true logarithm, about -22.",
    ),
    Group(
        "below-one",
        lambda row: row.values[0] < ONE,
        why="Below one: the negated logarithm of the reciprocal.",
        catches="A library's logarithm.",
    ),
    Group("from-one", anything, why="From one upward: the logarithm itself.", catches="A library's logarithm."),
]

SIGMOID_SAFE = [
    Group(
        "least-rho",
        lambda row: row.values[1] == I32F32.MIN_BITS,
        why="The least number has no negative: negating it saturates, one bit short.",
        catches="Negation that wraps to the least number itself, which turns the sigmoid around.",
    ),
    Group(
        "saturates",
        lambda row: leaves_range(row.values[0] - row.values[2]) or leaves_range(product(row.values[1], row.values[0])),
        why="The offset or the exponent does not fit and saturates before exp sees it.",
        catches="Wrapping, which would turn the sigmoid around.",
    ),
    Group(
        "limited",
        lambda row: abs(product(row.values[1], row.values[0] - row.values[2])) > EXP_LIMIT,
        why="The exponent lies beyond 20 in absolute value, so the sigmoid never reaches zero or one from there.",
        catches="Answering exactly zero or one.",
    ),
    Group(
        "at-kappa",
        lambda row: row.values[0] == row.values[2],
        why="At kappa the sigmoid is exactly one half.",
        catches="An exp(0) that is not exactly one.",
    ),
    Group(
        "ordinary",
        anything,
        why="1 / (1 + exp(-rho (x - kappa))), rounded at each step.",
        catches="A floating-point sigmoid.",
    ),
]

CLAMP = [
    Group(
        "limits-cross",
        lambda row: row.values[1] > row.values[2],
        why="The lower limit is above the upper one: the lower one wins, since it is applied last.",
        catches="Applying the limits in the other order, or failing.",
        tier="smoke",
    ),
    Group(
        "below",
        lambda row: row.values[0] < row.values[1],
        why="A value below the lower limit becomes the limit.",
        catches="Swapped limits.",
    ),
    Group(
        "above",
        lambda row: row.values[0] > row.values[2],
        why="A value above the upper limit becomes the limit.",
        catches="Swapped limits.",
    ),
    Group("within", anything, why="A value within the limits, or on one, stays.", catches="Changing it."),
]


def _difference_to_consensus(values: tuple[int, ...]) -> int:
    consensus, weight, bond, *_ = values
    return weight - consensus if weight >= bond else bond - weight


ALPHA_SIGMOID = [
    Group(
        "limits-cross",
        lambda row: row.values[3] > row.values[4],
        why="alpha_low is above alpha_high: the answer is alpha_low.",
        catches="Swapping the limits, or failing.",
        tier="smoke",
    ),
    Group(
        "limited-exponent",
        lambda row: abs(row.values[5]) > 40 * 100 * ONE,
        why="The steepness is so great that the exponent is cut off at 20 in absolute value.",
        catches="An exp that overflows: it once answered alpha_high where alpha_low is due.",
    ),
    Group(
        "weight-equals-bond",
        lambda row: row.values[1] == row.values[2],
        why="A weight equal to the bond counts as buying, measured against consensus.",
        catches="> where production has >=: it would count as selling, with a difference of zero.",
        tier="smoke",
    ),
    Group(
        "buying-below-consensus",
        lambda row: row.values[1] > row.values[2] and row.values[1] <= row.values[0],
        why="A weight above the bond and not above consensus: the difference is brought up to zero.",
        catches="A negative difference in the exponent.",
    ),
    Group(
        "difference-above-one",
        lambda row: _difference_to_consensus(row.values) > ONE,
        why="The difference is above one and is brought down to it.",
        catches="Leaving out the upper limit of the difference.",
    ),
    Group(
        "buying",
        lambda row: row.values[1] > row.values[2],
        why="A weight above the bond and above consensus: the further above consensus, the faster the bond follows.",
        catches="Measuring against the bond.",
    ),
    Group(
        "selling",
        anything,
        why="A weight below the bond: the further below, the faster the bond is given up.",
        catches="Measuring against consensus.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    **{name: groups_of(operation) for name, operation in CONVERSIONS.items()},
    **{name: _conversion_of_each(CONVERSIONS[scalar]) for name, scalar in _OF_EACH.items()},
    "exp_safe": EXP_SAFE,
    "safe_ln": SAFE_LN,
    "sigmoid_safe": SIGMOID_SAFE,
    "clamp_value": CLAMP,
}
"""The groups of each function by the last part of its name."""
