"""A 64-bit word of one lane as a bit-vector: the numpy path's own code runs on it in place of an array.

It answers numpy's protocols, so ``np.where`` and the arithmetic operators of the kernels reach it unchanged. It keeps
the type that the array would have, ``uint64`` or ``int64``, because shifts, divisions and comparisons depend on it.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import z3

from subtensor_conformance.proofs.symbolic.paths import current_path

BITS = 64


class Truth:
    """A truth value of one lane."""

    shape = (1,)

    def __init__(self, expression: z3.BoolRef) -> None:
        self.expression = expression

    def __and__(self, other: Any) -> "Truth":
        return Truth(z3.And(self.expression, truth(other)))

    def __or__(self, other: Any) -> "Truth":
        return Truth(z3.Or(self.expression, truth(other)))

    def __eq__(self, other: object) -> "Truth":  # type: ignore[override]
        return Truth(self.expression == truth(other))

    def __ne__(self, other: object) -> "Truth":  # type: ignore[override]
        return Truth(self.expression != truth(other))

    __rand__, __ror__ = __and__, __or__
    __hash__ = None  # type: ignore[assignment]

    def __invert__(self) -> "Truth":
        return Truth(z3.Not(self.expression))

    def __bool__(self) -> bool:
        return current_path().decide(self.expression)

    def astype(self, kind: Any) -> "Word":
        """Return 1 for true and 0 for false."""
        return Word(z3.If(self.expression, z3.BitVecVal(1, BITS), z3.BitVecVal(0, BITS)), kind is np.int64)

    def __array_ufunc__(self, ufunc: np.ufunc, _method: str, *inputs: Any, **_options: Any) -> Any:
        return apply_ufunc(ufunc, inputs)

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Any:
        return FUNCTIONS[function](*arguments, **options)


class Word:
    """A word of one lane."""

    shape = (1,)
    size = 1

    def __init__(self, expression: z3.BitVecRef, signed: bool = False) -> None:
        self.expression = expression
        self.signed = signed

    def view(self, kind: Any) -> "Word":
        """Return the same bits read as the other type."""
        return Word(self.expression, kind is np.int64)

    astype = view

    def __array_ufunc__(self, ufunc: np.ufunc, _method: str, *inputs: Any, **_options: Any) -> Any:
        return apply_ufunc(ufunc, inputs)

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Any:
        return FUNCTIONS[function](*arguments, **options)

    def __neg__(self) -> "Word":
        return Word(-self.expression, self.signed)

    def __invert__(self) -> "Word":
        return Word(~self.expression, self.signed)

    __hash__ = None  # type: ignore[assignment]


Operation = Callable[[z3.BitVecRef, z3.BitVecRef], Any]

_EITHER: dict[str, Operation] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
    "lshift": operator.lshift,
    "eq": operator.eq,
    "ne": operator.ne,
}
_UNSIGNED: dict[str, Operation] = {
    "rshift": z3.LShR,
    "floordiv": z3.UDiv,
    "mod": z3.URem,
    "lt": z3.ULT,
    "le": z3.ULE,
    "gt": z3.UGT,
    "ge": z3.UGE,
}
_SIGNED: dict[str, Operation] = {
    "rshift": operator.rshift,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


def _calculate(name: str, left: Any, right: Any) -> Any:
    """Apply one operator to two words, at least one of which is symbolic, as numpy would."""
    if isinstance(left, Truth) or isinstance(right, Truth):
        left, right = _number(left), _number(right)
    signed = any(isinstance(side, Word) and side.signed for side in (left, right))
    if signed and any(isinstance(side, Word) and not side.signed for side in (left, right)):
        raise TypeError("numpy would leave the integers here: uint64 meets int64")
    table = _EITHER if name in _EITHER else _SIGNED if signed else _UNSIGNED
    outcome = table[name](word(left).expression, word(right).expression)
    return Truth(outcome) if z3.is_bool(outcome) else Word(outcome, signed)


def _number(value: Any) -> Any:
    return value.astype(np.uint64) if isinstance(value, Truth) else value


def _install_operators() -> None:
    for name in (*_EITHER, *_UNSIGNED):
        setattr(Word, f"__{name}__", lambda self, other, name=name: _calculate(name, self, other))
        if name not in ("eq", "ne", "lt", "le", "gt", "ge"):
            setattr(Word, f"__r{name}__", lambda self, other, name=name: _calculate(name, other, self))


_install_operators()


def word(value: Any) -> Word:
    """Return a constant, or an array of one element, as a word; a word as it is."""
    if isinstance(value, Word):
        return value
    return Word(z3.BitVecVal(int(np.asarray(value).item()), BITS))


def truth(value: Any) -> z3.BoolRef:
    """Return a truth value, symbolic or not, as a solver's term."""
    if isinstance(value, Truth):
        return value.expression
    return z3.BoolVal(bool(np.asarray(value).item()))


