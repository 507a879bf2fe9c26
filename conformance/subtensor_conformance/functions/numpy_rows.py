"""Between rows of a vector file and the arrays of the numpy path: what every kernel of a subject has in common."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_spec.errors import Panic
from subtensor_spec.vectorised.wide.formats import Format, Numbers
from subtensor_spec.vectorised.wide.limbs import Mask
from subtensor_spec.vectorised.wide.results import Checked

Row = tuple[Any, ...]


def column(rows: Sequence[Row], index: int, number: Format) -> Numbers:
    """Return one argument of every row, given in bits."""
    return Numbers.from_bits(number, [row[index] for row in rows])


def total(operation: Callable[..., Numbers], *formats: Format) -> BatchKernel:
    """Return the kernel of an operation that always has an answer; the arguments have the given formats."""

    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        arguments = (column(rows, index, number) for index, number in enumerate(formats))
        return outcomes(operation(*arguments), len(rows))

    return kernel


def partial(operation: Callable[..., Checked], *formats: Format) -> BatchKernel:
    """Return the kernel of an operation that has an answer in some lanes only."""

    def kernel(rows: Sequence[Row]) -> list[Outcome]:
        arguments = (column(rows, index, number) for index, number in enumerate(formats))
        numbers, present = operation(*arguments)
        return only_where(present, outcomes(numbers, len(rows)))

    return kernel


def outcomes(numbers: Numbers, count: int) -> list[Outcome]:
    """Return the bits of every row; a single lane stands for all of them."""
    bits = numbers.to_bits()
    return bits if len(bits) == count else bits * count


def only_where(present: Mask, values: list[Outcome]) -> list[Outcome]:
    """Return the values with ``None`` in the rows that have none."""
    return [
        value if there else None
        for value, there in zip(values, np.broadcast_to(present, len(values)).tolist(), strict=True)
    ]


def panicking(mask: Mask, message: str, values: list[Outcome]) -> list[Outcome]:
    """Return the values with a panic in the rows in which the mask holds."""
    return [Panic(message) if panics else value for value, panics in zip(values, mask.tolist(), strict=True)]
