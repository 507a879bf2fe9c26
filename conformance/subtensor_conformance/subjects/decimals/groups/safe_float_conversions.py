"""Groups of the decimal float's conversions."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything

TO_INTEGER = [
    Group(
        "saturates",
        lambda row: row.outcome == {"ok": str(2**64 - 1)},
        why="The number is beyond u64 and saturates.",
        catches="Wrapping.",
    ),
    Group(
        "vanishes",
        lambda row: row.outcome == {"ok": "0"},
        why="The number is below one, or zero: rounded down it is zero.",
        catches="A power of ten that overflows for a very low exponent.",
    ),
    Group(
        "fraction-lost",
        lambda row: row.values[0][1] < 0,
        why="Digits behind the point are cut off.",
        catches="Rounding to nearest.",
    ),
    Group("whole", anything, why="The exponent is not negative: all digits count.", catches="Losing trailing zeros."),
]

TO_DOUBLE = [
    Group(
        "zero",
        lambda row: row.values[0][0] == 0,
        why="Zero is the double zero.",
        catches="Failing on a mantissa of zero.",
    ),
    Group(
        "ordinary",
        anything,
        why="Mantissa and power of ten are rounded to doubles before they are multiplied.",
        catches="The nearest double to the exact value.",
    ),
]

FROM_INTEGER = [
    Group("zero", lambda row: row.values[0] == 0, why="Zero is (0, 0).", catches="Zero with an exponent."),
    Group(
        "ordinary",
        anything,
        why="An integer of up to 20 digits is held exactly, scaled up to 21.",
        catches="Going through a double.",
    ),
]

FROM_FIXED = [
    Group("zero", lambda row: row.values[0] == 0, why="Zero is (0, 0).", catches="Zero with an exponent."),
    Group(
        "whole",
        lambda row: row.values[0] % 2**64 == 0,
        why="No fraction: the integer part alone.",
        catches="Zero added with a lower exponent, which would cut digits.",
    ),
    Group(
        "below-one",
        lambda row: row.values[0] < 2**64,
        why="No integer part: 21 digits of the fraction.",
        catches="Fewer digits, for leading zeros.",
    ),
    Group(
        "mixed",
        anything,
        why="The fraction is cut to the last digit of the integer part: a long integer part leaves few to it.",
        catches="The nearest decimal of the whole.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "safe_float.to_u64": TO_INTEGER,
    "safe_float.to_f64": TO_DOUBLE,
    "safe_float.from_u64": FROM_INTEGER,
    "safe_float.from_u64f64": FROM_FIXED,
}
"""The groups of each function by its published name."""