def _where(mask: Any, chosen: Any, otherwise: Any) -> Word:
    one, other = word(chosen), word(otherwise)
    signed = any(isinstance(side, Word) and side.signed for side in (chosen, otherwise))
    return Word(z3.If(truth(mask), one.expression, other.expression), signed)


def _zeros_like(value: Any, dtype: Any = None) -> Any:
    if dtype is np.bool_ or (dtype is None and isinstance(value, Truth)):
        return Truth(z3.BoolVal(False))
    return Word(z3.BitVecVal(0, BITS), isinstance(value, Word) and value.signed)


def _minimum(left: Any, right: Any) -> Word:
    return _where(_calculate("lt", right, left), right, left)


def _maximum(left: Any, right: Any) -> Word:
    return _where(_calculate("lt", left, right), right, left)


def _logical(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Return a bitwise operation that stays with truth values if both sides are."""

    def calculate(left: Any, right: Any) -> Any:
        if isinstance(left, Truth) or isinstance(right, Truth):
            return operation(left if isinstance(left, Truth) else Truth(truth(left)), right)
        return _calculate({"and_": "and", "or_": "or", "eq": "eq", "ne": "ne"}[operation.__name__], left, right)

    return calculate


FUNCTIONS: dict[Any, Callable[..., Any]] = {np.where: _where, np.zeros_like: _zeros_like}

_UFUNCS: dict[Any, Callable[..., Any]] = {
    np.minimum: _minimum,
    np.maximum: _maximum,
    np.bitwise_and: _logical(operator.and_),
    np.bitwise_or: _logical(operator.or_),
    np.equal: _logical(operator.eq),
    np.not_equal: _logical(operator.ne),
    np.invert: operator.invert,
    np.negative: operator.neg,
    np.add: lambda left, right: _calculate("add", left, right),
    np.subtract: lambda left, right: _calculate("sub", left, right),
    np.multiply: lambda left, right: _calculate("mul", left, right),
    np.bitwise_xor: lambda left, right: _calculate("xor", left, right),
    np.left_shift: lambda left, right: _calculate("lshift", left, right),
    np.right_shift: lambda left, right: _calculate("rshift", left, right),
    np.floor_divide: lambda left, right: _calculate("floordiv", left, right),
    np.remainder: lambda left, right: _calculate("mod", left, right),
}


def apply_ufunc(ufunc: np.ufunc, inputs: Sequence[Any]) -> Any:
    """Return what a numpy function gives when one of its arguments is symbolic."""
    return _UFUNCS[ufunc](*inputs)


def limb_words(name: str, count: int, limb_bits: int) -> Any:
    """Return fresh limbs: words whose bits above the limb's are zero."""
    return tuple(Word(z3.ZeroExt(BITS - limb_bits, z3.BitVec(f"{name}{index}", limb_bits))) for index in range(count))


def joined(limbs: Sequence[Any], limb_bits: int) -> z3.BitVecRef:
    """Return the number that limbs stand for, as one bit-vector."""
    parts = [z3.Extract(limb_bits - 1, 0, word(limb).expression) for limb in reversed(limbs)]
    return z3.Concat(*parts) if len(parts) > 1 else parts[0]


def in_range(limbs: Sequence[Any], limb_bits: int) -> z3.BoolRef:
    """Return the claim that every limb is below the radix."""
    return z3.And([z3.ULT(word(limb).expression, 1 << limb_bits) for limb in limbs])
