"""Why rows of the transcendental functions exist."""

import re
from collections.abc import Callable

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.transcendental.functions import FUNCTIONS
from subtensor_conformance.subjects.transcendental.groups.exponentials import exponential, logarithm, rotation
from subtensor_conformance.subjects.transcendental.groups.powers import integer_power, power, root
from subtensor_conformance.subjects.transcendental.groups.safe_math import (
    bisected_root,
    safe_logarithm,
    safe_logarithm_to_base,
    safe_power,
)
from subtensor_spec.arithmetic import FORMATS, FixedPoint

_BY_NAME: dict[str, Callable[[type[FixedPoint]], list[Group]]] = {
    "exp": exponential,
    "ln": logarithm("ln", "the binary logarithm is divided by log2(e) with 23 fraction bits"),
    "log2": logarithm("log2", "the answer is the binary logarithm itself"),
    "pow": power,
    "powi": integer_power,
    "sqrt": root,
    "fx_checked_sqrt": bisected_root,
    "fx_checked_pow": safe_power,
    "fx_checked_ln": safe_logarithm,
    "fx_checked_log": safe_logarithm_to_base,
    "sin": rotation,
    "cos": rotation,
}


def _groups_for(function: Function) -> list[Group]:
    _, type_name, operation = function.raw_name.split(".")
    return _BY_NAME[re.sub(r"_to_[IU]\d+F\d+$", "", operation)](FORMATS[type_name])


GROUPS: dict[str, list[Group]] = {function.name: _groups_for(function) for function in FUNCTIONS}
"""The groups of each function by its published name."""
