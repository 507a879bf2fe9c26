"""Why rows of the fixed-point functions exist."""

from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.authoring.grouping.exact_results import groups_of
from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.fixed_point.functions import FUNCTIONS
from subtensor_conformance.subjects.fixed_point.groups.operations import operation_of
from subtensor_conformance.subjects.fixed_point.groups.special import SPECIAL
from subtensor_spec.arithmetic import FORMATS

__all__ = ["GROUPS", "operation_of"]


def _groups_for(function: Function) -> list[Group]:
    _, type_name, name = function.raw_name.split(".")
    if name in SPECIAL:
        return SPECIAL[name](FORMATS[type_name])
    operation = operation_of(function)
    if operation is None:
        raise ValueError(f"{function.name} is no operation with an exact result")
    return groups_of(operation)


GROUPS: dict[str, list[Group]] = {function.name: _groups_for(function) for function in FUNCTIONS}
"""The groups of each function by its published name."""
