"""A word of one lane as a whole number: a polynomial in unknown integers, with a range that must stay within 64 bits.

The bit-vector stand-in cannot follow products of wide numbers. This one can: what ``& mask`` and ``>> shift`` cut off
is an unknown of its own (``t & mask`` is ``t - 2**k * cut``, ``t >> k`` is that ``cut``), so that carries cancel out of
a sum of limbs by themselves, and an equality of products is an equality of polynomials. It shows in passing that no
operation leaves the 64-bit word: every result's range is worked out, and where that is too wide a solver is asked.
"""

from collections.abc import Callable, Iterable, Mapping
from math import gcd
from typing import Any

import numpy as np
import z3

from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.proofs.symbolic.paths import assume, current_path
from subtensor_conformance.proofs.symbolic.polynomials import Monomial, added, multiplied, product_range, scaled
from subtensor_conformance.proofs.symbolic.unknowns import current_unknowns

WORD = 1 << 64


def unknown(name: str, low: int, high: int) -> "Whole":
    """Return a new unknown integer of a range."""
    return Whole({(current_unknowns().fresh(name, low, high),): 1}, low, high)


class Whole:
    """A whole number within a range: a polynomial in unknowns."""

    shape = (1,)
    size = 1

    def __init__(self, terms: Mapping[Monomial, int], low: int, high: int, signed: bool = False) -> None:
        self.terms = {monomial: factor for monomial, factor in terms.items() if factor}
        self.low, self.high, self.signed = low, high, signed

    @property
    def is_constant(self) -> bool:
        """Whether it is one known number."""
        return set(self.terms) <= {()}

    @property
    def formula(self) -> z3.ArithRef:
        """The number as a solver's term."""
        run = current_unknowns()
        return z3.Sum(
            [factor * run.term(monomial) for monomial, factor in sorted(self.terms.items())] or [z3.IntVal(0)]
        )

    def in_word(self) -> "Whole":
        """Return the number after showing that it fits the word; raise :class:`Refuted` if it may not."""
        low, high = (-(WORD // 2), WORD // 2 - 1) if self.signed else (0, WORD - 1)
        if self.is_constant:
            self.low = self.high = self.terms.get((), 0)
        for inside, outside in ((self.low >= low, "<"), (self.high <= high, ">")):
            if not inside:
                formula = self.formula
                beyond = formula < low if outside == "<" else formula > high
                if current_path().possible(beyond):
                    raise Refuted(f"a word may be left: {self.low} … {self.high}")
        self.low, self.high = max(self.low, low), min(self.high, high)
        return self

    def view(self, kind: Any) -> "Whole":
        """Return the number read as the other type, which must hold it."""
        return Whole(self.terms, self.low, self.high, kind is np.int64).in_word()

    astype = view

    def __add__(self, other: Any) -> "Whole":
        return combine(self, whole(other), 1)

    def __sub__(self, other: Any) -> "Whole":
        return combine(self, whole(other), -1)

    def __rsub__(self, other: Any) -> "Whole":
        return combine(whole(other), self, -1)

    def __mul__(self, other: Any) -> "Whole":
        return multiply(self, whole(other))

    __radd__, __rmul__ = __add__, __mul__

    def __and__(self, other: Any) -> "Whole":
        mask = constant_of(other)
        if mask & (mask + 1):
            raise NotImplementedError("only masks of low bits are defined")
        if self.low >= 0 and self.high <= mask:
            return self
        above = cut(self, mask.bit_length())
        return Whole(added(self.terms, scaled(above.terms, mask + 1), -1), 0, mask, self.signed)

    def __rshift__(self, other: Any) -> "Whole":
        return cut(self, constant_of(other))

    def __lshift__(self, other: Any) -> "Whole":
        return multiply(self, whole(1 << constant_of(other)))

    def __or__(self, other: Any) -> "Whole":
        """Return the sum, which it is where the bits of one side lie above those of the other."""
        right = whole(other)
        common = gcd(*self.terms.values())
        step = common & -common if common else WORD
        apart = right.low >= 0 and right.high < step
        if not apart and current_path().possible(z3.Or(right.formula < 0, right.formula >= step)):
            raise Refuted("the sides of a bitwise or may overlap")
        return self + right

    def __xor__(self, other: Any) -> "Whole":
        """Return the number, or its complement within a limb, for a constant of no ones or as many as it has bits."""
        mask = constant_of(other)
        if mask & (mask + 1) or (mask and not 0 <= self.low <= self.high <= mask):
            raise NotImplementedError("only the complement of a whole limb is defined")
        return whole(mask) - self if mask else self

    def __floordiv__(self, other: Any) -> "Whole":
        """Return the quotient as an unknown: with the divisor, and a rest below that, it makes up the number."""
        divisor = whole(other)
        if self.low < 0 or divisor.low < 1:
            raise NotImplementedError("only positive divisors are defined")
        quotient = unknown("quotient", 0, self.high // divisor.low)
        rest = unbounded_difference(self, quotient, divisor)
        assume(rest.formula >= 0, rest.formula <= divisor.formula - 1)
        current_unknowns().remainders[frozenset(rest.terms.items())] = divisor.high - 1
        product = unbounded_product(quotient, divisor)
        for threshold in current_unknowns().thresholds:
            reached = product.formula >= threshold * divisor.formula
            assume(z3.Or(quotient.formula < threshold, reached))
        return quotient

    def __ne__(self, other: object) -> bool:
        """Settle on a path whether two numbers differ."""
        return current_path().decide(self.formula != whole(other).formula)

    __hash__ = None  # type: ignore[assignment]

    def __array_ufunc__(self, ufunc: np.ufunc, _method: str, *inputs: Any, **_options: Any) -> Any:
        return _UFUNCS[ufunc](*(whole(value) for value in inputs))

    def __array_function__(self, function: Any, _types: Any, arguments: Any, _options: Any) -> Any:
        return _FUNCTIONS[function](*arguments)


def whole(value: Any) -> Whole:
    """Return a constant, or an array of one element, as a whole number; a whole number as it is."""
    if isinstance(value, Whole):
        return value
    number = int(np.asarray(value).item())
    return Whole({(): number}, number, number)


def constant_of(value: Any) -> int:
    """Return a known number."""
    number = whole(value)
    if not number.is_constant:
        raise NotImplementedError("the number must be known")
    return number.terms.get((), 0)


def combine(left: Whole, right: Whole, sign: int) -> Whole:
    """Return the sum or the difference, which must fit the word."""
    ends = (right.low, right.high) if sign > 0 else (-right.high, -right.low)
    signed = left.signed or right.signed
    terms = added(left.terms, right.terms, sign)
    limit = current_unknowns().remainders.get(frozenset(terms.items()))
    if limit is not None:
        return Whole(terms, 0, limit, signed)
    return Whole(terms, left.low + ends[0], left.high + ends[1], signed).in_word()


def multiply(left: Whole, right: Whole) -> Whole:
    """Return the product, which must fit the word; a factor that is 0 or 1 is decided first."""
    left, right = _settled(left, right), _settled(right, left)
    low, high = product_range([(left.low, left.high), (right.low, right.high)])
    return Whole(multiplied(left.terms, right.terms), low, high, left.signed or right.signed).in_word()


def _settled(number: Whole, other: Whole) -> Whole:
    """Return 0 or 1 on a path of its own, if the number is one of these and the other is not known either."""
    return number if other.is_constant else settled(number)


def settled(number: Whole) -> Whole:
    """Return 0 or 1 on a path of its own, if the number is an unknown one of these; else the number."""
    if number.is_constant or not (number.low == 0 and number.high == 1):
        return number
    return whole(int(current_path().decide(number.formula == 1)))


def cut(number: Whole, places: int) -> Whole:
    """Return the number divided by a power of two and rounded down."""
    size = 1 << places
    if number.low >= 0 and number.high < size:
        return whole(0)
    if all(factor % size == 0 for factor in number.terms.values()):
        terms = {monomial: factor // size for monomial, factor in number.terms.items()}
        return Whole(terms, number.low // size, number.high // size, number.signed)
    run, key = current_unknowns(), (frozenset(number.terms.items()), places)
    if key not in run.cuts:
        part = unknown("cut", number.low // size, number.high // size)
        rest = Whole(added(number.terms, scaled(part.terms, size), -1), 0, size - 1)
        assume(rest.formula >= 0, rest.formula <= size - 1)
        run.cuts[key] = part
    part = run.cuts[key]
    return Whole(part.terms, part.low, part.high, number.signed)


def unbounded_sum(parts: Iterable[Whole], shift: int) -> Whole:
    """Return the number that limbs stand for; it need fit no word."""
    terms: dict[Monomial, int] = {}
    low = high = 0
    for index, part in enumerate(parts):
        terms = added(terms, scaled(part.terms, 1 << shift * index), 1)
        low, high = low + (part.low << shift * index), high + (part.high << shift * index)
    return Whole(terms, low, high)


def unbounded_product(left: Whole, right: Whole) -> Whole:
    """Return the product of numbers that need fit no word."""
    low, high = product_range([(left.low, left.high), (right.low, right.high)])
    return Whole(multiplied(left.terms, right.terms), low, high)


def unbounded_difference(number: Whole, left: Whole, right: Whole) -> Whole:
    """Return ``number - left * right``, which need fit no word."""
    product = unbounded_product(left, right)
    return Whole(added(number.terms, product.terms, -1), number.low - product.high, number.high - product.low)


def _minimum(left: Whole, right: Whole) -> Whole:
    """Return the smaller, on a path of its own; ``left`` is an unknown, ``right`` is known."""
    (name,), limit = *left.terms, constant_of(right)
    if current_path().decide(left.formula <= limit):
        current_unknowns().narrow(name, left.low, limit)
        return Whole(left.terms, left.low, limit, left.signed)
    current_unknowns().narrow(name, limit + 1, left.high)
    return right


_UFUNCS: dict[Any, Callable[..., Whole]] = {
    np.add: lambda left, right: combine(left, right, 1),
    np.subtract: lambda left, right: combine(left, right, -1),
    np.multiply: multiply,
    np.minimum: _minimum,
}
_FUNCTIONS: dict[Any, Callable[..., Whole]] = {np.zeros_like: lambda _value: whole(0)}
