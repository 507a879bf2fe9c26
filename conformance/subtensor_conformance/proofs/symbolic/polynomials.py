"""Polynomials in unknown integers: terms, each a product of unknowns with its factor, and the ranges of products."""

from collections.abc import Iterable, Mapping

Monomial = tuple[str, ...]
"""The names of the unknowns multiplied, in order; empty for the constant term."""


def added(left: Mapping[Monomial, int], right: Mapping[Monomial, int], sign: int) -> dict[Monomial, int]:
    """Return the terms of a sum, or with the sign -1 of a difference."""
    terms = dict(left)
    for monomial, factor in right.items():
        terms[monomial] = terms.get(monomial, 0) + sign * factor
    return {monomial: factor for monomial, factor in terms.items() if factor}


def scaled(terms: Mapping[Monomial, int], factor: int) -> dict[Monomial, int]:
    """Return the terms of a multiple."""
    return {monomial: value * factor for monomial, value in terms.items()}


def multiplied(left: Mapping[Monomial, int], right: Mapping[Monomial, int]) -> dict[Monomial, int]:
    """Return the terms of a product."""
    terms: dict[Monomial, int] = {}
    for one, factor in left.items():
        for other, value in right.items():
            monomial = tuple(sorted((*one, *other)))
            terms[monomial] = terms.get(monomial, 0) + factor * value
    return terms


def product_range(ranges: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the range of a product of numbers of the given ranges."""
    low, high = 1, 1
    for other in ranges:
        ends = [one * two for one in (low, high) for two in other]
        low, high = min(ends), max(ends)
    return low, high
