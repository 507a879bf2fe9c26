"""A short notation for vectors and sparse matrices of I32F32, so that planned rows can be read.

``vector("1/2 -3 bit max")`` is a list of four numbers; ``sparse("0:1/2 3:1 | | 1:bit")`` has three rows, one empty.
A number is an integer, a fraction (rounded down), or one of ``bit``, ``max`` and ``min``, with a minus sign or without;
``+3bit`` or ``-bit`` behind it adds bits.
"""

import re
from fractions import Fraction
from math import floor
from typing import Any

from subtensor_spec.arithmetic import I32F32

_NAMED = {"bit": 1, "max": I32F32.MAX_BITS, "min": I32F32.MIN_BITS}
_NUMBER = re.compile(r"(?P<value>-?(?:\d+(?:/\d+)?|bit|max|min))(?:(?P<sign>[+-])(?P<bits>\d*)bit)?")


def number(text: str) -> str:
    """Return the bits of a number as vectors write them."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no number of the notation")
    extra = int(match["bits"] or 1) * (-1 if match["sign"] == "-" else 1) if match["sign"] else 0
    return str(_bits(match["value"]) + extra)


def _bits(text: str) -> int:
    plain = text.removeprefix("-")
    if plain in _NAMED:
        return -_NAMED[plain] if text.startswith("-") else _NAMED[plain]
    return floor(Fraction(text) * I32F32.ONE.bits)


def vector(text: str) -> list[str]:
    """Return a vector."""
    return [number(word) for word in text.split()]


def dense(text: str) -> list[list[str]]:
    """Return a matrix row by row; rows are separated by bars."""
    return [vector(row) for row in text.split("|")] if text else []


def sparse(text: str) -> list[list[list[Any]]]:
    """Return a sparse matrix; rows are separated by bars, an entry is ``column:value``."""
    return [[_entry(word) for word in row.split()] for row in text.split("|")] if text else []


def _entry(word: str) -> list[Any]:
    column, value = word.split(":")
    return [int(column), number(value)]
