"""Groups of the conversions between fixed-point numbers and decimal text."""

import re

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_spec.arithmetic import FixedPoint

_PLAIN = re.compile(r"[+-]?\d+")


def display_groups(number: type[FixedPoint]) -> list[Group]:
    """Return the groups of writing a number in decimals."""
    one = number.ONE.bits
    return [
        Group(
            "whole",
            lambda row: row.values[0] % one == 0,
            why="A whole number is written without a decimal point.",
            catches="A trailing .0.",
        ),
        Group(
            "fraction",
            anything,
            why="A fraction is written with the fewest digits that read back as the same bits.",
            catches="All digits of the binary fraction, or so few that the bits are lost.",
        ),
    ]


def parse_groups(_number: type[FixedPoint]) -> list[Group]:
    """Return the groups of reading a number from decimals."""
    return [
        Group(
            "refused",
            lambda row: row.is_none,
            why="The text is no number of this type: empty, a word, an exponent, or out of range.",
            catches="Reading a prefix, accepting an exponent, saturating.",
        ),
        Group(
            "whole",
            lambda row: _PLAIN.fullmatch(row.values[0]) is not None,
            why="A whole number is read exactly.",
            catches="Going through a float, which has too few digits.",
        ),
        Group(
            "fraction",
            anything,
            why="A decimal fraction is rounded to the nearest value.",
            catches="Cutting off, or going through a float and rounding twice.",
        ),
    ]
