"""The functions that vectors and adapters name, merged from the tables of all subjects on first use."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from subtensor_conformance.functions.function import BatchKernel, Function

SUBJECTS = (
    "fixed_point",
    "transcendental",
    "math",
    "issuance",
    "epoch",
    "decimal",
    "share_pool",
    "balancer",
    "coinbase",
)
"""Each has a module of that name with ``FUNCTIONS``, and may have ``…_numpy`` with ``KERNELS``."""


@cache
def all_functions() -> Mapping[str, Function]:
    """Return every function by its published name."""
    functions: dict[str, Function] = {}
    for subject in SUBJECTS:
        for function in import_module(f"{__name__}.{subject}").FUNCTIONS:
            if function.name in functions:
                raise ValueError(f"function {function.name} is published twice")
            functions[function.name] = function
    return functions


@cache
def all_kernels() -> Mapping[str, BatchKernel]:
    """Return every batch kernel of the numpy path by the published name of its function; imports numpy."""
    kernels: dict[str, BatchKernel] = {}
    for subject in SUBJECTS:
        twin = f"{__name__}.{subject}_numpy"
        if find_spec(twin):
            kernels |= import_module(twin).KERNELS
    return kernels


@cache
def _by_either_name() -> Mapping[str, Function]:
    published = all_functions()
    return {function.raw_name: function for function in published.values()} | dict(published)


def find(name: str) -> Function | None:
    """Return the function of a published name or of a captured answer's name, or nothing."""
    return _by_either_name().get(name)

