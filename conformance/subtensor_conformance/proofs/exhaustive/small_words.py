"""The I32F32 kernels of the epoch, compiled for words of 8 bits instead of 64: every pair of numbers.

Their modules are read as they stand; only the widths in them (64, 63, 32, 31, and the types of numpy of these widths)
are replaced by an eighth of their own, so that I32F32 becomes I4F4. Every branch that depends on the range of an array
is taken as tightly as it can be: with arrays of a single pair, and with arrays of every symmetric range.
"""

import ast
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from subtensor_conformance.proofs.exhaustive.small_formats import I4F4
from subtensor_conformance.proofs.proof import Refuted

_PACKAGE = "subtensor_spec.vectorised."
_MODULES = ("arrays", "i32f32")
_WIDTHS = {64: 8, 63: 7, 32: 4, 31: 3}
_TYPES = {"int64": "int8", "uint64": "uint8"}

EVERY = range(I4F4.MIN_BITS, I4F4.MAX_BITS + 1)


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


Operation = Callable[[I4F4, I4F4], I4F4]

KERNELS: dict[str, Operation] = {
    "add": I4F4.saturating_add,
    "subtract": I4F4.saturating_sub,
    "multiply": I4F4.saturating_mul,
    "checked_multiply_or_zero": lambda left, right: left.checked_mul(right) or I4F4.ZERO,
    "safe_divide": I4F4.safe_div,
}
"""The kernels of two arrays, by name, with their exact twins."""


def check_every_pair(name: str) -> int:
    """Hold a kernel against the exact path on all pairs; return how many lanes were compared."""
    compute = getattr(narrowed_modules()["i32f32"], name)
    exact = KERNELS[name]
    lanes = 0
    for left in EVERY:
        first = I4F4._of(left)
        expected = {right: exact(first, I4F4._of(right)).bits for right in EVERY}
        for group, compared in GROUPS:
            found = compute(np.array([left], dtype=np.int8), group).tolist()
            for right, outcome in zip(group[compared].tolist(), [found[place] for place in compared], strict=True):
                if outcome != expected[right]:
                    raise Refuted(f"{name}({left}, {right}): {outcome}, exactly {expected[right]}")
            lanes += len(compared)
    return lanes


def _groups() -> list[tuple[Any, list[int]]]:
    """Return arrays of second operands, and which places of each are compared.

    Single numbers, symmetric ranges (of which the ends have no tighter one), and all numbers.
    """
    groups = [(np.array([right], dtype=np.int8), [0]) for right in EVERY]
    for reach in range(1, I4F4.MAX_BITS + 1):
        groups.append((np.arange(-reach, reach + 1, dtype=np.int8), [0, 2 * reach]))
    return [*groups, (np.array(EVERY, dtype=np.int8), list(range(len(EVERY))))]


GROUPS = _groups()
