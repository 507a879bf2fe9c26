"""What the fuzzer asks of other revisions: a few subnets of emission by flow, and pools in which something waits."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions.function import Function
from subtensor_conformance.fuzz.strategies.types import of_type
from subtensor_conformance.subjects.common.strategies import with_subnets

Strategy = SearchStrategy[Any]

_WHOLE = 10**18
"""Parts of a whole weight."""

_AMOUNTS = of_type("u64")
_WEIGHTS = st.one_of(st.integers(_WHOLE // 200, _WHOLE // 50), st.integers(_WHOLE // 100, _WHOLE)).map(str)
_POOLS = st.tuples(_AMOUNTS, _AMOUNTS, _WEIGHTS, _AMOUNTS, _AMOUNTS).map(list)

_MODES = st.integers(0, 2)
"""The places of the liquid alpha's modes in their enum."""

_SPECIAL = {"pool": _POOLS, "mode": _MODES}


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function of a revision before or after the current one."""
    if not function.name.startswith("later."):
        return with_subnets(function)
    return st.tuples(*(_SPECIAL.get(name, of_type(kind)) for name, kind in function.parameters)).map(list)
