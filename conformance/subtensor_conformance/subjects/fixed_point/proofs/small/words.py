"""The I32F32 kernels of the epoch, compiled for words of 8 bits instead of 64: every pair of numbers.

Their modules are read as they stand; only the widths in them (64, 63, 32, 31, and the types of numpy of these widths)
are replaced by an eighth of their own, so that I32F32 becomes I4F4. Every branch that depends on the range of an array
is taken as tightly as it can be: with arrays of a single pair, and with arrays of every symmetric range.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.subjects.fixed_point.proofs.small.formats import I4F4

_PACKAGE = "subtensor_spec.vectorised.words."
_MODULES = ("arrays", "i32f32", "proportions")
_WIDTHS = {64: 8, 63: 7, 32: 4, 31: 3}
_TYPES = {"int64": "int8", "uint64": "uint8"}

EVERY = range(I4F4.MIN_BITS, I4F4.MAX_BITS + 1)
ONE = I4F4.ONE.bits


class _Narrowed(ast.NodeTransformer):
    """Replaces widths, and imports of the modules that are narrowed too."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """Replace a width that stands as a number."""
        if type(node.value) is int and node.value in _WIDTHS:
            return ast.copy_location(ast.Constant(_WIDTHS[node.value]), node)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Replace a type of numpy."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "np":
            node.attr = _TYPES.get(node.attr, node.attr)
        return node


def narrowed_modules() -> dict[str, ModuleType]:
    """Return the modules of the kernels, compiled for words of 8 bits."""
    modules: dict[str, ModuleType] = {}

    def imported(name: str, *arguments: Any, **options: Any) -> Any:
        short = name.removeprefix(_PACKAGE)
        return modules[short] if short in modules else __import__(name, *arguments, **options)

    for short in _MODULES:
        spec = find_spec(_PACKAGE + short)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(_PACKAGE + short)
        tree = _Narrowed().visit(ast.parse(Path(spec.origin).read_text(encoding="utf-8")))
        module = ModuleType(f"narrowed.{short}")
        module.__dict__["__builtins__"] = {**vars(__import__("builtins")), "__import__": imported}
        exec(compile(ast.fix_missing_locations(tree), spec.origin, "exec"), module.__dict__)
        modules[short] = module
    return modules


Modules = dict[str, ModuleType]
Operation = Callable[[I4F4, I4F4], I4F4]


@dataclass(frozen=True)
class Kernel:
    """A kernel of two arrays, its exact twin, and the pairs that it is meant for.

    ``compute`` takes the narrowed modules, the one element of the first array, and the second array.
    """

    compute: Callable[[Modules, int, Any], Any]
    exact: Operation
    meant: Callable[[int, int], bool] = lambda _left, _right: True


def _general(name: str, exact: Operation) -> Kernel:
    return Kernel(lambda modules, left, right: getattr(modules["i32f32"], name)(_array([left]), right), exact)


def _scaled(modules: Modules, left: int, right: Any) -> Any:
    return modules["proportions"].scale(_array([left]), right, np.empty_like(right))


def _divided(modules: Modules, left: int, right: Any) -> Any:
    values = np.full((1, right.size), left, dtype=np.int8)
    return modules["proportions"].divide_columns(values, right)[0]


KERNELS: dict[str, Kernel] = {
    "add": _general("add", I4F4.saturating_add),
    "subtract": _general("subtract", I4F4.saturating_sub),
    "multiply": _general("multiply", I4F4.saturating_mul),
    "checked_multiply_or_zero": _general(
        "checked_multiply_or_zero", lambda left, right: left.checked_mul(right) or I4F4.ZERO
    ),
    "safe_divide": _general("safe_divide", I4F4.safe_div),
    "scale": Kernel(_scaled, I4F4.saturating_mul, lambda left, right: 0 <= left <= ONE and 0 <= right <= ONE),
    "divide_columns": Kernel(_divided, I4F4.safe_div, lambda left, right: 0 <= left <= ONE and left <= right),
}


def check_every_pair(name: str) -> int:
    """Hold a kernel against the exact path on all pairs that it is meant for; return how many lanes were compared."""
    kernel, modules = KERNELS[name], narrowed_modules()
    lanes = 0
    for left in EVERY:
        first = I4F4._of(left)
        partners = [right for right in EVERY if kernel.meant(left, right)]
        expected = {right: kernel.exact(first, I4F4._of(right)).bits for right in partners}
        for group, compared in _groups(partners):
            found = kernel.compute(modules, left, _array(group)).tolist()
            for place in compared:
                if found[place] != expected[group[place]]:
                    raise Refuted(f"{name}({left}, {group[place]}): {found[place]}, exactly {expected[group[place]]}")
            lanes += len(compared)
    return lanes


def _groups(partners: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield second operands together, and which places of them are compared.

    Single numbers, symmetric ranges (of which the ends have no tighter one), and all numbers.
    """
    for right in partners:
        yield [right], [0]
    for reach in range(1, I4F4.MAX_BITS + 1):
        group = [right for right in partners if abs(right) <= reach]
        ends = [place for place, right in enumerate(group) if abs(right) == reach]
        if ends:
            yield group, ends
    if partners:
        yield partners, list(range(len(partners)))


def _array(bits: list[int]) -> Any:
    return np.array(bits, dtype=np.int8)
