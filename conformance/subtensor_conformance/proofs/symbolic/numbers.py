"""An integer without practical limit as a bit-vector: the exact path's own code runs on it in place of an ``int``."""

import operator
from collections.abc import Callable
from typing import Any

import z3

from subtensor_conformance.proofs.symbolic.paths import current_path
from subtensor_conformance.proofs.symbolic.unexplained import PRODUCT, QUOTIENT, REMAINDER, WIDTH


class Number(int):
    """A symbolic integer. It passes for an ``int``, but every operation that it does not define is refused."""

    expression: z3.BitVecRef

    def __new__(cls, expression: z3.BitVecRef) -> "Number":
        """Hold an expression of the full width, read as two's complement."""
        number = super().__new__(cls, 0)
        number.expression = expression
        return number

    @classmethod
    def of(cls, bits: z3.BitVecRef, *, signed: bool) -> "Number":
        """Return a bit-vector of any width as a number."""
        extend = z3.SignExt if signed else z3.ZeroExt
        return cls(extend(WIDTH - bits.size(), bits))

    def __abs__(self) -> "Number":
        return self if self >= 0 else -self

    def __neg__(self) -> "Number":
        return Number(-self.expression)

    def __bool__(self) -> bool:
        return current_path().decide(self.expression != 0)

    def __mul__(self, other: Any) -> "Number":
        """Return the product; that of two unknown numbers is left unexplained."""
        if isinstance(other, Number):
            return Number(PRODUCT(self.expression, other.expression))
        return Number(self.expression * other)

    __rmul__ = __mul__

    def __floordiv__(self, other: Any) -> "Number":
        """Return the quotient by an unknown number, left unexplained; the exact path divides magnitudes only."""
        return Number(QUOTIENT(self.expression, expression(other)))

    def __mod__(self, other: Any) -> "Number":
        """Return the remainder by a power of two, or by an unknown number, left unexplained."""
        if isinstance(other, Number):
            return Number(REMAINDER(self.expression, other.expression))
        if other <= 0 or other & (other - 1):
            raise NotImplementedError("no other remainder is defined")
        return Number(self.expression & other - 1)

    __hash__ = None  # type: ignore[assignment]


def expression(value: int) -> z3.BitVecRef:
    """Return an integer, symbolic or not, as a bit-vector of the full width."""
    return value.expression if isinstance(value, Number) else z3.BitVecVal(value, WIDTH)


_NUMERIC: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "and": operator.and_,
    "or": operator.or_,
    "lshift": operator.lshift,
    "rshift": operator.rshift,
}
_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "eq": operator.eq,
    "ne": operator.ne,
}


_KEPT = {"__class__", "__init__", "__getattribute__", "__setattr__", "__delattr__", "__dir__", "__doc__"}
"""What a symbolic integer has in common with any object."""


def _install_operators() -> None:
    own = set(vars(Number))
    for name in dir(int):
        if name not in own | _KEPT | {"__init_subclass__", "__subclasshook__"}:
            setattr(Number, name, _refused(name))
    for name, operation in _NUMERIC.items():
        setattr(Number, f"__{name}__", _numeric(operation))
        setattr(Number, f"__r{name}__", _numeric(_swapped(operation)))
    for name, operation in _COMPARISONS.items():
        setattr(Number, f"__{name}__", _comparison(operation))


def _swapped(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda left, right: operation(right, left)


def _refused(name: str) -> property:
    def refuse(_self: Number) -> Any:
        raise NotImplementedError(f"a symbolic integer has no {name}")

    return property(refuse)


def _numeric(operation: Callable[[Any, Any], Any]) -> Callable[[Number, int], Number]:
    return lambda self, other: Number(operation(self.expression, expression(other)))


def _comparison(operation: Callable[[Any, Any], Any]) -> Callable[[Number, int], bool]:
    return lambda self, other: current_path().decide(operation(self.expression, expression(other)))


_install_operators()
