"""The unknown integers of one run, and what a solver is told of them and of their products."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import z3

from subtensor_conformance.proofs.symbolic.paths import assume
from subtensor_conformance.proofs.symbolic.polynomials import Monomial, product_range


@dataclass
class Unknowns:
    """The unknown integers of one run: their ranges, and what stands for the product of two."""

    ranges: dict[str, tuple[int, int]]
    cuts: dict[tuple[Any, int], Any]
    products: dict[Monomial, z3.ArithRef]
    remainders: dict[Any, int]
    thresholds: tuple[int, ...] = ()
    """Quotients that reach one of these are told to reach it times the divisor as products."""
    count: int = 0

    def fresh(self, name: str, low: int, high: int) -> str:
        """Return the name of a new unknown of a range."""
        self.count += 1
        unique = f"{name}.{self.count}"
        self.ranges[unique] = (low, high)
        symbol = z3.Int(unique)
        assume(low <= symbol, symbol <= high)
        return unique

    def term(self, monomial: Monomial) -> z3.ArithRef | int:
        """Return a product of unknowns as one variable, bounded by what the ranges of its factors imply."""
        if not monomial:
            return 1
        if len(monomial) == 1:
            return z3.Int(monomial[0])
        if monomial not in self.products:
            variable = z3.Int("*".join(monomial))
            self.products[monomial] = variable
            assume(*self._product_facts(monomial, variable))
        return self.products[monomial]

    def narrow(self, name: str, low: int, high: int) -> None:
        """Note a smaller range of an unknown, with what it implies for the products that it is part of."""
        self.ranges[name] = (low, high)
        for monomial, variable in self.products.items():
            if name in monomial:
                assume(*self._product_facts(monomial, variable))

    def _product_facts(self, monomial: Monomial, product: z3.ArithRef) -> Iterable[z3.BoolRef]:
        """Both factors lie within their ranges, so the products of their distances from the ends are not negative."""
        first, rest = monomial[0], monomial[1:]
        left, right = z3.Int(first), self.term(rest)
        low, high = self.ranges[first]
        other_low, other_high = product_range([self.ranges[name] for name in rest])
        yield product - other_low * left - low * right + low * other_low >= 0
        yield product - other_high * left - high * right + high * other_high >= 0
        yield product - other_high * left - low * right + low * other_high <= 0
        yield product - other_low * left - high * right + high * other_low <= 0


_RUNS: list[Unknowns] = []


def current_unknowns() -> Unknowns:
    """Return the unknowns of the present run."""
    return _RUNS[-1]


def with_unknowns(run: Callable[[], Any], thresholds: tuple[int, ...] = ()) -> Callable[[], Any]:
    """Return the function with unknowns of its own; use it under :func:`paths.explore`."""

    def wrapped() -> Any:
        _RUNS.append(Unknowns({}, {}, {}, {}, thresholds))
        try:
            return run()
        finally:
            _RUNS.pop()

    return wrapped
