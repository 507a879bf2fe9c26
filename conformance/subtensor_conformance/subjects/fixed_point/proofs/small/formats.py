"""The kernels of limbs on formats of eight bits, four limbs of two bits each: every pair of numbers.

The kernels take the radix as an argument, so it is their own code that runs, with as many limbs as a 128-bit number
has. Nothing in them depends on the radix but the width of a limb; what the small radix cannot show is that products of
32-bit limbs stay within the word, which is proven apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.numpy_rows import ArrayKernel
from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.subjects.fixed_point.functions import functions_of
from subtensor_conformance.subjects.fixed_point.numpy_functions import arithmetic_kernels, kernels_of_one_number
from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.errors import Panic
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers
from subtensor_spec.vectorised.words.wide.limbs import Radix

RADIX = Radix(2)
WIDTH = 8


class I4F4(FixedPoint, integer_bits=4, fraction_bits=4, signed=True):
    """Signed, eight bits, half of them fraction: the shape of I32F32 and I64F64."""

    __slots__ = ()


class U4F4(FixedPoint, integer_bits=4, fraction_bits=4):
    """Unsigned, eight bits, half of them fraction: the shape of U64F64."""

    __slots__ = ()


class I6F2(FixedPoint, integer_bits=6, fraction_bits=2, signed=True):
    """Signed, eight bits, a quarter of them fraction: the shape of I96F32."""

    __slots__ = ()


class U7F1(FixedPoint, integer_bits=7, fraction_bits=1):
    """Unsigned, eight bits, one of them fraction, so that the fraction fills no limb: the shape of U110F18."""

    __slots__ = ()


@dataclass(frozen=True)
class Twin:
    """A small format on both paths."""

    exact: type[FixedPoint]

    @property
    def array(self) -> Format:
        """The format of the numpy path."""
        return Format(self.exact.NAME, self.exact.SIGNED, WIDTH, self.exact.FRACTION_BITS, RADIX)

    def numbers(self, bits: list[int]) -> Numbers:
        """Return numbers of the numpy path."""
        whole = np.array([value % (1 << WIDTH) for value in bits], dtype=np.uint64)
        places = range(0, WIDTH, RADIX.bits)
        return Numbers(self.array, tuple(whole >> np.uint64(place) & RADIX.mask for place in places))

    def bits(self, numbers: Numbers) -> list[int]:
        """Return the bits of numbers of the numpy path."""
        whole = sum(limb.astype(np.int64) << RADIX.bits * index for index, limb in enumerate(numbers.limbs))
        sign = 1 << WIDTH - 1 if numbers.format.signed else 0
        return [int(value) for value in np.atleast_1d((whole ^ sign) - sign)]


def check_every_pair(exact: type[FixedPoint]) -> int:
    """Hold every operation of one or two numbers against the exact path on all numbers; return how many cases."""
    twin = Twin(exact)
    cases = 0
    for function, kernel in _pairs(twin):
        arguments = _all_arguments(twin, len(kernel.formats))
        found = _outcomes(twin, kernel, arguments)
        for row, outcome in zip(zip(*arguments, strict=True), found, strict=True):
            expected = _exact(twin, function, row)
            if outcome != expected:
                raise Refuted(f"{function.name}{row}: {outcome}, exactly {expected}")
        cases += len(found)
    return cases


def _pairs(twin: Twin) -> Iterator[tuple[Function, ArrayKernel]]:
    functions = {function.name.split(".")[1]: function for function in functions_of(twin.exact)}
    kernels = {**arithmetic_kernels(twin.array), **kernels_of_one_number(twin.array)}
    for name, kernel in kernels.items():
        if isinstance(kernel, ArrayKernel):
            yield functions[name], kernel


def _all_arguments(twin: Twin, count: int) -> list[list[int]]:
    """Return one list of bits per argument: all numbers, or all pairs; a third argument is always one bit."""
    every = range(twin.exact.MIN_BITS, twin.exact.MAX_BITS + 1)
    if count == 1:
        return [list(every)]
    left, right = ([one for one in every for _ in every], [other for _ in every for other in every])
    return [left, right, *[[1] * len(left)] * (count - 2)]


def _outcomes(twin: Twin, kernel: ArrayKernel, arguments: list[list[int]]) -> list[object]:
    numbers = [twin.numbers(bits) for bits in arguments]
    result = kernel.compute(*numbers)
    values, present = result if kernel.partial else (result, np.ones(1, dtype=np.bool_))
    panics = kernel.panics(*numbers) if kernel.panics else np.zeros(1, dtype=np.bool_)
    size = len(arguments[0])
    flags = np.broadcast_to(np.where(panics, 2, np.where(present, 1, 0)), size).tolist()
    bits = twin.bits(values)
    return [value if flag == 1 else "panic" if flag else None for value, flag in zip(bits, flags, strict=True)]


def _exact(twin: Twin, function: Function, row: tuple[int, ...]) -> object:
    try:
        outcome = function.exact(*(twin.exact._of(bits) for bits in row))
    except Panic:
        return "panic"
    return getattr(outcome, "bits", outcome)
