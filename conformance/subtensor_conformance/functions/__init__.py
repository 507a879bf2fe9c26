"""The functions that vectors and adapters name, merged from the tables of all subjects on first use."""

from collections.abc import Mapping
from functools import cache

from subtensor_conformance import subjects
from subtensor_conformance.functions.function import BatchKernel, Function


@cache
def functions_by_subject() -> Mapping[str, Mapping[str, Function]]:
    """Return the functions of each subject by their published names, under the subject's word."""
    return {
        word: {function.name: function for function in part.FUNCTIONS} for word, part in subjects.parts("functions")
    }


@cache
def all_functions() -> Mapping[str, Function]:
    """Return every function by its published name."""
    functions: dict[str, Function] = {}
    for own in functions_by_subject().values():
        for name, function in own.items():
            if name in functions:
                raise ValueError(f"function {name} is published twice")
            functions[name] = function
    return functions


@cache
def all_kernels() -> Mapping[str, BatchKernel]:
    """Return every batch kernel of the numpy path by the published name of its function; imports numpy."""
    return {name: kernel for _, part in subjects.parts("numpy_functions") for name, kernel in part.KERNELS.items()}


@cache
def _by_either_name() -> Mapping[str, Function]:
    published = all_functions()
    return {function.raw_name: function for function in published.values()} | dict(published)


def find(name: str) -> Function | None:
    """Return the function of a published name or of a captured answer's name, or nothing."""
    return _by_either_name().get(name)


@cache
def subject_of(function: Function) -> str:
    """Return the word of the subject that publishes a function."""
    return next(word for word, own in functions_by_subject().items() if function.name in own)
