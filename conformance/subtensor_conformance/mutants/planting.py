"""Planting a mutant: the function's module is compiled again with the change, and the function given the new code.

Because the function object stays the same, whoever has imported it calls the fault. Nothing is written to disk, and
what was remembered is forgotten, so that a fault is neither missed nor outlived.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FunctionType

from subtensor_conformance.mutants.mutant import Mutant
from subtensor_spec.rules import forget


class Unplantable(Exception):  # noqa: N818 - it says what cannot be done
    """A mutant's text does not stand exactly once in its function, or does not compile to the same kind of function."""


@contextmanager
def planted(mutant: Mutant) -> Iterator[None]:
    """Let the exact path have a mutant's fault while the context is open. Raises :class:`Unplantable`."""
    function = mutant.function()
    faultless, faulty = function.__code__, faulty_code(mutant, function)
    function.__code__ = faulty
    forget()
    try:
        yield
    finally:
        function.__code__ = faultless
        forget()


def faulty_code(mutant: Mutant, function: FunctionType) -> CodeType:
    """Return the code of a mutant's function after the change."""
    code = function.__code__
    lines, first = inspect.getsourcelines(function)
    text = "".join(lines)
    if text.count(mutant.old) != 1:
        raise Unplantable(f"{mutant.name}: {mutant.old!r} stands {text.count(mutant.old)} times in {mutant.place}")
    module = inspect.getsourcelines(inspect.getmodule(function) or function)[0]
    changed = [*module[: first - 1], text.replace(mutant.old, mutant.new), *module[first - 1 + len(lines) :]]
    compiled = compile("".join(changed), code.co_filename, "exec", dont_inherit=True)
    for found in _codes(compiled):
        if (found.co_qualname, found.co_firstlineno) == (code.co_qualname, code.co_firstlineno):
            return _same_kind(mutant, code, found)
    raise Unplantable(f"{mutant.name}: {mutant.place} is gone after the change")


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _same_kind(mutant: Mutant, before: CodeType, after: CodeType) -> CodeType:
    def shape(code: CodeType) -> tuple[object, ...]:
        arguments = code.co_argcount + code.co_kwonlyargcount
        return code.co_freevars, code.co_argcount, code.co_varnames[:arguments]

    if shape(before) != shape(after):
        raise Unplantable(f"{mutant.name}: {mutant.place} takes other arguments after the change")
    return after
