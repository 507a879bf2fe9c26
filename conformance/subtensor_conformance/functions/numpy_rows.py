"""Between rows of a vector file and the arrays of the numpy path: what every kernel of a subject has in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from subtensor_conformance.functions.function import Outcome
from subtensor_spec.errors import Panic
from subtensor_spec.vectorised.words.wide.formats import Format, Numbers
from subtensor_spec.vectorised.words.wide.limbs import Mask
from subtensor_spec.vectorised.words.wide.results import Checked

Row = tuple[Any, ...]


def column(rows: Sequence[Row], index: int, number: Format) -> Numbers:
    """Return one argument of every row, given in bits."""
    return Numbers.from_bits(number, [row[index] for row in rows])


@dataclass(frozen=True)
class ArrayKernel:
    """A batch kernel that is one operation on arrays: ``compute`` is that operation, open to be proven.

    ``compute`` takes numbers of the given formats and returns numbers, or with ``partial`` numbers and a mask of the
    rows that have one. ``panics`` tells from the same numbers in which rows production panics.
    """

    compute: Callable[..., Any]
    formats: tuple[Format, ...]
    partial: bool = False
    panics: Callable[..., Mask] | None = None
    message: str = ""

    def __call__(self, rows: Sequence[Row]) -> list[Outcome]:
        """Return one outcome for each row of arguments."""
        arguments = [column(rows, index, number) for index, number in enumerate(self.formats)]
        result = self.compute(*arguments)
        if self.partial:
            numbers, present = result
            return only_where(present, outcomes(numbers, len(rows)))
        values = outcomes(result, len(rows))
        return panicking(self.panics(*arguments), self.message, values) if self.panics else values


def total(compute: Callable[..., Numbers], *formats: Format) -> ArrayKernel:
    """Return the kernel of an operation that always has an answer."""
    return ArrayKernel(compute, formats)


def partial(compute: Callable[..., Checked], *formats: Format) -> ArrayKernel:
    """Return the kernel of an operation that has an answer in some rows only."""
    return ArrayKernel(compute, formats, partial=True)


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
