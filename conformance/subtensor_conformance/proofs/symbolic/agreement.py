"""An operation on arrays and its exact twin, run on the same symbolic numbers: the same bits along every path."""

from typing import Any

import z3

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.numpy_rows import ArrayKernel
from subtensor_conformance.proofs.symbolic.numbers import Number, expression
from subtensor_conformance.proofs.symbolic.paths import prove_every_path
from subtensor_conformance.proofs.symbolic.unexplained import unexplained
from subtensor_conformance.proofs.symbolic.words import in_range, joined, limb_words, truth
from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.errors import Panic
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers


def prove_agreement(function: Function, kernel: ArrayKernel, seconds: float) -> None:
    """Show that a kernel returns what its exact function returns, for every argument of its formats."""
    symbols = [symbolic(f"a{index}_", number) for index, number in enumerate(kernel.formats)]
    arguments = [exact_value(kind, numbers) for (_, kind), numbers in zip(function.parameters, symbols, strict=True)]
    with unexplained() as sizes:
        result = kernel.compute(*symbols)
    panics = truth(kernel.panics(*symbols)) if kernel.panics else z3.BoolVal(False)

    def claim() -> z3.BoolRef:
        expected = _outcome(function, arguments)
        if isinstance(expected, Panic):
            return panics
        return z3.And(z3.Not(panics), _same(result, expected, partial=kernel.partial))

    prove_every_path(claim, seconds, sizes)


def _outcome(function: Function, arguments: list[Any]) -> Any:
    try:
        return function.exact(*arguments)
    except Panic as panic:
        return panic


def symbolic(name: str, number: Format) -> Numbers:
    """Return any number of a format."""
    limbs = limb_words(name, number.limb_count, number.radix.bits)
    if number.width < number.radix.bits:
        raise ValueError(f"{number.name} does not fill a limb")
    return Numbers(number, limbs)


def exact_value(kind: str, numbers: Numbers) -> Any:
    """Return the exact path's value of the same symbolic bits."""
    bits = Number.of(joined(numbers.limbs, numbers.format.radix.bits), signed=numbers.format.signed)
    return FORMATS[kind]._of(bits) if kind in FORMATS else bits


def _same(result: Any, expected: Any, *, partial: bool) -> z3.BoolRef:
    """Return the claim that the array's result is the exact one."""
    if not partial:
        return same_number(result, expected)
    numbers, present = result
    if expected is None:
        return z3.Not(truth(present))
    return z3.And(truth(present), same_number(numbers, expected))


def same_number(numbers: Numbers, expected: Any) -> z3.BoolRef:
    """Return the claim that limbs are in range and stand for the number."""
    limb_bits = numbers.format.radix.bits
    found = joined(numbers.limbs, limb_bits)
    exact = expression(getattr(expected, "bits", expected))
    extend = z3.SignExt if numbers.format.signed else z3.ZeroExt
    whole = extend(exact.size() - found.size(), found)
    return z3.And(in_range(numbers.limbs, limb_bits), whole == exact)
