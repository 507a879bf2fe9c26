"""The kernels of the numpy path, as proofs call them."""

from types import ModuleType
from typing import Any


def symbolic(kernels: ModuleType) -> Any:
    """Return a module of kernels whose functions may be called with symbolic operands in place of arrays."""
    return kernels
