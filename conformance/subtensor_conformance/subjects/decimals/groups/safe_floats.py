"""Groups of the decimal float."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row

GREATEST_MANTISSA = 10**21


NO_ROOM = 22
"""Digits apart from which one of two numbers has no digit left beside the other."""


def _is_normalised(number: tuple[int, int]) -> bool:
    mantissa, exponent = number
    return GREATEST_MANTISSA // 10 < mantissa <= GREATEST_MANTISSA or (mantissa, exponent) == (0, 0)


def _all_normalised(row: Row) -> bool:
    return all(_is_normalised(number) for number in row.values)


_NOT_NORMALISED = Group(
    "not-normalised",
    lambda row: not _all_normalised(row),
    why="An operand is not normalised, as an old storage entry may be: it is used as it is.",
    catches="Normalising operands first.",
)


_EXPONENT = Group(
    "exponent-leaves-range",
    lambda row: row.is_none and all(mantissa for mantissa, _ in row.values),
    why="The exponent leaves the range of i64: there is no result.",
    catches="Saturating the exponent, or an infinity.",
)


NEW = [
    Group(
        "mantissa-too-great",
        lambda row: row.values[0] > GREATEST_MANTISSA,
        why="A mantissa above 10^21 is refused.",
        catches="Dropping digits until it fits.",
        tier="smoke",
    ),
    Group(
        "exponent-leaves-range",
        lambda row: row.is_none,
        why="Normalising moves the exponent out of the range of i64: there is no result.",
        catches="Saturating the exponent.",
    ),
    Group(
        "zero",
        lambda row: row.values[0] == 0,
        why="Zero is (0, 0), whatever exponent was given.",
        catches="Keeping the exponent.",
        tier="smoke",
    ),
    Group(
        "at-the-edge",
        lambda row: row.values[0] in (10**20, 10**20 + 1, GREATEST_MANTISSA - 1, GREATEST_MANTISSA),
        why="A mantissa at the edge of the normalised range: 10^20 is below it, 10^21 belongs to it.",
        catches="A range that is open at the other end.",
        tier="smoke",
    ),
    Group(
        "scaled-up",
        anything,
        why="A short mantissa is brought to 21 digits and the exponent lowered along.",
        catches="20 digits, or a mantissa without trailing zeros.",
    ),
]


def _with_zero(*positions: int) -> Group:
    return Group(
        "zero-operand",
        lambda row: any(row.values[position][0] == 0 for position in positions),
        why="An operand is zero: a sum is the other operand as it is; x - 0 is x, and 0 - x is nothing at all.",
        catches="Aligning zero's exponent with the other's; answering zero for 0 - x.",
        tier="smoke",
    )


def _gap(row: Row) -> int:
    first, second = (int(number[1]) for number in row.values[:2])
    return abs(first - second)


def _additive(word: str) -> list[Group]:
    groups = [
        _with_zero(0, 1),
        _EXPONENT,
        _NOT_NORMALISED,
        Group(
            "far-apart",
            lambda row: _gap(row) >= NO_ROOM,
            why="The smaller operand has no digit left beside the greater one: it is lost.",
            catches="A power of ten that overflows.",
        ),
    ]
    if word == "difference":
        negative = Group(
            "would-be-negative",
            lambda row: row.outcome == {"ok": ["0", "0"]},
            why="The subtrahend is as large or larger: the difference is zero.",
            catches="Nothing, or a negative number.",
            tier="smoke",
        )
        groups.insert(1, negative)
    aligned = Group(
        "digits-cut",
        lambda row: _gap(row) > 0,
        why=f"The operand with the lower exponent is cut to the other's last digit before the {word}.",
        catches=f"An exact {word} that is rounded afterwards.",
    )
    same = Group(
        "same-exponent",
        anything,
        why=f"Both operands have the same exponent: the {word} of mantissas is exact, and may need normalising.",
        catches="A lost carry or a leading zero.",
    )
    return [*groups, aligned, same]


def _quotients(divisor: int) -> list[Group]:
    return [
        Group(
            "zero-divisor",
            lambda row: row.values[divisor][0] == 0,
            why="The divisor is zero: there is no result.",
            catches="Answering zero, or the greatest number.",
            tier="smoke",
        ),
        Group(
            "zero-dividend",
            lambda row: any(mantissa == 0 for mantissa, _ in row.values[:divisor]),
            why="The dividend or a factor is zero: the result is zero, with exponent zero.",
            catches="Zero with an exponent.",
        ),
        _EXPONENT,
        _NOT_NORMALISED,
        Group(
            "ordinary",
            anything,
            why="The full product is divided once, rounded down, and cut to 21 digits one digit at a time.",
            catches="Rounding the product first: that is the loss of precision that was fixed.",
        ),
    ]


GREATER = [
    Group(
        "zero-operand",
        lambda row: any(mantissa == 0 for mantissa, _ in row.values),
        why="Zero has exponent 0 and numbers are compared by exponent: zero counts as greater than 10^20 · 10^-23.",
        catches="Comparing values.",
        tier="smoke",
    ),
    _NOT_NORMALISED,
    Group(
        "exponents-far-apart",
        lambda row: _gap(row) > 1,
        why="Exponents two or more apart decide alone.",
        catches="Scaling mantissas up until they overflow.",
    ),
    Group(
        "exponents-beside",
        lambda row: _gap(row) == 1,
        why="Exponents one apart: the mantissas are compared at a common exponent.",
        catches="Letting the exponents decide.",
    ),
    Group("same-exponent", anything, why="Mantissas decide.", catches=">= in place of >."),
]


GROUPS: dict[str, list[Group]] = {
    "safe_float.new": NEW,
    "safe_float.add": _additive("sum"),
    "safe_float.sub": _additive("difference"),
    "safe_float.div": _quotients(1),
    "safe_float.mul_div": _quotients(2),
    "safe_float.gt": GREATER,
}
"""The groups of each function by its published name."""
