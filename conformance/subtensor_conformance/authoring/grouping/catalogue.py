"""The groups of every published function."""

from subtensor_conformance import subjects
from subtensor_conformance.authoring.grouping.arrangement import Group
from subtensor_conformance.authoring.grouping.exact_results import Operation
from subtensor_conformance.functions import subject_of
from subtensor_conformance.functions.function import Function
from subtensor_spec.errors import InvalidInput


def groups_for(function: Function) -> list[Group]:
    """Return the groups of a function. Raises :class:`InvalidInput` if nobody has said what its rows are for."""
    part = subjects.part_of(subject_of(function), "groups")
    groups: list[Group] | None = part.GROUPS.get(function.name) if part else None
    if groups is None:
        raise InvalidInput(function.name, "has no groups, so its rows cannot be published")
    return groups


def operation_of(function: Function) -> Operation | None:
    """Return what a function computes exactly, if its subject says so."""
    part = subjects.part_of(subject_of(function), "groups")
    find = getattr(part, "operation_of", None)
    return find(function) if find else None
