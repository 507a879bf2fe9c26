"""Arguments of the epoch's vector and matrix functions: sizes that fit together, most of the time."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.functions import all_functions
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import split_type
from subtensor_conformance.fuzz.strategies import numbers
from subtensor_conformance.fuzz.strategies.choices import about, dense_matrix, few_about, sparse_matrix
from subtensor_conformance.subjects.consensus.functions.matrices import CONDITIONS
from subtensor_spec.arithmetic import FORMATS

LARGEST = 6
"""The most neurons."""

Strategy = SearchStrategy[Any]

_ONE = FORMATS["I32F32"].ONE.bits
_WHOLE = st.integers(0, 65535).map(lambda value: value * _ONE)

_REGIMES = {
    "I32F32": (numbers.proportions(), _WHOLE, numbers.fixed_point("I32F32")),
    "I64F64": (numbers.proportions("I64F64"), numbers.fixed_point("I64F64")),
}
"""What the numbers of a question are: shares, stored integers, anything."""

_SCALES = ("minority", "partition_lo", "partition_hi", "majority", "ratio", "alpha", "low", "high", "kappa")
"""Parameters that are proportions in practice, whatever the vectors are."""


def arguments(function: Function) -> Strategy:
    """Return the arguments of a function of ``math``; its vectors and matrices are of about the same size."""
    shape = st.tuples(st.integers(0, LARGEST), st.integers(0, len(_REGIMES["I32F32"]) - 1))
    return shape.flatmap(lambda drawn: _arguments(function.name, *drawn))


@cache
def _arguments(name: str, size: int, regime: int) -> Strategy:
    parameters = all_functions()[name].parameters
    return st.tuples(*(_argument(parameter, kind, size, regime) for parameter, kind in parameters)).map(list)


def _argument(name: str, type_text: str, size: int, regime: int) -> Strategy:
    head, inner = split_type(type_text)
    if head == "sparse":
        return sparse_matrix(_number(inner[0], regime), size, size)
    if head == "list":
        inner_head, inmost = split_type(inner[0])
        if inner_head == "list":
            return dense_matrix(_item(name, inmost[0], size, regime), size, size)
        return few_about(_item(name, inner[0], size, regime), size)
    if type_text == "text":
        return st.sampled_from(sorted(CONDITIONS))
    if name in ("columns", "except_index"):
        return about(size)
    if type_text == "usize":
        return st.one_of(st.integers(0, size + 1), numbers.integers("u64")).map(str)
    return _item(name, type_text, size, 0 if name in _SCALES and regime else regime)


def _item(name: str, type_text: str, size: int, regime: int) -> Strategy:
    if type_text == "bool":
        return st.booleans()
    if name == "partition_idx":
        return st.integers(0, size + 1).map(str)
    if type_text in _REGIMES:
        return _number(type_text, regime)
    if type_text == "u16":
        return numbers.integers("u16")
    if type_text in ("f32", "f64"):
        return numbers.floats(int(type_text[1:]), "I32F32").map(str)
    return st.one_of(st.integers(0, 3), numbers.integers("u64")).map(str)


def _number(type_text: str, regime: int) -> Strategy:
    regimes = _REGIMES[type_text]
    return regimes[min(regime, len(regimes) - 1)].map(str)
